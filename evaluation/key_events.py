"""Whole timelines against ``key-events``, by the corpus' own scorer, and what went wrong where it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.dates import edtf
from dateline.values import Event, Span
from evaluation.answers import Answer, Answers
from evaluation.corpora import KeyDocument, Shared, key_events, key_module
from evaluation.scoring import Counts, Figure, Section, Table, context, fields, percent

Prediction = dict[str, Any]
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Judged:
    """One article's timeline beside its gold.

    ``pairs`` holds (index of ours, index of gold, date is right, date is near) as the corpus' scorer pairs them.
    """

    key: KeyDocument
    answer: Answer
    pairs: tuple[tuple[int, int, bool, bool], ...]

    @property
    def ours(self) -> tuple[Event, ...]:
        """Our dated events."""
        return self.answer.timeline.events

    @property
    def gold(self) -> list[dict[str, Any]]:
        """The gold events."""
        events: list[dict[str, Any]] = self.key.gold["events"]
        return events

    @property
    def counts(self) -> Counts:
        """Right, ours and gold."""
        return Counts(sum(pair[2] for pair in self.pairs), len(self.ours), len(self.gold))


def evaluate(shared: Shared, answers: Answers) -> Section:
    """F1 and what it is made of; by basis; by document; by cause of error."""
    judged = judge(shared, answers)
    score = key_module(shared, "score").score
    golds = {one.key.document.id: one.key.gold for one in judged}
    result = score(golds, {one.key.document.id: predictions(one.answer) for one in judged})
    mistakes = [mistake for one in judged for mistake in causes(one)]
    return Section(
        "key events",
        _figures(result, judged),
        (_by_basis(result), _by_cause(mistakes), _by_document(judged), _by_confidence(golds, judged, score)),
        tuple(mistake.line for mistake in mistakes),
    )


def judge(shared: Shared, answers: Answers) -> list[Judged]:
    """Every article, answered and paired with its gold."""
    keys = key_events(shared)
    pairs = key_module(shared, "score").pairs
    answered = answers("key-events", [key.document for key in keys])
    return [
        Judged(key, answer, tuple(pairs(predictions(answer), key.gold["events"])))
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


# --- figures ------------------------------------------------------------------------------------------------------

# Baseline: one event a sentence, its nearest DATE through dateparser. Peer: a large language model in one careful pass
# over twelve of the test articles. Both were measured on the test set.
_BESIDE: dict[str, tuple[str, float | None, float | None, float | None]] = {
    "f1": ("F1", 17.1, 91.7, 50.0),
    "precision": ("precision", 12.7, 97.4, 50.0),
    "recall": ("recall", 26.4, 86.7, 50.0),
    "recall_salient": ("recall of the must-haves", 34.4, 97.7, 65.0),
    "near_f1": ("F1, near dates too", None, None, None),
    "found": ("found, whatever the date", None, None, None),
    "found_salient": ("must-haves found, whatever the date", None, None, None),
    "date_right_of_found": ("date right, of those found", None, None, None),
}


def _figures(result: dict[str, Any], judged: Sequence[Judged]) -> tuple[Figure, ...]:
    scored = [
        Figure(name, float(result[key]), baseline, peer, target)
        for key, (name, baseline, peer, target) in _BESIDE.items()
    ]
    counted = [
        Figure("events returned", float(result["events_predicted"])),
        Figure("events in the gold", float(result["events_gold"])),
        Figure("duplicates", float(result["duplicates"]), low=True),
        Figure("traps stepped on", float(result["trap_hits"]), low=True),
    ]
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


# --- causes -------------------------------------------------------------------------------------------------------

CAUSES = {
    "not an event": "returned, and no trigger of it is a trigger of any gold event",
    "trap": "returned, and the annotator marked these words as not to be returned",
    "duplicate": "returned, but its gold event is already taken by another of ours (split wrongly)",
    "merged": "missed: its trigger went into an event of ours that stands for another gold event",
    "undated": "missed: one of our mentions stands on a trigger but bears no date or is in no dated event",
    "no mention": "missed: none of our mentions stands on a trigger",
    "same words, wrong date": "found, quoted from the gold's own words, and read wrongly",
    "other words, wrong date": "found, and dated from words other than the gold's",
    "wrongly implicit": "found, and given the story's own time where the gold has words for it",
    "wrongly tied to words": "found, and dated from words where the gold has the story's own time",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: what caused it, and the whole of it as a line of fields."""

    cause: str
    must: bool
    line: str


def causes(judged: Judged) -> Iterator[Mistake]:
    """Every error of an article: in what we returned, in what we missed, in the dates of what we found."""
    yield from _returned(judged)
    yield from _missed(judged)
    yield from _wrong_dates(judged)


