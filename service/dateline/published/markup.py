"""The stamps of a whole page: JSON-LD, meta elements, ``<time>``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from dateline.clean.tame import is_tame
from dateline.published.finding import Case, Finding, local_day
from dateline.values import Span

_STAMPED = re.compile(r"<(?:meta|time|script)\b", re.IGNORECASE)
_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
    "DC.date.issued",
    "dc.date",
)
_TIMES = (
    "time[itemprop=datePublished]",
    "[itemprop=datePublished][datetime]",
    "time[pubdate]",
    "time[class*=publish]",
    "header time[datetime]",
)
_ARTICLE = re.compile(r"Article|Posting")
_DEEPEST = 20


def markup(case: Case) -> Finding | None:
    """The first stamp that can be read: the page's own data about itself, then its meta elements, then ``<time>``."""
    sent = case.article.sent
    if not _STAMPED.search(sent) or not is_tame(sent):
        return None
    page = LexborHTMLParser(sent.encode("utf-8", "replace"))
    for stamp in _stamps(page):
        day = local_day(stamp, case.zone)
        if day is not None:
            at = sent.find(stamp)
            span = Span(at, at + len(stamp)) if at >= 0 else None
            return Finding("markup", "the stamp in the page's markup", 0.95, day, quote=stamp, evidence=span)
    return None


def _stamps(page: LexborHTMLParser) -> Iterator[str]:
    for script in page.css('script[type="application/ld+json"]'):
        yield from (stamp for _, stamp in sorted(_published(_loaded(script.text())), key=itemgetter(0)))
    metas = {_name(meta.attributes): meta.attributes.get("content") or "" for meta in reversed(page.css("meta"))}
    yield from (metas[name.lower()] for name in _METAS if name.lower() in metas)
    for selector in _TIMES:
        yield from (found.attributes.get("datetime") or "" for found in page.css(selector))


def _name(attributes: dict[str, str | None]) -> str:
    return (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _published(data: Any, depth: int = 0) -> Iterator[tuple[bool, str]]:
    """Every ``datePublished``, outermost first, and whether it is that of something other than an article."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield _ARTICLE.search(str(data.get("@type"))) is None, data["datePublished"]
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from _published(part, depth + 1)
