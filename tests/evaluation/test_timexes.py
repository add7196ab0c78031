"""The scorer of time expressions, against gold and against planted errors."""

from __future__ import annotations

import pytest

from dateline.values import Span
from evaluation import timexes
from evaluation.corpora import Document, GoldTimex, timeml, timenorm_pairs, wikinews
from tests.evaluation.gold import SHARED, answering, expression, needs_corpora, timeline

TEXT = "The bridge fell on Friday. It had stood since May 1950 and closes for two weeks."
DOCUMENT = Document(
    "invented",
    TEXT,
    "1998-02-17",
    (
        GoldTimex("t1", Span(19, 25), "DATE", "1998-02-13"),
        GoldTimex("t2", Span(46, 54), "DATE", "1950-05"),
        GoldTimex("t3", Span(70, 79), "DURATION", "P2W"),
    ),
)
PERFECT = tuple(expression(one.span, one.type, one.value) for one in DOCUMENT.timexes)


def _f1(expressions):
    answers = answering(lambda _: timeline(TEXT, expressions=expressions), [DOCUMENT])
    pairs = timexes.paired(answers("", [DOCUMENT]))
    return tuple(round(timexes.counts(pairs, layer).f1) for layer in timexes.LAYERS)


@pytest.mark.parametrize(
    ("f1", "expressions"),
    [
        pytest.param((100, 100, 100, 100), PERFECT, id="perfect"),
        pytest.param((0, 0, 0, 0), (), id="nothing"),
        pytest.param((80, 80, 80, 80), PERFECT[:2], id="one missed"),
        pytest.param((86, 86, 86, 86), (*PERFECT, expression(Span(4, 10))), id="one spurious"),
        pytest.param((100, 67, 100, 100), (expression(Span(16, 25)), *PERFECT[1:]), id="one span too long"),
        pytest.param((100, 100, 67, 100), (expression(Span(19, 25), value="1998-02-20"), *PERFECT[1:]), id="one value"),
        pytest.param((100, 100, 100, 67), (expression(Span(19, 25), "TIME"), *PERFECT[1:]), id="one type"),
    ],
)
def test_each_layer_counts_what_it_says(f1, expressions):
    assert f1 == _f1(expressions)


@pytest.mark.parametrize(
    ("error", "gold", "ours"),
    [
        pytest.param(None, (19, 25, "1998-02-13"), (19, 25, "1998-02-13"), id="right"),
        pytest.param("wrong span", (19, 25, "1998-02-13"), (16, 25, "1998-02-13"), id="span"),
        pytest.param("wrong value", (19, 25, "1998-02-13"), (19, 25, "1998-02-20"), id="value"),
        pytest.param("missed", (19, 25, "1998-02-13"), None, id="missed"),
        pytest.param("spurious", None, (4, 10, "1998"), id="spurious"),
    ],
)
def test_an_error_has_one_name(error, gold, ours):
    pair = timexes.Pair(
        DOCUMENT,
        gold and GoldTimex("t", Span(*gold[:2]), "DATE", gold[2]),
        ours and timexes.Found(Span(*ours[:2]), "DATE", ours[2], "by hand"),
    )
    assert error == pair.error


def test_the_printed_creation_time_is_not_counted():
    document = Document("invented", TEXT, "1998-02-17", DOCUMENT.timexes[1:], creation=Span(19, 25))
    answers = answering(lambda _: timeline(TEXT, expressions=PERFECT), [document])
    pairs = timexes.paired(answers("", [document]))
    assert [] == [pair for pair in pairs if pair.error]


def test_beyond_what_the_annotators_have_read_nothing_counts():
    document = Document("invented", TEXT, "1998-02-17", DOCUMENT.timexes[:1], timed=Span(0, 27))
    answers = answering(lambda _: timeline(TEXT, expressions=PERFECT), [document])
    assert [] == [pair for pair in timexes.paired(answers("", [document])) if pair.error]


def test_only_dates_count_in_the_figure_on_dates():
    answers = answering(lambda _: timeline(TEXT, expressions=PERFECT[:2]), [DOCUMENT])
    assert 100.0 == timexes.counts(timexes.dates(timexes.paired(answers("", [DOCUMENT]))), "value").f1


@pytest.mark.parametrize(
    ("name", "words", "type", "value"),
    [
        pytest.param("weekday", "last Friday", "DATE", "1998-02-13", id="weekday"),
        pytest.param("month-day", "May 3", "DATE", "1998-05-03", id="month-day"),
        pytest.param("full date", "3 May 1998", "DATE", "1998-05-03", id="full date"),
        pytest.param("year, decade", "the 1950s", "DATE", "195", id="decade"),
        pytest.param("fiscal, quarter", "the third quarter", "DATE", "1998-Q3", id="quarter"),
        pytest.param("holiday", "Christmas Day", "DATE", "1997-12-25", id="holiday"),
        pytest.param("reference (PRESENT_REF ...)", "now", "DATE", "PRESENT_REF", id="reference"),
        pytest.param("vague duration", "months", "DURATION", "PXM", id="vague duration"),
        pytest.param("set", "every Friday", "SET", "XXXX-WXX-5", id="set"),
        pytest.param("last, next, this unit", "this year", "DATE", "1998", id="unit"),
        pytest.param("ago, later, earlier", "two years ago", "DATE", "1996", id="ago"),
    ],
)  # fmt: skip
def test_gold_is_classed_by_type_and_words(name, words, type, value):
    document = Document("invented", words, "1998-02-17")
    assert name == timexes.class_of(timexes.Pair(document, GoldTimex("t", Span(0, len(words)), type, value), None))


@pytest.mark.parametrize(
    ("grain", "value"),
    [
        ("day", "1998-02-13"),
        ("week", "1998-W07"),
        ("month", "1998-02"),
        ("quarter, half", "1998-Q1"),
        ("season", "1998-SP"),
        ("year", "1998"),
        ("decade, century", "199"),
        ("reference", "PRESENT_REF"),
        ("duration", "P3D"),
        ("time", "1998-02-13TEV"),
        ("vague", "1998-WXX"),
        ("other", ""),
    ],
)
def test_a_value_has_a_grain(grain, value):
    assert grain == timexes.grain(value)


@needs_corpora
@pytest.mark.parametrize(
    "documents",
    [
        pytest.param(lambda: timeml(SHARED, "timebank"), id="timebank"),
        pytest.param(lambda: timeml(SHARED, "aquaint"), id="aquaint"),
        pytest.param(lambda: wikinews(SHARED), id="wikinews-apple"),
        pytest.param(lambda: timenorm_pairs(SHARED), id="timenorm-pairs"),
    ],
)
def test_the_gold_against_itself_gives_a_hundred(documents):
    read = documents()
    pairs = timexes.paired(answering(_gold, read)("", read))
    assert [100.0] * 4 == [timexes.counts(pairs, layer).f1 for layer in timexes.LAYERS]


def _gold(document):
    made = tuple(expression(one.span, one.type, one.value) for one in document.timexes)
    return timeline(document.text, expressions=made)
