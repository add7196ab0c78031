"""What went wrong with a timeline like those of ``key-events``: every error has one cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.dates import edtf
from dateline.values import Event, Span
from evaluation.answers import Answer
from evaluation.key_timelines import Gold, Judged, gold_quote, gold_triggers, quote, triggers
from evaluation.scoring import context, fields

CAUSES = {
    "not an event": "returned, and no trigger of it is a trigger of any gold event",
    "trap": "returned, and the annotator marked these words as not to be returned",
    "duplicate": "returned, but its gold event is already taken by another of ours (split wrongly)",
    "merged": "missed: its trigger went into an event of ours that stands for another gold event",
    "time not read": "missed: a mention of ours stands on a trigger, undated, and no date of ours in the gold's words",
    "undated": "missed: an undated mention of ours stands on a trigger, its time is read or the gold quotes none",
    "held back, right": "missed: a mention of ours on a trigger bears the right date, and is in no event",
    "held back, wrong": "missed: a mention of ours on a trigger bears a wrong date, and is in no event",
    "no mention": "missed: none of our mentions stands on a trigger",
    "same words, wrong date": "found, quoted from the gold's own words, and read wrongly",
    "other words, wrong date": "found, and dated from words other than the gold's",
    "wrongly implicit": "found, and given the story's own time where the gold has words for it",
    "wrongly tied to words": "found, and dated from words where the gold has the story's own time",
    "wrong date": "found, and dated wrongly from words; the gold has words for it too, and does not say which",
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
    for j, gold in enumerate(judged.gold):
        if j not in paired:
            spans = gold_triggers(gold)
            event = next((one for one in judged.ours if _touch(triggers(judged.answer, one), spans)), None)
            yield _mistake(judged, "merged" if event is not None else _why_missed(judged, gold), event, gold)


def _why_missed(judged: Judged, gold: Gold) -> str:
    """Why no event of ours stands on any trigger of a gold event."""
    mentions = [one for span in gold_triggers(gold) for one in judged.answer.overlapping(span)]
    dates = [edtf(one.when) for one in mentions if one.when is not None]
    if dates:
        return "held back, right" if any(judged.right(one, gold) for one in dates) else "held back, wrong"
    if not mentions:
        return "no mention"
    return "undated" if _read(judged.answer, gold_quote(gold)) else "time not read"


def _read(answer: Answer, quoted: Span | None) -> bool:
    """Whether we have a date in the words that date a gold event, or it quotes none."""
    times = [answer.sent(one.timex.span) for one in answer.timeline.expressions if one.when is not None]
    return quoted is None or any(span.overlaps(quoted) for span in times)


def _wrong_dates(judged: Judged) -> Iterator[Mistake]:
    for i, j, right, _ in judged.pairs:
        if not right:
            yield _mistake(judged, _wrong_date(judged, judged.ours[i], judged.gold[j]), judged.ours[i], judged.gold[j])


def _wrong_date(judged: Judged, event: Event, gold: Gold) -> str:
    ours, theirs = quote(judged.answer, event), gold_quote(gold)
    if ours is None:
        return "wrongly implicit"
    if theirs is None:
        return "wrongly tied to words" if gold["basis"] == "implicit" else "wrong date"
    return "same words, wrong date" if ours.overlaps(theirs) else "other words, wrong date"


def _touch(ours: Iterable[Span], theirs: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in ours for other in theirs)


def _mistake(judged: Judged, cause: str, event: Event | None, gold: Gold | None) -> Mistake:
    """The fields: document, publication day, cause, salience; gold title, triggers, date and quote; the same of ours,
    with basis, confidence and reason; then the sentence."""
    text = judged.answer.document.text
    named = (judged.answer.document.id, judged.answer.document.published, cause, gold["salience"] if gold else "")
    said = fields(*named, *_gold_fields(text, gold), *_our_fields(judged.answer, event), _sentence(judged, event, gold))
    return Mistake(cause, bool(gold and gold["salience"] == 3), said)


def _gold_fields(text: str, gold: Gold | None) -> tuple[str, ...]:
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


def _sentence(judged: Judged, event: Event | None, gold: Gold | None) -> str:
    span = gold_triggers(gold)[0] if gold else triggers(judged.answer, event)[0] if event else Span(0, 0)
    return context(judged.answer.document.text, span, 120)
