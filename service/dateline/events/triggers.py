"""Which tokens name events: learned from words that people have marked as events, classed by the word tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.events.features import features
from dateline.lang.en import predicates as words
from dateline.lang.en.nominals import NOMINALS, WEAK_NOMINALS
from dateline.learned import Weights
from dateline.values import EventClass, Parse

ENOUGH = 0.17
"""The least probability with which a word counts as an event. Low: what is no event is weighed again later."""
_POS: dict[str, Literal["VERB", "NOUN", "ADJ"]] = {
    "VERB": "VERB",
    "AUX": "VERB",
    "NOUN": "NOUN",
    "PROPN": "NOUN",
    "ADJ": "ADJ",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that names an event, its TimeML class and its family (what "invaded" and "invasion" share)."""

    token: int
    lemma: str
    pos: Literal["VERB", "NOUN", "ADJ"]
    kind: EventClass
    family: str
    key: bool


def triggers(tree: Parse, timed: frozenset[int], weights: Weights) -> Iterator[Trigger]:
    """The event words of the text, in order; none inside a time expression (``timed`` holds those tokens)."""
    for token in candidates(tree, timed):
        if _is_dated_noun(tree, token, timed) or weights.probability(features(tree, token)) >= ENOUGH:
            yield _trigger(tree, token)


def _is_dated_noun(tree: Parse, token: int, timed: frozenset[int]) -> bool:
    """An event noun of the tables that a time stands right behind: "a congress next month"."""
    lemma = tree.lemmas[token].lower()
    return token + 1 in timed and lemma in NOMINALS and lemma not in WEAK_NOMINALS


def candidates(tree: Parse, timed: frozenset[int]) -> Iterator[int]:
    """The tokens that could name events: words of the open classes outside time expressions."""
    for token, pos in enumerate(tree.pos):
        if pos in _POS and token not in timed and tree.lemmas[token][:1].isalpha():
            yield token


def _trigger(tree: Parse, token: int) -> Trigger:
    lemma, pos = tree.lemmas[token].lower(), _POS[tree.pos[token]]
    family = NOMINALS.get(lemma) or NOMINALS.get(lemma.removesuffix("s")) or lemma
    if pos == "VERB":
        kind = _class(lemma)
        return Trigger(token, lemma, pos, kind, family, _is_key(lemma, kind))
    known = lemma in NOMINALS or lemma.removesuffix("s") in NOMINALS
    kind = "OCCURRENCE" if pos == "NOUN" else "STATE"
    return Trigger(token, lemma, pos, kind, family, known and lemma not in WEAK_NOMINALS)


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
