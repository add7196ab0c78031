"""What makes a mention an event of the timeline, as names of features: its time, its place, its words, its clause."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.lang.en import predicates as words
from dateline.values import OWN_WAYS, Anchored, Grounded, Mention, Parse

_QUOTES = {'"', "``", "''", "“", "”"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "attr", "nsubjpass"}
_SMALL_WORDS = {"mark", "advmod", "aux", "neg", "cc", "prt", "expl"}
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Article:
    """What all mentions of one article share: its parse, the day of publication, how often each family is named."""

    tree: Parse
    day: date | None
    families: Counter[str]


def features(article: Article, each: Anchored) -> Iterator[str]:
    """The names of a mention's features; the first is the same for all."""
    tree, mention = article.tree, each.mention
    way = "own" if each.way in OWN_WAYS else each.way or "none"
    form = f"{mention.tense} {mention.aspect}" if mention.pos == "VERB" else "NOUN"
    yield "any"
    yield from _of_mention(article, each, form)
    yield from _of_time(article, each, form, way)
    yield from _of_verb(tree, mention, way) if mention.pos == "VERB" else _of_noun(tree, mention, way)
    yield from _of_word(tree, mention, way)
    yield from _of_clause(tree, mention, form)


def _of_mention(article: Article, each: Anchored, form: str) -> Iterator[str]:
    """What is said of it, where in the article, and by which way it has its time."""
    tree, mention = article.tree, each.mention
    token = mention.token
    dep = tree.deps[token]
    way = each.way or "none"
    sentence = tree.sentence_of[token]
    place = str(sentence) if sentence < 4 else "early" if sentence < 10 else "late"
    yield f"way {way}"
    yield f"way {way}|{form}"
    yield f"way {way}|{place}"
    yield f"way {way}|{mention.key}|{mention.pos}"
    yield f"kind {mention.kind}|{mention.pos}|{mention.key}"
    yield f"statement {mention.lemma in words.STATEMENTS}|{way}"
    yield f"family {mention.family}"
    yield f"status {mention.status}|{form}"
    yield f"dep {dep}|{mention.pos}"
    yield f"root {dep == 'ROOT'}|{place}"
    yield f"below {tree.lemmas[tree.heads[token]].lower() in words.REPORTING}|{dep}"
    quarter = min(4 * sentence // len(tree.sentences), 3)
    extent = "long" if len(tree.sentences) > 20 else "middling" if len(tree.sentences) > 10 else "short"
    yield f"quarter {quarter}|{extent}"
    yield f"quarter {quarter}|{extent}|{way}"
    yield f"named {min(sum(bool(one.label) for one in mention.participants), 2)}"
    yield f"roles {' '.join(sorted({one.role for one in mention.participants}))}"
    yield f"often {min(article.families[mention.family], 4)}|{mention.pos}"
    yield f"part {mention.part_of is not None}|{mention.pos}|{way}"
    yield f"quoted {_is_quoted(tree, token)}"


def _of_time(article: Article, each: Anchored, form: str, way: str) -> Iterator[str]:
    """Its time: how sure, how fine, on which side of publication, in which words, how far away."""
    unit = each.when.precision if each.when else "-"
    side = _side(each, article.day)
    yield f"probable {round(each.confidence, 1)}"
    yield f"probable {round(each.confidence, 1)}|{way}"
    yield f"precision {unit}"
    yield f"precision {unit}|{form}|{way}"
    yield f"side {side}|{form}"
    yield f"side {side}|{way}|{each.mention.pos}"
    yield f"open {each.when is not None and (each.when.start is None or each.when.end is None)}|{form}"
    if each.grounded is not None:
        yield from _of_expression(article.tree, each.mention, each.grounded, way)


def _of_expression(tree: Parse, mention: Mention, grounded: Grounded, way: str) -> Iterator[str]:
    yield f"rule {grounded.timex.rule}|{way}"
    yield f"type {grounded.timex.type}|{way}|{mention.pos}"
    if tokens := tree.tokens(grounded.timex.span):
        sentences = tree.sentence_of[mention.token] - tree.sentence_of[tokens[0]]
        yield f"far {max(min(sentences, 5), -1)}|{min(abs(tokens[0] - mention.token) // 4, 6)}|{way}"


def _of_verb(tree: Parse, mention: Mention, way: str) -> Iterator[str]:
    """Who does what to whom: the verb with its subject and its object, by entity type or part of speech, and lemma."""
    token = mention.token
    subject, object_ = _child(tree, token, _SUBJECTS), _child(tree, token, _OBJECTS)
    yield f"subject {_sort(tree, subject)}|{way}"
    yield f"object {_sort(tree, object_)}|{way}"
    yield f"subject {_lemma(tree, subject)}"
    yield f"object {_lemma(tree, object_)}"
    yield f"{mention.family} {_sort(tree, object_)}"


def _of_noun(tree: Parse, mention: Mention, way: str) -> Iterator[str]:
    """Which, of what, under what: the noun with its determiner, its modifiers and the word that it hangs on."""
    token = mention.token
    dep = tree.deps[token]
    determiner, prepositions = "-", set()
    for child in tree.children[token]:
        below, lemma = tree.deps[child], tree.lemmas[child].lower()
        if below in ("det", "poss"):
            determiner = lemma if below == "det" else "poss"
        elif below == "prep":
            prepositions.add(lemma)
        elif below in ("amod", "compound"):
            yield f"modified {lemma}"
    yield f"determiner {determiner}|{dep}|{way}"
    yield f"head {_lemma(tree, tree.heads[token])}|{dep}"
    yield f"prepositions {' '.join(sorted(prepositions))}"


def _of_word(tree: Parse, mention: Mention, way: str) -> Iterator[str]:
    """The word itself, the words beside it and above it, and whether a preposition hangs on it."""
    token, head = mention.token, tree.heads[mention.token]
    before, behind = (tree.words[at].lower() if 0 <= at < len(tree) else "-" for at in (token - 1, token + 1))
    yield f"before {before}|{mention.pos}"
    yield f"behind {behind}|{mention.pos}"
    yield f"on {_lemma(tree, head)}|{tree.deps[token]}|{mention.pos}"
    yield f"above {tree.tags[head]}^{tree.tags[tree.heads[head]]}|{tree.deps[token]}"
    bears = any(tree.deps[child] == "prep" for child in tree.children[token])
    yield f"preposition {bears}|{mention.pos}|{way}"
    yield f"family {mention.family}|{way}"
    yield f"lemma {mention.lemma}|{mention.pos}|{tree.deps[token]}"


def _of_clause(tree: Parse, mention: Mention, form: str) -> Iterator[str]:
    """Where in its sentence it stands: how deep, below what, with which small words."""
    token = mention.token
    chain: list[str] = []
    root = token
    while tree.heads[root] != root and len(chain) < _MAX_DEPTH:
        chain.append(tree.deps[root])
        root = tree.heads[root]
    depth = len(chain)
    yield f"depth {min(depth, 6)}|{mention.pos}"
    yield f"chain {'^'.join(chain[:3])}|{mention.pos}"
    yield f"top {_lemma(tree, root)}|{depth == 0}"
    yield f"top {_lemma(tree, root) in words.REPORTING}|{min(depth, 3)}|{form}"
    for child in tree.children[token]:
        if tree.deps[child] in _SMALL_WORDS:
            yield f"{tree.deps[child]} {tree.words[child].lower()}|{mention.pos}"
    first, end = tree.sentences[tree.sentence_of[token]]
    yield f"sentence {min((end - first) // 8, 6)}"
    yield f"clausal {any(tree.deps[child] in ('ccomp', 'xcomp') for child in tree.children[token])}|{mention.kind}"


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


def _child(tree: Parse, token: int, deps: set[str]) -> int | None:
    return next((child for child in tree.children[token] if tree.deps[child] in deps), None)


def _sort(tree: Parse, token: int | None) -> str:
    return "-" if token is None else tree.entities[token] or tree.pos[token]


def _lemma(tree: Parse, token: int | None) -> str:
    return "-" if token is None else tree.lemmas[token].lower()
