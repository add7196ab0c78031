"""Learns which words that may name a time do so: what the annotators of times marked, and what they left.

``python -m training.keeping`` prints how well that does on documents and corpora that the weights have not seen, and
with ``--write`` keeps the weights of all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.learned import Weights
from dateline.timex.context import Parse
from dateline.timex.keep import DOUBTED, ENOUGH, features
from dateline.timex.recognise import english
from dateline.values import Article, CleanText, Span
from evaluation.answers import Extract, expressions_only
from evaluation.corpora import Document, Shared, timeml, timenorm_pairs, wikinews
from training.anchoring import FOLDS, fold_of
from training.logit import Case, train

Told = tuple[Span, tuple[str, ...]]
"""Where a find is, and what tells."""
ROOM = Path(__file__).resolve().parent.parent / "service/dateline/timex/weights.json"
PENALTY = 2.0
LEAST = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """One find of a doubted rule: where it is, what tells, and whether the annotators have a time there."""

    corpus: str
    document: str
    words: str
    features: tuple[str, ...]
    right: bool


def doubts(shared: Shared) -> list[Doubt]:
    """Every find of a doubted rule in the corpora whose times are annotated."""
    found: list[Doubt] = []
    corpora = {name: timeml(shared, name) for name in ("timebank", "aquaint")}
    corpora |= {"wikinews-apple": wikinews(shared), "timenorm-pairs": timenorm_pairs(shared)}
    for corpus, documents in corpora.items():
        for document in documents:
            found += _in(corpus, document)
    return found


@cache
def _line() -> tuple[Extract, list[tuple[CleanText, list[Told]]]]:
    """A line to run, and what its finds tell; looked at in the line, since a parse does not outlive it."""
    seen: list[tuple[CleanText, list[Told]]] = []

    def note(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
        if name != "recognise":
            return function(*arguments)
        parse, clean = Parse(arguments[0]), arguments[1]
        items = [item for item in english().items(clean.text, parse.look) if item.rule in DOUBTED]
        told = [(Span(item.start, item.end), features(item, parse, clean.text)) for item in items]
        seen.append((clean, told))
        return ()

    return expressions_only(note), seen


def _in(corpus: str, document: Document) -> Iterator[Doubt]:
    extract, seen = _line()
    extract(Article(text=document.text, published=document.published, id=document.id))
    clean, told = seen.pop()
    for here, tells in told:
        span = clean.source(here)
        if document.timed is None or span.overlaps(document.timed):
            right = any(span.overlaps(timex.span) for timex in document.timexes)
            yield Doubt(corpus, document.id, here.of(clean.text).lower(), tells, right)


def fit(doubts: Iterable[Doubt]) -> Weights:
    """The weights that the doubts teach."""
    return train([Case((one.features, ()), (one.right, not one.right)) for one in doubts], PENALTY, LEAST)


def report(doubts: Sequence[Doubt]) -> dict[str, object]:
    """Each corpus judged by weights of the others, and each document by weights of the other documents."""
    rows: dict[str, object] = {}
    for taught, asked in (("timebank", "aquaint"), ("aquaint", "timebank")):
        weights = fit(one for one in doubts if one.corpus == taught)
        rows[f"{taught}, read {asked}"] = _judged([one for one in doubts if one.corpus == asked], lambda _: weights)
    folds = [fit(one for one in doubts if fold_of(one.document) != fold) for fold in range(FOLDS)]
    for corpus in ("timebank", "aquaint", "wikinews-apple", "timenorm-pairs"):
        here = [one for one in doubts if one.corpus == corpus]
        rows[f"other documents, read {corpus}"] = _judged(here, lambda one: folds[fold_of(one.document)])
    return rows


def _judged(doubts: Sequence[Doubt], weights: Callable[[Doubt], Weights]) -> dict[str, int]:
    """How many of the finds are times, and how many times and others are kept."""
    kept = [one for one in doubts if weights(one).probability(one.features) >= ENOUGH]
    times = sum(one.right for one in doubts)
    right = sum(one.right for one in kept)
    return {"times": times, "others": len(doubts) - times, "times kept": right, "others kept": len(kept) - right}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training.keeping", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOM.parents[4] / "shared", help="holds corpora/")
    parser.add_argument("--write", action="store_true", help="train on everything and keep the weights")
    options = parser.parse_args()
    found = doubts(Shared(options.shared))
    told = report(found)
    print(json.dumps(told, indent=1))
    if options.write:
        content = {"report": told, "weights": dict(sorted(fit(found).of.items()))}
        ROOM.write_text(f"{json.dumps(content, indent=0, ensure_ascii=False)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
