"""Any text at all: no crash, spans that hold, and time that grows with length."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.timex.explain import readings
from dateline.timex.recognise import english

PIECES = st.sampled_from(
    ["the ", "3rd", " of ", "March", " 2015", ", ", "-", "\n", "\n\n", "’s ", "last ", "year", "two ", "weeks ", "ago ",
     "31/02/2020 ", "99:99 ", "\u0661\u0662 ", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "٢",
     "p.m. ", "early ", "Friday ", "night ", "0300 GMT ", "fiscal ", "quarter ", "9/11 ", "1990s ", "century ", "0 ",
     "second ", "half ", "May ", "every ", "before ", "after ", "AD ", "BC ", "1 ", "24:00 ", "week "],
)  # fmt: skip


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join)))
def test_no_text_is_too_odd(text: str) -> None:
    for published in (None, date(2013, 2, 12)):
        end = 0
        for found in readings(text, published):
            assert end <= found.timex.span.start < found.timex.span.end <= len(text)
            assert found.value
            end = found.timex.span.end


BESIDE = ("few {} few", "0 {} 0", "the {} of 31", "every {} 9999", "early {} ago", "last {} before May")


@pytest.mark.parametrize("frame", BESIDE)
def test_no_word_of_the_grammar_breaks_beside_numbers_and_units(frame: str) -> None:
    words = [word for word in english().alphabet.words if word and not word.startswith("<")]
    assert len(words) > 500
    for word in words:
        for published in (None, date(9999, 12, 31)):
            readings(frame.format(word), published)


@pytest.mark.parametrize(
    "piece",
    ["9", ",", '"', "the ", "May ", "1 ", "2001 ", "two ", "-", "last year ", "a year earlier ", "Friday night ",
     ". ", "\n", "\n ",
     "1,", "1.", "1:", "1/", "'9", "of the ", "a.m. ", "twenty ", "days "],
    ids=repr,
)  # fmt: skip
def test_the_time_taken_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            readings(text, date(2013, 2, 12))
            best = min(best, time.process_time() - start)
        return best

    short, long = seconds(2_000), seconds(16_000)
    assert long < 8 * short * 4 + 0.05
