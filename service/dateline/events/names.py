"""Who "he", "it" and "they" are: what a pronoun most likely stands for."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from dateline.events.participants import noun_start
from dateline.values import Parse

_LOOK_BACK = 12
_SENTENCES = 2
_MAX_DEPTH = 8
_SURELY = 0.25
_FEMALE = {"she", "her", "hers"}
_STAND_FOR = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers"), "person"),
    **dict.fromkeys(("it", "its"), "body"),
    **dict.fromkeys(("they", "them", "their", "two", "both"), "group"),
}
_BODIES = {"ORG", "GPE", "PRODUCT"}
_LEFT_OUT = {"the", "a", "an", "this", "that", "its", "their", "his", "her"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_TITLES = {"mr": False, "mr.": False, "ms": True, "ms.": True, "mrs": True, "mrs.": True, "miss": True, "sir": False}


class Names:
    """The people, bodies and groups that one parse names, and which of them a pronoun may stand for."""

    def __init__(self, tree: Parse) -> None:
        self.tree = tree
        self.often = Counter(word for word, pos in zip(tree.words, tree.pos, strict=True) if pos == "PROPN")
        self.surnames = {tree.words[token] for token in range(1, len(tree)) if self._ends_full_name(token)}
        self.named: dict[str, list[int]] = {"person": [], "body": [], "group": []}
        for token in range(len(tree)):
            for kind in self._kinds(token):
                self.named[kind].append(token)
        self.gender = self._genders()

    def of(self, pronoun: int) -> tuple[int, int] | None:
        """First and last token of the name that a pronoun stands for, or None where nothing tells.

        One of its kind named before it in this sentence or the two before: a person for "he" and "she" (titles tell
        whose), an organisation, country or product for "it", a plural subject for "they". Of several the one that
        the article is most about (``_weight``), and none where two weigh the same.
        """
        tree = self.tree
        word = tree.words[pronoun].lower()
        kind = _STAND_FOR.get(word)
        if (
            kind is None
            or not self._stands_alone(pronoun)
            or (kind == "body" and tree.deps[pronoun] not in (*_SUBJECTS, "poss"))
        ):
            return None
        weights: dict[str, tuple[float, int]] = {}
        for token in self._near(pronoun, kind):
            if self._agrees(token, kind, word):
                weight = weights.get(tree.words[token], (-math.inf, token))
                weights[tree.words[token]] = max(weight, (self._weight(token, pronoun), token))
        if kind != "person" and (above := self._subject_above(pronoun, kind)) is not None:
            return self._start(above), above
        best, *others = [*sorted(weights.values(), reverse=True), (-math.inf, -1)]
        if best[1] < 0 or best[0] - others[0][0] < _SURELY:
            return None
        return self._first(best[1]), (self._partner(best[1]) or best[1]) if kind == "group" else best[1]

    def _stands_alone(self, pronoun: int) -> bool:
        """Whether it is a pronoun, or a subject that counts whom it does not name: "the two"."""
        tree = self.tree
        return tree.pos[pronoun] == "PRON" or (tree.pos[pronoun] == "NUM" and tree.deps[pronoun] in _SUBJECTS)

    def _subject_above(self, pronoun: int, kind: str) -> int | None:
        """The subject of the clause that the pronoun's own completes: "The firm said it …", "… when it was hit"."""
        tree = self.tree
        clause = tree.heads[pronoun]
        if tree.deps[pronoun] not in _SUBJECTS or tree.deps[clause] not in ("ccomp", "advcl"):
            return None
        subjects = (child for child in tree.children[tree.heads[clause]] if tree.deps[child] in _SUBJECTS)
        subject = next((child for child in subjects if child < pronoun), None)
        if subject is None or tree.entities[subject] == "PERSON" or tree.words[subject] in self.surnames:
            return None
        many = tree.tags[subject] in ("NNS", "NNPS") or (kind == "group" and tree.entities[subject] == "ORG")
        return subject if tree.pos[subject] in ("NOUN", "PROPN") and many == (kind == "group") else None

    def _start(self, noun: int) -> int:
        first = noun_start(self.tree, noun)
        return first + 1 if first < noun and self.tree.words[first].lower() in _LEFT_OUT else first

    def _near(self, pronoun: int, kind: str) -> list[int]:
        tree, named = self.tree, self.named[kind]
        before = bisect_left(named, pronoun)
        near = named[max(0, before - _LOOK_BACK) : before]
        return [token for token in near if tree.sentence_of[pronoun] - tree.sentence_of[token] <= _SENTENCES]

    def _weight(self, token: int, pronoun: int) -> float:
        """How likely a pronoun stands for a name: a subject, high in its sentence, near, and named often.

        Surest is the subject of the clause that the pronoun's own depends on ("Acme said it …").
        """
        tree = self.tree
        away = tree.sentence_of[pronoun] - tree.sentence_of[token]
        subject = tree.deps[token] in _SUBJECTS
        often = self.often[tree.words[token]] if tree.pos[token] == "PROPN" and self._partner(token) is None else 1
        above = subject and away == 0 and self._is_below(pronoun, tree.heads[token])
        return 2.0 * above + 1.5 * subject - away - 0.2 * self._depth(token) + 0.8 * math.log2(1 + often)

    def _is_below(self, token: int, verb: int) -> bool:
        """Whether a token stands in a clause that depends on the verb's."""
        clause = self.tree.heads[token]
        return clause != verb and self.tree.heads[clause] == verb

    def _depth(self, token: int) -> int:
        depth = 0
        while depth < _MAX_DEPTH and self.tree.heads[token] != token:
            token, depth = self.tree.heads[token], depth + 1
        return depth

    def _agrees(self, token: int, kind: str, word: str) -> bool:
        return kind != "person" or self.gender.get(self.tree.words[token]) in (None, word in _FEMALE)

    def _genders(self) -> dict[str, bool]:
        """Surname → whether a title in the text makes it a woman's."""
        tree = self.tree
        return {
            tree.words[person]: _TITLES[tree.words[token].lower()]
            for person in self.named["person"]
            for token in range(self._first(person), person)
            if tree.words[token].lower() in _TITLES
        }

    def _kinds(self, token: int) -> Iterator[str]:
        """What a token names, as far as a pronoun can stand for it; nothing for the most."""
        tree, label = self.tree, self.tree.entities[token]
        subject = tree.deps[token] in _SUBJECTS
        person = tree.pos[token] == "PROPN" and (label == "PERSON" or tree.words[token] in self.surnames)
        if person and not self._continues(token):
            yield "person"
        if subject and label in _BODIES and not person:
            yield "body"
        if subject and (tree.tags[token] in ("NNS", "NNPS") or self._partner(token) is not None):
            yield "group"

    def _partner(self, token: int) -> int | None:
        """The second of two who are named together: "Ada Brown and Ben Gray"."""
        tree = self.tree
        if tree.pos[token] != "PROPN":
            return None
        partners = [
            child for child in tree.children[token] if tree.deps[child] == "conj" and tree.pos[child] == "PROPN"
        ]
        return partners[0] if len(partners) == 1 and not self._partner(partners[0]) else None

    def _ends_full_name(self, token: int) -> bool:
        """Whether the token is the last of a person's name of several words: "Brown" in "Ada Brown", "Mr Brown"."""
        tree = self.tree
        if tree.heads[token - 1] != token or tree.pos[token] != "PROPN":
            return False
        named = tree.entities[token - 1] == tree.entities[token] == "PERSON"
        return named or tree.words[token - 1].lower() in _TITLES

    def _continues(self, token: int) -> bool:
        """Whether a name goes on behind the token: "Ada" in "Ada Brown"."""
        tree, following = self.tree, token + 1
        return (
            following < len(tree) and tree.entities[following] == "PERSON" and tree.deps[token] in ("compound", "nmod")
        )

    def _first(self, name: int) -> int:
        """The first token of a name; of other nouns with what describes them."""
        tree, first = self.tree, name
        describing = {"compound"} if tree.entities[name] == "PERSON" else {"compound", "amod", "nummod"}
        while first > 0 and tree.heads[first - 1] == name and tree.deps[first - 1] in describing:
            first -= 1
        return first
