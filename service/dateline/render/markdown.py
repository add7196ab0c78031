"""Markdown (CommonMark), for newsletters. The article's words stay words: nothing in them becomes markup or a link."""

from __future__ import annotations

import re

from dateline.render import words
from dateline.render.options import Options
from dateline.values import Event, Timeline

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$@^]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""Punctuation that may begin markup or an address inside a line; the lines themselves begin with our own."""


def render(timeline: Timeline, options: Options) -> bytes:
    """A heading, the day of publication, and a list in order of time with each event's sentence."""
    head = [f"# {_plain(words.line(timeline.article.title or '') or 'Timeline')}"]
    if timeline.publication.day is not None:
        head.append(f"Published {timeline.publication.day.isoformat()}.")
    events = [_event(event, timeline) for event in timeline.events + timeline.undated]
    return "\n\n".join([*head, *(events or ["No dated events."])]).encode() + b"\n"


def _event(event: Event, timeline: Timeline) -> str:
    day = _plain(words.day(event) or "No date")
    status = "" if event.status == "occurred" else f" *({event.status})*"
    return f"- **{day}** – {_plain(words.title(event))}{status}\n\n  > “{_plain(words.sentence(event, timeline))}”"


def _plain(text: str) -> str:
    """The text with a backslash before what Markdown would read as more than words."""
    return _MARKUP.sub(r"\\\g<0>", text)
