"""Arithmetic of the calendar: where a partial date can fall, and which place is nearest, last, next."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter

from dateline.dates.period import Period, Unit, add_months
from dateline.dates.say import Partial

Holiday = Callable[[int], date]


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The ``n``-th ``weekday`` (0 Monday) of a month; -1 is the last. Raises ``ValueError`` where it has none.

    Example: ``nth_weekday(2012, 11, 3, 4)`` is Thanksgiving, 2012-11-22.
    """
    days = calendar.monthrange(year, month)[1]
    found = [day for day in range(1, days + 1) if date(year, month, day).weekday() == weekday]
    try:
        return date(year, month, found[n - 1 if n > 0 else n])
    except IndexError:
        raise ValueError(f"no weekday {weekday} number {n} in {year}-{month}") from None


def _fixed(month: int, day: int) -> Holiday:
    return lambda year: date(year, month, day)


def _weekday(month: int, weekday: int, n: int) -> Holiday:
    return lambda year: nth_weekday(year, month, weekday, n)


def _easter(days: int) -> Holiday:
    return lambda year: easter(year) + timedelta(days=days)


HOLIDAYS: dict[str, Holiday] = {
    "new year's day": _fixed(1, 1),
    "martin luther king day": _weekday(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "orthodox christmas": _fixed(1, 7),
    "australia day": _fixed(1, 26),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _weekday(2, 0, 3),
    "international women's day": _fixed(3, 8),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "ash wednesday": _easter(-46),
    "mardi gras": _easter(-47),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "holy saturday": _easter(-1),
    "ascension day": _easter(39),
    "good friday": _easter(-2),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "pentecost": _easter(49),
    "orthodox easter": lambda year: easter(year, EASTER_ORTHODOX),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "cinco de mayo": _fixed(5, 5),
    "mother's day": _weekday(5, 6, 2),
    "memorial day": _weekday(5, 0, -1),
    "father's day": _weekday(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _weekday(9, 0, 1),
    "columbus day": _weekday(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "election day": lambda year: nth_weekday(year, 11, 0, 1) + timedelta(days=1),
    "bonfire night": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "remembrance sunday": _weekday(11, 6, 2),
    "thanksgiving": _weekday(11, 3, 4),
    "black friday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=1),
    "cyber monday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=4),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
}
"""Named days of the year (those of the United States where countries differ): the day in a given year."""


def in_year(partial: Partial, year: int) -> Period | None:
    """``partial`` in a year; None where that year has none (29 February). A weekday alone is in no year."""
    try:
        return _in_year(partial, year)
    except (ValueError, OverflowError):
        return None


def _in_year(partial: Partial, year: int) -> Period | None:
    if partial.holiday is not None:
        return Period(Unit.DAY, HOLIDAYS[partial.holiday](year))
    if partial.month is not None:
        if partial.day is not None:
            return Period.day(year, partial.month, partial.day)
        return Period.month(year, partial.month)
    if partial.quarter is not None:
        return Period.quarter(year, partial.quarter)
    if partial.half is not None:
        return Period.half(year, partial.half)
    if partial.season is not None:
        return Period.season(year, partial.season)
    return None if partial.unit is Unit.DAY else Period.year(year)


def complete(partial: Partial) -> Period | None:
    """The one period that a complete partial names; None where something is missing or impossible."""
    if partial.decade is not None:
        return Period(Unit.DECADE, date(partial.decade * 10, 1, 1)) if partial.decade > 9 else None
    if partial.century is not None:
        return Period(Unit.CENTURY, date(max(partial.century * 100, 1), 1, 1))
    return in_year(partial, partial.year) if partial.year else None


def places(partial: Partial, near: date) -> Iterator[Period]:
    """Every period around ``near`` that ``partial`` can name, earliest first: at least one before and one after."""
    if partial.short_year is not None or partial.decade is not None:
        yield from _centuries(partial, near)
    elif partial.month is None and partial.weekday is not None and partial.day is None:
        monday = near - timedelta(days=near.weekday())
        yield from (Period(Unit.DAY, monday + timedelta(days=7 * week + partial.weekday)) for week in range(-2, 3))
    elif partial.month is None and partial.day is not None:
        yield from _days_of_month(partial, near)
    else:
        reach = 9 if (partial.month, partial.day) == (2, 29) else 2
        found = (in_year(partial, year) for year in range(max(near.year - reach, 1), min(near.year + reach, 9999) + 1))
        yield from (period for period in found if period is not None)


def _centuries(partial: Partial, near: date) -> Iterator[Period]:
    for century in range(max(near.year // 100 - 1, 1), min(near.year // 100 + 1, 98) + 1):
        if partial.decade is not None:
            yield Period(Unit.DECADE, date(century * 100 + partial.decade * 10, 1, 1))
        else:
            found = in_year(partial, century * 100 + (partial.short_year or 0))
            if found is not None:
                yield found


def _days_of_month(partial: Partial, near: date) -> Iterator[Period]:
    reach = 2 if partial.weekday is None else 14
    for months in range(-reach, reach + 1):
        first = add_months(near.replace(day=1), months)
        if (partial.day or 1) <= calendar.monthrange(first.year, first.month)[1]:
            day = first.replace(day=partial.day or 1)
            if partial.weekday is None or day.weekday() == partial.weekday:
                yield Period(Unit.DAY, day)


def distance(period: Period, day: date) -> int:
    """Days from ``day`` to the period, 0 inside it."""
    if day < period.first:
        return (period.first - day).days
    return max(0, (day - period.last).days)


def nearest(partial: Partial, day: date) -> Period | None:
    """The place nearest to ``day``, the earlier of two equally near."""
    return min(places(partial, day), key=lambda period: distance(period, day), default=None)


def latest(partial: Partial, day: date, *, strictly: bool = False) -> Period | None:
    """The last place that has begun by ``day``; strictly: that is over before ``day``."""
    found = [each for each in places(partial, day) if (each.last < day if strictly else each.first <= day)]
    return found[-1] if found else None


def coming(partial: Partial, day: date, *, strictly: bool = False) -> Period | None:
    """The first place that is not over on ``day``; strictly: that begins after ``day``."""
    return next((each for each in places(partial, day) if (each.first > day if strictly else each.last >= day)), None)
