"""The scorers of event mentions and their dates, against gold and against planted errors."""

from __future__ import annotations

import pytest

from dateline.dates import Part, Period, Unit, When
from dateline.values import Span
from evaluation import calibration, event_mentions, event_times, tdg, wikinews
from evaluation.corpora import Document, GoldEvent, GoldTimex, Link, key_module, timeml
from evaluation.corpora import event_times as read_event_times
from evaluation.corpora import tdg as read_tdg
from evaluation.corpora import wikinews as read_wikinews
from evaluation.scoring import accuracy
from tests.evaluation.gold import SHARED, anchored, answering, day, expression, needs_corpora, timeline, when

TEXT = "The bridge fell on Friday. Officials opened an inquiry."
FELL, FRIDAY, OPENED, INQUIRY = Span(11, 15), Span(19, 25), Span(37, 43), Span(47, 54)
EVENTS = tuple(
    GoldEvent(f"e{n}", span, "OCCURRENCE", when="1998-02-13") for n, span in enumerate((FELL, OPENED, INQUIRY))
)
DOCUMENT = Document("invented", TEXT, "1998-02-17", (GoldTimex("1_0_0", FRIDAY, "", ""),), EVENTS)


def _answer(*mentions, document=DOCUMENT, expressions=()):
    made = timeline(document.text, mentions=mentions, expressions=expressions)
    return answering(lambda _: made, [document])("", [document])[0]


# --- mentions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right_ours_gold", "spans"),
    [
        pytest.param((3, 3, 3), [FELL, OPENED, INQUIRY], id="perfect"),
        pytest.param((1, 1, 3), [FELL], id="two missed"),
        pytest.param((1, 2, 3), [FELL, Span(4, 10)], id="one no event"),
        pytest.param((1, 1, 3), [Span(44, 54)], id="the last word is enough"),
        pytest.param((0, 1, 3), [Span(37, 54 - 8)], id="another last word"),
        pytest.param((1, 1, 3), [FELL, FELL], id="one word with two times is one mention"),
    ],
)
def test_mentions_are_paired_by_their_last_word(right_ours_gold, spans):
    counts = event_mentions.counts(event_mentions.paired([_answer(*map(anchored, spans))]))
    assert right_ours_gold == (counts.right, counts.ours, counts.gold)


def test_class_accuracy_is_of_the_found():
    pairs = event_mentions.paired([_answer(anchored(FELL), anchored(OPENED, kind="STATE"))])
    assert 50.0 == event_mentions.class_accuracy(pairs)


# --- labels -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        pytest.param("1998-02-13", when("1998-02-13"), id="day"),
        pytest.param("after1998-02-01before1998-02-28", when("1998-02"), id="month"),
        pytest.param("after1998-12-01before1998-12-28", when("1998-12"), id="months have 28 days"),
        pytest.param("after1998-01-01before1998-12-31", when("1998"), id="year"),
        pytest.param("before1998-02-13", when("../1998-02-13"), id="open at the start"),
        pytest.param("after1998-02-13", when("1998-02-13/.."), id="open at the end"),
        pytest.param("beginPoint=1998-01-01endPoint=1998-01-31", when("1998-01-01/1998-01-31"), id="interval"),
        pytest.param(
            "after1998-02-01before1998-02-09", When.of(Period.month(1998, 2), part=Part.EARLY), id="early in a month"
        ),
        pytest.param(
            "after1998-02-09before1998-02-15",
            When.of(Period.containing(day("1998-02-13").earliest, Unit.WEEK)),
            id="week",
        ),
    ],
)
def test_a_time_has_the_label_that_the_corpus_gives_it(label, ours):
    assert label == event_times.label(ours)


@pytest.mark.parametrize(
    ("label", "fields"),
    [
        pytest.param("before1998-02-17", {"tense": "PAST"}, id="past"),
        pytest.param("after1998-02-17", {"tense": "FUTURE"}, id="future"),
        pytest.param("after1998-02-17", {"tense": "INFINITIVE", "status": "planned"}, id="planned"),
        pytest.param("1998-02-17", {"tense": "PRESENT"}, id="present"),
        pytest.param(
            "beginPoint=before1998-02-17endPoint=after1998-02-17", {"tense": "PRESENT", "kind": "STATE"}, id="state"
        ),
    ],
)
def test_an_undated_mention_is_labelled_by_its_tense(label, fields):
    assert label == event_times.label_by_tense(anchored(FELL, **fields), "1998-02-17")
    assert "" == event_times.label_of(anchored(FELL, **fields), "1998-02-17")


@pytest.mark.parametrize(
    ("right", "mentions"),
    [
        pytest.param(True, [anchored(FELL, day("1998-02-13"))], id="right"),
        pytest.param(False, [anchored(FELL, day("1998-02-14"))], id="wrong"),
        pytest.param(False, [anchored(FELL)], id="undated"),
        pytest.param(False, [], id="no mention"),
        pytest.param(
            True, [anchored(FELL, day("1998-02-10")), anchored(FELL, day("1998-02-13"))], id="one of two times"
        ),
    ],
)
def test_an_event_is_right_when_its_whole_label_is_equal(right, mentions):
    (judged,) = event_times.judge(_answer(*mentions), {"e0": "1998-02-13"}, event_times.label_of)
    assert right == judged.right


