"""What newsrooms send, read into articles: one file a format, one row a format in ``INPUTS``.

    >>> article({"versioncreated": "2013-02-12T09:30:00Z", "body_text": "The bridge fell on Monday."}).text
    'The bridge fell on Monday.'

Knows no HTTP. A payload is what was decoded: JSON as Python's own values, HTML and XML as text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from dateline.errors import PayloadError
from dateline.inputs import crawlers, newsml_g2, ninjs, page, schema_org
from dateline.inputs.reading import Reading
from dateline.values import Article

__all__ = ["INPUTS", "OWN", "Input", "Kind", "Reading", "article", "format_named", "read", "recognise"]

Kind = Literal["json", "text", "html", "xml"]
"""What a payload was decoded to."""


@dataclass(frozen=True, slots=True)
class Input:
    """One format: what it is written in, what its payloads have that others have not, and what reads it.

    ``read`` raises ``PayloadError`` where the payload has no article.
    """

    kind: Kind
    help: str
    looks: Callable[[Any], bool]
    read: Callable[[Any], Reading]


OWN = "dateline"
"""The name of our own request, of which ``dateline_schemas`` knows the rest."""

OWN_ONLY = frozenset({"html", "paragraphs", "published", "timezone", "include", "min_confidence", "offset_unit"})
"""The fields of our own request that tell it from other formats."""

OWN_FIELDS = OWN_ONLY | {"text", "title", "url", "language", "id"}
"""All fields of our own request."""

INPUTS: dict[str, Input] = {
    "ninjs": Input("json", "IPTC ninjs 1.x, 2.x and 3.x.", ninjs.looks, ninjs.read),
    "schema.org": Input("json", "schema.org NewsArticle as JSON-LD.", schema_org.looks, schema_org.read),
    "news-please": Input("json", "The JSON of news-please.", crawlers.looks_news_please, crawlers.news_please),
    "trafilatura": Input("json", "The JSON of trafilatura.", crawlers.looks_trafilatura, crawlers.trafilatura),
    "page": Input("html", "A whole web page, of which the main text is read.", page.looks, page.read),
    "newsml-g2": Input("xml", "IPTC NewsML-G2 with its text inside it.", newsml_g2.looks, newsml_g2.read),
}
"""Name to format."""


def recognise(payload: Any, kind: Kind) -> str:
    """The name of the payload's format, ``OWN`` where it may be our own request.

    Raises ``PayloadError`` listing the candidates where several have its shape, or none.
    """
    names = [name for name, row in INPUTS.items() if row.kind == kind and row.looks(payload)]
    fields = set(payload) if kind == "json" and isinstance(payload, dict) else set()
    if names and fields & OWN_ONLY:
        names.insert(0, OWN)
    if len(names) > 1:
        raise PayloadError(("", f"This could be {', '.join(names)}. Say which with input."))
    if not names and (kind == "xml" or (fields and not fields & OWN_FIELDS)):
        raise PayloadError(("", f"No input format has this shape. Known: {', '.join(_known(kind))}."))
    return names[0] if names else OWN


def format_named(name: str, kind: Kind) -> str:
    """The name, where such a body may be read as that format. Raises ``PayloadError`` where it may not."""
    names = _known(kind)
    if name not in names:
        raise PayloadError(("/input", f"No input format for such a body. Known: {', '.join(names)}."))
    return name


def _known(kind: Kind) -> list[str]:
    own = [] if kind == "xml" else [OWN]
    return own + [name for name, row in INPUTS.items() if row.kind == kind]


def read(name: str, payload: Any) -> Reading:
    """What the payload has, read as the named format. Raises ``PayloadError``, also where it is no object at all."""
    row = INPUTS[name]
    if row.kind == "json" and not isinstance(payload, dict) and not row.looks(payload):
        raise PayloadError(("", f"Not {name}: not an object."))
    return row.read(payload)


def article(payload: Any, kind: Kind = "json", name: str | None = None, **fields: Any) -> Article:
    """The article in a payload of another format than our own, named or recognised; ``fields`` go before what it has.

    Raises ``PayloadError`` where it has none, and where no format or several have its shape.
    """
    name = name or recognise(payload, kind)
    if name == OWN:
        raise PayloadError(("", f"No format has this shape. Known: {', '.join(INPUTS)}."))
    reading = read(name, payload)
    return Article(**{**reading.fields, **fields}, payload=reading.payload(name))
