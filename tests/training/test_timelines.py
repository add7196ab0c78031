"""What is worth listing, and what a must, is learned from ``key-events`` and from our annotation."""

from __future__ import annotations

import pytest

from dateline.learned import trained
from evaluation.corpora import Document, KeyDocument
from tests.evaluation.gold import SHARED, needs_corpora
from training import listing, salience
from training.anchoring import FOLDS, Reader

TEXT = "The bridge fell on Friday. Officials closed the road in 1995."


def _key(name, salience):
    event = {
        "when": "1998-02-13", "accept": [], "salience": salience, "triggers": [{"text": "fell", "start": 11, "end": 15}]
    }  # fmt: skip
    return KeyDocument(Document(name, TEXT, "1998-02-17"), {"events": [event]})


@pytest.fixture
def keys(monkeypatch):
    """One article of each corpus; the same event is a must in one only."""
    for room in (listing, salience):
        monkeypatch.setattr(room, "key_events", lambda shared: [_key("gold", salience.MUST)])
        monkeypatch.setattr(room, "annotated", lambda shared: [_key("ours", salience.MUST - 1)])
    monkeypatch.setattr(listing, "invented", lambda: [_key("nobody's", salience.MUST)])


@needs_corpora
def test_mentions_of_both_are_judged(keys, extractor):
    reader = Reader(extractor, [trained("dateline.events")] * FOLDS)
    judged = list(listing.judge(SHARED, reader, [trained("dateline.anchor")] * FOLDS))
    worth = {(one.document, one.anchored.mention.span.of(TEXT)) for one in judged if one.case.right[0]}
    assert {("gold", "fell"), ("ours", "fell"), ("nobody's", "fell")} == worth
    assert {("gold", True), ("ours", True), ("nobody's", False)} == {(one.document, one.is_published) for one in judged}
    assert ("ours", "closed", False) in {
        (one.document, one.anchored.mention.span.of(TEXT), one.is_event) for one in judged
    }


@needs_corpora
def test_musts_of_both_are_learned(keys, extractor):
    told = list(salience.learn(SHARED, extractor.extract))
    musts = {
        document: sum(one.case.right[0] for one in told if one.document == document) for document in ("gold", "ours")
    }
    assert {"gold": 1, "ours": 0} == musts
    assert {"gold", "ours"} == {one.document for one in told}
