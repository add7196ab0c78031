"""Invented articles: in the form of ``key-events``, with their texts, and with nothing of another corpus in them."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from evaluation.corpora import Missing, key_module, tdg, timeml
from evaluation.invented import ARTICLES, invented
from tests.evaluation.gold import SHARED, needs_corpora

ROWS = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
EVENTS = [event for row in ROWS for event in row["events"]]
RUN = 12
"""Words in a row that two writers hardly share by chance."""


def test_without_the_articles_it_says_where_they_should_be(tmp_path):
    with pytest.raises(Missing, match=r"No invented articles in .*nowhere"):
        invented(tmp_path / "nowhere")


def test_every_trigger_stands_on_words_of_its_text():
    keys = invented()
    assert [] == [
        (key.document.id, trigger["text"])
        for key in keys
        for event in key.gold["events"]
        for trigger in event["triggers"]
        if re.fullmatch(r"\w\S*", trigger["text"]) is None
    ]


@needs_corpora
def test_every_date_is_one_that_the_scorer_reads():
    same = key_module(SHARED, "edtf_bounds").same
    dates = [date for event in EVENTS for date in [event["when"], *event["accept"]]]
    assert [] == [date for date in dates if not same(date, date)]


@needs_corpora
def test_nothing_of_a_corpus_is_in_them():
    corpora = [*tdg(SHARED), *timeml(SHARED, "timebank"), *timeml(SHARED, "aquaint")]
    taken = {run for document in corpora for run in _runs(document.text)}
    assert [] == [(row["doc"], " ".join(run)) for row in ROWS for run in _runs(row["text"]) if run in taken]


def _runs(text):
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def test_each_article_stands_there_once_in_order_of_names():
    names = [row["doc"] for row in ROWS]
    assert sorted(set(names)) == names
    assert len(ROWS) == len({row["text"] for row in ROWS})


def test_every_article_has_events_and_every_event_a_trigger():
    assert [] == [row["doc"] for row in ROWS if not row["events"]]
    assert [] == [event["title"] for event in EVENTS if not event["triggers"]]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        pytest.param({1, 2, 3}, "salience", id="salience"),
        pytest.param({"explicit", "relative", "narrative", "implicit"}, "basis", id="basis"),
        pytest.param({"occurred", "ongoing", "planned", "negated"}, "modality", id="modality"),
    ],
)
def test_a_field_has_the_values_of_the_guidelines(values, field):
    assert values == {event[field] for event in EVENTS}


def test_the_page_counts_what_is_there():
    page = (ARTICLES.parent / "README.md").read_text(encoding="utf-8")
    counts = [("documents", len(ROWS)), ("events", len(EVENTS))]
    counts += [("triggers", sum(len(event["triggers"]) for event in EVENTS))]
    assert [] == [f"| {name} | {count:,} |" for name, count in counts if f"| {name} | {count:,} |" not in page]
    tally = Counter(event["salience"] for event in EVENTS)
    said = "; ".join(f"{value}: {count:,}" for value, count in sorted(tally.items(), key=lambda each: -each[1]))
    assert f"| salience | {said} |" in page
