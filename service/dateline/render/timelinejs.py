"""TimelineJS3: the JSON that its own loader takes (https://timeline.knightlab.com/docs/json-format.html).

Headlines and texts are HTML there, so the article's words are escaped. A part of a date that is not known is left out,
and ``display_date`` says it in words. An interval open at an end stands at the end that is known.
"""

from __future__ import annotations

from html import escape
from typing import Any

from dateline.dates import When
from dateline.render import words
from dateline.render.json import encoded
from dateline.render.options import Options
from dateline.render.parts import Parts, ends
from dateline.values import Event, Timeline


def render(timeline: Timeline, options: Options) -> bytes:
    """One slide for each dated event; undated ones have no place in it."""
    slides = [_slide(event, event.when, timeline) for event in timeline.events if event.when]
    return encoded({**_title(timeline), "events": slides, "scale": "human"})


def _title(timeline: Timeline) -> dict[str, Any]:
    headline = words.line(timeline.article.title or "")
    if not headline:
        return {}
    return {"title": {"unique_id": "title", "autolink": False, "text": {"headline": escape(headline), "text": ""}}}


def _slide(event: Event, when: When, timeline: Timeline) -> dict[str, Any]:
    first, last = ends(when)
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _date(first or last or (), when),
        "display_date": escape(words.day(event)),
        "group": event.status,
        "autolink": False,
        "text": {"headline": escape(words.title(event)), "text": _text(event, timeline)},
    }
    if first and last and first != last:
        slide["end_date"] = _date(last, when)
    return slide


def _date(parts: Parts, when: When) -> dict[str, int]:
    """Numbers, months from 1. A time of day is the article's own; hour 24 has no form there."""
    date = dict(zip(("year", "month", "day"), parts, strict=False))
    clock = when.clock
    if clock is None or clock.hour is None or clock.hour > 23 or len(parts) < 3 or when.single is None:
        return date
    return {**date, "hour": clock.hour, **({} if clock.minute is None else {"minute": clock.minute})}


def _text(event: Event, timeline: Timeline) -> str:
    quote, remark = words.sentence(event, timeline), words.remark(event)
    return f"<blockquote>{escape(quote)}</blockquote>" + (f"<p>{escape(remark)}</p>" if remark else "")
