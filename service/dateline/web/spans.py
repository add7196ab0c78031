"""OpenTelemetry, where the extra ``otel`` is installed: a span for each request, and under it one for each stage.

What becomes of them is the operator's, who brings the SDK; without one they are made of nothing. They hold methods,
routes, statuses, kinds of problem and the request's id: no text, no path, no query, no address, no exception's message.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from flask import Request

from dateline.version import __version__

UNTRACED = frozenset({"livez", "readyz", "metrics"})
"""Endpoints that machines ask for every few seconds."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


class RequestSpan:
    """The span of one request."""

    def __init__(self, library: Any, request: Request, request_id: str) -> None:
        self._library = library
        self._tracer = library.get_tracer("dateline", __version__)
        method = request.method if request.method in _METHODS else "_OTHER"
        told = {"http.request.method": method, "dateline.request_id": request_id}
        name = method
        if request.url_rule is not None:
            told["http.route"] = request.url_rule.rule
            name = f"{method} {request.url_rule.rule}"
        self._span = self._tracer.start_span(
            name, context=_parent(library, request), kind=library.SpanKind.SERVER, attributes=told
        )
        self._context = library.set_span_in_context(self._span)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage, or a piece of one, while inside."""
        span = self._tracer.start_span(name, context=self._context)
        try:
            yield
        except Exception as error:
            self._fail(span, getattr(error, "kind", type(error).__name__))
            raise
        finally:
            span.end()

    def answered(self, status: int, problem: str | None) -> None:
        """The status is known, and the kind of problem, if any."""
        self._span.set_attribute("http.response.status_code", status)
        if problem is not None:
            self._span.set_attribute("dateline.problem", problem)
        if status >= 500:
            self._fail(self._span, problem or str(status))

    def end(self) -> None:
        """The last byte has gone."""
        self._span.end()

    def _fail(self, span: Any, kind: str) -> None:
        span.set_attribute("error.type", kind)
        span.set_status(self._library.Status(self._library.StatusCode.ERROR))


def begin(request: Request, request_id: str) -> RequestSpan | None:
    """The span of a request. None without the library, and for probes."""
    library = _library()
    if library is None or (request.endpoint or "").rpartition(".")[2] in UNTRACED:
        return None
    return RequestSpan(library, request, request_id)


def _parent(library: Any, request: Request) -> Any:
    """The context that the request belongs to: that of a span around the application, or what its headers name."""
    from opentelemetry.propagate import extract

    return None if library.get_current_span().get_span_context().is_valid else extract(request.headers)


@cache
def _library() -> Any:
    try:
        from opentelemetry import trace
    except ImportError:
        return None
    return trace
