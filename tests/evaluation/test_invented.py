"""Invented articles: in the form of ``key-events``, with their texts, and with nothing of another corpus in them."""

from __future__ import annotations

import json
import re

import pytest

from evaluation.corpora import Missing, tdg, timeml
from evaluation.invented import ARTICLES, invented
from tests.evaluation.gold import SHARED, needs_corpora

ROWS = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
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
def test_nothing_of_a_corpus_is_in_them():
    corpora = [*tdg(SHARED), *timeml(SHARED, "timebank"), *timeml(SHARED, "aquaint")]
    taken = {run for document in corpora for run in _runs(document.text)}
    assert [] == [(row["doc"], " ".join(run)) for row in ROWS for run in _runs(row["text"]) if run in taken]


def _runs(text):
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def test_no_text_stands_there_twice_and_none_is_without_events():
    assert len(ROWS) == len({row["text"] for row in ROWS})
    assert [] == [row["doc"] for row in ROWS if not row["events"]]
