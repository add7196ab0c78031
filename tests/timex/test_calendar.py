"""Complete dates in odd formats."""

from __future__ import annotations

import pytest

from dateline.dates import Period
from dateline.timex import order_in, read_complete


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((2022, 9, 15), "15.9.2022"),
        ((2022, 9, 15), "15/9/22"),
        ((2022, 4, 3), "03/04/2022"),
        ((2013, 5, 1), "2013-05-01"),
        ((2013, 5, 1), "2013-05-01T12:00"),
        ((2022, 9, 15), "Thursday, September 15, 2022"),
    ],
)
def test_a_complete_date_is_read(expected: tuple[int, int, int], text: str) -> None:
    assert read_complete(text) == Period.day(*expected)


@pytest.mark.parametrize(
    "text", ["", "15 September", "2021", "the 1990s", "31 February 2020", "2022-13-01", "9" * 1000]
)
def test_a_text_without_all_three_parts_is_refused(text: str) -> None:
    assert read_complete(text) is None


def test_the_order_settles_numeric_dates() -> None:
    assert read_complete("03/04/2022", "MDY") == Period.day(2022, 3, 4)


def test_other_languages_are_read_where_named() -> None:
    assert read_complete("15 septembre 2022", languages=("fr",)) == Period.day(2022, 9, 15)


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        ("MDY", ("03/04/2022", "04/15/2022")),
        ("DMY", ("15/04/2022", "03/04/2022")),
        ("DMY", ("03/04/2022",)),
        ("DMY", ()),
    ],
)
def test_a_number_above_twelve_tells_the_order_of_a_document(expected: str, texts: tuple[str, ...]) -> None:
    assert order_in(texts) == expected
