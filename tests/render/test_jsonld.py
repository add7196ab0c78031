"""JSON-LD, expanded by a JSON-LD processor with schema.org's terms as the context, offline."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from pyld import jsonld

from dateline.dates import When
from dateline.render import Options, render
from dateline.render.words import line
from dateline.values import Timeline
from tests.handmade import TIMELINE
from tests.render import samples
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated, texts

SCHEMA = "http://schema.org/"
CONTEXT = {
    "@vocab": SCHEMA,
    "url": {"@type": "@id"},
    "itemListOrder": {"@type": "@id"},
    **{name: {"@type": "Date"} for name in ("startDate", "endDate", "datePublished")},
}
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?")


def expanded(timeline: Timeline, **options: frozenset[str]) -> Any:
    """The list as a processor sees it; every term must be a property of the vocabulary, every date ISO 8601."""
    made = json.loads(render(timeline, "jsonld", Options(**options)).body)
    assert "https://schema.org" == made.pop("@context")
    (found,) = jsonld.expand({"@context": CONTEXT, **made})
    assert [f"{SCHEMA}ItemList"] == found["@type"]
    for event in made["itemListElement"]:
        dates = [event[name] for name in ("startDate", "endDate") if name in event]
        assert [] == [date for date in dates if not ISO.fullmatch(date)]
    return found


def value(thing: Any, name: str) -> Any:
    found = thing.get(SCHEMA + name, [])
    return found[0].get("@value", found[0]) if found else None


def events(timeline: Timeline, **options: frozenset[str]) -> list[Any]:
    found: list[Any] = expanded(timeline, **options).get(f"{SCHEMA}itemListElement", [])
    assert all([f"{SCHEMA}Event"] == event["@type"] for event in found)
    return found


@pytest.mark.parametrize(
    ("start", "end", "edtf", "when"),
    [
        pytest.param("2013-03-01", None, "2013-03-01", samples.DAY, id="day"),
        pytest.param("2012-02", None, "2012-02", samples.MONTH, id="month"),
        pytest.param("2010", None, "2010", samples.EARLY_YEAR, id="early in a year"),
        pytest.param("1990", "1999", "199X", samples.DECADE, id="decade"),
        pytest.param("2013-03", "2013-05", "2013-21", samples.SPRING, id="season"),
        pytest.param("2013-02-11", "2013-02-17", "2013-02-11/2013-02-17", samples.WEEK, id="week"),
        pytest.param("2013-02-27", "2013-03-01", "2013-02-27/2013-03-01", samples.DAYS, id="days"),
        pytest.param("2012-02-24", None, "2012-02-24/..", samples.SINCE_DAY, id="open end"),
        pytest.param(None, "2012-03", "../2012-03", samples.UNTIL_MONTH, id="open start"),
        pytest.param("2013-03-01T10:30+02:00", None, "2013-03-01", samples.AT, id="time"),
        pytest.param("2013-03-01", None, "2013-03-01", samples.HOUR, id="hour"),
        pytest.param("2013-03-01", None, "2013-03-01", samples.MIDNIGHT, id="hour 24"),
        pytest.param("0476", None, "0476", samples.OLD, id="long ago"),
    ],
)
def test_a_date_is_as_coarse_as_it_is_known(start: str | None, end: str | None, edtf: str, when: When) -> None:
    (event,) = events(dated(when))
    properties = {value(one, "name"): one for one in event[f"{SCHEMA}additionalProperty"]}
    assert (start, end, edtf) == (
        value(event, "startDate"),
        value(event, "endDate"),
        value(properties["edtf"], "value"),
    )
    assert "http://id.loc.gov/datatypes/edtf" == value(properties["edtf"], "propertyID")


def test_the_list_says_how_long_it_is_and_keeps_its_order() -> None:
    found = expanded(dated(*TIMES))
    assert len(TIMES) == value(found, "numberOfItems")
    assert [f"urn:dateline:event:e{number}" for number in range(len(TIMES))] == [
        event["@id"] for event in found[f"{SCHEMA}itemListElement"]
    ]


def test_an_event_knows_its_article() -> None:
    article = replace(TIMELINE.article, title="A bridge", url="https://example.org/bridge")
    (event,) = events(replace(TIMELINE, article=article))
    about_it = event[f"{SCHEMA}subjectOf"][0]
    assert ([f"{SCHEMA}NewsArticle"], "A bridge", "2013-02-12", {"@id": "https://example.org/bridge"}) == (
        about_it["@type"],
        value(about_it, "headline"),
        value(about_it, "datePublished"),
        value(about_it, "url"),
    )


def test_names_have_their_types() -> None:
    (event,) = events(about("Bergen"))
    assert ([f"{SCHEMA}Person"], [f"{SCHEMA}Place"]) == (
        event[f"{SCHEMA}about"][0]["@type"],
        event[f"{SCHEMA}location"][0]["@type"],
    )


def test_undated_events_have_no_date() -> None:
    assert ["2012-03", None] == [
        value(event, "startDate") for event in events(TIMELINE, include=frozenset({"undated"}))
    ]


def test_no_event_is_an_empty_list() -> None:
    assert 0 == value(expanded(EMPTY), "numberOfItems")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_words_of_an_article_are_values_and_no_keywords(words: str) -> None:
    (event,) = events(about(words))
    assert "urn:dateline:event:aaa" == event["@id"]
    assert value(event[f"{SCHEMA}subjectOf"][0], "url") is None


@settings(max_examples=50, deadline=None)
@given(words=texts)
def test_any_text_is_a_value(words: str) -> None:
    (event,) = events(about(words))
    assert (line(words) or "aaa") == value(event, "name")
