"""Which pages of other origins may ask (CORS): those that the settings name, to the letter. Never with credentials."""

from __future__ import annotations

from flask import Response, request

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Encoding, Content-Type, X-API-Key, X-Request-ID",
    "Access-Control-Max-Age": "600",
}
_SHOWN = "Retry-After, Server-Timing, X-Request-ID"


def allow(origins: frozenset[str], response: Response) -> Response:
    """Lets a page of one of the origins see the answer."""
    response.vary.add("Origin")
    origin = request.headers.get("Origin", "")
    if origin in origins:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = _SHOWN
        if request.method == "OPTIONS":
            response.headers.update(_PREFLIGHT)
    return response
