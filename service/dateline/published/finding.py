"""What a source of the publication date is asked, what it answers, and how days are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateline.dates import Period, Unit, When, edtf
from dateline.errors import ArticleError
from dateline.timex.calendar import read_complete
from dateline.values import Article, CleanText, Span, Timex

LEAP_YEAR = "2000"
"""A year that every day of the calendar has: completes a day without year, so that it can be read."""

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LONGEST = 80
_CLOCK = re.compile(r"\s*(?:\bat\b|[|,]?\s*\b[0-9]{1,2}[:.][0-9]{2}(?![.0-9])).*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """All that a source may look at."""

    article: Article
    clean: CleanText
    timexes: tuple[Timex, ...]
    zone: ZoneInfo

    def quoted(self, span: Span) -> tuple[str, Span]:
        """The words of a clean span, and where they stand in the text as sent."""
        return span.of(self.clean.text), self.clean.source(span)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one source says: a day with a confidence, or only the period (``bound``) that the day lies in.

    ``words`` end the sentence "The publication date … was inferred from …". ``side`` is 0 where the day is that of
    publication, -1 where publication is that day or later (a link), 1 where it is that day or earlier (an update).
    What only ``compares`` is never itself taken for the day of publication. ``pointer`` is a payload's JSON pointer.
    """

    source: str
    words: str
    confidence: float
    day: date | None = None
    bound: Period | None = None
    quote: str | None = None
    evidence: Span | None = None
    side: int = 0
    compares: bool = False
    pointer: str | None = None

    @property
    def said(self) -> str:
        """The day or the bound, for readers: ``2022-09-15``, ``2022-09``, ``2022``."""
        period = Period(Unit.DAY, self.day) if self.day else self.bound
        return edtf(When.of(period)) if period else ""


def zone_of(article: Article) -> ZoneInfo:
    """The article's time zone. Raises ``ArticleError`` where there is none of that name."""
    try:
        return ZoneInfo(article.timezone)
    except (KeyError, ValueError, OSError) as error:
        raise ArticleError("timezone", f"Not an IANA time zone: {article.timezone!r}.") from error


def local_day(stamp: str | date, zone: ZoneInfo) -> date | None:
    """The day of an ISO 8601 date or date-time, None where it is neither.

    A date-time with an offset is an instant: its day is the one that ``zone`` had then. One without is taken as it is.
    """
    try:
        moment = _parsed(stamp.strip()) if isinstance(stamp, str) else stamp
        if not isinstance(moment, datetime):
            return moment
        return (moment if moment.tzinfo is None else moment.astimezone(zone)).date()
    except (ValueError, OverflowError):
        return None


def _parsed(stamp: str) -> date:
    try:
        return date.fromisoformat(stamp)
    except ValueError:
        return datetime.fromisoformat(stamp)


def printed_day(text: str) -> date | None:
    """The day that the whole of ``text`` names, with its year in full and perhaps a time of day, else None.

    A numeric date that could be two days ("03/04/2022") is none.
    """
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    return _unambiguous(text) or _unambiguous(_CLOCK.sub("", text))


def yearless_day(text: str) -> date | None:
    """The day that ``text`` names without a year ("Sept 15"), in ``LEAP_YEAR``."""
    if len(text) > _LONGEST or _YEAR.search(text) or not any(character.isalpha() for character in text):
        return None
    return _unambiguous(f"{text} {LEAP_YEAR}")


def _unambiguous(text: str) -> date | None:
    text = text.strip(" ,;:|()[]")
    found = read_complete(text, "DMY")
    if found is None or found != read_complete(text, "MDY"):
        return None
    return found.first
