"""Patterns over code points."""

from __future__ import annotations

import pytest

from dateline.timex.alphabet import Alphabet
from dateline.timex.matcher import Layer
from dateline.timex.rule import Rule


def alphabet() -> Alphabet:
    made = Alphabet()
    made.add_tables({"fruit": {"apple": 1, "pear": 2}, "number": {"one": 1, "two": 2}})
    return made


def ends(pattern: str, *words: str, start: int = 0) -> list[int]:
    made = alphabet()
    layer = Layer([Rule("rule", pattern, lambda: None)], made)
    return [found.end for found in layer.matches("".join(made.word(word) for word in words), start)]


@pytest.mark.parametrize(
    ("expected", "pattern", "words"),
    [
        pytest.param([2], "a @fruit", ("a", "apple"), id="a word and a category"),
        pytest.param([1], "a? @fruit", ("pear",), id="an optional word absent"),
        pytest.param([3], "a ( very )? @fruit", ("a", "very", "pear"), id="a group"),
        pytest.param([2], "a ( very good )? @fruit", ("a", "pear"), id="an optional group absent"),
        pytest.param([], "@fruit !one|two", ("apple", "two"), id="not followed by"),
        pytest.param([1], "@fruit !one", ("apple", "two"), id="followed by something else"),
        pytest.param([1], "[ @fruit ] two", ("apple", "two"), id="what stands after is not taken"),
        pytest.param([], "[ @fruit ] two", ("apple", "one"), id="what must stand after is missing"),
    ],
)
def test_a_pattern_matches(expected: list[int], pattern: str, words: tuple[str, ...]) -> None:
    assert ends(pattern, *words) == expected


def test_what_stands_before_is_not_taken() -> None:
    assert ends("a [ @fruit ]", "a", "apple", start=1) == [2]
    assert ends("a [ @fruit ]", "one", "apple", start=1) == []


def test_the_longest_match_comes_first() -> None:
    made = alphabet()
    layer = Layer([Rule("short", "a", lambda: None), Rule("long", "a @fruit", lambda: None)], made)
    assert [found.rule.name for found in layer.matches(made.word("a") + made.word("pear"), 0)] == ["long", "short"]


def test_of_equal_matches_the_first_rule_wins() -> None:
    made = alphabet()
    layer = Layer([Rule("first", "@fruit", lambda: None), Rule("second", "pear", lambda: None)], made)
    assert [found.rule.name for found in layer.matches(made.word("pear"), 0)] == ["first", "second"]


@pytest.mark.parametrize("pattern", ["@metal", "a b c? [ @fruit ]", "[ a ] b? c"])
def test_a_pattern_that_cannot_be_meant_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message names the element
        Layer([Rule("rule", pattern, lambda: None)], alphabet())
