"""Whole timelines against ``key-events``, or a corpus like it, by its own scorer, and what went wrong where it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.values import Event
from evaluation.answers import Answers
from evaluation.corpora import Shared, key_events, key_module
from evaluation.key_causes import CAUSES, Mistake, causes
from evaluation.key_timelines import Judged, judge, predictions
from evaluation.scoring import Counts, Figure, Section, Table, percent

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def evaluate(shared: Shared, answers: Answers) -> Section:
    """F1 and what it is made of; by basis; by cause of error; by document."""
    judged = judge(shared, answers, "key-events", key_events(shared))
    found = section("key events", shared, judged, _BESIDE)
    return replace(found, tables=(*found.tables, _by_document(judged)))


def section(name: str, shared: Shared, judged: Sequence[Judged], beside: Beside) -> Section:
    """What a corpus annotated as ``key-events`` says of our timelines."""
    score = key_module(shared, "score").score
    golds = {one.key.document.id: one.key.gold for one in judged}
    result = score(golds, {one.key.document.id: predictions(one.answer) for one in judged})
    mistakes = [mistake for one in judged for mistake in causes(one)]
    return Section(
        name,
        _figures(result, judged, beside),
        (
            _by_basis(result),
            _by_cause(mistakes, judged),
            _of_ours("By our basis", judged, lambda one: one.best.basis or "none"),
            _of_ours("By our kind and part of speech", judged, lambda one: f"{one.kind} {one.best.mention.pos}"),
            _of_ours("By the class of our word", judged, lambda one: one.best.mention.kind),
            _most_wrong(judged),
            _by_confidence(golds, judged, score),
        ),
        tuple(mistake.line for mistake in mistakes),
    )


# --- figures ------------------------------------------------------------------------------------------------------

Beside = Mapping[str, tuple[float, float, float]]
"""Baseline, peer and target of some of the scorer's figures."""

# Baseline: one event a sentence, its nearest DATE through dateparser. Peer: a large language model in one careful pass
# over twelve of the test articles. Both were measured on the test set.
_BESIDE: Beside = {
    "f1": (17.1, 91.7, 50.0),
    "precision": (12.7, 97.4, 50.0),
    "recall": (26.4, 86.7, 50.0),
    "recall_salient": (34.4, 97.7, 65.0),
}
_NAMES = {
    "f1": "F1",
    "precision": "precision",
    "recall": "recall",
    "recall_salient": "recall of the must-haves",
    "near_f1": "F1, near dates too",
    "found": "found, whatever the date",
    "found_salient": "must-haves found, whatever the date",
    "date_right_of_found": "date right, of those found",
}


def _figures(result: dict[str, Any], judged: Sequence[Judged], beside: Beside) -> tuple[Figure, ...]:
    scored = [Figure(name, float(result[key]), *beside.get(key, ())) for key, name in _NAMES.items()]
    counted = [
        Figure("events returned", float(result["events_predicted"])),
        Figure("events in the gold", float(result["events_gold"])),
        Figure("duplicates", float(result["duplicates"]), low=True),
    ]
    if any(one.key.gold["undated_traps"] for one in judged):
        counted.append(Figure("traps stepped on", float(result["trap_hits"]), low=True))
    return (*scored, Figure("status right, of those found", _status(judged)), *counted)


def _status(judged: Sequence[Judged]) -> float:
    """Share of paired events whose status is the annotator's modality; alleged and conditional are no match."""
    same = [one.ours[i].status == one.gold[j]["modality"] for one in judged for i, j, *_ in one.pairs]
    return percent(sum(same), len(same))


def _by_basis(result: dict[str, Any]) -> Table:
    rows = [(basis, row["gold"], row["found"], row["right"]) for basis, row in sorted(result["by_basis"].items())]
    return Table("By basis of the gold", ("basis", "gold", "found", "right"), tuple(rows))


def _by_document(judged: Sequence[Judged]) -> Table:
    rows = [
        (one.key.document.id, one.counts.gold, one.counts.ours, len(one.pairs), one.counts.right, one.counts.f1)
        for one in judged
    ]
    return Table("By document", ("document", "gold", "ours", "found", "right", "F1"), tuple(rows))


def _by_confidence(golds: dict[str, Any], judged: Sequence[Judged], score: Callable[..., dict[str, Any]]) -> Table:
    rows = []
    for threshold in THRESHOLDS:
        kept = {one.key.document.id: predictions(one.answer, threshold) for one in judged}
        result = score(golds, kept)
        rows.append((f"{threshold:.1f}", result["events_predicted"], *(result[k] for k in _THRESHOLD_KEYS)))
    columns = ("min_confidence", "ours", "F1", "precision", "recall", "must-haves")
    return Table("If only events of at least this confidence were returned", columns, tuple(rows))


_THRESHOLD_KEYS = ("f1", "precision", "recall", "recall_salient")


# --- ours ---------------------------------------------------------------------------------------------------------


def _by_cause(mistakes: Sequence[Mistake], judged: Sequence[Judged]) -> Table:
    tally = Counter(mistake.cause for mistake in mistakes)
    musts = Counter(mistake.cause for mistake in mistakes if mistake.must)
    now = sum((one.counts for one in judged), Counts())
    rows = [
        (cause, tally[cause], musts[cause], without(cause, tally[cause], now), said) for cause, said in CAUSES.items()
    ]
    return Table("By cause", ("cause", "events", "must-haves", "F1 without", "which is"), tuple(rows))


def without(cause: str, count: int, now: Counts) -> float:
    """F1 if a cause made none of its errors: what is returned for nothing goes, what is missed comes with the right
    date, and a wrong date turns right."""
    returned, missed = (CAUSES[cause].startswith(kind) for kind in ("returned", "missed"))
    right = 0 if returned else count
    ours = -count if returned else count if missed else 0
    return (now + Counts(right, ours)).f1


def _of_ours(title: str, judged: Sequence[Judged], key: Callable[[Event], str]) -> Table:
    """What we return, in groups: how many are events, how many have the right date, and so how precise the group is."""
    tally: dict[str, list[tuple[bool, bool]]] = {}
    for one in judged:
        right = {i: right for i, _, right, _ in one.pairs}
        for i, event in enumerate(one.ours):
            tally.setdefault(key(event), []).append((i in right, right.get(i, False)))
    rows = [
        (name, len(group), sum(found for found, _ in group), sum(right for _, right in group),
         percent(sum(right for _, right in group), len(group)))
        for name, group in sorted(tally.items(), key=lambda item: -len(item[1]))
    ]  # fmt: skip
    return Table(title, ("", "returned", "are events", "right", "precision"), tuple(rows))


def _most_wrong(judged: Sequence[Judged]) -> Table:
    """The words that are returned most often and are no event, and how often they are one."""
    every: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for one in judged:
        found = {i for i, *_ in one.pairs}
        every.update(event.best.mention.lemma for event in one.ours)
        events.update(event.best.mention.lemma for i, event in enumerate(one.ours) if i in found)
    rows = [(count, word, events[word]) for word, count in (every - events).most_common(15)]
    return Table("Most frequent: returned for nothing", ("times", "word", "else an event"), tuple(rows))