@needs_corpora
def test_always_the_publication_date_gives_its_known_share():
    labels = read_event_times(SHARED)
    documents = [one for one in timeml(SHARED, "timebank") if one.id in labels]
    answers = answering(lambda one: _gold_events(one, lambda _: one.published), documents)("", documents)
    judged = [
        one for each in answers for one in event_times.judge(each, labels[each.document.id], event_times.label_of)
    ]
    assert 27.5 == pytest.approx(accuracy(judged), abs=0.1)


def _gold_events(document, date_of):
    dated = [(event, date_of(event)) for event in document.events]
    return timeline(document.text, mentions=tuple(anchored(e.span, when(d) if d else None) for e, d in dated))


# --- wikinews -----------------------------------------------------------------------------------------------------


@needs_corpora
@pytest.mark.parametrize(
    ("cause", "mentions"),
    [
        pytest.param("right", [anchored(FELL, day("1998-02-13"))], id="right"),
        pytest.param("right", [anchored(Span(4, 15), day("1998-02-13"))], id="an overlap is enough"),
        pytest.param("wrong, implicit", [anchored(FELL, when("1998-02"), basis="implicit")], id="too coarse"),
        pytest.param("undated", [anchored(FELL)], id="undated"),
        pytest.param("no mention", [anchored(OPENED, day("1998-02-13"))], id="no mention"),
    ],
)
def test_a_wikinews_mention_is_right_when_one_of_ours_bears_its_date(cause, mentions):
    same = key_module(SHARED, "edtf_bounds").same
    assert cause == wikinews.judge(_answer(*mentions), same)[0].cause


@needs_corpora
def test_wikinews_gold_against_itself_gives_a_hundred():
    read = read_wikinews(SHARED)
    answers = answering(lambda one: _gold_events(one, lambda event: event.when), read)
    assert (100.0, 100.0) == tuple(figure.ours for figure in wikinews.evaluate(SHARED, answers).figures[:2])


@needs_corpora
def test_all_at_the_publication_date_gives_the_measured_baseline():
    read = read_wikinews(SHARED)
    answers = answering(lambda one: _gold_events(one, lambda _: one.published), read)
    assert 40.8 == pytest.approx(wikinews.evaluate(SHARED, answers).figures[0].ours, abs=0.1)


# --- TDG ----------------------------------------------------------------------------------------------------------


def _tdg(relation, mentions, grounded="1998-02-13"):
    links = (Link("e0", relation, "1_0_0"),)
    document = Document("invented", TEXT, "1998-02-17", DOCUMENT.timexes, EVENTS, links)
    return tdg.judge(_answer(*mentions, document=document, expressions=(expression(FRIDAY, when=when(grounded)),)))


@pytest.mark.parametrize(
    ("right", "relation", "mentions"),
    [
        pytest.param(True, "included", [anchored(FELL, day("1998-02-13"))], id="dated to it"),
        pytest.param(False, "included", [anchored(FELL, day("1998-02-12"))], id="dated otherwise"),
        pytest.param(False, "included", [anchored(FELL)], id="undated"),
        pytest.param(False, "included", [], id="no mention"),
        pytest.param(False, "before", [anchored(FELL, day("1998-02-13"))], id="before it, dated to it"),
        pytest.param(True, "after", [anchored(FELL, day("1998-02-14"))], id="after it, dated later"),
        pytest.param(True, "before", [anchored(FELL)], id="before it, undated"),
    ],
)
def test_only_included_events_bear_the_days_of_their_time(right, relation, mentions):
    (judged,) = _tdg(relation, mentions)
    assert right == judged.right


def test_other_relations_are_not_judged():
    assert [] == _tdg("overlap", [anchored(FELL)])


@needs_corpora
def test_the_publication_day_is_the_value_of_the_date_line():
    read = read_tdg(SHARED)[:20]
    answers = answering(lambda one: _gold_events(one, lambda _: one.published), read)("", read)
    judged = [one for each in answers for one in tdg.judge(each) if one.to_publication]
    assert {"before", "after"} == {one.relation for one in judged}
    assert 0.0 == accuracy(judged)


# --- calibration --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(0.0, [], id="nothing said"),
        pytest.param(0.1, [(0.9, True)], id="too modest"),
        pytest.param(0.5, [(0.5, True)] * 5 + [(1.0, False)] * 5 + [(0.0, False)] * 5, id="bins are weighted"),
        pytest.param(0.0, [(0.75, True)] * 3 + [(0.75, False)], id="as often right as it says"),
        pytest.param(0.0, [(1.0, True)], id="certainty has a bin"),
    ],
)
def test_calibration_error_is_the_gap_between_said_and_done(error, said):
    assert error == pytest.approx(calibration.error(said))
