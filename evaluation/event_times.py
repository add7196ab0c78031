"""Dates of events against ``event-times``: the corpus' whole label must be equal.

The label that our ``when`` stands for, D being a day:

| ours | label |
|---|---|
| one day | ``D`` |
| a month | ``after`` its first ``before`` its 28th: the corpus gives every month 28 days |
| another period | ``after`` its first day ``before`` its last |
| open at the start, at the end | ``before`` its last day, ``after`` its first |
| an interval | ``beginPoint=`` its first day ``endPoint=`` its last |

A mention without a date has no label and is wrong. Since the corpus gives every event a label, a second figure labels
those by tense: ``before`` the publication day in the past, ``after`` it in the future; a state or a present that is
going on begins before it and ends after it; else that day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.dates import Unit, When
from dateline.values import Anchored
from evaluation.answers import Answer, Answers
from evaluation.corpora import Document, GoldEvent, Shared, event_times, timeml
from evaluation.event_mentions import by_end
from evaluation.scoring import Figure, Section, Table, accuracy, context, crosstab, fields, percent

Labelling = Callable[[Anchored, str], str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled event and the label that ours stands for: "" where we have no mention of it or no date."""

    document: Document
    gold: GoldEvent
    label: str
    mentions: tuple[Anchored, ...]
    ours: str

    @property
    def right(self) -> bool:
        """Whether the labels are equal."""
        return self.label == self.ours

    @property
    def exact_day(self) -> bool:
        """Whether the event is of one known day."""
        return re.fullmatch(r"\d{4}-\d\d-\d\d", self.label) is not None


def evaluate(shared: Shared, answers: Answers) -> Section:
    """All labels, exact single days, and each kind of label."""
    labels = event_times(shared)
    documents = [document for document in timeml(shared, "timebank") if document.id in labels]
    answered = answers("event-times", documents)
    judged = [one for answer in answered for one in judge(answer, labels[answer.document.id], label_of)]
    by_tense = [one for answer in answered for one in judge(answer, labels[answer.document.id], label_by_tense)]
    days = [one for one in judged if one.exact_day]
    always = percent(sum(one.label == one.document.published for one in judged), len(judged))
    figures = (
        Figure("label, from `when` alone", accuracy(judged), 30.2, 42.0, 45.0),
        Figure("label, undated ones by tense", accuracy(by_tense), 30.2, 42.0, 45.0),
        Figure("exact single days", accuracy(days), None, None, 95.0),
        Figure("exact single days, of those with a mention", accuracy([one for one in days if one.mentions])),
        Figure("always the publication date, on these documents", always),
    )
    tables = (_by_kind(judged, by_tense), _confusion(judged), _day_errors(days), _by_class(judged))
    return Section("event dates", figures, tables, tuple(line(one) for one in judged if not one.right))


def judge(answer: Answer, labels: dict[str, str], labelling: Labelling) -> list[Judged]:
    """The labelled events of a document. Where a word has several times, the one that is right counts."""
    mentions = by_end(answer)
    found = []
    for gold in answer.document.events:
        if gold.id in labels:
            _, ours = mentions.get(gold.span.end, (gold.span, []))
            made = [labelling(one, answer.document.published or "") for one in ours]
            best = labels[gold.id] if labels[gold.id] in made else next(iter(made), "")
            found.append(Judged(answer.document, gold, labels[gold.id], tuple(ours), best))
    return found


# --- labels -------------------------------------------------------------------------------------------------------


def label_of(anchored: Anchored, published: str) -> str:
    """The label that a mention's ``when`` stands for."""
    return label(anchored.when) if anchored.when is not None else ""


def label(when: When) -> str:
    """The label that a time stands for."""
    single = when.single
    if single is not None:
        if single.unit is Unit.DAY:
            return single.first.isoformat()
        last = single.first.replace(day=28) if single.unit is Unit.MONTH and when.part is None else when.latest
        return f"after{when.earliest}before{last}"
    if when.start is None:
        return f"before{when.latest}"
    if when.end is None:
        return f"after{when.earliest}"
    return f"beginPoint={when.earliest}endPoint={when.latest}"


