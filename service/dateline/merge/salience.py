"""How much an article is about a happening, as names of features for the trained weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.dates import When
from dateline.values import Anchored, CleanText

_FAR = ((0, "the day"), (7, "a week"), (31, "a month"), (366, "a year"))


def features(members: Sequence[Anchored], best: Anchored, clean: CleanText, day: date | None) -> Iterator[str]:
    """What tells whether the gathered mentions name what the article, published on ``day``, is about; the first is the
    same for all."""
    first = members[0].mention.span.start
    tenth = int(10 * first / max(len(clean.text), 1))
    yield "any"
    yield f"mentions {min(len(members), 6)}"
    yield f"begins {'at once' if first < 250 else min(tenth, 5)}"
    yield f"worth {round(best.worth, 1)}"
    yield f"way {best.way}|{best.mention.pos}"
    yield f"kind {best.mention.kind}"
    yield f"family {best.mention.family}"
    yield f"far {_far(best.when, day)}|{best.mention.status}"
    yield f"status {best.mention.status}"
    yield f"verb {any(each.mention.pos == 'VERB' for each in members)}"
    yield f"named {any(one.label for each in members for one in each.mention.participants)}"


def _far(when: When | None, day: date | None) -> str:
    """How far from the day of publication a time ends, in rough steps."""
    if when is None or when.latest is None or day is None:
        return "-"
    days = abs((when.latest - day).days)
    return next((name for limit, name in _FAR if days <= limit), "more")
