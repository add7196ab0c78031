"""Dates of Wikinews events: of the mentions whose happening has a date, the share that bears exactly that date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.dates import edtf
from dateline.values import Anchored
from evaluation.answers import Answer, Answers, date_and_reason, first_dated
from evaluation.corpora import Document, GoldEvent, Shared, key_module, wikinews
from evaluation.scoring import Figure, Section, Table, accuracy, context, fields, percent


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold mention with a date and all mentions of ours that overlap it."""

    document: Document
    gold: GoldEvent
    mentions: tuple[Anchored, ...]
    right: bool

    @property
    def off_the_day(self) -> bool:
        """Whether it happened on another day than that of publication."""
        return self.gold.when != self.document.published

    @property
    def cause(self) -> str:
        """What is wrong: no mention, undated, or the basis of our wrong date."""
        if self.right or not self.mentions:
            return "right" if self.right else "no mention"
        dated = first_dated(self.mentions)
        return f"wrong, {dated.basis}" if dated is not None else "undated"


def evaluate(shared: Shared, answers: Answers) -> Section:
    """All, and those off the publication day."""
    same = key_module(shared, "edtf_bounds").same
    judged = [one for answer in answers("wikinews-apple", wikinews(shared)) for one in judge(answer, same)]
    off = [one for one in judged if one.off_the_day]
    figures = (
        Figure("dates", accuracy(judged), 46.0, None, 75.0),
        Figure("dates off the publication day", accuracy(off), 27.2, None, 55.0),
        Figure("dates, of those with a mention", accuracy([one for one in judged if one.mentions])),
        Figure("all at the publication date", percent(len(judged) - len(off), len(judged))),
    )
    wrong = tuple(line(one) for one in judged if not one.right)
    return Section("wikinews dates", figures, (_causes(judged, off),), wrong)


def judge(answer: Answer, same: Callable[[str, str], bool]) -> list[Judged]:
    """Every gold mention that has a date. ``same`` tells whether two EDTF strings mean the same days."""
    judged = []
    for gold in answer.document.events:
        if gold.when is not None:
            ours = answer.overlapping(gold.span)
            right = any(one.when is not None and same(edtf(one.when), gold.when) for one in ours)
            judged.append(Judged(answer.document, gold, ours, right))
    return judged


def _causes(judged: Sequence[Judged], off: Sequence[Judged]) -> Table:
    every, away = Counter(one.cause for one in judged), Counter(one.cause for one in off)
    rows = [(cause, count, away[cause]) for cause, count in every.most_common()]
    return Table("By cause", ("cause", "mentions", "off the day"), tuple(rows))


def line(one: Judged) -> str:
    """One error in full: article, publication day, gold date, ours, basis, reason, the words around it."""
    said = (one.document.id, one.document.published, one.gold.when, one.cause, *date_and_reason(one.mentions))
    return fields("wikinews", *said, context(one.document.text, one.gold.span))
