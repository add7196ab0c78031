"""Counting and matching."""

from __future__ import annotations

import pytest

from dateline.values import Span
from evaluation.scoring import Counts, Figure, Table, aligned, crosstab, figures_table, match


@pytest.mark.parametrize(
    ("pairs", "ours", "gold"),
    [
        pytest.param([], [], [(0, 5)], id="nothing of ours"),
        pytest.param([(0, 0)], [(0, 5)], [(4, 9)], id="one character shared is an overlap"),
        pytest.param([], [(0, 5)], [(5, 9)], id="touching is not overlapping"),
        pytest.param([(0, 1)], [(0, 9)], [(0, 2), (3, 9)], id="the longest overlap wins"),
        pytest.param([(0, 0), (1, 1)], [(0, 4), (5, 9)], [(0, 6), (6, 9)], id="one to one"),
        pytest.param([(0, 1), (1, 0)], [(10, 12), (0, 3)], [(0, 3), (10, 12)], id="in any order"),
        pytest.param([(0, 0), (1, 2)], [(0, 20), (21, 25)], [(0, 15), (2, 3), (22, 25)], id="nested gold"),
    ],
)
def test_overlapping_spans_are_paired_one_to_one(pairs, ours, gold):
    assert pairs == match([Span(*one) for one in ours], [Span(*one) for one in gold])


def test_precision_recall_and_f1_come_from_the_counts():
    counts = Counts(1, 2, 3) + Counts(1, 2, 1)
    assert (50.0, 50.0, 50.0) == (counts.precision, counts.recall, counts.f1)


def test_of_nothing_the_share_is_nought():
    assert (0.0, 0.0, 0.0) == (Counts().precision, Counts().recall, Counts().f1)


@pytest.mark.parametrize(
    ("reached", "figure"),
    [
        pytest.param("", Figure("", 50.0), id="no target"),
        pytest.param("yes", Figure("", 95.0, target=95.0), id="reached"),
        pytest.param("-4.5", Figure("", 90.5, target=95.0), id="the distance left"),
        pytest.param("-0.20", Figure("", 1.45, target=1.25, low=True), id="lower is better"),
    ],
)
def test_a_figure_says_whether_its_target_is_reached(reached, figure):
    assert reached == figure.reached


def test_a_crosstab_is_in_a_hundred_of_each_row():
    cells = [("a", "x")] * 3 + [("a", "y")] + [("b", "y")]
    assert (("a", 4, 75.0, 25.0),) == crosstab("", "", cells, least=2).rows


def test_a_run_before_shows_what_has_changed():
    rows = figures_table((Figure("F1", 50.5), Figure("recall", 40.0)), {"F1": 50.0}).rows
    assert ["+0.50", "new"] == [row[-1] for row in rows]


def test_tables_align_words_left_and_numbers_right():
    table = Table("Title", ("name", "n"), (("a", 1), ("long", 100)))
    assert "Title\nname    n\na       1\nlong  100" == aligned(table)
