"""What newsrooms send, to plain text in paragraphs, with the way back to every code point sent."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.clean.datelines import story_starts
from dateline.clean.encoding import repair
from dateline.clean.lines import paragraphs, plain
from dateline.clean.listing import PARAGRAPH, unlist
from dateline.clean.markup import addresses, is_markup, unescape, unmark
from dateline.clean.packaging import unpack
from dateline.clean.traced import Edit, Traced
from dateline.values import Article, CleanText, Dropped, Link, Offsets, Payload, Span, Warn

__all__ = ["clean"]

_NOTHING_MORE = Payload("")


def clean(article: Article) -> CleanText:
    """The article's own words: lists, markup, broken encodings and packaging taken away, in this order.

    Every step is a set of edits to a text that remembers its origin. Linear in what was sent; takes any string.
    """
    sent = article.sent
    payload = article.payload or _NOTHING_MORE
    traced = Traced.of(sent).edit(Edit(*piece.sent, PARAGRAPH) for piece in payload.aside)
    traced, warnings = _listed(article, traced)
    traced, links, hidden = _unmarked(traced, article.html is not None)
    traced, repaired = repair(unescape(traced))
    traced, dropped = unpack(paragraphs(plain(traced)))
    traced = traced.edit(_last_marks(traced.text))
    whole = traced.edit(Edit(at, at + 1, "\n\n") for at, mark in enumerate(traced.text) if mark == PARAGRAPH)
    places = tuple(_spans(whole.text))
    return CleanText(
        text=whole.text,
        paragraphs=places,
        starts=tuple(story_starts(whole.text, places)),
        offsets=Offsets() if whole.text == sent else Offsets(whole.starts, whole.ends),
        links=links,
        dropped=tuple(sorted(payload.aside + hidden + dropped, key=lambda piece: piece.sent)),
        warnings=payload.warnings + warnings + repaired + _told(dropped),
    )


def _listed(article: Article, traced: Traced) -> tuple[Traced, tuple[Warn, ...]]:
    """The body with its list's paragraphs, if it is a list, set apart."""
    if article.paragraphs is not None:
        return traced.edit(_joints(article.paragraphs)), ()
    return unlist(traced) if article.text is not None else (traced, ())


def _joints(parts: tuple[str, ...]) -> Iterator[Edit]:
    at = 0
    for part in parts[:-1]:
        at += len(part) + 2
        yield Edit(at - 2, at, PARAGRAPH)


def _unmarked(traced: Traced, is_html: bool) -> tuple[Traced, tuple[Link, ...], tuple[Dropped, ...]]:
    if is_html or is_markup(traced.text):
        return unmark(traced, is_html)
    return traced, addresses(traced), ()


def _last_marks(text: str) -> Iterator[Edit]:
    """The mark that a dropped last paragraph leaves behind."""
    if text.endswith(PARAGRAPH):
        yield Edit(len(text) - 1, len(text), "")


def _spans(text: str) -> Iterator[Span]:
    at = 0
    for paragraph in text.split("\n\n") if text else ():
        yield Span(at, at + len(paragraph))
        at += len(paragraph) + 2


def _told(dropped: tuple[Dropped, ...]) -> tuple[Warn, ...]:
    kinds = sorted({piece.kind for piece in dropped})
    if not kinds:
        return ()
    return (
        Warn(
            "packaging-dropped", f"Left out {len(dropped)} paragraphs that are not the article's: {', '.join(kinds)}."
        ),
    )
