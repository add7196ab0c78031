"""The article's words, made fit for formats stricter than JSON."""

from __future__ import annotations

import re

from dateline.dates.edtf import display
from dateline.values import Event, Timeline

_HALVES = re.compile("[\ud800-\udfff]")
_BIDI = "\u202a-\u202e\u2066-\u2069"
_NOT_IN_A_LINE = re.compile(f"[\\s\x00-\x20\x7f-\x9f\u2028\u2029{_BIDI}]+")

REPLACEMENT = "\ufffd"

LONGEST = 600
"""Code points of a sentence that are shown: a text without full stops is one, which every event would quote."""


def whole(text: str) -> str:
    """The text with each lone surrogate replaced: any Unicode encoding can carry it, and offsets stay."""
    return _HALVES.sub(REPLACEMENT, text)


def line(text: str) -> str:
    """The text on one line: white space, control characters and marks that turn the direction of what follows become
    a space. Right-to-left letters order themselves without such marks."""
    return whole(_NOT_IN_A_LINE.sub(" ", text)).strip()


def title(event: Event) -> str:
    """The event's title on one line."""
    return line(event.title) or line(event.best.mention.lemma) or event.id


def sentence(event: Event, timeline: Timeline) -> str:
    """The sentence that names the event, on one line; of one that never ends, what stands around the event."""
    mention = event.best.mention
    stretch = mention.sentence
    start, end = stretch
    if end - start > LONGEST:
        start = max(start, mention.span.start - LONGEST // 2)
        end = min(end, start + LONGEST)
    cut = line(timeline.clean.text[start:end])
    return ("…" if start > stretch.start else "") + cut + ("…" if end < stretch.end else "")


def day(event: Event) -> str:
    """The event's time for readers; empty where it has none."""
    return display(event.when) if event.when else ""


def reason(event: Event) -> str:
    """Why it bears its date, on one line; empty where it has none."""
    return line(event.best.because)


def remark(event: Event) -> str:
    """What an editor should see beside the title: the status, where it has not simply happened, and the reason."""
    status = "" if event.status == "occurred" else f"{event.status.capitalize()}. "
    return (status + reason(event)).strip()


def address(timeline: Timeline) -> str | None:
    """The article's address, where it is one that can be linked to."""
    url = timeline.article.url or ""
    return url if _ADDRESS.fullmatch(url) else None


_ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
