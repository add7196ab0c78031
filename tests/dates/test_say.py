"""How what is said is written."""

from __future__ import annotations

import pytest

from dateline.dates import Clock, Period, Unit, timex3
from dateline.dates.say import (
    Amount,
    At,
    Every,
    Lasting,
    Nth,
    Origin,
    Partial,
    Portion,
    Range,
    Run,
    Say,
    Seek,
    Shift,
    Step,
    Then,
    Within,
    unit_of,
    written,
)

MAY = Partial(month=5)
YEAR = Step(-1, Unit.YEAR)


@pytest.mark.parametrize(
    ("expected", "unit", "say"),
    [
        ("2015-03-03", Unit.DAY, Partial(year=2015, month=3, day=3)),
        ("XXXX-05-01", Unit.DAY, Partial(month=5, day=1)),
        ("XXXX-XX-15", Unit.DAY, Partial(day=15)),
        ("XXXX-WXX-5", Unit.DAY, Partial(weekday=4)),
        ("XXXX-05", Unit.MONTH, MAY),
        ("XXXX-Q3", Unit.QUARTER, Partial(quarter=3)),
        ("2012-H1", Unit.HALF, Partial(year=2012, half=1)),
        ("XXXX-SP", Unit.SEASON, Partial(season=1)),
        ("XX98", Unit.YEAR, Partial(short_year=98)),
        ("199X", Unit.DECADE, Partial(decade=199)),
        ("XX9X", Unit.DECADE, Partial(decade=9)),
        ("18XX", Unit.CENTURY, Partial(century=18)),
        ("prev(week)", Unit.WEEK, Step(-1, Unit.WEEK)),
        ("-2(day)", Unit.DAY, Step(-2, Unit.DAY)),
        ("next(day of focus)", Unit.DAY, Step(1, Unit.DAY, Origin.FOCUS)),
        ("P2W before publication", Unit.WEEK, Shift((Amount(2, Unit.WEEK),), -1)),
        ("P1D after event", Unit.DAY, Shift((Amount(1, Unit.DAY),), 1, Origin.EVENT)),
        ("last(XXXX-05)", Unit.MONTH, Seek(-1, MAY)),
        ("XXXX-05 in prev(year)", Unit.MONTH, Within(MAY, YEAR)),
        ("weekday 4 3 of XXXX-05", Unit.DAY, Nth(3, 3, MAY)),
        ("XXXX-05 END", Unit.MONTH, Portion("END", MAY)),
        ("XXXX-WXX-5TNI", Unit.HOUR, At(Partial(weekday=4), Clock(part="NI"))),
        ("focus", Unit.DAY, Then()),
        ("P3M up to publication", Unit.DAY, Run((Amount(3, Unit.MONTH),), -1)),
        ("P3D MORE_THAN", Unit.DAY, Lasting((Amount(3, Unit.DAY),), "MORE_THAN")),
        ("every P1D", Unit.DAY, Every("P1D")),
        ("XXXX-05/prev(year)", Unit.DAY, Range(MAY, YEAR)),
    ],
)
def test_what_is_said_has_a_short_form_and_a_grain(expected: str, unit: Unit, say: Say) -> None:
    assert (str(say), unit_of(say)) == (expected, unit)


@pytest.mark.parametrize(
    ("expected", "amounts"),
    [
        ("P3D", [(3, Unit.DAY)]),
        ("P2Y6M", [(2, Unit.YEAR), (6, Unit.MONTH)]),
        ("P2Y6M", [(2.5, Unit.YEAR)]),
        ("PT30M", [(0.5, Unit.HOUR)]),
        ("PT1H30M", [(1.5, Unit.HOUR)]),
        ("PXM", [(None, Unit.MONTH)]),
        ("PTXM", [(None, Unit.MINUTE)]),
        ("P20Y", [(2, Unit.DECADE)]),
        ("P2W", [(1, Unit.FORTNIGHT)]),
        ("P1DT2H", [(1, Unit.DAY), (2, Unit.HOUR)]),
    ],
)
def test_a_length_is_written_as_in_timex3(expected: str, amounts: list[tuple[float | None, Unit]]) -> None:
    assert written(tuple(Amount(count, unit) for count, unit in amounts)) == expected


@pytest.mark.parametrize(
    ("expected", "period"),
    [
        ("1998-02-27", Period.day(1998, 2, 27)),
        ("1998-W09", Period.containing(Period.day(1998, 2, 27).first, Unit.WEEK)),
        ("1998-W09-WE", Period.containing(Period.day(1998, 2, 27).first, Unit.WEEKEND)),
        ("1998-02", Period.month(1998, 2)),
        ("1998-Q1", Period.quarter(1998, 1)),
        ("1998-H2", Period.half(1998, 2)),
        ("1998-WI", Period.season(1998, 4)),
        ("1998", Period.year(1998)),
        ("199", Period.containing(Period.day(1998, 2, 27).first, Unit.DECADE)),
        ("19", Period.containing(Period.day(1998, 2, 27).first, Unit.CENTURY)),
    ],
)
def test_a_period_is_written_as_in_timex3(expected: str, period: Period) -> None:
    assert timex3.of_period(period) == expected


@pytest.mark.parametrize(
    ("expected", "clock"), [("T22:00", Clock(22)), ("T10:35", Clock(10, 35, zone="Z")), ("TEV", Clock(part="EV"))]
)
def test_a_clock_time_is_written_as_in_timex3(expected: str, clock: Clock) -> None:
    assert timex3.of_clock(clock) == expected
