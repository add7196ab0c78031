"""Whether HTML can be given to a library that builds a tree of it: hostile HTML costs these the square of its size."""

from __future__ import annotations

import re
from collections import Counter

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
    open: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(html):
        if len(tag[3]) > WIDEST and len(tag[3].split(None, WIDEST)) > WIDEST:
            return False
        name = tag[2].lower()
        if name in _CLOSED_BY_OTHERS:
            continue
        step = -1 if tag[1] else 1
        if open[name] + step >= 0:
            open[name] += step
            depth += step
        if depth > DEEPEST:
            return False
    return True
