"""Temporal dependency graphs: events that a time includes are dated to it, those before or after it are not.

The corpus gives its times no values. A time's value is the one we ground it to; the date line's is the publication day.
An included event is right when a mention of ours overlaps it and bears the days of its time. An event that is only
before or after a time is right when no mention of ours that overlaps it bears the days of that time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.dates import Period, Unit, When, edtf
from dateline.values import Anchored
from evaluation.answers import Answer, Answers, date_and_reason, first_dated
from evaluation.corpora import Document, GoldEvent, Shared, tdg
from evaluation.scoring import Figure, Section, Table, accuracy, context, crosstab, fields, match

RELATIONS = ("included", "before", "after")


@dataclass(frozen=True, slots=True)
class Judged:
    """An event tied to a time, the days of that time (None where we do not know them), and our mentions of it."""

    document: Document
    gold: GoldEvent
    relation: str
    to_publication: bool
    when: When | None
    mentions: tuple[Anchored, ...]

    @property
    def dated_to_it(self) -> bool:
        """Whether a mention bears the time's days."""
        return self.when is not None and any(same_days(one.when, self.when) for one in self.mentions)

    @property
    def right(self) -> bool:
        """Whether it is dated to the time as the relation asks."""
        return self.dated_to_it == (self.relation == "included")

    @property
    def cause(self) -> str:
        """What is wrong with it, or right."""
        if self.right:
            return "right"
        if self.relation != "included":
            return f"dated to it, {self.mentions[0].basis}"
        if self.when is None:
            return "time not recognised or not grounded"
        if not self.mentions:
            return "no mention"
        dated = first_dated(self.mentions)
        return f"dated otherwise, {dated.basis}" if dated is not None else "undated"


def evaluate(shared: Shared, answers: Answers) -> Section:
    """Both shares, and what holds them back."""
    judged = [one for answer in answers("tdg", tdg(shared)) for one in judge(answer)]
    included = [one for one in judged if one.relation == "included"]
    others = [one for one in judged if one.relation != "included"]
    published = [one for one in others if one.to_publication]
    reachable = [one for one in included if one.mentions and one.when is not None]
    figures = (
        Figure("included, dated to it", accuracy(included), None, None, 80.0),
        Figure("only before or after, not dated to it", accuracy(others), None, None, 90.0),
        Figure("included, of those with a mention and a time", accuracy(reachable)),
        Figure("before or after, of those with a mention", accuracy([one for one in others if one.mentions])),
        Figure("before or after publication, not dated to it", accuracy(published)),
    )
    wrong = tuple(line(one) for one in judged if not one.right)
    return Section("TDG", figures, (_causes(judged), _by_basis(judged)), wrong)


def judge(answer: Answer) -> list[Judged]:
    """Every event that an edge ties to a time, by ``included``, or else only by ``before`` or ``after``."""
    times = dict(_times(answer))
    events = {event.id: event for event in answer.document.events}
    edges: dict[str, dict[str, str]] = {}
    for link in answer.document.links:
        if link.source in events and link.target in times and link.relation in RELATIONS:
            edges.setdefault(link.source, {})[link.target] = link.relation
    return [
        Judged(answer.document, events[event], relation, target.startswith("0_"), times[target], mentions)
        for event, tied in edges.items()
        for mentions in [answer.overlapping(events[event].span)]
        for target, relation in tied.items()
    ]


def _times(answer: Answer) -> Iterator[tuple[str, When | None]]:
    """Each gold time and what we ground its words to."""
    document, ours = answer.document, answer.timeline.expressions
    found = match([answer.sent(one.timex.span) for one in ours], [one.span for one in document.timexes])
    whens = {j: ours[i].when for i, j in found}
    for j, timex in enumerate(document.timexes):
        printed = timex.id.startswith("0_") and document.published is not None
        yield timex.id, _day(document.published or "") if printed else whens.get(j)


def _day(iso: str) -> When:
    return When.of(Period(Unit.DAY, date.fromisoformat(iso)))


def same_days(ours: When | None, other: When) -> bool:
    """Whether two times mean the same days."""
    return ours is not None and (ours.earliest, ours.latest) == (other.earliest, other.latest)


def _causes(judged: Sequence[Judged]) -> Table:
    tally = Counter((one.relation, "publication" if one.to_publication else "in the text", one.cause) for one in judged)
    rows = [(*key, count) for key, count in sorted(tally.items(), key=lambda item: (item[0][:2], -item[1]))]
    return Table("By relation and cause", ("relation", "time", "cause", "events"), tuple(rows))


def _by_basis(judged: Sequence[Judged]) -> Table:
    """What the gold says of the events that each basis of ours dates, by class and tense: where a guess is none."""
    cells = [
        (f"{dated.basis if dated else 'undated'} {first.kind} {first.tense}", one.relation)
        for one in judged
        if one.mentions
        for dated, first in [(first_dated(one.mentions), one.mentions[0].mention)]
    ]
    return crosstab("What the gold says, by our basis, class and tense (%)", "basis, class, tense", cells, least=50)


def line(one: Judged) -> str:
    """One error in full: article, publication day, relation, the time's days, cause, ours, reason, words around it."""
    time = edtf(one.when) if one.when is not None else ""
    said = (one.document.id, one.document.published, one.relation, time, one.cause, *date_and_reason(one.mentions))
    return fields("tdg", *said, context(one.document.text, one.gold.span))
