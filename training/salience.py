"""What ``dateline.merge`` learns: how much an article is about an event, from the salience of annotated events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dateline.learned import Weights
from dateline.merge.salience import features
from dateline.values import Article, Timeline
from evaluation.annotated import annotated
from evaluation.answers import Answer
from evaluation.corpora import Shared, key_events, key_module
from evaluation.key_timelines import predictions
from training.anchoring import FOLDS, fold_of
from training.logit import Case, train

PENALTY = 5.0
LEAST = 5
MUST = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An event of ours, and whether the annotator says that it must be on the timeline."""

    document: str
    case: Case


def learn(shared: Shared, extract: Callable[[Article], Timeline]) -> Iterator[Told]:
    """Our events of every annotated article."""
    pairs = key_module(shared, "score").pairs
    for each in [*key_events(shared), *annotated(shared)]:
        document = each.document
        timeline = extract(Article(text=document.text, published=document.published, id=document.id))
        ours = predictions(Answer(document, timeline))
        gold = each.gold["events"]
        musts = {i for i, j, _, _ in pairs(ours, gold) if gold[j]["salience"] == MUST}
        for i, event in enumerate(timeline.events):
            names = tuple(features(event.mentions, event.best, timeline.clean, timeline.publication.day))
            yield Told(document.id, Case((names, ()), (i in musts, i not in musts)))


def fit(told: Sequence[Told], but_fold: int | None = None) -> Weights:
    """The weights that these events teach; those of documents of one fold may be left out."""
    return train([one.case for one in told if fold_of(one.document) != but_fold], PENALTY, LEAST)


def report(told: Sequence[Told]) -> dict[str, object]:
    """How often a must is said to be more salient than an event that is none, in documents not seen (AUC)."""
    scored: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fit(told, fold)
        asked = [one for one in told if fold_of(one.document) == fold]
        scored += [(weights.probability(one.case.options[0]), one.case.right[0]) for one in asked]
    musts = [score for score, must in scored if must]
    others = [score for score, must in scored if not must]
    wins = sum((must > other) + (must == other) / 2 for must in musts for other in others)
    return {
        "folds": FOLDS,
        "events": len(told),
        "musts": len(musts),
        "auc": round(wins / (len(musts) * len(others)), 3),
    }
