"""What makes a mention an event of the timeline, as names of features."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.lang.en import predicates as words
from dateline.values import Anchored, Parse

_QUOTES = {'"', "``", "''", "“", "”"}


@dataclass(frozen=True, slots=True)
class Article:
    """What all mentions of one article share: its parse, the day of publication, how often each family is named."""

    tree: Parse
    day: date | None
    families: Counter[str]


def features(article: Article, each: Anchored) -> Iterator[str]:
    """The names of a mention's features; the first is the same for all."""
    tree, mention = article.tree, each.mention
    token = mention.token
    head = tree.heads[token]
    dep = tree.deps[token]
    way = each.way or "none"
    form = f"{mention.tense} {mention.aspect}" if mention.pos == "VERB" else "NOUN"
    sentence = tree.sentence_of[token]
    place = str(sentence) if sentence < 4 else "early" if sentence < 10 else "late"
    yield "any"
    yield f"way {way}"
    yield f"way {way}|{form}"
    yield f"way {way}|{place}"
    yield f"way {way}|{mention.key}|{mention.pos}"
    yield f"probable {round(each.confidence, 1)}"
    yield f"kind {mention.kind}|{mention.pos}|{mention.key}"
    yield f"statement {mention.lemma in words.STATEMENTS}|{way}"
    yield f"family {mention.family}"
    yield f"status {mention.status}|{form}"
    yield f"dep {dep}|{mention.pos}"
    yield f"root {dep == 'ROOT'}|{place}"
    yield f"below {tree.lemmas[head].lower() in words.REPORTING}|{dep}"
    yield f"named {min(sum(bool(one.label) for one in mention.participants), 2)}"
    yield f"roles {' '.join(sorted({one.role for one in mention.participants}))}"
    yield f"often {min(article.families[mention.family], 4)}|{mention.pos}"
    yield f"part {mention.part_of is not None}|{mention.pos}|{way}"
    yield f"quoted {_is_quoted(tree, token)}"
    yield f"precision {each.when.precision if each.when else '-'}"
    yield f"side {_side(each, article.day)}|{form}"


def logits(probability: float, worth: float) -> dict[str, float]:
    """The numbers that trust is made of: the logarithms of the odds of a time and of its worth, and one."""
    return {"time": _logit(probability), "worth": _logit(worth), "one": 1.0}


def _logit(probability: float) -> float:
    inside = min(max(probability, 0.001), 0.999)
    return math.log(inside / (1 - inside))


def _side(each: Anchored, day: date | None) -> str:
    if each.when is None or day is None:
        return "-"
    latest, earliest = each.when.latest, each.when.earliest
    if latest is not None and latest < day:
        return "past"
    return "ahead" if earliest is not None and earliest > day else "on"


def _is_quoted(tree: Parse, token: int) -> bool:
    """Whether an opening quotation mark of its sentence is still open at the token."""
    first, _ = tree.sentences[tree.sentence_of[token]]
    return sum(word in _QUOTES for word in tree.words[first:token]) % 2 == 1
