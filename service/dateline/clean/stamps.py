"""The shape of a line that says when an article was published; which day it is, the ``published`` room reads."""

from __future__ import annotations

import re

LONGEST = 120

LABEL = (
    r"(?i:(?:first |originally |last )?(?:published|posted|updated|modified|created)(?: on| at)?)(?![\w-])(?:\s*+:)?+"
)
_MONTH_OR_DAY = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)(?![a-z])"
)
_DATE = (
    rf"(?:{_MONTH_OR_DAY}|[0-9]++(?:st|nd|rd|th)?+|[apAP]\.?[mM]\.?|at\b|on\b|T(?=[0-9])|[A-Z]{{1,5}}\b"
    r"|[\s.,:|/()+–—-]++)++"
)
_LINE = re.compile(_DATE)
_LABELLED = re.compile(rf"(?:{LABEL}{_DATE})++")
_DAY = re.compile(
    rf"{_MONTH_OR_DAY}.*(?<![0-9])(?:19|20)[0-9]{{2}}(?![0-9])|[0-9]{{1,4}}[/.-][0-9]{{1,2}}[/.-][0-9]{{2}}"
)
_NAMED = re.compile(rf"{_MONTH_OR_DAY}|[0-9]{{1,4}}[/.-][0-9]{{1,2}}[/.-][0-9]{{2}}")
_SENTENCE_END = re.compile(r"[0-9]\s*+\.$")


def is_stamp(line: str) -> bool:
    """Whether the line is nothing but a date, with or without a time of day."""
    return (
        len(line) <= LONGEST
        and _DAY.search(line) is not None
        and _LINE.fullmatch(line) is not None
        and _SENTENCE_END.search(line) is None
    )


def is_day(words: str) -> bool:
    """Whether the words can name a day with or without its year: a date's words and no others."""
    return len(words) <= LONGEST and _NAMED.search(words) is not None and _LINE.fullmatch(words) is not None


def is_labelled_stamp(line: str) -> bool:
    """Whether the line is nothing but dates that say what they are: "Published: 15 Sept 2022, 10:30 BST"."""
    return len(line) <= LONGEST and any(map(str.isdigit, line)) and _LABELLED.fullmatch(line) is not None
