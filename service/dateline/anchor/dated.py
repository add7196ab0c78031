"""Which mentions have a time by their grammar, or by that of another mention of their family."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.anchor.attach import Link, attached, shared
from dateline.anchor.distance import Distance
from dateline.values import Grounded, Mention, Parse, Publication

LEAD = 4
"""How many sentences tell the news."""


class Dated:
    """The times that hang on the mentions of one article, and the distances ``told`` between them. ``counted`` are
    those whose time words count from that of another happening."""

    def __init__(
        self,
        tree: Parse,
        by_token: Mapping[int, Mention],
        grounded: Sequence[Grounded],
        told: Sequence[Distance],
        publication: Publication,
    ) -> None:
        self.tree, self.by_token, self.told = tree, by_token, told
        self.direct = attached(tree, by_token, grounded, told, publication)
        self.families: dict[str, list[int]] = defaultdict(list)
        for token in sorted(self.direct):
            self.families[self.by_token[token].family].append(token)
        self.counted = {token for token, links in self.direct.items() if links[0].grounded.is_from_event}

    def add(self, token: int, link: Link) -> None:
        """A time counted from something else, for a mention that has none of its own."""
        if token not in self.direct:
            self.counted.add(token)
            self.direct[token] = [link]
            insort(self.families[self.by_token[token].family], token)

    def of(self, mention: Mention) -> list[Link]:
        """Its own times, or that of what it shares a happening with, or that of another mention of its family."""
        if links := self.direct.get(mention.token):
            return links
        link = shared(self.tree, self.by_token, self.direct, mention) or self.same(mention)
        return [] if link is None else [link]

    def same(self, mention: Mention) -> Link | None:
        """The time of the last mention of its family that has one of its own, or else of the next."""
        tokens = self.families.get(mention.family)
        if not tokens:
            return None
        token = tokens[max(bisect_right(tokens, mention.token) - 1, 0)]
        return replace(self.direct[token][0], way="same")
