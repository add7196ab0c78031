"""NewsML-G2, the IPTC's XML for news: a ``newsItem``, alone or in a ``newsMessage``, with its text inside it.

https://iptc.org/standards/newsml-g2/

Expat, which tells where in the document it is, hands out the few fields that are needed: offsets can so index the
document itself. A document with a DTD is refused, and with it every entity of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from dateline.errors import PayloadError
from dateline.inputs.reading import Found, Reading
from dateline.values import Dropped, Span, Stamp

_SHAPE = re.compile(r"<(?:\w+:)?(?:newsItem|newsMessage)\b")
_START = 10_000
_TEXTS = {
    "versionCreated": "/newsItem/itemMeta/versionCreated",
    "firstCreated": "/newsItem/itemMeta/firstCreated",
    "contentCreated": "/newsItem/contentMeta/contentCreated",
    "headline": "/newsItem/contentMeta/headline",
}
_BODIES = ("/newsItem/contentSet/inlineXML", "/newsItem/contentSet/inlineData")
_HEAD = "body.head"
_OPENING = re.compile(rb"""<(?:"[^"]*+"|'[^']*+'|[^>"'])*+>""")
_DEEPEST = 200


def looks(payload: Any) -> bool:
    """Whether the XML is a news item or a message of some."""
    return isinstance(payload, str) and _SHAPE.search(payload, 0, _START) is not None


def read(payload: str) -> Reading:
    """The one item that has a text. Its offsets index the whole document. Raises ``PayloadError``."""
    full = [item for item in _Seen(payload).items if item.bodies]
    if not full:
        raise PayloadError(("", "There is no inlineXML and no inlineData in a contentSet."))
    if len(full) > 1 or len(full[0].bodies) > 1:
        raise PayloadError(("", "There are several texts: one item with one text is read."))
    item = full[0]
    named = {name: Found(path, words) for name, path in _TEXTS.items() if (words := "".join(item.texts[name]).strip())}
    return Reading(
        body=Found("", payload),
        markup=True,
        bare=True,
        title=named.get("headline"),
        language=Found("/newsItem/@xml:lang", item.language) if item.language else None,
        id=Found("/newsItem/@guid", item.guid) if item.guid else None,
        stamps=tuple(_stamps(named)),
        aside=tuple(Dropped("markup", span.of(payload), span) for span in _around(payload, item)),
    )


def _stamps(named: dict[str, Found]) -> Iterator[Stamp]:
    """The version's day; without it the day that the item was first made."""
    version = named.get("versionCreated")
    if version is not None:
        yield Stamp(*version)
    for name in ("firstCreated", "contentCreated"):
        if name in named:
            yield Stamp(*named[name], side=-1 if version else 0, confidence=0.85)


@dataclass(slots=True)
class _Item:
    """One news item: its fields, and where its texts and their heads are, in bytes."""

    guid: str
    language: str
    texts: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _TEXTS})
    bodies: list[Span] = field(default_factory=list)
    heads: list[Span] = field(default_factory=list)


def _around(payload: str, item: _Item) -> Iterator[Span]:
    """All of the document but the text, and in the text NITF's head, which says again what the fields say."""
    body = item.bodies[0]
    raw, at, points = payload.encode("utf-8", "replace"), 0, [0]
    for edge in (body.start, *(edge for head in item.heads if body.covers(head) for edge in head), body.end, None):
        points.append(points[-1] + len(raw[at:edge].decode()))
        at = edge or 0
    edges = iter(points)
    return (Span(start, end) for start, end in zip(edges, edges, strict=True) if start < end)


class _Seen:
    """What expat came by. Raises ``PayloadError`` where the document is no XML, has a DTD, or is too deep."""

    def __init__(self, payload: str) -> None:
        self.items: list[_Item] = []
        self._path: list[str] = []
        self._open: list[int] = []
        self._raw = payload.encode("utf-8", "replace")
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        try:
            self._parser.Parse(self._raw, True)
        except expat.ExpatError as error:
            says = f"Not well-formed XML: {expat.ErrorString(error.code)}, line {error.lineno}."
            raise PayloadError(("", says)) from error

    def _doctype(self, *_: Any) -> None:
        raise PayloadError(("", "XML with a DTD is not read."))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) > _DEEPEST:
            raise PayloadError(("", "The XML is nested too deeply."))
        self._path.append(name.rpartition(":")[2])
        self._open.append(self._parser.CurrentByteIndex)
        if self._path[-1] == "newsItem":
            self.items.append(_Item(attributes.get("guid", "").strip(), attributes.get("xml:lang", "").strip()))

    def _text(self, words: str) -> None:
        for name, path in _TEXTS.items():
            if self.items and self._path[-1] == name and self._is_at(path):
                self.items[-1].texts[name].append(words)

    def _end(self, name: str) -> None:
        start, end = self._open.pop(), self._parser.CurrentByteIndex
        if self.items and end > start and any(map(self._is_at, _BODIES)):
            tag = _OPENING.match(self._raw, start)
            self.items[-1].bodies.append(Span(tag.end() if tag else start, end))
        closed = self._path.pop()
        if self.items and closed == _HEAD and _HEAD not in self._path:
            self.items[-1].heads.append(Span(start, end))

    def _is_at(self, path: str) -> bool:
        return self._path[-3:] == path.split("/")[1:]
