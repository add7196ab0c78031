"""Which tokens name events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.lang.en import predicates as words
from dateline.values import EventClass, Parse

_NOT_VERBAL = {"aux", "auxpass", "amod", "compound", "prep", "punct", "case", "nmod"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that names an event, its TimeML class and its family (what "invaded" and "invasion" share)."""

    token: int
    lemma: str
    pos: Literal["VERB", "NOUN", "ADJ"]
    kind: EventClass
    family: str
    key: bool


def triggers(tree: Parse, timed: frozenset[int]) -> Iterator[Trigger]:
    """The event words of the text, in order; none inside a time expression (``timed`` holds those tokens)."""
    for token, pos in enumerate(tree.pos):
        if token in timed:
            continue
        if pos == "VERB":
            found = _verb(tree, token)
        elif pos in ("NOUN", "PROPN"):
            found = _noun(tree, token)
        else:
            continue
        if found is not None:
            yield found


def _verb(tree: Parse, token: int) -> Trigger | None:
    if tree.deps[token] in _NOT_VERBAL or not tree.tags[token].startswith("VB"):
        return None
    lemma = tree.lemmas[token].lower()
    if not lemma[:1].isalpha():
        return None
    kind = _class(lemma)
    return Trigger(token, lemma, "VERB", kind, words.NOMINALS.get(lemma, lemma), _is_key(lemma, kind))


def _noun(tree: Parse, token: int) -> Trigger | None:
    lemma = tree.lemmas[token].lower()
    family = words.NOMINALS.get(lemma) or words.NOMINALS.get(lemma.removesuffix("s"))
    if family is None or tree.deps[token] == "compound":
        return None
    return Trigger(token, lemma, "NOUN", "OCCURRENCE", family, lemma not in words.WEAK_NOMINALS)


def _class(lemma: str) -> EventClass:
    for kind, table in _CLASSES:
        if lemma in table:
            return kind
    return "OCCURRENCE"


_CLASSES: tuple[tuple[EventClass, frozenset[str]], ...] = (
    ("REPORTING", words.REPORTING),
    ("ASPECTUAL", words.ASPECTUAL),
    ("I_ACTION", words.I_ACTION),
    ("I_STATE", words.I_STATE),
    ("PERCEPTION", words.PERCEPTION),
    ("STATE", words.STATE),
)


def _is_key(lemma: str, kind: EventClass) -> bool:
    """Whether the word alone could stand on a timeline."""
    if lemma in words.STATEMENTS:
        return True
    return kind in ("OCCURRENCE", "ASPECTUAL", "I_ACTION") and lemma not in words.NOT_EVENTS
