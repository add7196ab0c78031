"""From a request to an article: one row a media type in ``INPUTS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from flask import Request
from marshmallow import ValidationError

from dateline.errors import ArticleError
from dateline.render import RENDERERS, Options
from dateline.values import Article
from dateline.web import body
from dateline.web.problems import Problem, invalid
from dateline_schemas import ErrorItem, TimelineRequest, errors_of

_SCHEMA = TimelineRequest()
_OPTIONS = ("include", "min_confidence", "offset_unit")


def _from_json(raw: bytes, charset: str, request: Request) -> Any:
    return body.json_value(raw, charset)


def _from_text(name: str) -> Callable[[bytes, str, Request], Any]:
    def read(raw: bytes, charset: str, request: Request) -> Any:
        return _query(request, {name: body.text(raw, charset)})

    return read


INPUTS: dict[str, Callable[[bytes, str, Request], Any]] = {
    "application/json": _from_json,
    "text/plain": _from_text("text"),
    "text/html": _from_text("html"),
}
"""Media type to what reads such a body, and the query with it, into the fields of ``TimelineRequest``."""


def article_of(request: Request, limit: int) -> tuple[Article, Options]:
    """The article and the caller's choices. Raises ``Problem``."""
    reader = INPUTS.get(request.mimetype)
    if reader is None:
        raise Problem(
            "unsupported-media-type", f"Content-Type may be {', '.join(INPUTS)}.", headers={"Accept": ", ".join(INPUTS)}
        )
    raw = body.read(request, limit)
    given = reader(raw, request.mimetype_params.get("charset", "utf-8"), request)
    return parsed(given, _strange(request) if reader is _from_json else {})


def parsed(given: Any, wrong: Mapping[str, str] = MappingProxyType({})) -> tuple[Article, Options]:
    """The article and the choices from the fields of a request. Raises ``Problem`` naming every wrong field, with what
    is known to be ``wrong`` elsewhere."""
    try:
        fields = _SCHEMA.load(given)
        chosen = {name: fields.pop(name) for name in _OPTIONS if name in fields}
        chosen["include"] = frozenset(chosen.get("include", ()))
        if wrong:
            raise ValidationError({})
        return Article(**fields), Options(**chosen)
    except ValidationError as error:
        raise invalid(errors_of([error.messages, wrong])) from error
    except ArticleError as error:
        raise invalid([ErrorItem(pointer=f"/{error.field}", detail=error.detail)]) from error


def format_of(request: Request) -> str:
    """The format that ``?format=`` names or ``Accept`` prefers. Raises ``Problem`` where there is none such."""
    named = ",".join(request.args.getlist("format"))
    if named in RENDERERS:
        return named
    if "format" in request.args:
        raise Problem("not-acceptable", f"Unknown format. Known: {', '.join(RENDERERS)}.")
    by_type = {renderer.media_type: name for name, renderer in RENDERERS.items()}
    best = request.accept_mimetypes.best_match(by_type) if "Accept" in request.headers else next(iter(by_type))
    if best is None:
        raise Problem("not-acceptable", f"Accept names no form there is: {', '.join(by_type)}.")
    return by_type[best]


def _strange(request: Request) -> dict[str, str]:
    """With a JSON body, the query holds no fields."""
    says = "Unknown query parameter. With a JSON body the fields stand in it; known: format."
    return {name: says for name in request.args if name != "format"}


def _query(request: Request, given: dict[str, Any]) -> dict[str, Any]:
    """The fields in the query beside those of the body. ``include`` may be a list with commas, or given several times;
    another name given twice becomes a list, which no schema takes for a value."""
    for name, values in request.args.lists():
        both = [given[name], *values] if name in given else values
        given[name] = both if len(both) > 1 else both[0]
    given.pop("format", None)
    if "include" in request.args:
        given["include"] = [name for value in request.args.getlist("include") for name in value.split(",") if name]
    if "min_confidence" in given:
        given["min_confidence"] = _number(given["min_confidence"])
    return given


def _number(word: Any) -> Any:
    try:
        return float(word)
    except (TypeError, ValueError):
        return word
