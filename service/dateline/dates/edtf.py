"""Times written as EDTF (ISO 8601-2, levels 0 and 1) and for readers."""

from __future__ import annotations

from dateline.dates.period import Period, Unit
from dateline.dates.when import When

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")


def edtf(when: When) -> str:
    """The EDTF string, as coarse as the time is known and never finer.

    A week, a weekend and a half year have no level 1 form and are written as intervals of days and months. A part of
    the day and a time on the clock are not written: EDTF would ask for seconds that nobody said.
    Example: February 2022, approximately, is ``2022-02~``.
    """
    single = when.single
    mark = "~" if when.approximate else ""
    if single is not None:
        ends = _ends(single)
        return "/".join(end + mark for end in ends)
    start = ".." if when.start is None else _ends(when.start)[0] + mark
    end = ".." if when.end is None else _ends(when.end)[-1] + mark
    return f"{start}/{end}"


def _ends(period: Period) -> tuple[str] | tuple[str, str]:
    year, last = f"{period.first.year:04}", period.last
    match period.unit:
        case Unit.CENTURY:
            return (f"{year[:2]}XX",)
        case Unit.DECADE:
            return (f"{year[:3]}X",)
        case Unit.YEAR:
            return (year,)
        case Unit.SEASON:
            return (f"{year}-{20 + period.index}",)
        case Unit.QUARTER:
            return (f"{year}-{32 + period.index}",)
        case Unit.HALF:
            return f"{year}-{period.first.month:02}", f"{year}-{last.month:02}"
        case Unit.MONTH:
            return (f"{year}-{period.first.month:02}",)
        case Unit.WEEK | Unit.WEEKEND | Unit.FORTNIGHT:
            return period.first.isoformat(), last.isoformat()
        case Unit.MILLENNIUM:
            return year, f"{last.year:04}"
        case _:
            return (period.first.isoformat(),)


def display(when: When) -> str:
    """The time as a reader would have it: ``August 2022``, ``about 24 February 2022``, ``from 2020``."""
    single = when.single
    about = "about " if when.approximate else ""
    if single is not None:
        part = f"{_PARTS[when.part.value]} " if when.part else ""
        clock = f", {when.clock}" if when.clock and when.clock.hour is not None else ""
        return about + part + _name(single) + clock
    if when.start is None:
        return f"until {about}{_name(when.end)}" if when.end else ""
    if when.end is None:
        return f"from {about}{_name(when.start)}"
    return f"{about}{_name(when.start)} to {_name(when.end)}"


_PARTS = {"START": "early", "MID": "mid", "END": "late"}


def _name(period: Period) -> str:
    first, last = period.first, period.last
    match period.unit:
        case Unit.CENTURY:
            return f"{first.year // 100 * 100}s (century)"
        case Unit.DECADE:
            return f"{first.year}s"
        case Unit.YEAR:
            return str(first.year)
        case Unit.SEASON:
            return f"{_SEASONS[period.index - 1]} {first.year}"
        case Unit.QUARTER | Unit.HALF:
            return f"{_ORDINALS[period.index - 1]} {period.unit.value} of {first.year}"
        case Unit.MONTH:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case Unit.WEEK:
            return f"week of {_day(first.day, first.month, first.year)}"
        case Unit.WEEKEND | Unit.FORTNIGHT | Unit.MILLENNIUM:
            return f"{_day(first.day, first.month, first.year)} to {_day(last.day, last.month, last.year)}"
        case _:
            return _day(first.day, first.month, first.year)


def _day(day: int, month: int, year: int) -> str:
    return f"{day} {MONTHS[month - 1]} {year}"
