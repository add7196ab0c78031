"""The contract's own form, from a timeline built by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.dates import Clock, Part, Period, Unit, When
from dateline.render import RENDERERS, Options, render
from dateline.values import Anchored, Article, Publication, Timeline
from dateline_schemas import Timeline as TimelineSchema
from tests.handmade import COLLAPSED, MARCH, PLANNED, TEXT, TIMELINE, event, span

ALL = frozenset({"text", "expressions", "mentions", "undated"})


def answer(timeline: Timeline = TIMELINE, **options: Any) -> Any:
    return json.loads(render(timeline, "json", Options(**options)).body)


def dated(when: When | None) -> Any:
    """The ``when`` of an event at that time."""
    moved = replace(COLLAPSED, when=when)
    return answer(replace(TIMELINE, events=(event("x", moved, 1.0),)))["events"][0]["when"]


def test_an_event_has_every_field_of_the_contract() -> None:
    assert {
        "id": "aaa",
        "title": "It collapsed",
        "when": {
            "edtf": "2012-03", "earliest": "2012-03-01", "latest": "2012-03-31", "precision": "month",
            "approximate": False, "display": "March 2012", "time": None,
        },
        "basis": {
            "kind": "explicit", "quote": "March 2012", "start": 30, "end": 40, "rule": "month year",
            "anchor": {"kind": "publication", "value": "2013-02-12"}, "explanation": "The words name the month.",
        },
        "status": "occurred",
        "kind": "occurrence",
        "participants": [{"text": "The old bridge", "role": "patient", "label": None, "start": 2, "end": 16}],
        "places": [],
        "mentions": [
            {
                "trigger": {"text": "collapsed", "start": 17, "end": 26},
                "sentence": {"text": "The old bridge collapsed in March 2012.", "start": 2, "end": 41},
            }
        ],
        "salience": 0.5,
        "confidence": 0.912,
    } == answer()["events"][0]  # fmt: skip


def test_the_rest_has_every_field_of_the_contract() -> None:
    rest = {name: value for name, value in answer().items() if name != "events"}
    assert {
        "id": "a1",
        "article": {
            "title": None, "language": "en", "characters": len(TEXT), "input": None, "body": None,
            "published": {
                "value": "2013-02-12", "precision": "day", "source": "printed", "confidence": 0.9,
                "evidence": {"quote": "March 2012", "start": 30, "end": 40, "pointer": None},
            },
        },
        "warnings": [{"code": "made-by-hand", "detail": "By hand."}],
        "engine": {"name": "dateline", "version": "0.1.0", "model": "handmade", "model_version": "1.0"},
    } == rest  # fmt: skip


def test_fields_stand_in_the_order_of_the_contract() -> None:
    assert ["id", "article", "events", "expressions", "mentions", "warnings", "engine"] == list(answer(include=ALL))


def test_a_full_answer_is_loaded_by_its_own_schema() -> None:
    assert {} == TimelineSchema().validate(answer(include=ALL))


def test_the_same_timeline_gives_the_same_bytes() -> None:
    assert render(TIMELINE).body == render(TIMELINE, "json", Options()).body


@pytest.mark.parametrize(
    "letters", ["Ærø – 東京 – 🌉", "lone \ud800 half"], ids=["any script", "what UTF-8 cannot carry"]
)
def test_any_text_is_valid_json_in_utf_8(letters: str) -> None:
    titled = replace(TIMELINE, article=Article(text=TEXT, title=letters))
    assert letters == json.loads(render(titled).body.decode())["article"]["title"]


def test_a_month_is_never_given_a_day() -> None:
    assert "2012-03" == dated(When.of(Period.month(2012, 3)))["edtf"]


@pytest.mark.parametrize(
    ("expected", "when"),
    [
        pytest.param({"precision": "decade", "edtf": "199X", "earliest": "1990-01-01", "latest": "1999-12-31"},
                     When.of(Period.containing(date(1995, 1, 1), Unit.DECADE)), id="a decade"),
        pytest.param({"edtf": "2020/..", "earliest": "2020-01-01", "latest": None, "precision": "interval"},
                     When(Period.year(2020), None), id="open at its end"),
        pytest.param({"edtf": "../2022-03", "earliest": None, "latest": "2022-03-31"},
                     When(None, Period.month(2022, 3)), id="open at its start"),
        pytest.param({"edtf": "2022-02~", "approximate": True},
                     When.of(Period.month(2022, 2), approximate=True), id="about"),
        pytest.param({"edtf": "2022", "earliest": "2022-01-01", "latest": "2022-05-01", "display": "early 2022"},
                     When.of(Period.year(2022), part=Part.EARLY), id="early"),
        pytest.param({"time": "08:30Z", "precision": "minute"},
                     replace(When.of(Period.day(2022, 9, 15)), clock=Clock(8, 30, zone="Z")), id="on the clock"),
        pytest.param({"time": "MO", "precision": "day"},
                     replace(When.of(Period.day(2022, 9, 15)), clock=Clock(part="MO")), id="in the morning"),
    ],
)  # fmt: skip
def test_a_time_is_written_as_coarse_as_it_is_known(expected: dict[str, Any], when: When) -> None:
    written = dated(when)
    assert expected == {name: written[name] for name in expected}


def test_an_implicit_date_quotes_nothing() -> None:
    implicit = Anchored(COLLAPSED.mention, MARCH.when, "implicit", because="The story's own day.")
    basis = answer(replace(TIMELINE, events=(event("x", implicit, 1.0),)))["events"][0]["basis"]
    assert {
        "kind": "implicit", "quote": None, "start": None, "end": None, "rule": None, "anchor": None,
        "explanation": "The story's own day.",
    } == basis  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "publication"),
    [
        (None, Publication(None)),
        (
            {"value": "2013-02-12", "precision": "day", "source": "given", "confidence": 1.0, "evidence": None},
            Publication(date(2013, 2, 12), "given", 1.0),
        ),
    ],
    ids=["unknown", "given"],
)
def test_the_publication_date_is_as_it_is_known(expected: Any, publication: Publication) -> None:
    assert expected == answer(replace(TIMELINE, publication=publication))["article"]["published"]


def test_undated_events_come_last_and_only_when_asked_for() -> None:
    assert ["aaa"] == [one["id"] for one in answer()["events"]]
    events = answer(include=frozenset({"undated"}))["events"]
    assert [("aaa", "2012-03"), ("bbb", None)] == [(one["id"], one["when"] and one["when"]["edtf"]) for one in events]
    assert events[1]["basis"] is None


@pytest.mark.parametrize(
    ("ids", "least"),
    [(["aaa", "bbb"], 0.0), (["aaa"], 0.31), ([], 0.95)],
    ids=["all", "the surer", "none"],
)
def test_less_sure_events_are_left_out(ids: list[str], least: float) -> None:
    events = answer(include=frozenset({"undated"}), min_confidence=least)["events"]
    assert ids == [one["id"] for one in events]


@pytest.mark.parametrize(
    ("there", "include"),
    [
        (set(), frozenset()),
        ({"text"}, frozenset({"text"})),
        ({"expressions"}, frozenset({"expressions"})),
        ({"mentions"}, frozenset({"mentions"})),
        ({"text", "expressions", "mentions"}, ALL),
    ],
    ids=["nothing", "text", "expressions", "mentions", "all"],
)
def test_more_is_there_when_asked_for(there: set[str], include: frozenset[str]) -> None:
    made = answer(include=include)
    assert there == {name for name in ("text", "expressions", "mentions") if name in made or name in made["article"]}


def test_expressions_are_timex3() -> None:
    first, second = answer(include=ALL)["expressions"]
    assert {
        "id": "t1", "text": "March 2012", "start": 30, "end": 40, "type": "DATE", "value": "2012-03", "mod": None,
        "edtf": "2012-03", "earliest": "2012-03-01", "latest": "2012-03-31", "rule": "month year",
    } == first  # fmt: skip
    assert ("t2", "PAST_REF", None, None) == (second["id"], second["value"], second["edtf"], second["latest"])


def test_mentions_are_timeml_and_name_their_event() -> None:
    first, second = answer(include=ALL)["mentions"]
    assert {
        "id": "e1", "trigger": {"text": "collapsed", "start": 17, "end": 26}, "class": "OCCURRENCE", "tense": "PAST",
        "aspect": "NONE", "polarity": "POS", "modality": None, "event": "aaa",
    } == {name: value for name, value in first.items() if name != "when"}  # fmt: skip
    assert ("2012-03", None, "bbb") == (first["when"]["edtf"], second["when"], second["event"])


def test_a_mention_of_an_event_that_is_not_in_the_answer_names_none() -> None:
    assert ["aaa", None] == [one["event"] for one in answer(include=frozenset({"mentions"}))["mentions"]]


def test_a_mention_of_two_events_belongs_to_the_one_with_its_date() -> None:
    later = replace(COLLAPSED, when=When.of(Period.year(2013)))
    both = replace(
        TIMELINE, events=(event("first", COLLAPSED, 1.0), event("later", later, 1.0)), mentions=(later, COLLAPSED)
    )
    assert ["later", "first"] == [one["event"] for one in answer(both, include=ALL)["mentions"]]


def test_every_offset_counts_utf_16_when_asked() -> None:
    units = TEXT.encode("utf-16-le")
    made = answer(include=ALL, offset_unit="utf16")
    quotes = [made["article"]["published"]["evidence"], made["events"][0]["basis"]]
    texts = [*made["expressions"], *made["events"][0]["participants"], made["mentions"][1]["trigger"]]
    texts += made["events"][0]["mentions"][0].values()
    for quote, words in [(one, one["quote"]) for one in quotes] + [(one, one["text"]) for one in texts]:
        assert words == units[2 * quote["start"] : 2 * quote["end"]].decode("utf-16-le")


def test_offsets_index_the_text_as_sent() -> None:
    from array import array

    from dateline.values import CleanText, Offsets, Span

    starts = array("l", (3 + index for index in range(len(TEXT))))
    ends = array("l", (4 + index for index in range(len(TEXT))))
    clean = CleanText(TEXT, (Span(0, len(TEXT)),), Offsets(starts, ends))
    sent = Article(html=f"<p>{TEXT}</p>")
    made = answer(replace(TIMELINE, article=sent, clean=clean))
    basis = made["events"][0]["basis"]
    assert "March 2012" == sent.sent[basis["start"] : basis["end"]]
    assert span("March 2012") == tuple(made["article"]["published"]["evidence"][end] for end in ("start", "end")), (
        "evidence is a span of the text as sent already"
    )


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(KeyError):
        render(TIMELINE, "punch cards")


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_renders_a_timeline_and_an_empty_one(name: str) -> None:
    for timeline in (TIMELINE, replace(TIMELINE, events=(), undated=(), expressions=(), mentions=(PLANNED,))):
        rendered = render(timeline, name)
        assert rendered.body
        assert RENDERERS[name].media_type == rendered.media_type
