"""The grammar around an event word: its verb group, its subject, and whether what it names happened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.lang.en import predicates as words
from dateline.values import Parse, Status

_CLAUSAL = {"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "conj", "csubj", "csubjpass", "parataxis", "dep"}
_OF_NOUNS = {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_MAX_STEPS = 8
_OF_ANOTHER = words.REPORTING | words.STANCE | words.LIKE_PREPOSITIONS
"""Verbs whose subject or object is a happening of its own."""
_AHEAD = {
    "plan",
    "upcoming",
    "propose",
    "schedule",
    "expect",
    "possible",
    "potential",
    "future",
    "prospective",
    "planned",
}


@dataclass(frozen=True, slots=True)
class Group:
    """TimeML's tense, aspect, polarity and modality of a verb group; NONE for nouns."""

    tense: str
    aspect: str
    polarity: Literal["POS", "NEG"]
    modality: str | None


class Clauses:
    """Answers about the clauses of one parse, each worked out once."""

    def __init__(self, tree: Parse) -> None:
        self.tree = tree
        self.group = lru_cache(maxsize=None)(self._group)
        self.subject = lru_cache(maxsize=None)(self._subject)

    def governor(self, token: int) -> int | None:
        """The verb or noun whose complement, modifier or conjunct the token's clause is; None at the root."""
        head = self.tree.heads[token]
        return None if head == token else head

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent with one of these labels."""
        return next((child for child in self.tree.children[token] if self.tree.deps[child] in deps), None)

    def is_verb(self, token: int) -> bool:
        """Whether the token is a verb or an auxiliary."""
        return self.tree.pos[token] in ("VERB", "AUX")

    def part_of(self, token: int) -> int | None:
        """The verb whose happening the token only completes: as its complement, participle, subject or object."""
        tree, head = self.tree, self.tree.heads[token]
        if tree.deps[token] == "pobj" and tree.pos[head] == "ADP":
            joined = tree.lemmas[head].lower() in ("in", "at", "during", "on")
            head = tree.heads[head] if joined else token
        if head == token or tree.pos[head] != "VERB":
            return None
        if tree.lemmas[head].lower() in _OF_ANOTHER:
            return None
        if not self.is_verb(token):
            return head if tree.deps[token] in _OF_NOUNS else None
        unfinished = self.group(token).tense in ("INFINITIVE", "PRESPART", "PASTPART")
        return head if unfinished and tree.deps[token] in ("xcomp", "advcl", "ccomp") else None

    def _group(self, token: int) -> Group:
        tree = self.tree
        if not self.is_verb(token):
            return Group("NONE", "NONE", "NEG" if self._denied(token) else "POS", None)
        helpers = self.helpers(token)
        modal = next((tree.lemmas[child].lower() for child in helpers if tree.tags[child] == "MD"), None)
        return Group(
            _tense(tree, token, helpers, modal),
            _aspect(tree, token, helpers),
            "NEG" if self._denied(token) else "POS",
            modal if modal in words.HYPOTHETICAL_MODALS else None,
        )

    def helpers(self, token: int) -> list[int]:
        """A verb's auxiliaries, or those it shares with the verb that it is coordinated with ("has met and agreed")."""
        tree, first = self.tree, self.tree.heads[token]
        own = [child for child in tree.children[token] if tree.deps[child] in ("aux", "auxpass")]
        if own or tree.deps[token] != "conj" or self.child(token, *_SUBJECTS) is not None:
            return own
        same = tree.tags[first] == tree.tags[token] and tree.tags[token] in ("VB", "VBN", "VBG")
        return [child for child in tree.children[first] if tree.deps[child] in ("aux", "auxpass")] if same else []

    def _denied(self, token: int) -> bool:
        tree = self.tree
        return any(
            tree.deps[child] == "neg" or (tree.deps[child] in ("det", "cc") and tree.words[child].lower() in _NO)
            for child in tree.children[token]
        ) or self._denied_subject(token)

    def _denied_subject(self, token: int) -> bool:
        subject = self.child(token, *_SUBJECTS)
        if subject is None:
            return False
        determiners = [subject, *(c for c in self.tree.children[subject] if self.tree.deps[c] == "det")]
        return any(self.tree.words[each].lower() in _NO for each in determiners)

    def _subject(self, token: int) -> int | None:
        """The token that heads the subject of a verb, its own or the one it shares; the noun for a relative clause."""
        for _ in range(_MAX_STEPS):
            own = self.child(token, *_SUBJECTS)
            if own is not None and self.tree.tags[own] not in ("WDT", "WP"):
                return own
            head = self.tree.heads[token]
            dep = self.tree.deps[token]
            if head == token or dep not in _CLAUSAL:
                return None
            if dep in ("relcl", "acl"):
                named = self.tree.pos[head] in ("NOUN", "PROPN", "PRON")
                return head if named else self._singled_out(self.tree.heads[head])
            if dep in ("ccomp", "parataxis", "csubj"):
                return self._singled_out(head) if own is not None else None
            token = head
        return None

    def _singled_out(self, verb: int) -> int | None:
        """Whom a clause with "who" is about, if "it was" singles him out: it was Ada who won."""
        subject = self.child(verb, "nsubj")
        if self.tree.lemmas[verb].lower() != "be" or subject is None or self.tree.words[subject].lower() != "it":
            return None
        return self.child(verb, "attr")

    def status(self, token: int, steps: int = _MAX_STEPS) -> Status:
        """Whether what the token names happened, as the text tells it."""
        group = self.group(token)
        if (group.polarity == "NEG" and self.until(token) is None) or self._disbelieved(token):
            return "negated"
        if group.modality is not None or self._conditional(token):
            return "conditional"
        if group.tense == "FUTURE" or self._announced(token):
            return "planned"
        if self._alleged(token):
            return "alleged"
        if steps and (inherited := self._inherited(token, group, steps)) is not None:
            return inherited
        return _own_status(self.tree, token, group)

    def until(self, verb: int) -> int | None:
        """The preposition of a time at which it happens, since it does not before: will not open **until** May."""
        if self.child(verb, "neg") is None:
            return None
        return next((child for child in self.tree.children[verb] if self._bounds(child)), None)

    def _bounds(self, preposition: int) -> bool:
        """Whether a preposition says until when, not only before which other event."""
        tree = self.tree
        if tree.deps[preposition] != "prep" or tree.words[preposition].lower() not in words.NOT_UNTIL:
            return False
        dated = any(tree.entities[child] in ("DATE", "TIME") for child in tree.children[preposition])
        return dated or tree.words[preposition].lower() != "before"

    def _conditional(self, token: int) -> bool:
        """Whether "if" or "whether" opens its clause, or the clause that it is the alternative of."""
        tree = self.tree
        first = tree.heads[token] if tree.deps[token] == "conj" and self.is_verb(tree.heads[token]) else token
        marks = [child for child in tree.children[token] if tree.deps[child] == "mark"] or tree.children[first]
        return any(tree.deps[mark] == "mark" and tree.lemmas[mark].lower() in words.CONDITIONALS for mark in marks)

    def _disbelieved(self, token: int) -> bool:
        """Whether somebody does not believe it: "did not think that prices had changed"."""
        head = self.tree.heads[token]
        doubted = self.tree.deps[token] == "ccomp" and head != token and self._denied(head)
        return doubted and self.tree.lemmas[head].lower() in words.BELIEVING

    def _announced(self, token: int) -> bool:
        """Whether an adjective puts it ahead: "the planned visit"."""
        tree = self.tree
        return not self.is_verb(token) and any(
            tree.deps[child] in ("amod", "compound") and tree.lemmas[child].lower() in _AHEAD
            for child in tree.children[token]
        )

    def _alleged(self, token: int) -> bool:
        tree = self.tree
        if any(tree.words[child].lower() in words.ALLEGED_ADVERBS for child in tree.children[token]):
            return True
        head, dep = tree.heads[token], tree.deps[token]
        if dep == "pcomp" and tree.lemmas[tree.heads[head]].lower() in words.ALLEGING:
            return True
        if dep not in ("ccomp", "xcomp") or head == token:
            return False
        lemma = tree.lemmas[head].lower()
        admitted = lemma in words.ADMITTING and self._denied(head)
        return lemma in words.ALLEGING or admitted or (dep == "ccomp" and lemma in words.DISPUTING)

    def _inherited(self, token: int, group: Group, steps: int) -> Status | None:
        """What the governing clause makes of it: "refused to" that it did not happen, "plans to" that it will."""
        head, dep = self._through_preposition(token)
        if head is None:
            return None
        lemma = self.tree.lemmas[head].lower()
        if not self.is_verb(token):
            light = lemma in words.LIGHT or lemma in words.INTENDED or lemma in words.ATTEMPTED
            if dep not in ("nsubj", "nsubjpass", "dobj") or not light:
                return None
            return self._governed(head, lemma, lemma in words.LIGHT, steps)
        if dep not in _CLAUSAL or group.tense not in ("INFINITIVE", "PRESPART", "PASTPART"):
            return None
        if dep in ("relcl", "acl") and self.tree.pos[head] in ("NOUN", "PROPN"):
            ahead = group.tense == "INFINITIVE" and lemma in words.INTENDED
            return "planned" if ahead or self._does_later(head, group) else None
        return self._governed(head, lemma, True, steps)

    def _does_later(self, noun: int, group: Group) -> bool:
        """Whether a participle says how something still to come is done: "will do a good job **leading** it"."""
        verb = self.tree.heads[noun]
        to_come = self.tree.deps[noun] == "dobj" and self.group(verb).tense == "FUTURE"
        return to_come and group.tense == "PRESPART"

    def _governed(self, head: int, lemma: str, passes: bool, steps: int) -> Status | None:
        above = self.status(head, steps - 1)
        if lemma in words.ATTEMPTED:
            return "negated"
        if lemma in words.INTENDED and above in ("occurred", "ongoing"):
            return "planned"
        return above if passes else None

    def _through_preposition(self, token: int) -> tuple[int | None, str]:
        head, dep = self.governor(token), self.tree.deps[token]
        if head is not None and dep == "pcomp" and self.tree.pos[head] == "ADP":
            return self.governor(head), "xcomp"
        return head, dep


