"""From spans of the clean text to offsets into the string as sent."""

from __future__ import annotations

from bisect import bisect_left

from dateline.values import Span, Timeline


class Offsets:
    """Turns clean spans into sent ones, in code points or UTF-16 code units."""

    def __init__(self, timeline: Timeline, unit: str) -> None:
        self._clean = timeline.clean
        sent = timeline.article.sent if unit == "utf16" else ""
        self._wide = [] if sent.isascii() else [index for index, letter in enumerate(sent) if letter > "\uffff"]

    def sent(self, span: Span) -> dict[str, int]:
        """``start`` and ``end`` of a span of the text as sent."""
        return {"start": self._count(span.start), "end": self._count(span.end)}

    def clean(self, span: Span) -> dict[str, int]:
        """``start`` and ``end``, in the text as sent, of a span of the clean text."""
        return self.sent(self._clean.source(span))

    def quote(self, span: Span) -> dict[str, str | int]:
        """The words of a clean span, and where they stand in the text as sent."""
        return {"text": span.of(self._clean.text), **self.clean(span)}

    def _count(self, offset: int) -> int:
        """A letter beyond U+FFFF is two code units."""
        return offset + bisect_left(self._wide, offset)
