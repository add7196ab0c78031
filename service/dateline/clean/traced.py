"""Text that remembers where each of its code points came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from dateline.values import Span


class Edit(NamedTuple):
    """Code points ``start`` to ``end`` (at least one) of a text become ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each of its code points, the span of the text as sent that it was made from.

    Starts and ends never decrease.
    """

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, sent: str) -> Traced:
        """The text as sent: every code point comes from itself."""
        return cls(sent, array("q", range(len(sent))), array("q", range(1, len(sent) + 1)))

    def source(self, start: int, end: int) -> Span:
        """The span of the text as sent that the non-empty stretch ``start`` to ``end`` was made from."""
        return Span(self.starts[start], self.ends[end - 1])

    def edit(self, edits: Iterable[Edit]) -> Traced:
        """The text after all edits, which are in order and do not overlap. Linear.

        New code points that number as many as the source code points they replace come from one each; otherwise each
        comes from the whole stretch replaced.
        """
        pieces: list[str] = []
        starts, ends, at = array("q"), array("q"), 0
        for start, end, new in edits:
            pieces += self.text[at:start], new
            first, last = self.source(start, end)
            alike = last - first == len(new)
            starts += self.starts[at:start] + array("q", range(first, last) if alike else [first] * len(new))
            ends += self.ends[at:start] + array("q", range(first + 1, last + 1) if alike else [last] * len(new))
            at = end
        if not pieces:
            return self
        return Traced("".join(pieces) + self.text[at:], starts + self.starts[at:], ends + self.ends[at:])
