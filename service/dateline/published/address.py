"""Days that addresses bear, the article's own and those it links to, and the year of its copyright line."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from dateline.dates import Period
from dateline.dates.edtf import MONTHS
from dateline.published.finding import Case, Finding
from dateline.values import Link, Span

AGREEING = timedelta(days=7)
"""How near to the latest linked page another must be for the two to agree."""

SOON = timedelta(days=60)
"""How long after the latest linked page an article can be published that says no year."""

_ABBREVIATED = [month[:3].lower() for month in MONTHS]
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DAY = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})"
    rf"(?:(?P<mark>[/_.-]?)(?P<month>0[1-9]|1[0-2]|{_NAMES})(?P=mark)(?P<day>0[1-9]|[12][0-9]|3[01])"
    r"|(?P<split>[/-])(?P<short_month>1[0-2]|[1-9])(?P=split)(?P<short_day>[12][0-9]|3[01]|[1-9]))(?![0-9])",
    re.IGNORECASE,
)
_MONTH = re.compile(r"/((?:19|20)[0-9]{2})(?:[/-]?(0[1-9]|1[0-2]))?(?=/)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def url(case: Case) -> Finding | None:
    """The day in the article's own address, or the month or year as a bound."""
    address = case.article.url or ""
    found = day_in(address)
    if found is not None:
        day, quote = found
        return Finding("url", "the article's address", 0.9, day, quote=quote)
    month = _MONTH.search(address)
    if month is None:
        return None
    year = int(month[1])
    bound = Period.month(year, int(month[2])) if month[2] else Period.year(year)
    return Finding("url", "the article's address", 0.0, bound=bound, quote=month[0].strip("/"))


def link(case: Case) -> Finding | None:
    """The latest day that linked pages bear, where the evidence agrees.

    An article is not older than what it links to, and news links to what is new: two pages of one week, the copyright
    line's year if there is one, and no later day that the text tells as past.
    """
    dated = _dated_links(case)
    if not dated:
        return None
    (latest, quote, where), notice = dated[-1], copyright_line(case)
    days = {day for day, _, _ in dated if latest - day <= AGREEING}
    year = notice.bound.first.year if notice and notice.bound else latest.year
    if len(days) < 2 or year != latest.year or _told_later(case, latest):
        return None
    words = "the latest day that pages it links to bear" + (", and its copyright line's year" if notice else "")
    return Finding("link", words, 0.7 if notice else 0.6, latest, quote=quote, evidence=where, side=-1)


def copyright_line(case: Case) -> Finding | None:
    """The year of the copyright line, a bound only."""
    for dropped in case.clean.dropped:
        years = [int(year) for year in _YEAR.findall(dropped.text)] if dropped.kind == "copyright" else []
        if years:
            bound = Period.year(max(years))
            return Finding(
                "copyright", "the copyright line", 0.0, bound=bound, quote=dropped.text, evidence=dropped.sent
            )
    return None


def years(case: Case, day: date) -> tuple[date | None, str]:
    """``day`` in the one year that the address, the copyright line or links leave for it, else None; and which."""
    for source in (url(case), copyright_line(case)):
        first = source and (source.day or (source.bound and source.bound.first))
        if source and first:
            return _in_year(day, first.year), source.words
    dated = _dated_links(case)
    if not dated:
        return None, ""
    latest = dated[-1][0]
    candidates = [_in_year(day, year) for year in (latest.year, latest.year + 1) if year <= date.max.year]
    near = [found for found in candidates if found is not None and latest <= found <= latest + SOON]
    return (near[0] if near else None), "the pages it links to"


def day_in(address: str) -> tuple[date, str] | None:
    """The day that an address bears and how it is written there: ``/2022/09/15/``, ``20220915``, ``2022/sep/15``."""
    found = _DAY.search(address)
    if found is None:
        return None
    month, day = found["month"] or found["short_month"], found["day"] or found["short_day"]
    number = int(month) if month.isdigit() else _ABBREVIATED.index(month[:3].lower()) + 1
    with suppress(ValueError):
        return date(int(found["year"]), number, int(day)), found[0]
    return None


def _dated_links(case: Case) -> list[tuple[date, str, Span]]:
    """Day, words and place of every dated link, the latest last."""
    found = [(*dated, item) for item in case.clean.links if (dated := day_in(item.url)) is not None]
    return sorted((day, quote, _place(case.article.sent, quote, item)) for day, quote, item in found)


def _place(sent: str, quote: str, item: Link) -> Span:
    """Where in the link's address the day stands."""
    at = sent.find(quote, item.sent.start, item.sent.end)
    return item.sent if at < 0 else Span(at, at + len(quote))


def _told_later(case: Case, latest: date) -> bool:
    """Whether the text tells something as past that is dated after ``latest``."""
    return any(
        timex.tense == "past" and day is not None and day > latest
        for timex in case.timexes
        for day in [_day_said(timex.says)]
    )


def _day_said(says: object) -> date | None:
    fields = [getattr(says, name, None) for name in ("year", "month", "day")]
    try:
        return date(*fields) if all(isinstance(field, int) for field in fields) else None  # type: ignore[arg-type]
    except ValueError:
        return None


def _in_year(day: date, year: int) -> date | None:
    """The same day of another year; None where that has no 29 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None
