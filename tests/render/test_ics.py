"""iCalendar, read back by the icalendar library and held to RFC 5545's line rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings

from dateline.dates import When
from dateline.render import Options, render
from dateline.render.words import line
from dateline.values import Timeline
from tests.handmade import TIMELINE
from tests.render import samples
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated, texts


def calendar(timeline: Timeline, **options: Any) -> icalendar.Calendar:
    raw = render(timeline, "ics", Options(**options)).body
    lines = raw.split(b"\r\n")
    assert b"" == lines[-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    read = icalendar.Calendar.from_ical(raw)
    assert isinstance(read, icalendar.Calendar)
    assert [] == read.errors + [error for part in read.walk() for error in part.errors]
    assert read.subcomponents
    return read


def only(timeline: Timeline) -> icalendar.Event:
    (found,) = calendar(timeline).walk("VEVENT")
    return found


def warnings(read: icalendar.Calendar) -> list[str]:
    found = read.get("X-DATELINE-WARNING", [])
    return [str(one).partition(":")[0] for one in (found if isinstance(found, list) else [found])]


@pytest.mark.parametrize(
    ("status", "start", "end", "edtf", "when"),
    [
        pytest.param("CONFIRMED", (2013, 3, 1), (2013, 3, 2), "2013-03-01", samples.DAY, id="day"),
        pytest.param("TENTATIVE", (2013, 3, 1), (2013, 3, 2), "2013-03-01~", samples.ABOUT_DAY, id="about a day"),
        pytest.param("TENTATIVE", (2012, 2, 1), (2012, 3, 1), "2012-02", samples.MONTH, id="month"),
        pytest.param("TENTATIVE", (2010, 1, 1), (2010, 5, 2), "2010", samples.EARLY_YEAR, id="early in a year"),
        pytest.param("TENTATIVE", (1990, 1, 1), (2000, 1, 1), "199X", samples.DECADE, id="decade"),
        pytest.param("TENTATIVE", (2013, 2, 27), (2013, 3, 2), "2013-02-27/2013-03-01", samples.DAYS, id="days"),
        pytest.param("TENTATIVE", (2012, 2, 24), None, "2012-02-24/..", samples.SINCE_DAY, id="open end: its start"),
        pytest.param("TENTATIVE", (2012, 1, 1), (2013, 1, 1), "2012/..", samples.SINCE_YEAR, id="open end, coarse"),
        pytest.param("TENTATIVE", (2012, 3, 1), (2012, 4, 1), "../2012-03", samples.UNTIL_MONTH, id="open start"),
        pytest.param("CONFIRMED", (2013, 3, 1), (2013, 3, 2), "2013-03-01", samples.AT, id="time of day"),
    ],
)
def test_an_event_lasts_all_days_that_it_may_mean(
    status: str, start: tuple[int, ...], end: tuple[int, ...] | None, edtf: str, when: When
) -> None:
    found = only(dated(when))
    ends = date(*end) if end else None
    assert (status, date(*start), ends, edtf) == (
        found["STATUS"],
        found["DTSTART"].dt,
        found["DTEND"].dt if "DTEND" in found else None,
        found["X-EDTF"],
    )


@pytest.mark.parametrize("status", ["planned", "alleged", "conditional", "negated"])
def test_what_may_not_have_happened_is_tentative(status: str) -> None:
    found = only(dated(samples.DAY, status=status))
    assert ("TENTATIVE", [status, "occurrence"]) == (found["STATUS"], [str(one) for one in found["CATEGORIES"].cats])
    assert f"\n{status.capitalize()}. The words name" in found["DESCRIPTION"]


@pytest.mark.parametrize(
    ("stamp", "day"), [((2013, 2, 12), date(2013, 2, 12)), ((1970, 1, 1), None)], ids=["published", "unknown"]
)
def test_the_stamp_is_the_day_of_publication(stamp: tuple[int, ...], day: date | None) -> None:
    timeline = dated(samples.DAY)
    found = only(replace(timeline, publication=replace(timeline.publication, day=day)))
    assert datetime(*stamp, tzinfo=UTC) == found["DTSTAMP"].dt


def test_an_event_takes_no_time_and_has_a_stable_id() -> None:
    found = only(dated(samples.DAY))
    assert ("e0@dateline", "TRANSPARENT", "It collapsed") == (found["UID"], found["TRANSP"], found["SUMMARY"])


def test_what_cannot_be_written_is_said() -> None:
    read = calendar(dated(samples.DAY, samples.END_OF_TIME))
    assert ["e0@dateline"] == [found["UID"] for found in read.walk("VEVENT")]
    assert ["made-by-hand", "not-written"] == warnings(read)
    assert ["made-by-hand", "not-written"] == warnings(calendar(TIMELINE, include=frozenset({"undated"})))


def test_every_other_time_can_be_written() -> None:
    assert len(TIMES) - 1 == len(calendar(dated(*TIMES)).walk("VEVENT"))


def test_a_calendar_without_events_is_one_all_the_same() -> None:
    read = calendar(EMPTY)
    assert ([], 1) == (read.walk("VEVENT"), len(read.walk("VTIMEZONE")))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_words_of_an_article_are_no_properties(words: str) -> None:
    read = calendar(about(words))
    (found,) = read.walk("VEVENT")
    assert 1 == len(read.subcomponents)
    assert {"SUMMARY", "DESCRIPTION", "UID", "STATUS"} <= set(found)
    assert "injected" not in [str(found["SUMMARY"])]


@pytest.mark.parametrize(
    ("url", "given"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (None, "javascript:alert(1)"),
        (None, "https://example.org/\r\nSTATUS:CANCELLED"),
        (None, None),
    ],
)
def test_the_address_is_one_that_can_be_followed(url: str | None, given: str | None) -> None:
    timeline = dated(samples.DAY)
    assert url == only(replace(timeline, article=replace(timeline.article, url=given))).get("URL")


@settings(max_examples=50, deadline=None)
@given(words=texts)
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    (found,) = calendar(about(words)).walk("VEVENT")
    assert (line(words) or "aaa") == str(found["SUMMARY"])
