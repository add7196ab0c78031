"""The contract's own form: JSON, dumped through ``dateline_schemas``."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from dateline.dates import When, edtf
from dateline.dates.edtf import display
from dateline.render.offsets import Offsets
from dateline.render.options import Options
from dateline.values import Anchored, Event, Grounded, Participant, Publication, Timeline
from dateline_schemas import Timeline as TimelineSchema

_SCHEMA = TimelineSchema()


def render(timeline: Timeline, options: Options) -> bytes:
    """UTF-8, one line, fields in the order of the contract: the same timeline always gives the same bytes."""
    return encoded(_SCHEMA.one(plain(timeline, options)))


def encoded(value: Any) -> bytes:
    """JSON in UTF-8; text that UTF-8 cannot carry (lone surrogates) is escaped."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()


def plain(timeline: Timeline, options: Options) -> dict[str, Any]:
    """The timeline as dicts and lists, in the shape of the contract."""
    offsets = Offsets(timeline, options.offset_unit)
    answer = {
        "id": timeline.article.id,
        "article": _article(timeline, offsets, "text" in options.include),
        "events": [_event(event, offsets) for event in timeline.events + timeline.undated],
        "warnings": [{"code": warning.code, "detail": warning.detail} for warning in timeline.warnings],
        "engine": timeline.engine,
    }
    if "expressions" in options.include:
        answer["expressions"] = [
            _expression(f"t{number}", grounded, offsets) for number, grounded in enumerate(timeline.expressions, 1)
        ]
    if "mentions" in options.include:
        answer["mentions"] = _mentions(timeline, offsets)
    return answer


def _article(timeline: Timeline, offsets: Offsets, with_text: bool) -> dict[str, Any]:
    article = timeline.article
    shown = {
        "title": article.title,
        "language": article.language,
        "characters": len(article.sent),
        "input": article.payload.format if article.payload else None,
        "body": article.payload.body if article.payload else None,
        "published": _published(timeline.publication, offsets),
    }
    return shown | {"text": timeline.clean.text} if with_text else shown


def _published(publication: Publication, offsets: Offsets) -> dict[str, Any] | None:
    if publication.day is None:
        return None
    evidence = None
    if publication.quote is not None:
        span = offsets.sent(publication.evidence) if publication.evidence else {"start": None, "end": None}
        evidence = {"quote": publication.quote, **span, "pointer": publication.pointer}
    return {
        "value": publication.day.isoformat(),
        "precision": "day",
        "source": publication.source or "",
        "confidence": _rounded(publication.confidence),
        "evidence": evidence,
    }


def _event(event: Event, offsets: Offsets) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "when": _when(event.when),
        "basis": _basis(event.best, offsets),
        "status": event.status,
        "kind": event.kind,
        "participants": [_participant(one, offsets) for one in event.participants],
        "places": [_participant(one, offsets) for one in event.places],
        "mentions": [_event_mention(one, offsets) for one in event.mentions],
        "salience": _rounded(event.salience),
        "confidence": _rounded(event.confidence),
    }


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "edtf": edtf(when),
        "earliest": _iso(when.earliest),
        "latest": _iso(when.latest),
        "precision": when.precision,
        "approximate": when.approximate,
        "display": display(when),
        "time": str(when.clock) or None if when.clock else None,
    }


def _basis(anchored: Anchored, offsets: Offsets) -> dict[str, Any] | None:
    if anchored.when is None:
        return None
    quote = offsets.quote(anchored.quote) if anchored.quote else {"text": None, "start": None, "end": None}
    anchor = anchored.anchor
    return {
        "kind": anchored.basis,
        "quote": quote["text"],
        "start": quote["start"],
        "end": quote["end"],
        "rule": anchored.grounded.timex.rule if anchored.grounded else None,
        "anchor": {"kind": anchor.kind, "value": anchor.value} if anchor else None,
        "explanation": anchored.because,
    }


def _participant(participant: Participant, offsets: Offsets) -> dict[str, Any]:
    return {
        "text": participant.text,
        "role": participant.role,
        "label": participant.label,
        **offsets.clean(participant.span),
    }


def _event_mention(anchored: Anchored, offsets: Offsets) -> dict[str, Any]:
    mention = anchored.mention
    return {"trigger": offsets.quote(mention.span), "sentence": offsets.quote(mention.sentence)}


def _expression(name: str, grounded: Grounded, offsets: Offsets) -> dict[str, Any]:
    timex, when = grounded.timex, grounded.when
    return {
        "id": name,
        **offsets.quote(timex.span),
        "type": timex.type,
        "value": grounded.value,
        "mod": timex.mod,
        "edtf": edtf(when) if when else None,
        "earliest": _iso(when.earliest) if when else None,
        "latest": _iso(when.latest) if when else None,
        "rule": timex.rule,
    }


def _mentions(timeline: Timeline, offsets: Offsets) -> list[dict[str, Any]]:
    """Every mention; one that dates two events belongs to the event that bears its date."""
    events = {}
    for event in timeline.events + timeline.undated:
        for one in event.mentions:
            events[one.mention.span, one.when] = event.id
            events.setdefault((one.mention.span, None), event.id)
    found = []
    for number, one in enumerate(timeline.mentions, 1):
        span = one.mention.span
        event_id = events.get((span, one.when), events.get((span, None)))
        found.append(_mention(f"e{number}", one, event_id, offsets))
    return found


def _mention(name: str, anchored: Anchored, event: str | None, offsets: Offsets) -> dict[str, Any]:
    mention = anchored.mention
    return {
        "id": name,
        "trigger": offsets.quote(mention.span),
        "class": mention.kind,
        "tense": mention.tense,
        "aspect": mention.aspect,
        "polarity": mention.polarity,
        "modality": mention.modality,
        "when": _when(anchored.when),
        "event": event,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _rounded(share: float) -> float:
    return round(float(share), 3)
