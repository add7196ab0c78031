"""Arithmetic of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.dates import Period
from dateline.dates.holidays import HOLIDAYS, last_day
from dateline.dates.operators import coming, complete, distance, in_year, latest, nearest
from dateline.dates.period import nth_weekday
from dateline.dates.say import Partial

DAY = date(2013, 2, 12)


@pytest.mark.parametrize(
    ("expected", "name", "year"),
    [
        (date(2012, 11, 22), "thanksgiving", 2012),
        (date(2013, 3, 31), "easter", 2013),
        (date(2013, 3, 29), "good friday", 2013),
        (date(2012, 9, 3), "labor day", 2012),
        (date(2012, 11, 6), "election day", 2012),
        (date(2013, 5, 27), "memorial day", 2013),
        (date(2013, 2, 13), "ash wednesday", 2013),
        (date(2023, 3, 23), "ramadan", 2023),
        (date(2010, 9, 10), "eid al-fitr", 2010),
        (date(1973, 10, 6), "yom kippur", 1973),
        (date(2023, 4, 6), "passover", 2023),
    ],
)
def test_a_named_day_falls_where_the_calendar_says(expected: date, name: str, year: int) -> None:
    assert HOLIDAYS[name](year) == (expected,)


def test_a_feast_of_the_moon_may_fall_twice_in_a_year() -> None:
    assert HOLIDAYS["eid al-fitr"](2000) == (date(2000, 1, 8), date(2000, 12, 27))
    assert latest(Partial(holiday="eid al-fitr"), date(2001, 1, 5)) == Period.day(2000, 12, 27)


@pytest.mark.parametrize(
    ("expected", "name", "first"),
    [
        (date(2010, 9, 9), "ramadan", date(2010, 8, 11)),
        (date(2023, 4, 13), "passover", date(2023, 4, 6)),
        (date(2013, 12, 25), "christmas", date(2013, 12, 25)),
    ],
)
def test_a_feast_lasts_as_long_as_its_calendar_says(expected: date, name: str, first: date) -> None:
    assert last_day(name, first) == expected


def test_a_feast_whose_calendar_does_not_reach_a_year_has_no_place_in_it() -> None:
    assert in_year(Partial(holiday="ramadan"), 1850) is None


@pytest.mark.parametrize("name", HOLIDAYS)
def test_every_named_day_falls_in_its_year(name: str) -> None:
    assert {first.year - year for year in range(1930, 2070) for first in HOLIDAYS[name](year)} == {0}


@pytest.mark.parametrize(
    ("before", "near", "after", "partial"),
    [
        pytest.param("2013-02-08", "2013-02-15", "2013-02-15", Partial(weekday=4), id="a weekday"),
        pytest.param("2013-02-12", "2013-02-12", "2013-02-12", Partial(weekday=1), id="the day's own weekday"),
        pytest.param("2012-12-25", "2012-12-25", "2013-12-25", Partial(month=12, day=25), id="a month and day"),
        pytest.param("2012-12-01", "2012-12-01", "2013-12-01", Partial(month=12), id="a month"),
        pytest.param("2013-02-01", "2013-02-01", "2013-02-01", Partial(month=2), id="the day's own month"),
        pytest.param("2013-02-09", "2013-02-09", "2013-03-09", Partial(day=9), id="a day of the month"),
        pytest.param("2012-07-13", "2013-09-13", "2013-09-13", Partial(day=13, weekday=4), id="Friday the 13th"),
        pytest.param("2012-02-29", "2012-02-29", "2016-02-29", Partial(month=2, day=29), id="29 February"),
        pytest.param("1998-01-01", "1998-01-01", "2098-01-01", Partial(short_year=98), id="a year of two digits"),
        pytest.param("1980-01-01", "1980-01-01", "2080-01-01", Partial(decade=8), id="a decade without its century"),
    ],
)  # fmt: skip
def test_a_partial_date_has_a_last_a_nearest_and_a_next_place(
    before: str, near: str, after: str, partial: Partial
) -> None:
    found = [place(partial, DAY) for place in (latest, nearest, coming)]
    assert [each and each.first.isoformat() for each in found] == [before, near, after]


def test_strictly_before_and_after_leave_the_day_out() -> None:
    assert latest(Partial(weekday=1), DAY, strictly=True) == Period.day(2013, 2, 5)
    assert coming(Partial(weekday=1), DAY, strictly=True) == Period.day(2013, 2, 19)


@pytest.mark.parametrize("year", [1, 9999])
def test_places_end_with_the_calendar(year: int) -> None:
    assert nearest(Partial(month=6), date(year, 6, 15)) == Period.month(year, 6)


def test_an_impossible_day_has_no_place() -> None:
    assert in_year(Partial(month=2, day=30), 2012) is None
    assert complete(Partial(year=2013, month=2, day=29)) is None
    assert nearest(Partial(month=2, day=30), DAY) is None


def test_distance_is_nothing_inside_a_period() -> None:
    assert [distance(Period.month(2013, month), DAY) for month in (1, 2, 3)] == [12, 0, 17]


def test_a_month_without_a_fifth_friday_has_none() -> None:
    with pytest.raises(ValueError, match="no weekday"):
        nth_weekday(2013, 2, 4, 5)
