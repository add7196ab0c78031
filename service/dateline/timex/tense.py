"""Whether a verb tells what is over, what is or what will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dateline.lang.en import tenses as words

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future"]

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech that have a tense."""

_CLIMB = 8


def is_set(below: Token, token: Token, until: bool) -> bool:
    """Whether a date below a token is set for what is to come; ``until`` is whether one of those prepositions stands
    between: a hearing on Friday that he is held pending, the vote is in November, put off to, set for."""
    if token.lemma_ == "be":
        return token.tag_ in {"VBZ", "VBP"} and below.dep_ in {"prep", "npadvmod"}
    if token.lower_ == "pending":
        return True
    if until and token.lemma_ in words.PUT_OFF:
        return token.tag_ in {"VBN", "VBD"}
    return below.lower_ == "for" and token.tag_ == "VBN" and token.lemma_ in words.SET_FOR


def is_doubted(token: Token) -> bool:
    """Whether words beside what is scheduled leave open whether it is over: originally due in June."""
    return any(child.lower_ in words.ONCE for child in (*token.children, *token.head.children))


def tense_of(verb: Token) -> Tense | None:
    """Past, present or future, from the verb's form and helpers; an infinitive takes its governor's, or a plan's."""
    for _ in range(_CLIMB):
        if verb.tag_ != "VBG" or verb.head.pos_ not in VERBAL or any(c.dep_ == "aux" for c in verb.children):
            break
        verb = verb.head
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    forms = {child.lower_ for child in helpers}
    if forms & words.FUTURE:
        return "future"
    tags = {child.tag_ for child in helpers}
    if {"to", "have"} <= forms or (verb.tag_ == "VBG" and forms & {"was", "were"} and verb.dep_ == "ccomp"):
        return None  # it was to have begun, he said he was sending one: over or not
    if verb.tag_ == "VB" or "to" in forms or "MD" in tags:
        return _infinitive(verb, forms)
    if verb.tag_ == "VBD" or "VBD" in tags or forms & {"have", "has", "had", "'ve"}:
        return "past"
    if forms == {"be"}:
        return "future"  # they ordered that it be reviewed
    if verb.tag_ == "VBN":
        return "present" if tags & {"VBZ", "VBP"} else "past"
    if verb.tag_ in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}:
        return "future" if verb.lemma_ in words.TIMETABLE else "present"
    return None


def _infinitive(verb: Token, forms: set[str]) -> Tense | None:
    if "to" in forms and verb.head.lemma_ == "be" and verb.dep_ == "xcomp":
        return "future"  # he was to leave on Thursday
    above = (verb.head, verb.head.head)
    if verb.head.lemma_ in words.DONE and verb.head.tag_ == "VBD":
        return "past"
    if "did" in forms or any(child.lower_ == "had" for head in above for child in head.children):
        return "past"
    if verb.head.lemma_ in words.PLANS or verb.dep_ in {"relcl", "acl"} or verb.head.tag_ in {"VBZ", "VBP"}:
        return "future"
    if "would" in forms and verb.dep_ in {"ccomp", "conj"}:
        return "future"
    if forms & {"may", "can", "must", "should", "would", "could", "might"}:
        return "future" if forms & {"may", "can", "must", "should"} else None
    return "past" if verb.head.tag_ == "VBD" else None
