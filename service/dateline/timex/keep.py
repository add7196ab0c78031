"""Whether words that a rule takes for a time are one here: what only their place in the text and its parse can tell."""

from __future__ import annotations

import re

from dateline.timex.compose import Item
from dateline.timex.context import Parse

ALONE = frozenset({"recent", "future", "soon", "previously", "already"})
"""Rules whose words are a time when one asks for them alone; in running text they only colour what happens."""
COUNTED = frozenset({"so many <units>", "a <unit>"})
"""Rules whose lengths may be what something is counted by: a dollar a day."""
_NOUNS = ("N", "J")
"""Tags of words that "past" goes with: the past election."""
_AWARD = re.compile(
    r"\b(?:player|athlete|sports\w+|footballer|cricketer|driver|coach|manager|team|person|m[ae]n|wom[ae]n|word|car|"
    r"book|album|song|film|game|artist|author|entrepreneur|teacher|photo|picture) of $",
    re.IGNORECASE,
)
"""What is chosen every year stands before "the year": the female athlete of the year."""
_RESULTS = re.compile(r"\s(?:pre-?tax|net|profits?|earnings|results|sales|revenues?|loss(?:es)?|figures)\b")
"""What a half is one of a year's: first-half profit, not a first-half goal."""
_NEAR = 24
_BESIDE = 2


def kept(item: Item, parse: Parse, text: str) -> bool:
    """Whether what a rule found is a time. What only a parse tells is kept without one."""
    if item.rule == "half, of results" and not _RESULTS.match(text, item.end):
        return False
    if parse.token(item.start) is None:
        return True
    if item.rule in {"the past", "in the past"} and text.startswith(("in ", "In "), max(0, item.start - 3)):
        return not (parse.look(item.end + 1)[0] or "").startswith(_NOUNS)
    if item.rule == "the <period>" and _AWARD.search(text, max(0, item.start - _NEAR), item.start):
        return False
    if item.rule == "<part>" and parse.is_named_after(item.start):
        return False
    if item.rule in ALONE:
        return _alone(text, item)
    return item.rule not in COUNTED or not parse.is_rate(item.start, item.end)


def _alone(text: str, item: Item) -> bool:
    """Whether it is a paragraph of its own."""
    before, after = text[max(0, item.start - _BESIDE) : item.start], text[item.end : item.end + _BESIDE]
    return not before.strip() and not after.strip() and " " not in {before[-1:], after[:1]}
