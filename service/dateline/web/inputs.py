"""From a request to an article: one row a media type in ``INPUTS``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from flask import Request
from marshmallow import ValidationError
from werkzeug.datastructures import Accept, MIMEAccept, MultiDict

from dateline.errors import ArticleError, PayloadError
from dateline.inputs import INPUTS as FORMATS
from dateline.inputs import OWN, Kind, Reading, format_named, read, recognise
from dateline.render import RENDERERS, Options, available
from dateline.values import Article
from dateline.web import body
from dateline.web.problems import Problem, invalid
from dateline_schemas import ErrorItem, TimelineRequest, errors_of
from dateline_schemas.request import BODIES

_SCHEMA = TimelineRequest()
_OPTIONS = ("include", "min_confidence", "offset_unit")
QUERY = tuple(name for name in _SCHEMA.fields if name not in BODIES)
"""The fields that may stand in the query."""

_ALWAYS = ("format", "input")


INPUTS: dict[str, Kind] = {
    "application/json": "json",
    "application/ld+json": "json",
    "text/plain": "text",
    "text/html": "html",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/vnd.iptc.g2.newsitem+xml": "xml",
}
"""Media type to what such a body is decoded to."""


def input_formats() -> Iterator[tuple[str, list[str], str]]:
    """Name, media types and description of every format, our own first."""
    yield OWN, [type for type, kind in INPUTS.items() if kind != "xml"], "Our own request, or the article itself."
    for name, row in FORMATS.items():
        yield name, [type for type, kind in INPUTS.items() if kind == row.kind], row.help


def article_of(request: Request, limit: int) -> tuple[Article, Options]:
    """The article and the caller's choices. Raises ``Problem``."""
    kind = INPUTS.get(request.mimetype)
    if kind is None:
        known = ", ".join(INPUTS)
        raise Problem("unsupported-media-type", f"Content-Type may be {known}.", headers={"Accept": known})
    raw, charset = body.read(request, limit), request.mimetype_params.get("charset", "utf-8")
    sent = body.json_value(raw, charset) if kind == "json" else body.text(raw, charset)
    fields, wrong = query_fields(request.args)
    return read_as(",".join(request.args.getlist("input")) or None, sent, kind, fields, wrong)


def read_as(
    name: str | None, sent: Any, kind: Kind, fields: dict[str, Any], wrong: Mapping[str, Any] = MappingProxyType({})
) -> tuple[Article, Options]:
    """The article in what was sent, in the named format or the one that it is recognised as, and the choices.

    The fields beside it fill what our own request leaves out; they go before what another format says. Raises
    ``Problem``.
    """
    try:
        name = format_named(name, kind) if name is not None else recognise(sent, kind)
        if name != OWN:
            return _taken(name, read(name, sent), fields, wrong)
    except PayloadError as error:
        raise invalid([ErrorItem(pointer=pointer, detail=detail) for pointer, detail in error.wrong]) from error
    given = sent if kind == "json" else {kind: sent}
    if isinstance(given, dict):
        given |= {name: value for name, value in fields.items() if given.get(name) is None}
    return parsed(given, wrong)


def _taken(name: str, reading: Reading, fields: dict[str, Any], wrong: Mapping[str, Any]) -> tuple[Article, Options]:
    """The article that was read from another format. Its wrong fields are pointed at where they stand there."""
    pointers = {f"/{field}": at for field, at in reading.pointers.items() if field not in {*fields, *wrong}}
    try:
        article, options = parsed({**reading.fields, **fields}, wrong)
    except Problem as problem:
        for error in problem.errors:
            error["pointer"] = pointers.get(error["pointer"], error["pointer"])
        raise
    return replace(article, payload=reading.payload(name)), options


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
    named, known = ",".join(request.args.getlist("format")), available()
    if named in known:
        return named
    if "format" in request.args:
        missing = f"{named} needs an extra that is not installed" if named in RENDERERS else "Unknown format"
        raise Problem("not-acceptable", f"{missing}. Known: {', '.join(known)}.")
    if not request.accept_mimetypes:
        return next(iter(known))
    return accepted(request.accept_mimetypes, {renderer.media_type: name for name, renderer in known.items()})


def accepted(accept: Accept, known: dict[str, str]) -> str:
    """The format of the best quality; among equals one that is named, not matched by a star; among those the first.

    Parameters of media types (``charset``, ``profile``) choose nothing. A star never overrides what is said of a type.
    """
    bare = MIMEAccept([(said.partition(";")[0].strip().lower(), quality) for said, quality in accept])
    named = set(bare.values())
    best = max(known, key=lambda media_type: (bare.quality(media_type), media_type in named))
    if not bare.quality(best):
        raise Problem("not-acceptable", f"Accept names no form there is: {', '.join(known)}.")
    return known[best]


def query_fields(query: MultiDict[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The right fields in the query, and what is wrong with the others, by name."""
    says = f"Unknown query parameter. Known: {', '.join((*QUERY, *_ALWAYS))}."
    right: dict[str, Any] = {}
    wrong: dict[str, Any] = {name: says for name in query if name not in {*QUERY, *_ALWAYS}}
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
