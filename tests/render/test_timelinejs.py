"""TimelineJS3's JSON, held to the rules of its own loader (``TimelineConfig`` and ``TLDate`` of 3.9.11)."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings

from dateline.dates import When
from dateline.render import render
from dateline.render.words import line
from dateline.values import Timeline
from tests.render import samples
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated, texts

DATE_PARTS = ("year", "month", "day", "hour", "minute")
RANGES = {"year": (-271820, 275759), "month": (1, 12), "day": (1, 31), "hour": (0, 23), "minute": (0, 59)}


def document(timeline: Timeline) -> Any:
    made = json.loads(render(timeline, "timelinejs").body)
    check(made)
    return made


def check(made: dict[str, Any]) -> None:
    """The loader's rules: an object with ``events``; a slide without start is dropped; parts of dates are whole numbers
    with none missing between; ids are distinct; a redundant end is dropped."""
    assert {"events", "scale"} <= set(made) <= {"title", "events", "scale"}
    assert "human" == made["scale"]
    ids = [slide["unique_id"] for slide in [*made["events"], *([made["title"]] if "title" in made else [])]]
    assert len(ids) == len(set(ids))
    assert all(ids)
    for slide in made["events"]:
        dates = [slide["start_date"], *([slide["end_date"]] if "end_date" in slide else [])]
        assert len(dates) == len({json.dumps(date) for date in dates})
        for date in dates:
            assert list(date) == list(DATE_PARTS[: len(date)])
            assert all(
                type(value) is int and RANGES[part][0] <= value <= RANGES[part][1] for part, value in date.items()
            )
        assert {"headline", "text"} == set(slide["text"])
        assert slide["autolink"] is False
        assert slide["display_date"]


@pytest.mark.parametrize(
    ("start", "end", "says", "when"),
    [
        pytest.param([2013, 3, 1], None, "1 March 2013", samples.DAY, id="day"),
        pytest.param([2012, 2], None, "February 2012", samples.MONTH, id="month: no day"),
        pytest.param([2010], None, "2010", samples.YEAR, id="year: no month"),
        pytest.param([2010], None, "early 2010", samples.EARLY_YEAR, id="early in a year"),
        pytest.param([1990], [1999], "1990s", samples.DECADE, id="decade"),
        pytest.param([2013, 3], [2013, 5], "spring 2013", samples.SPRING, id="season"),
        pytest.param([2013, 10], [2013, 12], "fourth quarter of 2013", samples.QUARTER, id="quarter"),
        pytest.param([2013, 2, 11], [2013, 2, 17], "week of 11 February 2013", samples.WEEK, id="week"),
        pytest.param([2013, 2, 27], [2013, 3, 1], "27 February 2013 to 1 March 2013", samples.DAYS, id="days"),
        pytest.param([2013, 2, 27], [2013, 4], "27 February 2013 to April 2013", samples.DAY_TO_MONTH, id="mixed"),
        pytest.param([2012, 2, 24], None, "from 24 February 2012", samples.SINCE_DAY, id="open end"),
        pytest.param([2012, 3], None, "until March 2012", samples.UNTIL_MONTH, id="open start"),
        pytest.param([2013, 3, 1, 10, 30], None, "1 March 2013, 10:30+02", samples.AT, id="time"),
        pytest.param([2013, 3, 1, 9], None, "1 March 2013, 09", samples.HOUR, id="hour"),
        pytest.param([2013, 3, 1], None, "1 March 2013, 24:00", samples.MIDNIGHT, id="hour 24"),
        pytest.param([476], None, "476", samples.OLD, id="long ago"),
    ],
)
def test_a_date_is_as_coarse_as_it_is_known(start: list[int], end: list[int] | None, says: str, when: When) -> None:
    (slide,) = document(dated(when))["events"]
    found = [list(slide[name].values()) if name in slide else None for name in ("start_date", "end_date")]
    assert [start, end, says] == [*found, slide["display_date"]]


def test_every_dated_event_is_a_slide() -> None:
    made = document(dated(*TIMES))
    assert [f"e{number}" for number in range(len(TIMES))] == [slide["unique_id"] for slide in made["events"]]
    assert {"occurred"} == {slide["group"] for slide in made["events"]}


def test_what_may_not_have_happened_says_so() -> None:
    (slide,) = document(dated(samples.DAY, status="alleged"))["events"]
    assert ("alleged", True) == (slide["group"], "<p>Alleged. The words name" in slide["text"]["text"])


def test_no_event_is_a_document_without_slides() -> None:
    assert [] == document(EMPTY)["events"]


class Tags(HTMLParser):
    """The tags of a fragment, and its words."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_words_of_an_article_are_no_markup(words: str) -> None:
    made = document(about(words))
    text = made["events"][0]["text"]
    assert [] == Tags(text["headline"]).tags
    assert ["blockquote", "p"] == Tags(text["text"]).tags


def test_markup_in_an_article_is_shown_as_it_is() -> None:
    made = document(about("<b>AT&T</b> &amp; co"))
    assert "<b>AT&T</b> &amp; co" == Tags(made["title"]["text"]["headline"]).words


@settings(max_examples=50, deadline=None)
@given(words=texts)
def test_any_text_is_shown_as_it_is(words: str) -> None:
    headline = document(about(words))["events"][0]["text"]["headline"]
    assert ([], line(words) or "aaa") == (Tags(headline).tags, Tags(headline).words)
