"""TIMEX3 values: how TimeML writes a time."""

from __future__ import annotations

from dateline.dates.period import Period, Unit
from dateline.dates.say import SEASONS
from dateline.dates.when import Clock

UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.SEASON: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}
"""The value of a period of which nothing but its unit is known; other units are ``XXXX``."""


def of_period(period: Period) -> str:
    """The value of a period: ``1998-02-27``, ``1998-W09``, ``1998-02``, ``1998-Q1``, ``1998-SP``, ``199``, ``19``."""
    year = f"{period.first.year:04}"
    match period.unit:
        case Unit.YEAR:
            return year
        case Unit.DECADE:
            return year[:3]
        case Unit.CENTURY:
            return year[:2]
        case Unit.MILLENNIUM:
            return year[:1]
        case Unit.MONTH:
            return f"{year}-{period.index:02}"
        case Unit.QUARTER:
            return f"{year}-Q{period.index}"
        case Unit.HALF:
            return f"{year}-H{period.index}"
        case Unit.SEASON:
            return f"{year}-{SEASONS[period.index - 1]}"
        case Unit.WEEK | Unit.FORTNIGHT | Unit.WEEKEND:
            iso = period.first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if period.unit is Unit.WEEKEND else "")
        case _:
            return period.first.isoformat()


def of_clock(clock: Clock) -> str:
    """What follows the day: ``T22:00``, ``TEV``. Zones are left out, as TimeBank does."""
    if clock.hour is None:
        return f"T{clock.part or 'XX'}"
    second = "" if clock.second is None else f":{clock.second:02}"
    return f"T{clock.hour:02}:{clock.minute or 0:02}{second}"
