"""From a request to an article: one row a media type in ``INPUTS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from flask import Request
from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from dateline.errors import ArticleError
from dateline.render import RENDERERS, Options
from dateline.values import Article
from dateline.web import body
from dateline.web.problems import Problem, invalid
from dateline_schemas import ErrorItem, TimelineRequest, errors_of
from dateline_schemas.request import BODIES

_SCHEMA = TimelineRequest()
_OPTIONS = ("include", "min_confidence", "offset_unit")
QUERY = tuple(name for name in _SCHEMA.fields if name not in BODIES)
"""The fields that may stand in the query."""


def _as(name: str) -> Callable[[bytes, str], Any]:
    return lambda raw, charset: {name: body.text(raw, charset)}


INPUTS: dict[str, Callable[[bytes, str], Any]] = {
    "application/json": body.json_value,
    "text/plain": _as("text"),
    "text/html": _as("html"),
}
"""Media type to what reads such a body, in a charset, into the fields of ``TimelineRequest``."""


def article_of(request: Request, limit: int) -> tuple[Article, Options]:
    """The article and the caller's choices. Raises ``Problem``."""
    reader = INPUTS.get(request.mimetype)
    if reader is None:
        known = ", ".join(INPUTS)
        raise Problem("unsupported-media-type", f"Content-Type may be {known}.", headers={"Accept": known})
    given = reader(body.read(request, limit), request.mimetype_params.get("charset", "utf-8"))
    fields, wrong = _query(request.args)
    if isinstance(given, dict):
        given |= {name: value for name, value in fields.items() if given.get(name) is None}
    return parsed(given, wrong)


def parsed(given: Any, wrong: Mapping[str, Any] = MappingProxyType({})) -> tuple[Article, Options]:
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


def _query(query: MultiDict[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The right fields in the query, and what is wrong with the others, by name."""
    says = f"Unknown query parameter. Known: {', '.join(QUERY)}, format."
    right: dict[str, Any] = {}
    wrong: dict[str, Any] = {name: says for name in query if name not in {*QUERY, "format"}}
    for name in (name for name in QUERY if name in query):
        try:
            value = _value(name, query.getlist(name))
            _SCHEMA.fields[name].deserialize(value)
            right[name] = value
        except ValidationError as error:
            wrong[name] = error.messages
    return right, wrong


def _value(name: str, given: list[str]) -> Any:
    """A field's value as JSON would have it. ``include`` may be a list with commas, or given several times."""
    if name == "include":
        return [one for value in given for one in value.split(",") if one]
    if len(given) > 1:
        raise ValidationError("Given more than once.")
    return _number(given[0]) if name == "min_confidence" else given[0]


def _number(word: str) -> float | str:
    try:
        return float(word)
    except ValueError:
        return word
