"""CSV, read back by a reader of RFC 4180, as a spreadsheet and as TimelineJS would."""

from __future__ import annotations

import csv
import html
import io

import pytest
from hypothesis import given, settings

from dateline.dates import When
from dateline.render import Options, render
from dateline.render.words import line
from dateline.values import Timeline
from tests.handmade import TIMELINE
from tests.render import samples
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated, texts

TIMELINEJS = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background"
).split(",")


def rows(timeline: Timeline, **options: frozenset[str]) -> list[dict[str, str]]:
    raw = render(timeline, "csv", Options(**options)).body
    assert raw.startswith(b"Year,")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    reader = csv.DictReader(io.StringIO(raw.decode(), newline=""), strict=True)
    found = list(reader)
    assert TIMELINEJS == list(reader.fieldnames or ())[: len(TIMELINEJS)]
    assert all(None not in row and None not in row.values() for row in found), "every row has every cell and no more"
    assert raw.count(b"\r\n") == len(found) + 1, "a row is a line"
    return found


@pytest.mark.parametrize(
    ("start", "end", "when"),
    [
        pytest.param("2013 3 1 ", "  ", samples.DAY, id="day"),
        pytest.param("2012 2  ", "  ", samples.MONTH, id="month"),
        pytest.param("2010   ", "  ", samples.EARLY_YEAR, id="early in a year"),
        pytest.param("1990   ", "1999  ", samples.DECADE, id="decade"),
        pytest.param("2013 3  ", "2013 5 ", samples.SPRING, id="season"),
        pytest.param("2013 2 27 ", "2013 3 1", samples.DAYS, id="days"),
        pytest.param("2012 2 24 ", "  ", samples.SINCE_DAY, id="open end"),
        pytest.param("2012 3  ", "  ", samples.UNTIL_MONTH, id="open start"),
        pytest.param("2013 3 1 10:30", "  ", samples.AT, id="time"),
        pytest.param("2013 3 1 ", "  ", samples.MIDNIGHT, id="hour 24"),
        pytest.param("2013 3 1 ", "  ", samples.MORNING, id="part of a day"),
    ],
)
def test_a_date_is_as_coarse_as_it_is_known(start: str, end: str, when: When) -> None:
    (row,) = rows(dated(when))
    assert (start, end) == (
        " ".join(row[name] for name in ("Year", "Month", "Day", "Time")),
        " ".join(row[name] for name in ("End Year", "End Month", "End Day")),
    )


def test_a_row_says_what_the_other_forms_say() -> None:
    (row,) = rows(TIMELINE)
    assert {
        "Display Date": "March 2012", "Headline": "It collapsed", "Text": "The old bridge collapsed in March 2012.",
        "Group": "occurred", "EDTF": "2012-03", "Earliest": "2012-03-01", "Latest": "2012-03-31", "Status": "occurred",
        "Confidence": "0.912", "Quote": "March 2012", "Reason": "The words name the month.", "Event ID": "aaa",
    }.items() <= row.items()  # fmt: skip


def test_undated_events_have_no_year() -> None:
    assert ["2012", ""] == [row["Year"] for row in rows(TIMELINE, include=frozenset({"undated"}))]


def test_a_table_without_events_is_its_header() -> None:
    assert [] == rows(EMPTY)


def test_every_time_is_a_row() -> None:
    assert len(TIMES) == len(rows(dated(*TIMES)))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_cell_is_a_formula_or_markup(words: str) -> None:
    for row in rows(about(words)):
        assert [] == [cell for cell in row.values() if cell[:1] in set("=+-@\t\r\n＝＋－＠")]
        assert "<" not in row["Headline"] + row["Text"]


@pytest.mark.parametrize(
    ("cell", "words"), [("'=1+1", "=1+1"), ("'-2", "-2"), ("AT&T <b>", "AT&T <b>"), ("a=1", "a=1")]
)
def test_words_stay_the_same_words(cell: str, words: str) -> None:
    (row,) = rows(about(words))
    assert (cell, cell) == (html.unescape(row["Headline"]), row["Quote"])


@settings(max_examples=50, deadline=None)
@given(words=texts)
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    (row,) = rows(about(words))
    said = line(words) or "aaa"
    assert html.unescape(row["Headline"]) in (said, f"'{said}")
