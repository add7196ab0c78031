"""What looks like a time and is none: words that must look or stand a certain way, and phrases that are no times."""

from __future__ import annotations

from collections.abc import Callable

from dateline.timex.rule import NOTHING, Rule


def _name(word: str, tag: str | None) -> bool:
    """Written with a capital, and no verb."""
    return word[0].isupper() and (tag is None or not tag.startswith(("V", "MD")))


def _noun(word: str, tag: str | None) -> bool:
    return tag is None or not tag.startswith(("V", "MD"))


def _capital(word: str, tag: str | None) -> bool:
    return word[0].isupper()


TIMES: dict[str, Callable[[str, str | None], bool]] = {
    "may": _name,
    "march": _name,
    "mar": _capital,
    "august": _name,
    "jan": _capital,
    "sun": _capital,
    "sat": _capital,
    "wed": _capital,
    "mon": _capital,
    "fall": _noun,
    "spring": _noun,
    "summer": _noun,
    "winter": _noun,
}
"""Words that are times only if the word as written and its part of speech (None where unknown) say so."""

RULES = (
    Rule("age", "@count -? @any_unit -? old|olds", lambda count=None, any_unit=None: NOTHING, rejects=("The 32-year-old singer won.", "He is 52 years old.")),
    Rule("count of things", "@count @counted", lambda count=None, counted=None: NOTHING, rejects=("2001 people came.",)),
    Rule("Mrs May", "mr|mrs|ms|mr.|mrs. @month|@weekday|@season", lambda **words: NOTHING, rejects=("Mrs May resigned.", "Mr. March won.")),
    Rule("March on", "the? @month on ~", lambda month=None: NOTHING, rejects=("The March on Washington drew thousands.",)),
    Rule("the Times", "the? @weekday|@weekday_short|@frequency times|telegraph|mail|mirror|express|post|herald", lambda **words: NOTHING, rejects=("The Sunday Times said so.", "The Daily Mail ran it.")),
    Rule("USA Today", "usa today", lambda: NOTHING, rejects=("USA Today reported it.",)),
)
