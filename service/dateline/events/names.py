"""Who "he" is: the person a pronoun most likely stands for."""

from __future__ import annotations

from bisect import bisect_left

from dateline.values import Parse

_LOOK_BACK = 12
_PERSONAL = {"he", "she", "him", "her", "his", "hers"}
_FEMALE = {"she", "her", "hers"}
_TITLES = {"mr": False, "mr.": False, "ms": True, "ms.": True, "mrs": True, "mrs.": True, "miss": True, "sir": False}


class Names:
    """The named people of one parse, and which of them a pronoun may stand for."""

    def __init__(self, tree: Parse) -> None:
        self.tree = tree
        self.people = [
            token
            for token, label in enumerate(tree.entities)
            if label == "PERSON" and tree.pos[token] == "PROPN" and not _continues(tree, token)
        ]
        self.gender = self._genders()

    def of(self, pronoun: int) -> tuple[int, int] | None:
        """First and last token of the name that a singular personal pronoun stands for, or None where nothing tells.

        The latest person named before it in this sentence or the two before, subjects first.
        """
        tree = self.tree
        word = tree.words[pronoun].lower()
        if word not in _PERSONAL:
            return None
        sentence = tree.sentence_of[pronoun]
        before = bisect_left(self.people, pronoun)
        near = [
            person
            for person in self.people[max(0, before - _LOOK_BACK) : before]
            if sentence - tree.sentence_of[person] <= 2
            and self.gender.get(tree.words[person]) in (None, word in _FEMALE)
        ]
        if not near:
            return None
        person = max(
            near, key=lambda token: (tree.sentence_of[token], tree.deps[token] in ("nsubj", "nsubjpass"), token)
        )
        return _first(tree, person), person

    def _genders(self) -> dict[str, bool]:
        """Surname → whether a title in the text makes it a woman's."""
        tree = self.tree
        return {
            tree.words[person]: _TITLES[tree.words[token].lower()]
            for person in self.people
            for token in range(_first(tree, person, keep_title=True), person)
            if tree.words[token].lower() in _TITLES
        }


def _continues(tree: Parse, token: int) -> bool:
    following = token + 1
    return following < len(tree) and tree.entities[following] == "PERSON" and tree.deps[token] in ("compound", "nmod")


def _first(tree: Parse, person: int, keep_title: bool = False) -> int:
    first = person
    while first > 0 and tree.heads[first - 1] == person and tree.deps[first - 1] == "compound":
        first -= 1
    return first
