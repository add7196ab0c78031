"""Tokens cost linear time, and are those of the text."""

from __future__ import annotations

import time

import pytest

from dateline import Article, Extractor
from dateline.values import CleanText, Offsets, Span


def clean(text: str) -> CleanText:
    return CleanText(text, (Span(0, len(text)),), Offsets())


@pytest.mark.parametrize("letter", [",", '"', "(", "🌉", "&", "1,", "['a',"])
def test_a_long_run_without_white_space_costs_linear_time(extractor: Extractor, letter: str) -> None:
    parser = extractor.parser
    with parser.zone():
        began = time.perf_counter()
        doc = parser._tokens(clean(letter * 20_000))
        assert time.perf_counter() - began < 2
        assert letter * 20_000 == doc.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met. " * 50, id="prose"),
        pytest.param("See https://example.org/" + "a" * 200 + " for more.", id="a long address"),
        pytest.param("a" * 256 + " b", id="as long as it may be"),
    ],
)
def test_ordinary_text_is_cut_as_spacy_cuts_it(extractor: Extractor, text: str) -> None:
    parser = extractor.parser
    with parser.zone():
        assert [token.text for token in parser.nlp.make_doc(text)] == [
            token.text for token in parser._tokens(clean(text))
        ]


def test_a_text_may_be_longer_than_spacy_allows_by_default(extractor: Extractor) -> None:
    parser = extractor.parser
    with parser.zone():
        text = "a " * 500_001
        assert len(text) > parser.nlp.max_length
        assert text == parser._tokens(clean(text)).text


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["re-elected/re-elect"], "re-elected", id="again"),
        pytest.param(["Re-opened/re-open"], "Re-opened", id="with a capital"),
        pytest.param(["co-authors/co-author"], "co-authors", id="together"),
        pytest.param(["three/three", "-/-", "day/day"], "three-day", id="two words"),
        pytest.param(["re-/re-"], "re-", id="nothing behind it"),
    ],
)
def test_a_prefix_with_a_hyphen_is_part_of_its_word(expected: list[str], text: str, extractor: Extractor) -> None:
    parser = extractor.parser
    with parser.zone():
        doc = parser.parse(clean(f"The mayor was {text} in May."))
        assert expected == [f"{token.text}/{token.lemma_}" for token in doc][3:-3]


def test_what_happened_again_is_not_taken_for_what_happened_before(extractor: Extractor) -> None:
    timeline = extractor.extract(Article(text="She was re-elected in May 2004.", published="2013-02-12"))
    assert ["She was re-elected"] == [event.title for event in timeline.events]
