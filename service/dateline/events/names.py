"""Who "he", "it" and "they" are: what a pronoun most likely stands for."""

from __future__ import annotations

from bisect import bisect_left

from dateline.values import Parse

_LOOK_BACK = 12
_SENTENCES = 2
_FEMALE = {"she", "her", "hers"}
_STAND_FOR = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers"), "person"),
    **dict.fromkeys(("it", "its"), "body"),
    **dict.fromkeys(("they", "them", "their"), "group"),
}
_BODIES = {"ORG", "GPE", "PRODUCT"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_TITLES = {"mr": False, "mr.": False, "ms": True, "ms.": True, "mrs": True, "mrs.": True, "miss": True, "sir": False}


class Names:
    """The people, bodies and groups that one parse names, and which of them a pronoun may stand for."""

    def __init__(self, tree: Parse) -> None:
        self.tree = tree
        self.named: dict[str, list[int]] = {"person": [], "body": [], "group": []}
        for token, label in enumerate(tree.entities):
            if (kind := _kind(tree, token, label)) is not None:
                self.named[kind].append(token)
        self.gender = self._genders()

    def of(self, pronoun: int) -> tuple[int, int] | None:
        """First and last token of the name that a pronoun stands for, or None where nothing tells.

        The latest of its kind named before it in this sentence or the two before, subjects first: a person for "he"
        and "she" (titles tell whose), an organisation, country or product for "it", a plural subject for "they".
        """
        tree = self.tree
        word = tree.words[pronoun].lower()
        kind = _STAND_FOR.get(word)
        if kind is None:
            return None
        named, sentence = self.named[kind], tree.sentence_of[pronoun]
        before = bisect_left(named, pronoun)
        near = [
            token
            for token in named[max(0, before - _LOOK_BACK) : before]
            if sentence - tree.sentence_of[token] <= _SENTENCES and self._agrees(token, kind, word)
        ]
        if not near:
            return None
        name = max(near, key=lambda token: (tree.sentence_of[token], tree.deps[token] in _SUBJECTS, token))
        return _first(tree, name), name

    def _agrees(self, token: int, kind: str, word: str) -> bool:
        return kind != "person" or self.gender.get(self.tree.words[token]) in (None, word in _FEMALE)

    def _genders(self) -> dict[str, bool]:
        """Surname → whether a title in the text makes it a woman's."""
        tree = self.tree
        return {
            tree.words[person]: _TITLES[tree.words[token].lower()]
            for person in self.named["person"]
            for token in range(_first(tree, person), person)
            if tree.words[token].lower() in _TITLES
        }


def _kind(tree: Parse, token: int, label: str) -> str | None:
    """What a token names, as far as a pronoun can stand for it; None for the most."""
    if label == "PERSON" and tree.pos[token] == "PROPN":
        return None if _continues(tree, token) else "person"
    if tree.deps[token] not in _SUBJECTS:
        return None
    if label in _BODIES:
        return "body"
    return "group" if tree.tags[token] in ("NNS", "NNPS") else None


def _continues(tree: Parse, token: int) -> bool:
    following = token + 1
    return following < len(tree) and tree.entities[following] == "PERSON" and tree.deps[token] in ("compound", "nmod")


def _first(tree: Parse, person: int) -> int:
    first = person
    while first > 0 and tree.heads[first - 1] == person and tree.deps[first - 1] in ("compound", "amod", "nummod"):
        first -= 1
    return first
