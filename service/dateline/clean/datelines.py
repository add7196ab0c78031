"""Where the story begins behind a dateline: "SAMARKAND, Sept 15 (Reuters) - Leaders met …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.values import Span

_HEAD = re.compile(
    r"[A-Z][A-Z.'’\-]{2,30}(?:[ ,][^()/—–\n]{0,60}?)?(?:\s?\([^()\n]{2,40}\)|\s?/[^/\n]{2,40}/)?"
    r"\s{0,3}(?:--|[—–_]|-(?=\s))\s{0,3}(?=\S)"
)
_PARAGRAPHS = 5


def story_starts(text: str, paragraphs: Iterable[Span]) -> Iterator[int]:
    """Where the first sentence begins behind a dateline, for those of the first paragraphs that have one."""
    for _, place in zip(range(_PARAGRAPHS), paragraphs, strict=False):
        if (head := _HEAD.match(text, place.start, place.end)) is not None:
            yield head.end()
