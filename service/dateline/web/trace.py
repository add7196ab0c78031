"""What belongs to one request: its id, when it began, how long each stage took; the headers and log line of that."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from flask import Response, g, request

from dateline.web import spans
from dateline.web.spans import RequestSpan

_log = logging.getLogger("dateline.access")
_ID = re.compile(r"[!-~]{1,128}")


@dataclass(slots=True)
class Trace:
    """One request. ``stages`` are the seconds that each took, in order; ``told`` once the answer bears the headers;
    ``problem`` is the kind of problem that it tells, if any; ``span`` is what OpenTelemetry knows it by, if it does."""

    id: str
    began: float
    stages: dict[str, float] = field(default_factory=dict)
    told: bool = False
    problem: str | None = None
    span: RequestSpan | None = None

    def add(self, stage: str, took: float) -> None:
        """A stage took so many seconds, or so many more."""
        self.stages[stage] = self.stages.get(stage, 0.0) + took

    def around(self, stage: str) -> AbstractContextManager[None]:
        """What a stage runs in."""
        return self.span.stage(stage) if self.span is not None else nullcontext()

    def part(self) -> Trace:
        """A trace for some of the request's articles, which keeps times of its own."""
        return Trace(self.id, time.monotonic(), span=self.span)


def current() -> Trace:
    """The trace of this request, begun on first use."""
    if "dateline_trace" not in g:
        request_id = _request_id()
        g.dateline_trace = Trace(request_id, time.monotonic(), span=spans.begin(request, request_id))
    trace: Trace = g.dateline_trace
    return trace


def _request_id() -> str:
    """The caller's id where it is short printable ASCII without spaces, else a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if _ID.fullmatch(given) else str(uuid.uuid4())


def begin() -> None:
    """Before a request."""
    current()


Tell = Callable[[str, int, str | None, float], object]
"""Is told of every answer: its route, status, kind of problem, and seconds."""

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}
"""On every answer. The pages have a policy of their own."""


def finish(tell: Tell, response: Response) -> Response:
    """After a request: headers, and one line in the log. Says nothing of the article: no body, no query."""
    trace = current()
    if trace.told:
        return response
    trace.told = True
    response.headers["X-Request-ID"] = trace.id
    for name, value in SAFE.items():
        response.headers.setdefault(name, value)
    if trace.stages:
        response.headers["Server-Timing"] = ", ".join(
            f"{name};dur={1000 * took:.1f}" for name, took in trace.stages.items()
        )
    took = time.monotonic() - trace.began
    tell(request.url_rule.rule if request.url_rule else "other", response.status_code, trace.problem, took)
    if trace.span is not None:
        trace.span.answered(response.status_code, trace.problem)
        response.call_on_close(trace.span.end)
    _log.info(
        "request",
        extra={
            "request_id": trace.id,
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "milliseconds": round(1000 * took, 1),
        },
    )
    return response
