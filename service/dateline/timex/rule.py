"""A rule of the grammar: a pattern over words, what they say, and the sentences that prove it.

A pattern is a row of elements, each for one word or one thing already recognised:

    the            the word itself          a|the    one of these
    @month         a word of that category  @day:d   ... captured under another name
    x?             may be absent            ( x y )? may be absent together
    in|by [ x ] y  only x is taken; what stands before and after must be there, and is never optional
    !x             not followed by x
    ~  .           any unknown word, any unknown mark; only outside what is taken

Captures are handed to ``build`` by name. It returns a ``Say``; ``Marked`` where TIMEX3 attributes go with it; ``Word``
for something that later rules combine; ``NOTHING`` for words that are no time; ``None`` to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from dateline.dates.say import Say

PUBLISHED = date(2013, 2, 12)
"""The day on which every sentence of a rule is written, a Tuesday, unless it says ``on=``."""


class Seen(NamedTuple):
    """A word that may be no time: as written, its tag and entity label where the parse gives them, what follows."""

    word: str
    tag: str | None
    entity: str
    after: str

    @property
    def is_name(self) -> bool:
        """Whether it is tagged as (part of) a name."""
        return self.tag is not None and self.tag.startswith("NNP")

    @property
    def is_verb(self) -> bool:
        """Whether it is tagged as a verb or a modal."""
        return self.tag is not None and self.tag.startswith(("V", "MD"))


@dataclass(frozen=True, slots=True)
class Word:
    """What a rule makes of several words so that other rules can use them: values by category."""

    values: dict[str, Any]


NOTHING = Word({})
"""Not a time, whatever the words look like."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is said, with the TIMEX3 type where it is not the usual one of its kind."""

    says: Say
    type: str


Built = Any
"""``Say | Marked | Word | None``; loose, because builders are called with captures by name."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with one marked expression: its span, what it says and, if given, what it means."""

    sentence: str
    start: int
    end: int
    says: str
    means: str | None = None
    on: date | None = PUBLISHED


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to phrase a time. Of the rules that match at a word the longest match wins, then the earlier rule."""

    name: str
    pattern: str
    build: Callable[..., Built]
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()


_MARKED = re.compile(r"\[(.*?) = ([^\]]*)\]")


def eg(marked: str, means: str | None = None, on: date | None = PUBLISHED) -> Example:
    """``"He died on [3 May 2015 = 2015-05-03]."`` as an example. Raises ``ValueError`` unless one span is marked."""
    found = list(_MARKED.finditer(marked))
    if len(found) != 1:
        raise ValueError(f"one [words = what they say] in {marked!r}")
    match = found[0]
    words = match.group(1)
    sentence = marked[: match.start()] + words + marked[match.end() :]
    return Example(sentence, match.start(), match.start() + len(words), match.group(2), means, on)
