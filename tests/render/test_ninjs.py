"""ninjs 3.1 event items, held to the rules of its schema for them, written here in our own words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dateline.dates import When
from dateline.render import Options, render
from dateline.values import Timeline
from tests.handmade import TIMELINE
from tests.render import samples
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated

URI = {"type": "string", "pattern": r"^[a-zA-Z][a-zA-Z0-9+.\-]*:[!-~]+$"}
TEXT = {"type": "string"}
MONTH, DAY, CLOCK = "(1[0-2]|0[1-9])", "(3[01]|0[1-9]|[12][0-9])", "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
DATE = {"type": "string", "pattern": rf"^[0-9]{{4}}(-{MONTH}(-{DAY}({CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?)?)?$"}
INSTANT = {"type": "string", "pattern": rf"^[0-9]{{4}}-{MONTH}-{DAY}{CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}})$"}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


NAMES = {"type": "array", "items": closed([], name=TEXT, rel=TEXT, uri=URI, literal=TEXT)}
DATES = {
    **closed([], startDate=INSTANT, endDate=INSTANT, expectedStartDate=DATE, expectedEndDate=DATE),
    "anyOf": [{"required": ["expectedStartDate"]}, {"required": ["expectedEndDate"]}],
}
ITEM = closed(
    ["uri"],
    standard=closed([], name={"const": "ninjs"}, version={"const": "3.1"}, schema=URI),
    uri=URI,
    type={"enum": "text audio video picture graphic composite component event planning".split()},
    language=TEXT,
    contentCreated=INSTANT,
    title=TEXT,
    edNote=TEXT,
    descriptions={"type": "array", "items": closed(["value"], role=TEXT, contentType=TEXT, value=TEXT)},
    eventDetails=closed([], eventStatus=URI, dates=DATES),
    people=NAMES,
    organisations=NAMES,
    places=NAMES,
)
VALIDATOR = Draft202012Validator({"type": "array", "items": ITEM})


def items(timeline: Timeline, **options: frozenset[str]) -> Any:
    made = json.loads(render(timeline, "ninjs", Options(**options)).body)
    assert [] == [error.message for error in VALIDATOR.iter_errors(made)]
    return made


@pytest.mark.parametrize(
    ("start", "end", "when"),
    [
        pytest.param("2013-03-01", "2013-03-01", samples.DAY, id="day"),
        pytest.param("2012-02", "2012-02", samples.MONTH, id="month"),
        pytest.param("2010", "2010", samples.YEAR, id="year"),
        pytest.param("1990", "1999", samples.DECADE, id="decade"),
        pytest.param("2013-10", "2013-12", samples.QUARTER, id="quarter"),
        pytest.param("2013-02-27", "2013-04", samples.DAY_TO_MONTH, id="mixed"),
        pytest.param("2012-02-24", None, samples.SINCE_DAY, id="open end"),
        pytest.param(None, "2012-03", samples.UNTIL_MONTH, id="open start"),
        pytest.param("2013-03-01", "2013-03-01", samples.AT, id="time: seconds are not invented"),
    ],
)
def test_a_date_is_as_coarse_as_it_is_known(start: str | None, end: str | None, when: When) -> None:
    dates = items(dated(when))[0]["eventDetails"]["dates"]
    assert (start, end) == (dates.get("expectedStartDate"), dates.get("expectedEndDate"))


def test_an_item_is_an_event_with_its_sentence() -> None:
    (item,) = items(TIMELINE)
    assert ("urn:dateline:event:aaa", "event", "en", "It collapsed", "2013-02-12T00:00:00Z") == tuple(
        item[name] for name in ("uri", "type", "language", "title", "contentCreated")
    )
    assert {
        "sentence": "The old bridge collapsed in March 2012.", "date": "March 2012", "edtf": "2012-03",
    } == {one["role"]: one["value"] for one in item["descriptions"]}  # fmt: skip
    assert "Status: occurred. Confidence: 0.912. The words name the month." == item["edNote"]


def test_names_stand_where_their_kind_does() -> None:
    (item,) = items(about("Bergen"))
    assert ([{"name": "Bergen"}], [{"name": "Bergen"}], False) == (
        item["people"],
        item["places"],
        "organisations" in item,
    )


def test_every_event_is_an_item_and_undated_ones_have_no_dates() -> None:
    assert len(TIMES) == len(items(dated(*TIMES)))
    found = items(TIMELINE, include=frozenset({"undated"}))
    assert [True, False] == ["eventDetails" in item for item in found]


def test_no_event_is_an_empty_list() -> None:
    assert [] == items(EMPTY)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_any_article_gives_valid_items(words: str) -> None:
    assert "urn:dateline:event:aaa" == items(about(words))[0]["uri"]
