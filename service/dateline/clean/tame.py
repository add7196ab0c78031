"""Whether HTML can be given to a library that builds a tree of it: hostile HTML costs these the square of its size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

DEEPEST = 1_000
"""Most elements, open at once, that a tree may be built of."""

WIDEST = 1_000
"""Most words that one tag may have."""

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>]*+)([^<>]*+)")
_CLOSED_BY_OTHERS = frozenset(
    "p li dt dd option optgroup tr td th tbody thead tfoot colgroup rp rt "
    "area base br col embed hr img input link meta param source track wbr".split()
)


def is_tame(html: str) -> bool:
    """Whether no element lies too deep and no tag has too many attributes. Linear; in doubt it says no."""
    return all(
        depth <= DEEPEST and (len(tag[3]) <= WIDEST or len(tag[3].split(None, WIDEST)) <= WIDEST)
        for tag, depth in _depths(html)
    )


def steps_up(html: str) -> int:
    """How many steps it is from every tag to its root, in all: what a library costs that looks up from each. Linear."""
    return sum(depth for _, depth in _depths(html))


def _depths(html: str) -> Iterator[tuple[re.Match[str], int]]:
    """The tags, each with how many elements are open after it. What the next one closes, or nothing, is not counted."""
    open: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        step = 0 if name in _CLOSED_BY_OTHERS else -1 if tag[1] else 1
        if open[name] + step >= 0:
            open[name] += step
            depth += step
        yield tag, depth