def _returned(judged: Judged) -> Iterator[Mistake]:
    paired = {i for i, *_ in judged.pairs}
    traps = [Span(trap["start"], trap["end"]) for trap in judged.key.gold.get("undated_traps", []) if "start" in trap]
    for i, event in enumerate(judged.ours):
        if i not in paired:
            spans = triggers(judged.answer, event)
            gold = next((one for one in judged.gold if _touch(spans, gold_triggers(one))), None)
            other = "trap" if _touch(spans, traps) else "not an event"
            yield _mistake(judged, "duplicate" if gold is not None else other, event, gold)


def _missed(judged: Judged) -> Iterator[Mistake]:
    paired = {j for _, j, *_ in judged.pairs}
    mentions = [judged.answer.sent(anchored.mention.span) for anchored in judged.answer.timeline.mentions]
    for j, gold in enumerate(judged.gold):
        if j not in paired:
            spans = gold_triggers(gold)
            event = next((one for one in judged.ours if _touch(triggers(judged.answer, one), spans)), None)
            other = "undated" if _touch(mentions, spans) else "no mention"
            yield _mistake(judged, "merged" if event is not None else other, event, gold)


def _wrong_dates(judged: Judged) -> Iterator[Mistake]:
    for i, j, right, _ in judged.pairs:
        if not right:
            yield _mistake(judged, _wrong_date(judged, judged.ours[i], judged.gold[j]), judged.ours[i], judged.gold[j])


def _wrong_date(judged: Judged, event: Event, gold: dict[str, Any]) -> str:
    ours, theirs = quote(judged.answer, event), gold_quote(gold)
    if ours is None:
        return "wrongly implicit"
    if theirs is None:
        return "wrongly tied to words"
    return "same words, wrong date" if ours.overlaps(theirs) else "other words, wrong date"


def gold_triggers(gold: dict[str, Any]) -> list[Span]:
    """Where the gold's triggers stand."""
    return [Span(trigger["start"], trigger["end"]) for trigger in gold["triggers"]]


def quote(answer: Answer, event: Event) -> Span | None:
    """The words that date our event, in the text sent."""
    return answer.sent(event.best.quote) if event.best.quote is not None else None


def gold_quote(gold: dict[str, Any]) -> Span | None:
    """The words that date a gold event."""
    return Span(gold["quote_start"], gold["quote_end"]) if gold["quote_start"] is not None else None


def _touch(ours: Iterable[Span], theirs: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in ours for other in theirs)


def _mistake(judged: Judged, cause: str, event: Event | None, gold: dict[str, Any] | None) -> Mistake:
    """The fields: document, publication day, cause, salience; gold title, triggers, date and quote; the same of ours,
    with basis, confidence and reason; then the sentence."""
    text = judged.answer.document.text
    named = (judged.answer.document.id, judged.answer.document.published, cause, gold["salience"] if gold else "")
    said = fields(*named, *_gold_fields(text, gold), *_our_fields(judged.answer, event), _sentence(judged, event, gold))
    return Mistake(cause, bool(gold and gold["salience"] == 3), said)


def _gold_fields(text: str, gold: dict[str, Any] | None) -> tuple[str, ...]:
    if gold is None:
        return ("",) * 5
    words = ", ".join(span.of(text) for span in gold_triggers(gold))
    quoted = gold_quote(gold)
    return gold["title"], words, gold["when"], gold["basis"], quoted.of(text) if quoted else ""


def _our_fields(answer: Answer, event: Event | None) -> tuple[str, ...]:
    if event is None:
        return ("",) * 7
    text = answer.document.text
    words = ", ".join(span.of(text) for span in triggers(answer, event))
    quoted = quote(answer, event)
    when = edtf(event.when) if event.when is not None else ""
    best = event.best
    said = (event.title, words, when, best.basis or "", quoted.of(text) if quoted else "")
    return (*said, f"{event.confidence:.2f}", best.because)


def _sentence(judged: Judged, event: Event | None, gold: dict[str, Any] | None) -> str:
    span = gold_triggers(gold)[0] if gold else triggers(judged.answer, event)[0] if event else Span(0, 0)
    return context(judged.answer.document.text, span, 120)


def _by_cause(mistakes: Sequence[Mistake]) -> Table:
    tally = Counter(mistake.cause for mistake in mistakes)
    musts = Counter(mistake.cause for mistake in mistakes if mistake.must)
    rows = [(cause, tally[cause], musts[cause], said) for cause, said in CAUSES.items()]
    return Table("By cause", ("cause", "events", "must-haves", "which is"), tuple(rows))
