"""The page at /docs: Swagger UI from our own files, under a policy that lets nothing else in."""

from __future__ import annotations

from flask import Response, render_template

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def docs() -> Response:
    """The page."""
    html = render_template("dateline/docs.html")
    return Response(
        html,
        content_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer"},
    )
