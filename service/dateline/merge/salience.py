"""How much an article is about a happening, as names of features for the trained weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.values import Anchored, CleanText


def features(members: Sequence[Anchored], best: Anchored, clean: CleanText) -> Iterator[str]:
    """What tells whether the gathered mentions name what the article is about; the first is the same for all."""
    first = members[0].mention.span.start
    tenth = int(10 * first / max(len(clean.text), 1))
    yield "any"
    yield f"mentions {min(len(members), 6)}"
    yield f"begins {'at once' if first < 250 else min(tenth, 5)}"
    yield f"worth {round(best.worth, 1)}"
    yield f"way {best.way}|{best.mention.pos}"
    yield f"kind {best.mention.kind}"
    yield f"status {best.mention.status}"
    yield f"verb {any(each.mention.pos == 'VERB' for each in members)}"
    yield f"named {any(one.label for each in members for one in each.mention.participants)}"
