"""Whether confidence is a probability: of the events that say 0.9, are nine in ten right?"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.answers import Answers, first_dated
from evaluation.corpora import Shared, key_events, key_module, wikinews
from evaluation.key_timelines import Judged, judge
from evaluation.scoring import Figure, Section, Table, percent
from evaluation.wikinews import judge as judge_wikinews

BINS = 10
Said = list[tuple[float, bool]]
"""For each answer the confidence that it says and whether it is right."""


def evaluate(shared: Shared, answers: Answers) -> Section:
    """Key events (those that are events, and all returned) and Wikinews mentions."""
    judged = judge(shared, answers, "key-events", key_events(shared))
    said = {
        "key events, of those found": [one for each in judged for one in _found(each)],
        "key events, all returned": [one for each in judged for one in _returned(each)],
        "wikinews mentions": _wikinews(shared, answers),
    }
    return Section(
        "calibration (expected error, 0 to 1)",
        tuple(Figure(name, error(each), target=0.10, low=True) for name, each in said.items()),
        tuple(table(name, each) for name, each in said.items()),
    )


def _found(judged: Judged) -> Said:
    """Events of ours that stand for a gold event: is the date right?"""
    return [(judged.ours[i].confidence, right) for i, _, right, _ in judged.pairs]


def _returned(judged: Judged) -> Said:
    """All our dated events; one that is no gold event is wrong."""
    right = {i: right for i, _, right, _ in judged.pairs}
    return [(event.confidence, right.get(i, False)) for i, event in enumerate(judged.ours)]


def _wikinews(shared: Shared, answers: Answers) -> Said:
    same = key_module(shared, "edtf_bounds").same
    judged = [one for answer in answers("wikinews-apple", wikinews(shared)) for one in judge_wikinews(answer, same)]
    dated = [(first_dated(one.mentions), one.right) for one in judged]
    return [(mention.confidence, right) for mention, right in dated if mention is not None]


def bins(said: Sequence[tuple[float, bool]]) -> list[Said]:
    """The answers by tenths of confidence, the last tenth closed."""
    found: list[Said] = [[] for _ in range(BINS)]
    for confidence, right in said:
        found[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return found


def error(said: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: the gap between what a bin says and what it does, weighted by its size."""
    gaps = [abs(sum(c for c, _ in each) - sum(right for _, right in each)) for each in bins(said)]
    return sum(gaps) / len(said) if said else 0.0


def table(name: str, said: Sequence[tuple[float, bool]]) -> Table:
    """For each bin how many answers, how sure they are, how many are right, in a hundred."""
    rows = [
        (f"{tenth / BINS:.1f}-{(tenth + 1) / BINS:.1f}", len(each),
         percent(sum(c for c, _ in each), len(each)), percent(sum(right for _, right in each), len(each)))
        for tenth, each in enumerate(bins(said))
    ]  # fmt: skip
    return Table(name[0].upper() + name[1:], ("confidence", "answers", "said", "right"), tuple(rows))
