"""What ``dateline.events`` learns: which words name events, from the words that TimeML corpora and TDG mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.events.features import features
from dateline.events.triggers import ENOUGH, candidates
from dateline.learned import Weights
from evaluation.corpora import Document, Shared, tdg, timeml
from training.anchoring import FOLDS, Reader, fold_of
from training.logit import Case, train

PENALTY = 2.0
LEAST = 4
OTHER_GUIDELINES = 0.3
"""Weight of a word of TDG, whose annotators counted more as events than TimeML's."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that could be an event, and whether it is marked as one."""

    corpus: str
    document: str
    case: Case


def learn(shared: Shared, reader: Reader) -> Iterator[Word]:
    """The candidate words of every document."""
    for corpus in ("timebank", "aquaint"):
        for document in timeml(shared, corpus):
            yield from _words(corpus, document, reader, 1.0)
    for document in tdg(shared):
        yield from _words("tdg", document, reader, OTHER_GUIDELINES)


def _words(corpus: str, document: Document, reader: Reader, weight: float) -> Iterator[Word]:
    read = reader.read(document)
    tree = read.tree
    marked = {event.span.end for event in document.events}
    timed = frozenset(token for each in read.grounded for token in tree.tokens(each.timex.span))
    for token in candidates(tree, timed):
        is_event = read.source(tree.span(token, token)).end in marked
        yield Word(corpus, document.id, Case((tuple(features(tree, token)), ()), (is_event, not is_event), weight))


def fit(words: Iterable[Word], but_fold: int | None = None) -> Weights:
    """The weights that these words teach; those of documents of one fold may be left out."""
    return train([word.case for word in words if fold_of(word.document) != but_fold], PENALTY, LEAST)


def report(words: Sequence[Word], by_fold: Sequence[Weights]) -> dict[str, object]:
    """Precision and recall over the candidates, each document judged by weights that never saw it."""
    rows = {}
    for corpus in ("timebank", "aquaint", "tdg"):
        asked = [word for word in words if word.corpus == corpus]
        taken = [by_fold[fold_of(word.document)].probability(word.case.options[0]) >= ENOUGH for word in asked]
        right = sum(take and word.case.right[0] for take, word in zip(taken, asked, strict=True))
        events = sum(word.case.right[0] for word in asked)
        rows[corpus] = {
            "candidates": len(asked),
            "precision": round(right / max(sum(taken), 1), 4),
            "recall": round(right / max(events, 1), 4),
        }
    return {"folds": FOLDS, "corpora": rows}
