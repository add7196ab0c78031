"""Trains ``dateline.weigh``: which dated mentions an editor lists.

    python -m training.listing --shared ../shared [--write]

A mention is worth listing when it triggers an event of ``key-events`` and bears a date that the annotator gives or
accepts. Times are chosen by weights that have not seen the document, as in ``training.anchoring``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.anchor import anchor
from dateline.dates import edtf
from dateline.extractor import Extractor
from dateline.learned import Weights
from dateline.values import Anchored
from dateline.weigh.features import Article, features
from evaluation.corpora import KeyDocument, Shared, key_events, key_module
from training.anchoring import FOLDS, Lesson, Reader, cases, fold_of, learn
from training.logit import Case, train

OUTPUT = Path(__file__).resolve().parent.parent / "service/dateline/weigh/weights.json"
PENALTY = 8.0
LEAST = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention of a document, and whether it is worth listing."""

    document: str
    anchored: Anchored
    case: Case


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training.listing", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true", help="train on everything and keep the weights")
    options = parser.parse_args(arguments)
    shared, extractor = Shared(options.shared), Extractor()
    judged = list(judge(shared, extractor, list(learn(shared, extractor))))
    report = cross_validated(judged)
    print(json.dumps(report, indent=1))
    if options.write:
        weights = fit([one.case for one in judged])
        content = {"report": report, "weights": dict(sorted(weights.of.items()))}
        OUTPUT.write_text(json.dumps(content, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{len(weights.of)} weights written", file=sys.stderr)


def fit(found: Sequence[Case]) -> Weights:
    """The weights of these cases."""
    return train(found, PENALTY, LEAST)


def judge(shared: Shared, extractor: Extractor, lessons: Sequence[Lesson]) -> Iterator[Judged]:
    """Every dated mention of ``key-events``."""
    reader = Reader(extractor)
    documents = key_events(shared)
    for fold in range(FOLDS):
        weights = train(cases(lesson for lesson in lessons if fold_of(lesson.document) != fold))
        for each in documents:
            if fold_of(each.document.id) == fold:
                yield from _judge(each, reader, weights, shared)


def _judge(each: KeyDocument, reader: Reader, weights: Weights, shared: Shared) -> Iterator[Judged]:
    right_of = key_module(shared, "score").right
    read = reader.read(each.document)
    gold = {trigger["end"]: event for event in each.gold["events"] for trigger in event["triggers"]}
    anchored = anchor(read.tree, read.mentions, read.grounded, read.publication, weights)
    article = Article(read.tree, read.publication.day, Counter(one.mention.family for one in anchored))
    for one in anchored:
        if one.when is not None and one.mention.status != "conditional":
            event = gold.get(read.source(one.mention.span).end)
            right = event is not None and right_of(edtf(one.when), event)
            case = Case((tuple(features(article, one)), ()), (right, not right))
            yield Judged(each.document.id, one, case)


def cross_validated(judged: Sequence[Judged]) -> dict[str, object]:
    """Precision and recall over mentions at several thresholds, each document judged by weights that never saw it."""
    scored: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fit([one.case for one in judged if fold_of(one.document) != fold])
        for one in judged:
            if fold_of(one.document) == fold:
                scored.append((weights.probability(one.case.options[0]), one.case.right[0]))
    total = sum(right for _, right in scored)
    rows = {}
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [right for probability, right in scored if probability >= threshold]
        rows[str(threshold)] = {
            "kept": len(kept),
            "precision": round(sum(kept) / max(len(kept), 1), 3),
            "recall": round(sum(kept) / max(total, 1), 3),
        }
    return {"folds": FOLDS, "mentions": len(scored), "worth listing": total, "at threshold": rows}


if __name__ == "__main__":
    main()
