"""What looks like a time and is none: words that must look or stand a certain way, and phrases that are no times."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.timex.rule import NOTHING, Rule


def _name(word: str, tag: str | None, after: str) -> bool:
    """Written with a capital, and no verb."""
    return word[0].isupper() and (tag is None or not tag.startswith(("V", "MD")))


def _adjective(word: str, tag: str | None, after: str) -> bool:
    return tag is None or tag.startswith("J")


def _season(word: str, tag: str | None, after: str) -> bool:
    """No verb, and no part of a name: the Winter Olympics, the Arab Spring."""
    return tag is None or (tag.startswith("N") and not (word[0].isupper() and tag.startswith("NNP")))


def _small(word: str, tag: str | None, after: str) -> bool:
    return word[0].islower()


def _capital(word: str, tag: str | None, after: str) -> bool:
    return word[0].isupper()


_AFTER_YEAR = ("'s", "’s", "1", "2", "two")
_STREET = re.compile(
    r"(?: [A-Z][\w.]*){1,2} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Way|Court|Place)\b"
)


def _no_title(word: str, tag: str | None, after: str) -> bool:
    """Small, or part of a date: not the Footballer of the Year."""
    return word[0].islower() or after.lstrip().startswith(_AFTER_YEAR) or tag is None


def _no_address(word: str, tag: str | None, after: str) -> bool:
    """No house number: 1600 Pennsylvania Avenue."""
    return not _STREET.match(after)


TIMES: dict[str, Callable[[str, str | None, str], bool]] = {
    "<1000-2199>": _no_address,
    "year": _no_title,
    "may": _name,
    "march": _name,
    "mar": _capital,
    "august": _name,
    "jan": _capital,
    "minutes": _small,
    "sun": _capital,
    "sat": _capital,
    "wed": _capital,
    "mon": _capital,
    "current": _adjective,
    "fall": _season,
    "spring": _season,
    "summer": _season,
    "winter": _season,
}
"""Words that are times only if the word as written, its part of speech (None where unknown) and what follows say so."""

RULES = (
    Rule(
        "age",
        "the|these? @count -? year|years -? old|olds",
        lambda count=None: NOTHING,
        rejects=("The 32-year-old singer won.", "He is 52 years old."),
    ),
    Rule(
        "age of a child",
        "the? @count -? @any_unit:unit -? old|olds @person",
        lambda **words: NOTHING,
        rejects=("Their 6-month-old son slept.",),
    ),
    Rule(
        "count of things", "@count @counted", lambda count=None, counted=None: NOTHING, rejects=("2001 people came.",)
    ),
    Rule(
        "Mrs May",
        "mr|mrs|ms|mr.|mrs. @month|@weekday|@season",
        lambda **words: NOTHING,
        rejects=("Mrs May resigned.", "Mr. March won."),
    ),
    Rule(
        "March on",
        "the? @month on|for|of ~|the",
        lambda month=None: NOTHING,
        rejects=("The March on Washington drew thousands.",),
    ),
    Rule(
        "the Times",
        "the? @weekday|@weekday_short|@frequency times|telegraph|mail|mirror|express|post|herald",
        lambda **words: NOTHING,
        rejects=("The Sunday Times said so.", "The Daily Mail ran it."),
    ),
    Rule(
        "good evening",
        "good @part",
        lambda part: NOTHING,
        rejects=("Good evening and welcome.", "He is Footballer of the Year."),
    ),
    Rule(
        "a quarter of",
        "three|a -? quarter|quarters of|mile|final|-",
        lambda: NOTHING,
        rejects=("It buys three-quarters of its food.",),
    ),
    Rule(
        "a second one",
        "a|the second !ago|later|before|earlier|of|-|quarter|half|@month|@unit",
        lambda: NOTHING,
        rejects=("A second group left.",),
    ),
    Rule("quarterly dividend", "[ quarterly|annual ] ~", lambda: NOTHING, rejects=("It cut its quarterly dividend.",)),
    Rule("the future of", "the past|future of", lambda: NOTHING, rejects=("The future of Taiwan is open.",)),
    Rule("the fall of", "the fall of ~|the", lambda: NOTHING, rejects=("The fall of Rome came slowly.",)),
    Rule("money", "$|us$|£|€|¥ @number", lambda number=None: NOTHING, rejects=("The $ 2001 fee rose.",)),
    Rule(
        "in his thirties",
        "his|her|their|my|our|your @decade|@decade_word",
        lambda **words: NOTHING,
        rejects=("He is in his 30s.", "A man in his sixties died."),
    ),
    Rule("a night", "a|per night", lambda: NOTHING, rejects=("Rooms cost $55 a night there.",)),
    Rule("high noon", "high noon", lambda: NOTHING, rejects=("He saw High Noon again.",)),
    Rule(
        "telephone number",
        "@integer:first - @integer:second",
        lambda first, second: NOTHING if first <= 999 < second else None,
        rejects=("Call 555-1990.",),
    ),
    Rule("USA Today", "usa today", lambda: NOTHING, rejects=("USA Today reported it.",)),
)
