"""Our timelines beside a gold like that of ``key-events``: paired by that corpus' own scorer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.dates import edtf
from dateline.values import Event, Span
from evaluation.answers import Answer, Answers
from evaluation.corpora import KeyDocument, Shared, key_module
from evaluation.scoring import Counts

Gold = dict[str, Any]
Prediction = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One article's timeline beside its gold.

    ``pairs`` holds (index of ours, index of gold, date is right, date is near) as the corpus' scorer pairs them.
    """

    key: KeyDocument
    answer: Answer
    pairs: tuple[tuple[int, int, bool, bool], ...]
    right: Callable[[str, Gold], bool]
    """Whether an EDTF string is the date of a gold event, or one that the annotator accepts."""

    @property
    def ours(self) -> tuple[Event, ...]:
        """Our dated events."""
        return self.answer.timeline.events

    @property
    def gold(self) -> list[Gold]:
        """The gold events."""
        events: list[Gold] = self.key.gold["events"]
        return events

    @property
    def counts(self) -> Counts:
        """Right, ours and gold."""
        return Counts(sum(pair[2] for pair in self.pairs), len(self.ours), len(self.gold))


def judge(shared: Shared, answers: Answers, corpus: str, keys: Sequence[KeyDocument]) -> list[Judged]:
    """Every article of a corpus, answered and paired with its gold."""
    score = key_module(shared, "score")
    answered = answers(corpus, [key.document for key in keys])
    return [
        Judged(key, answer, tuple(score.pairs(predictions(answer), key.gold["events"])), score.right)
        for key, answer in zip(keys, answered, strict=True)
    ]


def predictions(answer: Answer, min_confidence: float = 0.0) -> list[Prediction]:
    """Our dated events as the corpus' scorer takes them: where their triggers stand in the text sent, and the date."""
    return [
        {"mentions": [_place(span) for span in triggers(answer, event)], "edtf": edtf(event.when)}
        for event in answer.timeline.events
        if event.when is not None and event.confidence >= min_confidence
    ]


def triggers(answer: Answer, event: Event) -> list[Span]:
    """Where the words that name the event stand in the text sent."""
    return [answer.sent(anchored.mention.span) for anchored in event.mentions]


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def gold_triggers(gold: dict[str, Any]) -> list[Span]:
    """Where the gold's triggers stand."""
    return [Span(trigger["start"], trigger["end"]) for trigger in gold["triggers"]]


def quote(answer: Answer, event: Event) -> Span | None:
    """The words that date our event, in the text sent."""
    return answer.sent(event.best.quote) if event.best.quote is not None else None


def gold_quote(gold: dict[str, Any]) -> Span | None:
    """The words that date a gold event."""
    return Span(gold["quote_start"], gold["quote_end"]) if gold["quote_start"] is not None else None
