"""What ``dateline.weigh`` learns: which dated mentions an editor lists, and how far a time is to be trusted.

A mention is worth listing when it triggers an event of ``key-events``, of our annotation or of an invented article, and
bears a date that the annotator gives or accepts. Times are chosen by weights that have not seen the document, as
``training.anchoring`` trains them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.anchor import anchor
from dateline.dates import edtf
from dateline.learned import Weights
from dateline.values import Anchored
from dateline.weigh.features import Article, features, logits
from evaluation.annotated import annotated
from evaluation.corpora import KeyDocument, Shared, key_events, key_module
from evaluation.invented import invented
from training.anchoring import FOLDS, INVENTED, Reader, fold_of
from training.logit import Case, platt, train

PENALTY = 8.0
LEAST = 8
LISTED = 0.15
"""Mentions of less worth are on no timeline and say nothing of its confidence."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention of a document, whether it is worth listing, and whether it triggers a gold event at all.

    ``is_published`` is false of an invented article; only the others say how often we are right.
    """

    document: str
    anchored: Anchored
    case: Case
    is_event: bool
    is_published: bool


def fit(judged: Iterable[Judged], but_fold: int | None = None) -> Weights:
    """The weights that these mentions teach; those of documents of one fold may be left out."""
    return train([one.case for one in judged if fold_of(one.document) != but_fold], PENALTY, LEAST)


def judge(shared: Shared, reader: Reader, times_by_fold: Sequence[Weights]) -> Iterator[Judged]:
    """Every dated mention of the annotated articles, its time chosen by weights that have not seen its document."""
    for keys, is_published in (([*key_events(shared), *annotated(shared)], True), (invented(), False)):
        for each in keys:
            yield from _judge(each, reader, times_by_fold[fold_of(each.document.id)], shared, is_published)


def _judge(each: KeyDocument, reader: Reader, weights: Weights, shared: Shared, is_published: bool) -> Iterator[Judged]:
    right_of = key_module(shared, "score").right
    read = reader.read(each.document)
    gold = {trigger["end"]: event for event in each.gold["events"] for trigger in event["triggers"]}
    anchored = anchor(read.tree, read.mentions, read.grounded, read.publication, weights)
    article = Article(read.tree, read.publication.day, Counter(one.mention.family for one in anchored))
    for one in anchored:
        if one.when is not None and one.mention.status != "conditional":
            event = gold.get(read.source(one.mention.span).end)
            right = event is not None and right_of(edtf(one.when), event)
            weight = 1.0 if is_published else INVENTED
            case = Case((tuple(features(article, one)), ()), (right, not right), weight)
            yield Judged(each.document.id, one, case, event is not None, is_published)


def calibrate(judged: Sequence[Judged], by_fold: Sequence[Weights]) -> Weights:
    """Weights that turn probability and worth of a time into how often it is right, for mentions of gold events."""
    known = []
    for one in judged:
        worth = by_fold[fold_of(one.document)].probability(one.case.options[0])
        if one.is_event and one.is_published and worth >= LISTED:
            known.append((logits(one.anchored.confidence, worth), one.case.right[0]))
    return platt(known)


def report(judged: Sequence[Judged], by_fold: Sequence[Weights]) -> dict[str, object]:
    """Precision and recall over mentions at several thresholds, each document judged by weights that never saw it."""
    asked = [one for one in judged if one.is_published]
    scored = [(by_fold[fold_of(one.document)].probability(one.case.options[0]), one.case.right[0]) for one in asked]
    total = sum(right for _, right in scored)
    rows = {}
    for threshold in (0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [right for probability, right in scored if probability >= threshold]
        precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / max(total, 1)
        rows[str(threshold)] = {"kept": len(kept), "precision": round(precision, 3), "recall": round(recall, 3)}
    return {"folds": FOLDS, "mentions": len(scored), "worth listing": total, "at threshold": rows}
