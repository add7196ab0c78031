"""Units of the calendar and the periods they cut it into."""

from __future__ import annotations

import calendar
import enum
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering


@total_ordering
class Unit(enum.Enum):
    """A unit of time, finest first; ``<`` means finer. The value is the name used in ``precision``."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """Position in the order of fineness, 0 for the second."""
        return _RANK[self]

    @property
    def months(self) -> int | None:
        """Length in months, or None for units that are not whole months."""
        return _MONTHS.get(self)

    @property
    def days(self) -> int | None:
        """Length in days, or None for units that are not whole days or vary."""
        return _DAYS.get(self)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Unit):
            return NotImplemented
        return self.rank < other.rank


_RANK = {unit: rank for rank, unit in enumerate(Unit)}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.SEASON: 3,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
    Unit.MILLENNIUM: 12000,
}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}

FIRST_DAY = date.min
LAST_DAY = date.max


def add_months(day: date, months: int) -> date:
    """The same day ``months`` months on (negative: back), or that month's last day where it has no such day.

    Raises ``OverflowError`` outside the years 1 to 9999, as ``date`` arithmetic does.
    Example: 31 January plus one month is 28 (or 29) February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add(day: date, count: int, unit: Unit) -> date:
    """``day`` moved by ``count`` units; months and longer keep the day of the month where they can.

    Units finer than the day move nothing. Raises ``OverflowError`` outside the years 1 to 9999.
    """
    if unit.months is not None:
        return add_months(day, count * unit.months)
    return day + timedelta(days=count * (unit.days or 0))


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


@dataclass(frozen=True, slots=True)
class Period:
    """One cell of the calendar: a unit (the day or longer) and its first day.

    The cells of one unit tile the calendar: weeks start on Monday, weekends are Saturday and Sunday, quarters and
    halves are those of the calendar year, spring starts on 1 March, the decade 1990-1999 on 1 January 1990, and the
    20th century on 1 January 1900 (the common reading; EDTF ``19XX``).
    """

    unit: Unit
    first: date

    @classmethod
    def containing(cls, day: date, unit: Unit) -> Period:
        """The period of ``unit`` that ``day`` lies in. Days between weekends belong to the weekend that follows."""
        return cls(unit, _start(day, unit))

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """One day. Raises ``ValueError`` where the calendar has no such day."""
        return cls(Unit.DAY, date(year, month, day))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """One month."""
        return cls(Unit.MONTH, date(year, month, 1))

    @classmethod
    def year(cls, year: int) -> Period:
        """One year, 1 to 9999."""
        return cls(Unit.YEAR, date(year, 1, 1))

    @classmethod
    def season(cls, year: int, index: int) -> Period:
        """Spring (1), summer (2), autumn (3) or winter (4) of ``year``; winter runs into the next year's February."""
        return cls(Unit.SEASON, date(year, 3 * index, 1))

    @classmethod
    def quarter(cls, year: int, index: int) -> Period:
        """The first (1) to fourth (4) quarter of a calendar year."""
        return cls(Unit.QUARTER, date(year, 3 * index - 2, 1))

    @classmethod
    def half(cls, year: int, index: int) -> Period:
        """The first (1) or second (2) half of a calendar year."""
        return cls(Unit.HALF, date(year, 6 * index - 5, 1))

    @property
    def last(self) -> date:
        """The last day, inclusive."""
        if self.unit is Unit.DAY:
            return self.first
        if self.unit is Unit.WEEKEND:
            return self.first + timedelta(days=1)
        try:
            return add(self.first, 1, self.unit) - timedelta(days=1)
        except OverflowError:
            return LAST_DAY

    @property
    def index(self) -> int:
        """Which of its kind within the year, from 1: month, quarter, half, season (spring is 1), ISO week."""
        match self.unit:
            case Unit.WEEK | Unit.WEEKEND | Unit.FORTNIGHT:
                return self.first.isocalendar().week
            case Unit.SEASON:
                return self.first.month // 3
            case Unit.QUARTER | Unit.HALF:
                return (self.first.month - 1) // (self.unit.months or 1) + 1
            case Unit.MONTH:
                return self.first.month
            case _:
                return self.first.day if self.unit is Unit.DAY else 1

    def shift(self, count: int) -> Period:
        """The period ``count`` cells later (negative: earlier). Raises ``OverflowError`` off the calendar."""
        return Period(self.unit, add(self.first, count, self.unit))


def _start(day: date, unit: Unit) -> date:
    match unit:
        case Unit.WEEK:
            return _back(day, day.weekday())
        case Unit.WEEKEND:
            saturday = _back(day, day.weekday()) + timedelta(days=5)
            return saturday
        case Unit.FORTNIGHT:
            return _back(day, day.weekday())
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.SEASON:
            year = day.year - (day.month < 3)
            return date(max(year, 1), (day.month // 3 or 4) * 3, 1)
        case Unit.QUARTER:
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case Unit.HALF:
            return date(day.year, 1 if day.month <= 6 else 7, 1)
        case Unit.YEAR:
            return date(day.year, 1, 1)
        case Unit.DECADE:
            return date(max(day.year // 10 * 10, 1), 1, 1)
        case Unit.CENTURY:
            return date(max(day.year // 100 * 100, 1), 1, 1)
        case Unit.MILLENNIUM:
            return date(max(day.year // 1000 * 1000, 1), 1, 1)
        case _:
            return day


def _back(day: date, days: int) -> date:
    return FIRST_DAY if day.toordinal() <= days else day - timedelta(days=days)
