"""Which dated mentions an editor would list: the probability that a mention is an event of the timeline, learned.

Reads the parse and the anchored mentions; changes neither what a mention says nor its time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.learned import Weights, trained
from dateline.values import Anchored, Parse, Publication
from dateline.weigh.features import Article, features, logits

__all__ = ["weigh"]


def weigh(
    tree: Parse,
    anchored: Sequence[Anchored],
    publication: Publication,
    weights: Weights | None = None,
    trust: Weights | None = None,
) -> tuple[Anchored, ...]:
    """The mentions with ``worth`` filled in, and their ``confidence`` made a probability that holds for events."""
    model, calibration = weights or trained(__name__), trust or trained(__name__, "trust")
    families = Counter(each.mention.family for each in anchored)
    article = Article(tree, publication.day, families)
    return tuple(_weighed(each, model.probability(features(article, each)), calibration) for each in anchored)


def _weighed(each: Anchored, worth: float, calibration: Weights) -> Anchored:
    if each.when is None:
        return replace(each, worth=worth)
    return replace(each, worth=worth, confidence=calibration.of_numbers(logits(each.confidence, worth)))
