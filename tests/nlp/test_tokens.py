"""Tokens cost linear time, and are those of the text."""

from __future__ import annotations

import time

import pytest

from dateline import Extractor
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
