"""What the parse knows about a place in the text: its part of speech, what stands above it, its tense."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.lang.en import tenses as words
from dateline.timex.tense import VERBAL, Tense, is_doubted, is_set, tense_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLIMB = 8


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

    def is_done(self, offset: int) -> bool:
        """Whether the verb that governs the words tells in the past what was done by then: raised $310,000 by June."""
        verb = self._beyond(offset, {"by"})
        return verb is not None and verb.tag_ == "VBD" and verb.lemma_ not in words.PLANS

    def has_lasted(self, offset: int) -> bool:
        """Whether the words end what went on until then, or what did not happen: talks dragged on until Sunday, he did
        not come until Sunday."""
        verb = self._beyond(offset, {"until", "till"})
        if verb is None:
            return False
        lasted = verb.tag_ == "VBD" and verb.lemma_ in words.LASTING
        return lasted or (any(child.dep_ == "neg" for child in verb.children) and tense_of(verb) == "past")

    def _beyond(self, offset: int, prepositions: set[str]) -> Token | None:
        """What one of the prepositions hangs on, where the words at an offset hang on it."""
        token = self.token(offset)
        if token is not None and token.dep_ in {"compound", "nummod", "amod", "det"}:
            token = token.head
        return token.head.head if token is not None and token.head.lower_ in prepositions else None

    def tense(self, offset: int) -> Tense | None:
        """The tense of the verb that governs the words at an offset, or None."""
        until = False
        for below, token in self._above(offset):
            until = until or below.lower_ in words.UNTIL
            if token.lemma_ in words.SCHEDULED:
                return None if is_doubted(token) else "future"
            if is_set(below, token, until):
                return "future"
            if token.pos_ in VERBAL:
                return tense_of(token)
        return None

    def _above(self, offset: int) -> Iterator[tuple[Token, Token]]:
        """Each token above the one at an offset, with the one below it."""
        token = self.token(offset)
        for _ in range(_CLIMB):
            if token is None or token.head.i == token.i:
                return
            yield token, token.head
            token = token.head
