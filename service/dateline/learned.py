"""What the engine has learned: weights of features, and the choice that they make.

A feature is a short string. Each room that has learned something keeps its ``weights.json``, written by ``training/``:
the weights, and beside them the report of their training.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """Feature → weight, for the natural logarithm of the odds. A feature that is not known weighs nothing."""

    of: Mapping[str, float]

    def score(self, features: Iterable[str]) -> float:
        """The sum of the features' weights."""
        get = self.of.get
        return sum([get(feature, 0.0) for feature in features])

    def probability(self, features: Iterable[str]) -> float:
        """How probable a yes is, against a no without features."""
        return _sigmoid(self.score(features))

    def of_numbers(self, numbers: Mapping[str, float]) -> float:
        """How probable a yes is, given numbers to weigh."""
        return _sigmoid(sum([self.of.get(name, 0.0) * number for name, number in numbers.items()]))

    def probabilities(self, options: Sequence[Iterable[str]]) -> list[float]:
        """How probable each option is, given the features of all; they sum to one (a conditional logit)."""
        scores = [self.score(features) for features in options]
        top = max(scores, default=0.0)
        raised = [math.exp(score - top) for score in scores]
        total = sum(raised)
        return [each / total for each in raised]


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))


@cache
def trained(room: str, name: str = "weights") -> Weights:
    """The weights of one name that a room (the dotted name of its package) comes with."""
    text = files(room).joinpath("weights.json").read_text(encoding="utf-8")
    return Weights(json.loads(text)[name])