_NO = {"no", "neither", "nobody", "none", "nor"}


def _tense(tree: Parse, token: int, helpers: list[int], modal: str | None) -> str:
    if modal in ("will", "shall", "'ll", "wo"):
        return "FUTURE"
    if any(tree.words[child].lower() == "to" for child in helpers):
        return "INFINITIVE"
    finite = helpers[0] if helpers else token
    match tree.tags[finite]:
        case "VBD":
            return "PAST"
        case "VBZ" | "VBP" | "MD":
            return "PRESENT"
        case "VBG":
            return "PRESPART"
        case "VBN":
            return "PASTPART"
        case _:
            return "INFINITIVE" if finite == token else "PRESENT"


def _aspect(tree: Parse, token: int, helpers: list[int]) -> str:
    perfect = any(tree.lemmas[child].lower() == "have" for child in helpers)
    progressive = tree.tags[token] == "VBG" and any(tree.lemmas[child].lower() == "be" for child in helpers)
    match perfect, progressive:
        case True, True:
            return "PERFECTIVE_PROGRESSIVE"
        case True, False:
            return "PERFECTIVE"
        case False, True:
            return "PROGRESSIVE"
        case _:
            return "NONE"


def _own_status(tree: Parse, token: int, group: Group) -> Status:
    ongoing = group.tense == "PRESENT" and (
        group.aspect in ("PROGRESSIVE", "PERFECTIVE_PROGRESSIVE")
        or (group.aspect == "NONE" and tree.lemmas[token].lower() in words.STATE)
    )
    return "ongoing" if ongoing else "occurred"
