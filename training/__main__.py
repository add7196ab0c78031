"""``python -m training [--shared FOLDER] [--write]``: trains everything that the engine has learned.

Without ``--write`` it only prints how well that does by cross-validation over documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from dateline.extractor import Extractor
from dateline.learned import Weights
from dateline.values import Article, Timeline
from evaluation.corpora import Shared
from training import anchoring, listing, salience, triggers
from training.anchoring import FOLDS, Lesson, Reader

ENGINE = Path(__file__).resolve().parent.parent / "service/dateline"


@dataclass(frozen=True, slots=True)
class Learned:
    """The lessons of all corpora, and for each fold the weights that have not seen its documents."""

    words: Sequence[triggers.Word]
    lessons: Sequence[Lesson]
    judged: Sequence[listing.Judged]
    events: Sequence[Weights]
    times: Sequence[Weights]
    worth: Sequence[Weights]
    trust: Sequence[Weights]

    def extract(self, extractor: Extractor, article: Article) -> Timeline:
        """The article's timeline by the weights of the folds that its ``id``, the document's name, is not in."""
        fold = anchoring.fold_of(article.id or "")
        unseen = {
            "extract": (self.events[fold],),
            "anchor": (self.times[fold],),
            "weigh": (self.worth[fold], self.trust[fold]),
        }

        def step(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
            return function(*arguments, *unseen.get(name, ()))

        return extractor.extract(article, step)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ENGINE.parent.parent.parent / "shared", help="holds corpora/")
    parser.add_argument("--write", action="store_true", help="train on everything and keep the weights")
    options = parser.parse_args(arguments)
    shared, extractor = Shared(options.shared), Extractor()
    learned = learn(shared, extractor)
    reports = {
        "events": triggers.report(learned.words, learned.events),
        "anchor": anchoring.report(learned.lessons, learned.times),
        "weigh": listing.report(learned.judged, learned.worth),
    }
    told = list(salience.learn(shared, partial(learned.extract, extractor)))
    reports["merge"] = salience.report(told)
    print(json.dumps(reports, indent=1))
    if options.write:
        trust = listing.calibrate(learned.judged, learned.worth)
        keep("events", reports["events"], weights=triggers.fit(learned.words))
        keep("anchor", reports["anchor"], weights=anchoring.fit(learned.lessons))
        keep("merge", reports["merge"], weights=salience.fit(told))
        keep("weigh", reports["weigh"], weights=listing.fit(learned.judged), trust=trust)


def learn(shared: Shared, extractor: Extractor) -> Learned:
    """Everything, by fold."""
    words = list(triggers.learn(shared, Reader(extractor)))
    events = [_told(f"events, fold {fold}", triggers.fit(words, fold)) for fold in range(FOLDS)]
    reader = Reader(extractor, events)
    lessons = list(anchoring.learn(shared, reader))
    times = [_told(f"times, fold {fold}", anchoring.fit(lessons, fold)) for fold in range(FOLDS)]
    judged = list(listing.judge(shared, reader, times))
    worth = [_told(f"worth, fold {fold}", listing.fit(judged, fold)) for fold in range(FOLDS)]
    others = [[one for one in judged if anchoring.fold_of(one.document) != fold] for fold in range(FOLDS)]
    trust = [listing.calibrate(each, worth) for each in others]
    return Learned(words, lessons, judged, events, times, worth, trust)


def _told(what: str, weights: Weights) -> Weights:
    print(f"{what}: {len(weights.of)} weights", file=sys.stderr)
    return weights


def keep(room: str, report: object, **weights: Weights) -> None:
    """Writes what a room has learned, with the report of its training."""
    content = {"report": report} | {name: dict(sorted(each.of.items())) for name, each in weights.items()}
    text = json.dumps(content, indent=0, ensure_ascii=False)
    (ENGINE / room / "weights.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