def label_by_tense(anchored: Anchored, published: str) -> str:
    """The same, and for a mention without a date what its tense says of the publication day."""
    if anchored.when is not None:
        return label(anchored.when)
    mention = anchored.mention
    if mention.tense == "FUTURE" or mention.status in {"planned", "conditional"}:
        return f"after{published}"
    if mention.kind == "STATE" or (mention.tense == "PRESENT" and mention.aspect == "PROGRESSIVE"):
        return f"beginPoint=before{published}endPoint=after{published}"
    if mention.tense in {"PAST", "PASTPART"} or mention.aspect.startswith("PERFECTIVE"):
        return f"before{published}"
    return published


def kind_of(label: str) -> str:
    """A label with its days left out."""
    return re.sub(r"[\dx]{4}-[\dx]{2}-[\dx]{2}", "D", label) or "(none)"


# --- tables -------------------------------------------------------------------------------------------------------


def _by_kind(judged: Sequence[Judged], by_tense: Sequence[Judged]) -> Table:
    groups: dict[str, list[tuple[Judged, Judged]]] = {}
    for pair in zip(judged, by_tense, strict=True):
        groups.setdefault(kind_of(pair[0].label), []).append(pair)
    rows = [
        (kind, len(group), percent(sum(bool(one.mentions) for one, _ in group), len(group)),
         accuracy([one for one, _ in group]), accuracy([one for _, one in group]))
        for kind, group in sorted(groups.items(), key=lambda item: -len(item[1]))
    ]  # fmt: skip
    return Table("By kind of label", ("label", "gold", "mention", "right", "right by tense"), tuple(rows))


def _confusion(judged: Sequence[Judged]) -> Table:
    tally = Counter((kind_of(one.label), kind_of(one.ours)) for one in judged if not one.right)
    rows = [(count, *kinds) for kinds, count in tally.most_common(20)]
    return Table("Most frequent: wrong label", ("times", "gold", "ours"), tuple(rows))


def _day_errors(days: Sequence[Judged]) -> Table:
    """Where events of one known day go wrong: is it the publication day, and where did ours come from?"""
    keys = [(one.label == one.document.published, _source(one), kind_of(one.ours)) for one in days]
    tally, wrong = Counter(keys), Counter(key for key, one in zip(keys, days, strict=True) if not one.right)
    rows = [("yes" if key[0] else "no", *key[1:], tally[key], count) for key, count in wrong.most_common()]
    return Table("Exact single days", ("on publication day", "our basis", "ours", "events", "wrong"), tuple(rows))


def _source(one: Judged) -> str:
    if not one.mentions:
        return "no mention"
    return one.mentions[0].basis or "undated"


def _by_class(judged: Sequence[Judged]) -> Table:
    """What the gold says of each class and tense of ours: what an event without words for its time may be taken for."""
    seen = [(one, one.mentions[0].mention) for one in judged if one.mentions]
    cells = [(f"{mention.kind} {mention.tense}", _said(one)) for one, mention in seen]
    return crosstab("What the gold says, by our class and tense (%)", "class and tense", cells)


def _said(one: Judged) -> str:
    if one.exact_day:
        return "published" if one.label == one.document.published else "other day"
    if "," in one.label or one.label == "n/a":
        return "other"
    return "begin and end" if one.label.startswith("begin") else kind_of(one.label)


def line(one: Judged) -> str:
    """One error in full: document, publication day, gold label, ours, basis, reason, the words around it."""
    because = one.mentions[0].because if one.mentions else ""
    said = (one.document.id, one.document.published, one.label, one.ours, _source(one), because)
    return fields("event-times", *said, context(one.document.text, one.gold.span))
