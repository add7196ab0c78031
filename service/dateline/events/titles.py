"""A line for the timeline: who did what to whom, in the article's own words."""

from __future__ import annotations

from itertools import pairwise

from dateline.events.clause import Clauses
from dateline.events.names import Names
from dateline.lang.en import predicates as words
from dateline.values import Parse

MAX_WORDS = 14
_END = 2**31
_CORE = {"aux", "auxpass", "neg", "prt"}
_OBJECTS = {"dobj", "attr", "acomp", "dative", "oprd"}
_COMPLEMENTS = {"xcomp", "ccomp"}
_EXTRAS = {"prep", "agent", "npadvmod"}
_CUT = {"relcl", "acl", "appos", "parataxis", "advcl", "mark", "intj", "meta", "dep", "preconj"}
_LOOSE = {"PUNCT", "CCONJ", "SCONJ", "ADP", "PART", "DET"}
_DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "their", "its", "whose"}
_MARKS = {",", ";", ":", "-", "--", "–", "—"}
_QUOTES = {"-LRB-", "-RRB-", "``", "''", '"', "“", "”", "(", ")"}
_NOT_FIRST = _DETERMINERS | {",", "-", "--", "–", "and", "but"}
_NO_GAP_BEFORE = {".", ",", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "n’t", "%", "'", "’"}


def title(tree: Parse, clauses: Clauses, names: Names, token: int, timed: frozenset[int]) -> str:
    """The title of the event that ``token`` names: at most ``MAX_WORDS`` words, no time in it, no reporting clause."""
    builder = _Builder(tree, names, timed)
    if clauses.is_verb(token):
        return builder.clause(clauses, _main_verb(tree, token))
    verb = clauses.governor(token)
    if verb is not None and tree.deps[token] in ("dobj", "nsubj", "nsubjpass") and _is_light(tree, verb):
        return builder.clause(clauses, verb)
    return builder.phrase(token)


def _main_verb(tree: Parse, token: int) -> int:
    """The verb whose complement the token is: "refused to sign" is told whole."""
    for _ in range(3):
        head = tree.heads[token]
        if tree.deps[token] != "xcomp" or tree.pos[head] != "VERB":
            break
        token = head
    return token


def _is_light(tree: Parse, verb: int) -> bool:
    return tree.pos[verb] == "VERB" and tree.lemmas[verb].lower() in words.SUPPORT


class _Builder:
    def __init__(self, tree: Parse, names: Names, timed: frozenset[int]) -> None:
        self.tree, self.names, self.timed = tree, names, timed

    def clause(self, clauses: Clauses, verb: int) -> str:
        tree = self.tree
        subject = clauses.subject(verb)
        lead = self._noun(subject) if subject is not None else []
        children = [
            child for child in tree.children[verb] if child != subject and tree.tags[child] not in ("WDT", "WP")
        ]
        children = [child for child in children if child > verb or tree.deps[child] not in _EXTRAS]
        core = [verb, *clauses.helpers(verb), *(child for child in children if tree.deps[child] in _CORE)]
        room = MAX_WORDS - len(lead) - len(core)
        body: list[int] = []
        for wanted in (_OBJECTS, _COMPLEMENTS, _EXTRAS):
            for child in children:
                if tree.deps[child] in wanted:
                    taken = self._trimmed(child, room - len(body))
                    body.extend(taken)
        told = sorted({*core, *body} - set(lead))
        self._drop_loose_end(told)
        return self._text(lead, told)

    def phrase(self, noun: int) -> str:
        return self._text([], self._trimmed(noun, MAX_WORDS))

    def _noun(self, head: int) -> list[int]:
        return self._trimmed(head, 7) or [head]

    def _trimmed(self, head: int, room: int) -> list[int]:
        """The tokens of a phrase, without clauses and asides, without its prepositions too where it is too long."""
        for cut in (_CUT, _CUT | {"prep", "cc", "conj"}):
            found = self._whole_words(sorted(self._walk(head, cut)))
            self._drop_loose_end(found)
            if len(found) <= room:
                return found
        return []

    def _whole_words(self, tokens: list[int]) -> list[int]:
        """With the parts of hyphenated words that the parse hangs elsewhere: "face-to-face"."""
        tree, found = self.tree, set(tokens)
        for token in tokens:
            place = token
            while tree.words[place + 1 : place + 2] == ("-",) and tree.ends[place] == tree.starts[place + 1]:
                found |= {place + 1, place + 2}
                place += 2
        return sorted(token for token in found if token < len(tree))

    def _drop_loose_end(self, tokens: list[int]) -> None:
        while len(tokens) > 1 and self.tree.pos[tokens[-1]] in _LOOSE:
            tokens.pop()

    def _walk(self, head: int, cut: set[str]) -> list[int]:
        tree, found, stack = self.tree, [], [head]
        while stack:
            token = stack.pop()
            if token in self.timed or self._only_timed(token):
                continue
            found.append(token)
            aside = self._aside(token)
            stack.extend(child for child in tree.children[token] if tree.deps[child] not in cut and child < aside)
            if len(found) > 4 * MAX_WORDS:
                break
        return found

    def _aside(self, noun: int) -> int:
        """Where what is said of a noun only in passing begins: behind the comma that follows it and starts no list."""
        tree = self.tree
        children = [child for child in tree.children[noun] if child > noun]
        if tree.pos[noun] not in ("NOUN", "PROPN") or any(tree.deps[child] == "conj" for child in children):
            return _END
        return next((child for child in children if tree.words[child] == ","), _END)

    def _only_timed(self, token: int) -> bool:
        """A preposition whose only object is a time: "in 1991"."""
        if self.tree.pos[token] not in ("ADP", "SCONJ"):
            return False
        objects = [child for child in self.tree.children[token] if self.tree.deps[child] in ("pobj", "pcomp")]
        return bool(objects) and all(child in self.timed for child in objects)

    def _text(self, lead: list[int], body: list[int]) -> str:
        """The words of the tokens, spaced as in the article where they stand together there."""
        tokens = self._without_marks([token for token in (*lead, *body) if self.tree.words[token] not in _QUOTES])
        while len(tokens) > 1 and self.tree.words[tokens[0]].lower() in _NOT_FIRST:
            tokens.pop(0)
        pieces, told = [], frozenset(tokens)
        for before, token in pairwise((-1, *tokens[:MAX_WORDS])):
            pieces.append(self._gap(before, token) + self._word(token, told))
        text = "".join(pieces).strip(" ,;:-")
        return text[:1].upper() + text[1:]

    def _without_marks(self, tokens: list[int]) -> list[int]:
        """Without the commas and dashes around what was left out."""
        kept = set(tokens)
        return [token for token in tokens if self.tree.words[token] not in _MARKS or {token - 1, token + 1} <= kept]

    def _gap(self, before: int, token: int) -> str:
        tree = self.tree
        together = before == token - 1 and before >= 0 and tree.ends[before] == tree.starts[token]
        return "" if together or tree.words[token] in _NO_GAP_BEFORE else " "

    def _word(self, token: int, told: frozenset[int]) -> str:
        """A token's word, or the name that a pronoun stands for unless the title has that name already."""
        name = self.names.of(token) if self.tree.pos[token] == "PRON" else None
        if name is None or name[1] in told:
            return self.tree.words[token]
        person = " ".join(self.tree.words[name[0] : name[1] + 1])
        return f"{person}'s" if self.tree.tags[token] == "PRP$" else person
