"""What the parse knows about a place in the text: part of speech, and the tense of the verb that governs it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from dateline.lang.en.predicates import PUT_OFF

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tense = Literal["past", "present", "future"]

_CLIMB = 8
_FUTURE = {"will", "shall", "'ll", "wo", "’ll"}
_SET_FOR = {"set", "plan", "call", "book", "add", "arrange", "announce"}
_UNTIL = {"to", "until", "till", "for"}
_ONCE = {"had", "originally", "initially", "once"}
_SCHEDULES = {"schedule", "slate", "due", "expect", "plan"}
_TIMETABLE = frozenset(
    "open begin start resume end expire arrive depart leave fly travel return meet vote play face gather take go come "
    "host appear launch hold decide retire step air premiere address land kick continue conclude reopen "
    "reconvene".split()
)
"""Verbs whose present, with a date, tells what will be: the talks resume Friday."""
_LAST = frozenset("last drag continue stay remain run wait work live sit sleep serve linger go rage".split())
_PLANS = frozenset(
    "plan schedule expect intend set due agree aim hope want promise vow prepare slate likely propose begin try "
    "summon invite order".split()
)


class Parse:
    """Looks things up in a ``Doc`` by offset; without a ``Doc`` knows nothing. Never writes to it."""

    def __init__(self, doc: Doc | None) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc] if doc is not None else []

    def token(self, offset: int) -> Token | None:
        """The token at an offset."""
        if self._doc is None or not self._starts:
            return None
        return self._doc[max(0, bisect_right(self._starts, offset) - 1)]

    def look(self, offset: int) -> tuple[str | None, str]:
        """The Penn tag at an offset, or None, and the label of the entity there: PERSON, too, for a bare surname."""
        token = self.token(offset)
        if token is None:
            return None, ""
        surname = not token.ent_type_ and any(child.dep_ == "compound" and child.is_title for child in token.lefts)
        return token.tag_ or None, "PERSON" if surname else token.ent_type_

    def is_rate(self, start: int, end: int) -> bool:
        """Whether "a year" says how much or how often: $2 million a year, four flights a week."""
        first, last = self.token(start), self.token(end - 1)
        if first is None or last is None or first.lower_ not in {"a", "an"} or last.i != first.i + 1:
            return False
        return last.dep_ == "npadvmod" and last.head.tag_ in {"CD", "NNS", "$"}

    def is_named_after(self, offset: int) -> bool:
        """Whether a noun before the word says which it is: election night, the wedding night."""
        token = self.token(offset)
        return token is not None and any(child.dep_ == "compound" and not child.is_title for child in token.lefts)

    def is_pluperfect(self, offset: int) -> bool:
        """Whether the verb that governs the words is in the past perfect: had filed by Friday."""
        token = self.token(offset)
        for _ in range(_CLIMB):
            if token is None or token.head.i == token.i or token.pos_ == "VERB":
                break
            token = token.head
        return token is not None and any(child.lower_ == "had" for child in token.children)

    def has_lasted(self, offset: int) -> bool:
        """Whether the words end what went on until then: talks dragged on until Sunday."""
        token = self.token(offset)
        if token is None or token.head.lower_ not in {"until", "till"}:
            return False
        verb = token.head.head
        return verb.lemma_ in _LAST and verb.tag_ == "VBD"

    def tense(self, offset: int) -> Tense | None:
        """The tense of the verb that governs the words at an offset, or None."""
        token, until = self.token(offset), False
        for _ in range(_CLIMB):
            if token is None or token.head.i == token.i:
                break
            below, token = token, token.head
            if token.lemma_ in _SCHEDULES:
                over = any(child.lower_ in _ONCE for child in (*token.children, *token.head.children))
                return None if over else "future"
            if token.lemma_ == "be" and token.tag_ in {"VBZ", "VBP"} and below.dep_ in {"prep", "npadvmod"}:
                return "future"  # the vote is in November
            until = until or below.lower_ in _UNTIL
            if token.lower_ == "pending" or (until and token.lemma_ in PUT_OFF and token.tag_ in {"VBN", "VBD"}):
                return "future"
            if below.lower_ == "for" and token.tag_ == "VBN" and token.lemma_ in _SET_FOR:
                return "future"
            if token.pos_ in {"VERB", "AUX"}:
                break
        if token is None or token.pos_ not in {"VERB", "AUX"}:
            return None
        return tense_of(token)


def tense_of(verb: Token) -> Tense | None:
    """Past, present or future, from the verb's form and helpers; an infinitive takes its governor's, or a plan's."""
    for _ in range(_CLIMB):
        if verb.tag_ != "VBG" or verb.head.pos_ not in {"VERB", "AUX"} or any(c.dep_ == "aux" for c in verb.children):
            break
        verb = verb.head
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    if words & _FUTURE:
        return "future"
    tags = {child.tag_ for child in helpers}
    if {"to", "have"} <= words or (verb.tag_ == "VBG" and words & {"was", "were"} and verb.dep_ == "ccomp"):
        return None  # it was to have begun, he said he was sending one: over or not
    if verb.tag_ == "VB" or "to" in words or "MD" in tags:
        return _infinitive(verb, words)
    if verb.tag_ == "VBD" or "VBD" in tags or words & {"have", "has", "had", "'ve"}:
        return "past"
    if verb.tag_ == "VBN":
        return "present" if tags & {"VBZ", "VBP"} else "past"
    if verb.tag_ in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}:
        return "future" if verb.lemma_ in _TIMETABLE else "present"
    return None


def _infinitive(verb: Token, words: set[str]) -> Tense | None:
    if "to" in words and verb.head.lemma_ == "be" and verb.dep_ == "xcomp":
        return "future"  # he was to leave on Thursday
    above = (verb.head, verb.head.head)
    if "did" in words or any(child.lower_ == "had" for head in above for child in head.children):
        return "past"
    if verb.head.lemma_ in _PLANS or verb.dep_ in {"relcl", "acl"} or verb.head.tag_ in {"VBZ", "VBP"}:
        return "future"
    if "would" in words and verb.dep_ in {"ccomp", "conj"}:
        return "future"
    if words & {"may", "can", "must", "should", "would", "could", "might"}:
        return "future" if words & {"may", "can", "must", "should"} else None
    return "past" if verb.head.tag_ == "VBD" else None
