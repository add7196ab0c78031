"""Tokens of the clean text."""

from __future__ import annotations

import pytest

from dateline.timex.alphabet import BREAK, FILLER, STOP
from dateline.timex.lexer import shape_of, worth
from dateline.timex.recognise import english

LEXER = english().lexer
NAMES = {code: word for word, code in LEXER.alphabet.words.items()} | {FILLER: "~", STOP: ".", BREAK: "BREAK"}


def names(text: str) -> list[str]:
    return [NAMES[token.code] for token in LEXER.tokens(text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["mid", "-", "september"], "mid-September", id="a hyphen comes apart"),
        pytest.param(["two", "-", "and", "-", "a", "-", "half", "-", "hour"], "two-and-a-half-hour", id="many hyphens"),
        pytest.param(["sept.", "<1-31>"], "Sept. 15", id="an abbreviation keeps its dot"),
        pytest.param(["september", "."], "September.", id="a full stop is its own"),
        pytest.param(["<14:30>", "am."], "10:35 a.m.", id="a clock time"),
        pytest.param(["<1-31>", "pm"], "10pm", id="a glued clock time"),
        pytest.param(["february", "'s"], "February's", id="a clitic"),
        pytest.param(["february", "'s"], "February 's", id="a clitic cut off, as in tokenised text"),
        pytest.param(["the", "<1990s>"], "the 1990s", id="a decade"),
        pytest.param(["<1990s>"], "'80s", id="a short decade"),
        pytest.param(["<'90>"], "'98", id="a short year"),
        pytest.param(["<2013-05-01>"], "2013-05-01", id="a numeric date, year first"),
        pytest.param(["<2013-05-01>"], "15.9.2022", id="a numeric date with dots"),
        pytest.param(["<1st-31st>"], "3rd", id="an ordinal"),
        pytest.param(["<decimal>"], "1,500", id="thousands"),
        pytest.param(["march", "<1-31>", ",", "<1000-2199>"], "March 3 ,\n2006", id="spaces and a line end"),
        pytest.param(["march", "BREAK", "<1-31>"], "March\n\n3", id="a blank line parts"),
        pytest.param(["$", "~"], "$2001", id="money is no year"),
        pytest.param(["~"], "2001%", id="a share is no year"),
        pytest.param(["~", "~"], "B2001", id="a number glued to a letter is no year"),
        pytest.param(["~"], "10.0.12.1", id="a network address"),
    ],
)
def test_text_comes_apart_as_the_grammar_needs_it(expected: list[str], text: str) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("category", "expected", "text"),
    [
        ("decade", 199, "1990s"),
        ("decade", 8, "'80s"),
        ("short_year", 98, "'98"),
        ("clock", (14, 30), "14:30"),
        ("dayth", 3, "3rd"),
        ("hhmm", (3, 0), "0300"),
        ("number", 1500.0, "1,500"),
        ("fraction", 0.5, "1/2"),
        ("slash", (9, 11), "9/11"),
    ],
)
def test_a_token_is_worth_what_it_shows(category: str, expected: object, text: str) -> None:
    assert worth(text, shape_of(text))[category] == expected


def test_spans_are_those_of_the_text() -> None:
    text = "On the 3rd of\nMarch, 10 p.m."
    assert [text[token.start : token.end] for token in LEXER.tokens(text)] == [
        "On", "the", "3rd", "of", "March", ",", "10", "p.m.",
    ]  # fmt: skip


def test_numbers_of_other_scripts_are_unknown_words() -> None:
    assert names("٢٠٢٢") == ["~"] * len(names("٢٠٢٢"))


def test_a_shape_is_a_class_of_the_alphabet() -> None:
    assert shape_of("31st") == "1st-31st"
    assert shape_of("32nd") == "ordinal"
