"""What gunicorn refuses before the application sees it, told in the one shape: a request that is no HTTP, that is too
long, or that does not arrive."""

from __future__ import annotations

import logging
import uuid
from http import HTTPStatus

from gunicorn.http import errors  # type: ignore[import-untyped]

from dateline.web.problems import LOGGED, MEDIA_TYPE, log_fault, untyped
from dateline.web.trace import SAFE

_log = logging.getLogger("dateline.web")

_HEADERS = "A header cannot be read, or says what cannot be."
_ROWS: tuple[tuple[type[Exception], int, str], ...] = (
    (errors.LimitRequestLine, 414, "The request line is too long."),
    (errors.LimitRequestHeaders, 431, "There are too many headers, or one is too long."),
    (errors.InvalidRequestLine, 400, "The request line cannot be read."),
    (errors.InvalidRequestMethod, 400, "The method in the request line cannot be read."),
    (errors.InvalidHTTPVersion, 400, "The version of HTTP in the request line is not known here."),
    (errors.UnsupportedTransferCoding, 501, "Transfer-Encoding may be chunked or none."),
    (errors.ExpectationFailed, 417, "Expect may be 100-continue or none."),
    (errors.ForbiddenProxyRequest, 403, "The proxy protocol is not spoken here."),
    (errors.ConfigurationProblem, 500, "Something is wrong here, not with the request."),
    (errors.ParseException, 400, _HEADERS),
)
"""The first row that fits counts. No detail quotes the request."""


def refusal(error: Exception) -> tuple[int, str]:
    """The status and the detail for what gunicorn raised."""
    for kind, status, detail in _ROWS:
        if isinstance(error, kind):
            return status, detail
    return 500, LOGGED


def answer(status: int, detail: str, error: Exception | None = None) -> bytes:
    """The whole answer, which ends the connection. It is logged: no word of the request, and no address."""
    request_id, reason = str(uuid.uuid4()), HTTPStatus(status).phrase
    body = untyped(status, reason, detail, f"#{request_id}")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and error is not None and status != HTTPStatus.NOT_IMPLEMENTED:
        log_fault(error, request_id, status=status)
    else:
        told = {"request_id": request_id, "status": status}
        _log.warning("request refused", extra=told | ({"error": type(error).__name__} if error is not None else {}))
    headers = {
        "Connection": "close",
        "Content-Type": MEDIA_TYPE,
        "Content-Length": str(len(body)),
        "X-Request-ID": request_id,
        **SAFE,
    }
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode() + body
