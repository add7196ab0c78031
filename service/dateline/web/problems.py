"""Every way to fail, in one shape: RFC 9457 ``application/problem+json``.

Whoever finds something wrong raises ``Problem``; the handlers turn it into an answer.
"""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from urllib.parse import quote

from flask import Response, request
from werkzeug.exceptions import HTTPException

from dateline.errors import ArticleError
from dateline.render.json import encoded
from dateline.web import trace
from dateline_schemas import ErrorItem
from dateline_schemas import Problem as ProblemSchema

MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 100
"""A body may hold a million wrong fields; nobody reads more than these."""

LOGGED = "The fault is logged under the id in X-Request-ID."
"""What is told of a fault of ours."""

_log = logging.getLogger("dateline.web")
_SCHEMA = ProblemSchema()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its status, its title, and after how many seconds to try again, where that may help."""

    status: int
    title: str
    retry_after: int | None = None


PROBLEMS: dict[str, Kind] = {
    "malformed": Kind(400, "The body cannot be read"),
    "unauthorized": Kind(401, "An API key is needed"),
    "not-found": Kind(404, "There is nothing at this address"),
    "method-not-allowed": Kind(405, "The method is not allowed here"),
    "not-acceptable": Kind(406, "There is no such form of the answer"),
    "too-large": Kind(413, "The body is too large"),
    "unsupported-media-type": Kind(415, "The body's type or encoding is not supported"),
    "invalid": Kind(422, "The request is not valid"),
    "busy": Kind(429, "Every worker is busy", retry_after=1),
    "internal": Kind(500, "Something is wrong here, not with the request"),
    "not-ready": Kind(503, "Not ready yet", retry_after=2),
    "draining": Kind(503, "This process is shutting down", retry_after=1),
    "out-of-time": Kind(503, "The time for this request ran out", retry_after=5),
}
"""The last part of ``type`` to the rest."""

_BY_STATUS = {kind.status: name for name, kind in reversed(PROBLEMS.items())}


class Problem(Exception):
    """A request that gets no answer. ``kind`` is a row of ``PROBLEMS``."""

    def __init__(
        self, kind: str, detail: str, errors: list[ErrorItem] | None = None, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.errors = errors or []
        self.headers = headers or {}


def on_problem(problem: Problem) -> Response:
    """The answer to a problem that we found."""
    return _answer(_uri(problem), PROBLEMS[problem.kind], problem)


def on_http(error: HTTPException) -> Response:
    """The answer to a problem that the framework found."""
    if error.code is None or error.code < 400:
        return Response(status=error.code or 500, headers=dict(error.get_response().headers))
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    name = _BY_STATUS.get(error.code)
    if name is not None:
        return on_problem(Problem(name, _DETAILS.get(name) or error.description or error.name, headers=headers))
    return _answer("about:blank", Kind(error.code, error.name), Problem("", error.description or "", headers=headers))


_DETAILS = {"not-found": "No such path. GET /openapi.json lists the paths."}


def on_article(error: ArticleError) -> Response:
    """The answer to an article that only the engine could find wrong."""
    return on_problem(problem_of(error, trace.current().id))


def invalid(errors: list[ErrorItem]) -> Problem:
    """The problem of wrong fields."""
    many = "One thing is" if len(errors) == 1 else f"{len(errors)} things are"
    return Problem("invalid", f"{many} wrong with the request: see errors.", errors)


def on_crash(error: Exception) -> Response:
    """The answer to a fault of ours. The log gets the place, never the message: it might quote the article."""
    return on_problem(problem_of(error, trace.current().id))


def expected(error: Exception) -> Problem | None:
    """What to tell of an exception that is not a fault of ours."""
    if isinstance(error, ArticleError):
        return invalid([ErrorItem(pointer=f"/{error.field}", detail=error.detail)])
    return error if isinstance(error, Problem) else None


def problem_of(error: Exception, request_id: str) -> Problem:
    """What to tell of an exception. A fault of ours is logged."""
    known = expected(error)
    if known is not None:
        return known
    log_fault(error, request_id)
    return Problem("internal", LOGGED)


def log_fault(error: Exception, request_id: str, **told: object) -> None:
    """Logs where a fault is, never its message."""
    places = "".join(traceback.format_tb(error.__traceback__))
    said = {"request_id": request_id, "error": type(error).__name__, "places": places}
    _log.error("request failed", extra=said | told)


def told(problem: Problem, instance: str) -> tuple[int, bytes]:
    """The status and the body that tell of a problem; ``instance`` says which it was."""
    kind = PROBLEMS[problem.kind]
    return kind.status, _body(_uri(problem), kind, problem, instance)


def untyped(status: int, title: str, detail: str, instance: str) -> bytes:
    """The body that tells of a problem which is none of ours: what HTTP itself says of it."""
    return _body("about:blank", Kind(status, title), Problem("", detail), instance)


def instance() -> str:
    """This request: its path and its id."""
    return f"{quote(request.root_path + request.path)}#{quote(trace.current().id)}"


def _uri(problem: Problem) -> str:
    return f"urn:problem-type:dateline:{problem.kind}"


def _body(uri: str, kind: Kind, problem: Problem, instance: str) -> bytes:
    told = {
        "type": uri,
        "title": kind.title,
        "status": kind.status,
        "detail": problem.detail,
        "instance": instance,
        "errors": _few(problem.errors),
    }
    return encoded(_SCHEMA.dump(told))


def _answer(uri: str, kind: Kind, problem: Problem) -> Response:
    trace.current().problem = problem.kind or "other"
    body = _body(uri, kind, problem, instance())
    response = Response(body, kind.status, problem.headers, content_type=MEDIA_TYPE)
    if kind.retry_after is not None:
        response.headers["Retry-After"] = str(kind.retry_after)
    return response


def _few(errors: list[ErrorItem]) -> list[ErrorItem]:
    if len(errors) <= MOST_ERRORS:
        return errors
    more = len(errors) - MOST_ERRORS
    return [*errors[:MOST_ERRORS], ErrorItem(pointer="", detail=f"And {more} more.")]
