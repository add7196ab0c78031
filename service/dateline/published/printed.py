"""Dates printed above, below or at the head of the text: stamps, date lines, bylines, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.clean.stamps import is_day, is_stamp
from dateline.published.address import years
from dateline.published.finding import Case, Finding, printed_day, yearless_day
from dateline.values import Span

HEAD = 5
"""How many paragraphs can stand above the story: headline, standfirst, byline, date."""

_LINE = 100
_MANY = 50
_DATE_WORDS = 6
_LABEL = re.compile(
    r"(?P<late>(?:last )?(?:updated|modified))|(?:first |originally )?(?:published|posted|created)", re.IGNORECASE
)
_AFTER_LABEL = re.compile(r"\s*+(?:on\b|at\b)?\s*+:?\s*+", re.IGNORECASE)
_PIECE = re.compile(r"(?:(?! [-–—/] )[^|•·])+")
_BYLINE = re.compile(r"(?:by|from)\b", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.]\d\d\s*+(?:[ap]\.?m\.?)?\s*+\(?[A-Z]{0,5}\)?|\d++ min(?:ute)?s? read", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<lead>[^()/_—–]{3,90}?)\s{0,3}(?P<agency>\([^()]{2,40}\)|/[^/]{2,40}/)?\s{0,3}(?:--|[—–_]|-(?=\s)|:(?=\s))"
)
_NOT_PLACES = frozenset("a an the in on at by from since until after before during between to and but as when".split())
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day at the end of a stretch of text; ``whole`` says whether its year is told, ``before`` what precedes it."""

    day: date
    whole: bool
    before: str
    span: Span


def stamp(case: Case) -> Finding | None:
    """A line that says of itself when the article was published: "Published: 15 Sept 2022"."""
    return next(_stamps(case, late=False), None)


def updated(case: Case) -> Finding | None:
    """A line that says when it was last updated: that day or before."""
    return next(_stamps(case, late=True), None)


def _stamps(case: Case, late: bool) -> Iterator[Finding]:
    words = f"the line that says when it was {'updated' if late else 'published'}"
    for dropped in [dropped for dropped in case.clean.dropped if dropped.kind == "stamp"][:HEAD]:
        labels = list(_LABEL.finditer(dropped.text))
        for label, following in zip(labels, [*labels[1:], None], strict=True):
            rest = dropped.text[label.end() : following.start() if following else None]
            day = printed_day(_AFTER_LABEL.sub("", rest, count=1))
            if day is not None and late == (label["late"] is not None):
                sure = 0.7 if late else 0.95
                yield Finding("printed", words, sure, day, quote=dropped.text, evidence=dropped.sent, side=int(late))


def printed(case: Case) -> Finding | None:
    """A line at the head of the text, or its last, that is a date, perhaps after a place or a byline.

    A text with several days as lines is a list of them, and none is its own.
    """
    lines = [line for place in _edges(case) if (line := _date_line(case, place)) is not None]
    if not lines or _is_list(case):
        return None
    quote, evidence = case.quoted(lines[0].span)
    return Finding("printed", "the printed date line", 0.95, lines[0].day, quote=quote, evidence=evidence)


def _edges(case: Case) -> list[Span]:
    paragraphs = case.clean.paragraphs
    return [*paragraphs[:HEAD], *paragraphs[HEAD:][-1:]]


def _is_list(case: Case) -> bool:
    places = [place for place in case.clean.paragraphs if is_stamp(place.of(case.clean.text))]
    return len({printed_day(place.of(case.clean.text)) for place in places[:_MANY]}) > 1


def _date_line(case: Case, place: Span) -> _Dated | None:
    if place.end - place.start > _LINE:
        return None
    pieces = [Span(*piece.span()) for piece in _PIECE.finditer(case.clean.text, place.start, place.end)]
    read = [_dated_piece(case.clean.text, piece) for piece in pieces]
    others = [piece.of(case.clean.text) for piece, dated in zip(pieces, read, strict=True) if dated is None]
    return next(filter(None, read), None) if all(map(_is_heading, others)) else None


def _dated_piece(text: str, piece: Span) -> _Dated | None:
    dated = _at_end(text, piece)
    return dated if dated and dated.whole and (not dated.before or _is_heading(dated.before)) else None


def _is_heading(words: str) -> bool:
    """Whether the words can stand beside a date above a text: a byline, a place, a time of day."""
    words = words.strip()
    return _is_place(words) or bool(_BYLINE.match(words) or _TIME.fullmatch(words))


def dateline(case: Case) -> Finding | None:
    """The day in a dateline: "SAMARKAND, Sept 15 (Reuters) -". Its year, where it tells none, is that of the address,
    the copyright line or the latest linked page, where these leave but one."""
    places = case.clean.paragraphs
    found = [dated for place in places[:_MANY] if (dated := _dateline(case.clean.text, place)) is not None]
    if not found or len({dated.day for dated in found}) > 1 or found[0].span.start > places[:HEAD][-1].end:
        return None
    quote, evidence = case.quoted(found[0].span)
    if found[0].whole:
        return Finding("dateline", "the dateline", 0.9, found[0].day, quote=quote, evidence=evidence)
    day, whence = years(case, found[0].day)
    words = f"the dateline, with the year of {whence}" if day else "the dateline, which tells no year"
    return Finding("dateline", words, 0.85, day, quote=quote, evidence=evidence)


def _dateline(text: str, place: Span) -> _Dated | None:
    head = _DATELINE.match(text, place.start, place.end)
    if head is None:
        return None
    dated = _at_end(text, Span(*head.span("lead")))
    if dated is None:
        return None
    is_placed = _is_place(dated.before) and (bool(head["agency"]) or dated.before.endswith(",") or dated.whole)
    return dated if is_placed or (not dated.before and head["agency"]) else None


def _at_end(text: str, span: Span) -> _Dated | None:
    """The longest date that the stretch ends with. Its shape is looked at first: reading takes a millisecond."""
    words = list(_WORD.finditer(text, span.start, span.end))
    end = words[-1].end() if words else span.end
    for word in words[-_DATE_WORDS - 3 :]:
        if word[0].lower() in _NOT_PLACES:
            continue
        candidate = text[word.start() : end]
        if not is_day(candidate):
            continue
        before = text[span.start : word.start()].strip()
        for read, whole in ((printed_day, True), (yearless_day, False)):
            day = read(candidate)
            if day is not None:
                return _Dated(day, whole, before, Span(word.start(), end))
    return None


def _is_place(words: str) -> bool:
    """Whether the words can name a place: capitals but for small words, and no sentence's beginning."""
    parts = words.replace(",", " ").split()
    if not parts or len(parts) > _DATE_WORDS or parts[0].lower() in _NOT_PLACES:
        return False
    return all(part[0].isupper() or part in {"of", "the", "de", "and", "la", "el"} for part in parts)
