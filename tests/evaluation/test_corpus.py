"""The corpora of ours: both in one form, that of the guidelines, and as their page counts them."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from evaluation.annotated import ANNOTATION
from evaluation.corpora import key_module
from evaluation.invented import ARTICLES
from tests.evaluation.gold import SHARED, needs_corpora


@pytest.fixture(scope="module", params=[ANNOTATION, ARTICLES], ids=lambda path: path.stem)
def rows(request):
    """The lines of one corpus."""
    return [json.loads(line) for line in request.param.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def events(rows):
    """Its events."""
    return [event for row in rows for event in row["events"]]


def test_each_article_is_annotated_once_in_order_of_names(rows):
    names = [row["doc"] for row in rows]
    assert sorted(set(names)) == names


@pytest.mark.parametrize(
    ("values", "field"),
    [
        pytest.param({1, 2, 3}, "salience", id="salience"),
        pytest.param({"explicit", "relative", "narrative", "implicit"}, "basis", id="basis"),
        pytest.param({"occurred", "ongoing", "planned", "negated"}, "modality", id="modality"),
    ],
)
def test_a_field_has_the_values_of_the_guidelines(values, field, events):
    assert values == {event[field] for event in events}


def test_every_event_has_a_trigger(events):
    assert [] == [event["title"] for event in events if not event["triggers"]]


@needs_corpora
def test_every_date_is_one_that_the_scorer_reads(rows):
    same = key_module(SHARED, "edtf_bounds").same
    dates = [
        (row["doc"], date) for row in rows for event in row["events"] for date in [event["when"], *event["accept"]]
    ]
    assert [] == [(name, date) for name, date in dates if not same(date, date)]


def test_the_page_counts_what_is_there(rows, events):
    page = (ANNOTATION.parent / "README.md").read_text(encoding="utf-8")
    assert [] == [row for row in _counted(rows, events) if row not in page]


def _counted(rows, events):
    """The rows of the page's table of counts."""
    triggers = sum(len(event["triggers"]) for event in events)
    yield f"| documents | {len(rows):,} |"
    yield f"| events | {len(events):,} |"
    yield f"| triggers | {triggers:,} |"
    for field in ("salience", "basis", "modality"):
        tally = Counter(event[field] for event in events)
        said = "; ".join(f"{value}: {count:,}" for value, count in sorted(tally.items(), key=lambda each: -each[1]))
        yield f"| {field} | {said} |"
