"""What goes wrong with timelines is told apart, and the gold against itself gives a hundred."""

from __future__ import annotations

import pytest

from dateline.values import Span
from evaluation import annotated, invented, key_events
from evaluation.corpora import Document, KeyDocument, key_module
from evaluation.corpora import key_events as read_key_events
from evaluation.key_causes import causes as causes_of
from evaluation.key_timelines import Judged, gold_triggers, predictions
from evaluation.scoring import Counts
from tests.evaluation.gold import SHARED, anchored, answering, day, event, expression, needs_corpora, timeline, when

TEXT = "The bridge fell on Friday. Officials opened an inquiry the day before and closed it today."
FELL, OPENED, CLOSED, FRIDAY, BRIDGE = Span(11, 15), Span(37, 43), Span(74, 80), Span(19, 25), Span(4, 10)


def _gold(triggers, edtf, quote=None, basis="relative"):
    return {
        "title": "", "triggers": [{"start": one.start, "end": one.end} for one in triggers], "when": edtf, "accept": [],
        "basis": basis, "quote_start": quote and quote.start, "quote_end": quote and quote.end,
        "modality": "occurred", "salience": 3,
    }  # fmt: skip


GOLD = [
    _gold([FELL], "1998-02-13", FRIDAY), _gold([OPENED], "1998-02-12"), _gold([CLOSED], "1998-02-17", basis="implicit")
]  # fmt: skip
TRAP = {"start": BRIDGE.start, "end": BRIDGE.end}


def _event(*spans, edtf="1998-02-13", quote=None):
    grounded = expression(quote) if quote else None
    return event(tuple(anchored(span, day(edtf), grounded=grounded) for span in spans))


RIGHT = (_event(FELL, quote=FRIDAY), _event(OPENED, edtf="1998-02-12"), _event(CLOSED, edtf="1998-02-17"))


@needs_corpora
@pytest.mark.parametrize(
    ("causes", "events", "mentions"),
    [
        pytest.param([], RIGHT, (), id="all right"),
        pytest.param(["not an event"], (*RIGHT, _event(Span(26, 35))), (), id="not an event"),
        pytest.param(["trap"], (*RIGHT, _event(BRIDGE)), (), id="a trap"),
        pytest.param(["duplicate"], (*RIGHT, _event(FELL)), (), id="split wrongly"),
        pytest.param(["merged"], (_event(FELL, OPENED, quote=FRIDAY), RIGHT[2]), (), id="merged wrongly"),
        pytest.param(["no mention"], RIGHT[:2], (), id="not seen at all"),
        pytest.param(["undated"], RIGHT[:2], (anchored(CLOSED),), id="seen and not dated"),
        pytest.param(["time not read"], RIGHT[1:], (anchored(FELL),), id="seen, its time not"),
        pytest.param(["held back, right"], RIGHT[:2], (anchored(CLOSED, day("1998-02-17")),), id="held back"),
        pytest.param(["held back, wrong"], RIGHT[:2], (anchored(CLOSED, day("1998-02-16")),), id="held back, wrong"),
        pytest.param(
            ["same words, wrong date"], (_event(FELL, edtf="1998-02-20", quote=FRIDAY), *RIGHT[1:]), (), id="reading"
        ),
        pytest.param(
            ["other words, wrong date"], (_event(FELL, edtf="1998-02-20", quote=CLOSED), *RIGHT[1:]), (), id="anchor"
        ),
        pytest.param(["wrongly implicit"], (_event(FELL, edtf="1998-02-17"), *RIGHT[1:]), (), id="no words"),
        pytest.param(
            ["wrongly tied to words"], (*RIGHT[:2], _event(CLOSED, edtf="1998-02-13", quote=FRIDAY)), (), id="words"
        ),
        pytest.param(
            ["wrong date"], (RIGHT[0], _event(OPENED, edtf="1998-02-13", quote=FRIDAY), RIGHT[2]), (), id="no quote"
        ),
    ],
)
def test_each_error_has_its_cause(causes, events, mentions):
    assert causes == [mistake.cause for mistake in causes_of(_judged(events, mentions))]


def _judged(events, mentions):
    key = KeyDocument(Document("invented", TEXT, "1998-02-17"), {"events": GOLD, "undated_traps": [TRAP]})
    made = timeline(TEXT, events=events, mentions=mentions)
    (answer,) = answering(lambda _: made, [key.document])("", [key.document])
    score = key_module(SHARED, "score")
    pairs = score.pairs(predictions(answer), GOLD)
    return Judged(key, answer, tuple(pairs), score.right)


@pytest.mark.parametrize(
    ("f1", "cause"),
    [
        pytest.param(50.0, "not an event", id="returned for nothing goes"),
        pytest.param(62.5, "no mention", id="missed comes, right"),
        pytest.param(71.4, "same words, wrong date", id="a wrong date turns right"),
    ],
)
def test_f1_without_a_cause(f1, cause):
    assert f1 == pytest.approx(key_events.without(cause, 2, Counts(3, 6, 8)), abs=0.05)


@needs_corpora
@pytest.mark.parametrize(
    ("part", "read"),
    [
        pytest.param(key_events, read_key_events, id="key-events"),
        pytest.param(annotated, annotated.annotated, id="our annotation"),
        pytest.param(invented, lambda shared: invented.invented(), id="invented articles"),
    ],
)
def test_the_gold_against_itself_gives_a_hundred_and_no_errors(part, read):
    keys = {key.document.text: key for key in read(SHARED)}
    answers = answering(lambda document: _of_gold(keys[document.text]), [key.document for key in keys.values()])
    section = part.evaluate(SHARED, answers)
    figures = {figure.name: figure.ours for figure in section.figures}
    assert (100.0, 100.0, 0.0, ()) == (
        figures["F1"], figures["recall of the must-haves"], figures["duplicates"], section.errors
    )  # fmt: skip


def _of_gold(key):
    events = tuple(
        event(tuple(anchored(span, when(gold["when"])) for span in gold_triggers(gold))) for gold in key.gold["events"]
    )
    return timeline(key.document.text, events=events)
