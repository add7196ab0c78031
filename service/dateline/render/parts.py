"""The ends of a time as years, months and days, as far as each is known: what calendars without EDTF can hold."""

from __future__ import annotations

from dateline.dates import Period, When
from dateline.dates.period import Unit

Parts = tuple[int, ...]
"""A year; a year and a month; or a year, a month and a day."""

_YEARS = {Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM}
_MONTHS = {Unit.MONTH, Unit.SEASON, Unit.QUARTER, Unit.HALF}


def ends(when: When) -> tuple[Parts | None, Parts | None]:
    """The first and the last part of a time, None at an open end; equal where one part says it all.

    Example: spring 2013 is ``((2013, 3), (2013, 5))``, the 1990s are ``((1990,), (1999,))``.
    """
    return _of(when.start)[0] if when.start else None, _of(when.end)[1] if when.end else None


def known(when: When) -> Period:
    """The period that an open interval has as its one end; else the one that it starts with."""
    period = when.start or when.end
    assert period is not None
    return period


def iso(parts: Parts) -> str:
    """ISO 8601, as coarse as the parts: ``2013``, ``2013-03``, ``2013-03-01``."""
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def _of(period: Period) -> tuple[Parts, Parts]:
    length = 1 if period.unit in _YEARS else 2 if period.unit in _MONTHS else 3
    first, last = period.first, period.last
    return (first.year, first.month, first.day)[:length], (last.year, last.month, last.day)[:length]
