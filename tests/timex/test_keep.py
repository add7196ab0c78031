"""What only its place in the text shows to be a time."""

from __future__ import annotations

import pytest

from dateline.extractor import Extractor
from dateline.timex import recognise
from dateline.values import CleanText, Offsets, Span


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["a year"], "He lived there for a year.", id="a length of time"),
        pytest.param([], "It pays them $2 million a year.", id="so much a year"),
        pytest.param([], "They added four flights a week.", id="so many a week"),
        pytest.param([], "A recent sale has already helped.", id="words that only colour"),
        pytest.param(["soon"], "soon", id="asked alone"),
        pytest.param([], "She was female athlete of the year.", id="chosen every year"),
        pytest.param(["the past"], "In the past they had refused.", id="the past, and a pronoun"),
        pytest.param([], "In the past election they had refused.", id="past, and a noun"),
    ],
)
def test_words_are_a_time_by_their_place(expected: list[str], text: str, extractor: Extractor) -> None:
    clean = CleanText(text, (Span(0, len(text)),), Offsets())
    with extractor.parser.zone():
        found = recognise(extractor.parser.parse(clean), clean)
    assert expected == [timex.span.of(text) for timex in found]
