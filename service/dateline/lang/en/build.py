"""What the rules of English build: small functions from captures to what is said."""

from __future__ import annotations

from typing import Any

from dateline.dates.period import Unit
from dateline.dates.say import (
    SEASONS,
    Amount,
    At,
    Every,
    Lasting,
    Origin,
    Partial,
    Portion,
    Range,
    Run,
    Say,
    Shift,
    Step,
    Within,
    written,
)
from dateline.dates.when import Clock
from dateline.timex.rule import Word

EVENT_DAY = Step(0, Unit.DAY, Origin.EVENT)
"""The day of "the morning of the …", until what follows proves to be a date: the morning of the 29th."""


def part_of_event(part: str) -> At:
    """A part of the day of something that happened then."""
    return in_part(part, EVENT_DAY)


def dated(year: int | None = None, **fields: Any) -> Partial:
    """Fields of the calendar; a year below 100 is one of two digits."""
    if year is not None and year < 100:
        return Partial(short_year=year, **fields)
    return Partial(year=year, **fields)


def day(
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
    weekday: int | None = None,
) -> Say:
    """A day of the calendar, as far as it is named. One that no month has (31 February) is a matter of grounding."""
    return dated(year, month=month, day=day, weekday=weekday)


def number(tens: int = 0, ones: int = 0) -> Word:
    """Twenty-four."""
    return counted(tens + ones)


def counted(count: float | None) -> Word:
    """A number, None for one that is not said."""
    return Word({"number": count, "count": count})


def year_word(year: int) -> Word:
    """A year said in words."""
    return Word({"year": year, "any_year": year, "number": year})


def lasting(count: float | None, unit: Unit, mod: str | None = None) -> Lasting:
    """So many units."""
    return Lasting((Amount(count, unit),), mod)


def shift(count: float | None, unit: Unit, sign: int, origin: Origin | Say = Origin.PUBLICATION) -> Shift:
    """So many units from the origin."""
    return Shift((Amount(count, unit),), sign, origin)


def step(step: int, unit: Unit) -> Say:
    """Last week, this month, next year."""
    return Step(step, unit)


def run(direction: int, count: float | None, unit: Unit) -> Run:
    """The past three months, the next few days."""
    return Run((Amount(count, unit),), direction)


def every(unit: Unit, count: int = 1, quant: str | None = None, freq: str | None = None) -> Every:
    """Every two weeks."""
    return Every(written((Amount(count, unit),)), quant, freq)


def at(clock: tuple[int, int | None], zone: str | None = None, day: Say | None = None) -> At | None:
    """A time of the clock; None where no clock shows it."""
    hour, minute = clock
    if hour > 24 or (minute or 0) > 59 or (hour == 24 and minute):
        return None
    return At(day, Clock(hour, minute, None, zone))


def twelve(hour: int, minute: int | None, ampm: int) -> tuple[int, int | None]:
    """Hours of the half day to hours of the day: 12 a.m. is 0, 12 p.m. is 12. Past 12 the hour is left out of range."""
    return ((hour % 12 + ampm) if 1 <= hour <= 12 else 99), minute


def in_part(part: str, day: Say | None = None) -> At:
    """A part of a day: Friday night."""
    return At(day, Clock(part=part))


def within(inner: Say, outer: Say) -> Say | None:
    """May of last year; None where the inner one is no part of a year, week or month."""
    return Within(inner, outer) if isinstance(inner, Partial) else None


def days(first: int, last: int, month: int, year: int | None = None) -> Range | None:
    """Days of one month, from the first to the last."""
    return Range(day(first, month, year), day(last, month, year)) if 1 <= first < last <= 31 else None


def portion(mod: str, of: Say) -> Say:
    """Early, late, about."""
    if isinstance(of, Lasting):
        return Lasting(of.amounts, mod)
    return Portion(mod, of)


def each_season(season: int, quant: str | None = None) -> Every:
    """Every summer."""
    return Every(f"XXXX-{SEASONS[season - 1]}", quant)
