"""Arithmetic of the calendar: where a partial date can fall, and which place is nearest, last, next."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.dates.holidays import HOLIDAYS
from dateline.dates.period import Period, Unit, add_months
from dateline.dates.say import Partial


def in_year(partial: Partial, year: int) -> Period | None:
    """``partial`` in a year; None where that year has none (29 February). A weekday alone is in no year."""
    return next(iter(_all_in_year(partial, year)), None)


def _all_in_year(partial: Partial, year: int) -> list[Period]:
    """More than one only of a feast whose own year is shorter than ours."""
    try:
        if partial.holiday is not None:
            return [Period(Unit.DAY, first) for first in HOLIDAYS[partial.holiday](year)]
        found = _in_year(partial, year)
    except (ValueError, OverflowError):
        return []
    return [] if found is None else [found]


def _in_year(partial: Partial, year: int) -> Period | None:
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
        for year in range(max(near.year - reach, 1), min(near.year + reach, 9999) + 1):
            yield from _all_in_year(partial, year)


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
