"""A conditional logit: weights of features such that the right options of each case are the probable ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dateline.learned import Weights

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Case:
    """The features of each option of one choice, and which options are right (at least one, not all)."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def train(cases: Sequence[Case], penalty: float = 1.0, least: int = 3) -> Weights:
    """Weights of the features seen ``least`` times, by maximum likelihood with an L2 penalty; deterministic.

    The likelihood of a case is the probability of its right options together. Weights are rounded to ``DECIMALS`` and
    those that round to nothing left out.
    """
    counts = Counter(name for case in cases for option in case.options for name in set(option))
    names = sorted(name for name, count in counts.items() if count >= least)
    index = {name: column for column, name in enumerate(names)}
    table, case_of, right, weight = _matrices(cases, index)

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ theta
        all_, log_all = _softmax(scores, case_of, len(cases))
        good, log_good = _softmax(np.where(right, scores, -np.inf), case_of, len(cases))
        value = float(np.sum(weight * (log_all - log_good))) + penalty / 2 * float(theta @ theta)
        return value, table.T @ ((all_ - good) * weight[case_of]) + penalty * theta

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    rounded = np.round(found.x, DECIMALS)
    return Weights({name: float(value) for name, value in zip(names, rounded, strict=True) if value})


def _matrices(cases: Sequence[Case], index: dict[str, int]) -> tuple[csr_matrix, np.ndarray, np.ndarray, np.ndarray]:
    """Options as rows of features, the case of each row, whether it is right, and each case's weight."""
    rows: list[int] = []
    columns: list[int] = []
    case_of: list[int] = []
    right: list[bool] = []
    for number, case in enumerate(cases):
        for option, is_right in zip(case.options, case.right, strict=True):
            found = [index[name] for name in set(option) if name in index]
            rows.extend([len(case_of)] * len(found))
            columns.extend(found)
            case_of.append(number)
            right.append(is_right)
    shape = (len(case_of), len(index))
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    return table, np.array(case_of), np.array(right), np.array([case.weight for case in cases])


def _softmax(scores: np.ndarray, case_of: np.ndarray, cases: int) -> tuple[np.ndarray, np.ndarray]:
    """Each row's share within its case, and each case's logarithm of the sum."""
    top = np.full(cases, -np.inf)
    np.maximum.at(top, case_of, scores)
    raised = np.exp(scores - top[case_of])
    total = np.bincount(case_of, weights=raised, minlength=cases)
    return raised / total[case_of], np.log(total) + top


def platt(known: Sequence[tuple[dict[str, float], bool]]) -> Weights:
    """Weights of a few numbers such that their sum is the logarithm of the odds of yes (Platt's scaling)."""
    names = sorted({name for numbers, _ in known for name in numbers})
    table = np.array([[numbers.get(name, 0.0) for name in names] for numbers, _ in known])
    sign = np.array([1.0 if yes else -1.0 for _, yes in known])

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ theta)
        share = 1 / (1 + np.exp(margin))
        return float(np.sum(np.logaddexp(0, -margin))), -(table.T @ (sign * share))

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return Weights({name: float(value) for name, value in zip(names, np.round(found.x, 4), strict=True)})
