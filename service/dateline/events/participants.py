"""Who and what takes part in an event, by dependency."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.clause import Clauses
from dateline.values import Parse, Participant

_PLACES = {"GPE", "LOC", "FAC"}
_LEFT = {"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "advmod", "predet", "case"}
_ROLES = {"nsubj": "agent", "nsubjpass": "patient", "dobj": "patient", "dative": "recipient", "poss": "agent"}
_PREPOSITIONS = {
    "by": "agent",
    "between": "agent",
    "with": "agent",
    "of": "patient",
    "against": "patient",
    "to": "recipient",
}


def participants(tree: Parse, clauses: Clauses, token: int, timed: frozenset[int]) -> tuple[Participant, ...]:
    """The participants of the event that ``token`` names, in order of place; no time expression (``timed``) is one."""
    found = {
        head: role for head, role in _heads(tree, clauses, token) if tree.pos[head] != "PRON" and head not in timed
    }
    return tuple(_participant(tree, head, found[head]) for head in sorted(found))


def _heads(tree: Parse, clauses: Clauses, token: int) -> Iterator[tuple[int, str]]:
    if clauses.is_verb(token):
        subject = clauses.subject(token)
        if subject is not None:
            passive = clauses.child(token, "auxpass", "nsubjpass") is not None or tree.tags[token] == "VBN"
            active = clauses.child(token, "nsubj") is not None
            yield from _with_conjuncts(tree, subject, "agent" if active or not passive else "patient")
    for child in tree.children[token]:
        dep = tree.deps[child]
        if dep in _ROLES and dep not in ("nsubj", "nsubjpass"):
            yield from _with_conjuncts(tree, child, _ROLES[dep])
        elif dep == "compound" and tree.entities[child]:
            yield child, "place" if tree.entities[child] in _PLACES else "agent"
        elif dep in ("prep", "agent"):
            yield from _prepositional(tree, child)


def _prepositional(tree: Parse, preposition: int) -> Iterator[tuple[int, str]]:
    word = tree.lemmas[preposition].lower()
    for child in tree.children[preposition]:
        if tree.deps[child] != "pobj":
            continue
        if tree.entities[child] in _PLACES and word not in ("by", "of", "against", "with", "between"):
            yield child, "place"
        elif word in _PREPOSITIONS:
            yield from _with_conjuncts(tree, child, _PREPOSITIONS[word])


def _with_conjuncts(tree: Parse, head: int, role: str) -> Iterator[tuple[int, str]]:
    for _ in range(10):
        if tree.pos[head] in ("NOUN", "PROPN", "PRON"):
            yield head, role
        following = next((child for child in tree.children[head] if tree.deps[child] == "conj"), None)
        if following is None:
            return
        head = following


def _participant(tree: Parse, head: int, role: str) -> Participant:
    span = tree.span(noun_start(tree, head), head)
    words = " ".join(tree.words[noun_start(tree, head) : head + 1]).replace(" '", "'").replace(" ’", "’")
    return Participant(words, role, tree.entities[head] or None, span)


def noun_start(tree: Parse, head: int) -> int:
    """The first token of the noun phrase that ``head`` ends: determiners, adjectives, compounds and possessors."""
    first = head
    for child in reversed(tree.children[head]):
        if child < first and tree.deps[child] in _LEFT:
            first = min(tree.subtree(child)[0], child)
    return first
