"""A whole web page: its main text is found by trafilatura, and found again in what was sent.

trafilatura gives text without places. Of the paragraphs that ``clean`` finds in the page, those are kept whose words
trafilatura has; the rest is set aside as navigation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from dateline.clean import clean
from dateline.clean.tame import is_tame, steps_up
from dateline.inputs import schema_org
from dateline.inputs.reading import Found, Parts, Reading
from dateline.values import Article, Dropped, Span, Warn

UNTRIMMED = Warn("page-untrimmed", "The page's main text could not be told from the rest: all of it was read.")
NO_LIBRARY = Warn("page-untrimmed", "The extra `web` is not installed: all of the page was read, not its main text.")

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEAD = 4_000
_WORDS = re.compile(r"\w+")
_MOST_TAGS = 30_000
"""A page of news has a few thousand; trafilatura takes seconds for what has more."""
_MOST_STEPS = 500_000
"""Steps from every tag to its root. A page of news has a tenth; trafilatura looks up from many."""
_MANY_TAGS = 6_000
"""Up to so many trafilatura may compare what it finds with what others find: one of these takes the square of the
paragraphs."""
_RUN = 4
_SHARE = 0.6
_FEWEST = 20
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ABOVE, _LINE = 6, 120


def looks(page: Any) -> bool:
    """Whether the HTML is a page and not a fragment."""
    return isinstance(page, str) and _PAGE.search(page, 0, _HEAD) is not None


def read(page: str) -> Reading:
    """The page with its title, and all but its main text set aside. Its stamps stay in it, for ``published``."""
    body = Found("", page)
    if page.count("<") > _MOST_TAGS or not is_tame(page) or steps_up(page) > _MOST_STEPS:
        return Reading(body, markup=True, bare=True, warnings=(UNTRIMMED,))
    aside, warnings = _trimmed(page)
    return Reading(body, markup=True, bare=True, title=_title(page), aside=aside, warnings=warnings)


def _title(page: str) -> Found | None:
    """The headline that the page's own data or its meta elements tell."""
    tree = LexborHTMLParser(page.encode("utf-8", "replace"))
    return next((Found("", title) for title in (*_headlines(tree), *_metas(tree))), None)


def _headlines(tree: LexborHTMLParser) -> Iterator[str]:
    for script in tree.css('script[type="application/ld+json"]'):
        for parts in schema_org.articles(_loaded(script.text())):
            headline = Parts(parts.at, parts.data).string("headline")
            if headline is not None:
                yield headline.value


def _metas(tree: LexborHTMLParser) -> Iterator[str]:
    for meta in tree.css('meta[property="og:title"], meta[name="twitter:title"]'):
        if (meta.attributes.get("content") or "").strip():
            yield meta.attributes["content"] or ""


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _trimmed(page: str) -> tuple[tuple[Dropped, ...], tuple[Warn, ...]]:
    """What of the page is not its main text."""
    try:
        from trafilatura import extract
    except ImportError:
        return (), (NO_LIBRARY,)
    try:
        fast = page.count("<") > _MANY_TAGS
        main = extract(page, include_comments=False, deduplicate=False, fast=fast) or ""
    except Exception:
        main = ""
    if len(_WORDS.findall(main)) < _FEWEST:
        return (), (UNTRIMMED,)
    found = clean(Article(html=page))
    paragraphs = [span.of(found.text) for span in found.paragraphs]
    kept = _kept(paragraphs, main)
    sent = [found.source(span) for span in found.paragraphs]
    return (tuple(_gaps(page, sent, kept)), ()) if any(kept) else ((), (UNTRIMMED,))


def _kept(paragraphs: list[str], main: str) -> list[bool]:
    """For each paragraph whether it is in the main text: a long one by its runs of words, a short one as a whole line.

    Linear: runs are looked up, never searched for.
    """
    lines = [tuple(_words(line)) for line in main.splitlines()]
    whole = set(lines)
    runs = {run for line in lines for run in _runs(line)}
    kept = []
    for paragraph in paragraphs:
        words = tuple(_words(paragraph))
        own = list(_runs(words))
        kept.append(words in whole or (bool(own) and sum(run in runs for run in own) >= _SHARE * len(own)))
    return _with_stamps(paragraphs, kept)


def _with_stamps(paragraphs: list[str], kept: list[bool]) -> list[bool]:
    """The date line that stands between the headline and the text is no main text, and still wanted."""
    first = kept.index(True) if any(kept) else 0
    above = range(max(0, first - _ABOVE), first)
    return [
        keep or (number in above and len(paragraphs[number]) <= _LINE and _YEAR.search(paragraphs[number]) is not None)
        for number, keep in enumerate(kept)
    ]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(text)]


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def _gaps(page: str, sent: list[Span], kept: list[bool]) -> Iterator[Dropped]:
    """Stretches of the page from the end of a kept paragraph to the end of the last one dropped after it.

    The tags before a dropped paragraph go with it: its links are not the article's.
    """
    start = end = 0
    for span, keep in zip(sent, kept, strict=True):
        if not keep:
            end = span.end
            continue
        if start < end:
            yield Dropped("navigation", page[start:end], Span(start, end))
        start, end = span.end, span.end
    if start < end:
        yield Dropped("navigation", page[start:end], Span(start, end))
