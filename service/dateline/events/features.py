"""What makes a word an event, as names of features: the word, its form, and the grammar around it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lang.en.nominals import NOMINALS
from dateline.values import Parse

_TELLING = frozenset("nsubj nsubjpass dobj prep amod compound relcl acl aux auxpass cop".split())


def features(tree: Parse, token: int) -> Iterator[str]:
    """The names of a token's features; the first is the same for all."""
    pos, dep = tree.pos[token], tree.deps[token]
    lemma = tree.lemmas[token].lower()
    head = tree.heads[token]
    determiner, children = "-", set()
    for child in tree.children[token]:
        below = tree.deps[child]
        if below in _TELLING:
            children.add(below)
        elif below in ("det", "poss") and determiner == "-":
            determiner = tree.lemmas[child].lower()
    yield "any"
    yield f"lemma {lemma}|{pos}"
    yield f"tag {tree.tags[token]}|{dep}"
    yield f"ends {lemma[-3:]}|{pos}"
    yield f"ends {lemma[-4:]}|{pos}"
    yield f"below {tree.lemmas[head].lower()}|{dep}"
    yield f"below {tree.pos[head]}|{dep}|{pos}"
    yield f"determiner {determiner}|{pos}"
    yield f"children {' '.join(sorted(children))}|{pos}"
    yield f"nominal {lemma in NOMINALS}|{pos}|{dep}"
    yield f"entity {tree.entities[token]}|{pos}"
    yield f"before {tree.words[token - 1].lower() if token else '-'}|{pos}"
    yield f"after {tree.words[token + 1].lower() if token + 1 < len(tree) else '-'}|{pos}"
