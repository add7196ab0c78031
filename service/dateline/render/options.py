"""What a caller may choose about the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from dateline.values import Timeline


@dataclass(frozen=True, slots=True)
class Options:
    """``include`` names what to add (text, expressions, mentions, undated); events below ``min_confidence`` are left
    out; ``offset_unit`` is what offsets count."""

    include: frozenset[str] = frozenset()
    min_confidence: float = 0.0
    offset_unit: Literal["codepoint", "utf16"] = "codepoint"


def select(timeline: Timeline, options: Options) -> Timeline:
    """The timeline with the events that were asked for, and no others."""
    undated = timeline.undated if "undated" in options.include else ()
    least = options.min_confidence
    return replace(
        timeline,
        events=tuple(event for event in timeline.events if event.confidence >= least),
        undated=tuple(event for event in undated if event.confidence >= least),
    )
