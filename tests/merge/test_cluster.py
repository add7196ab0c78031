"""Which mentions are gathered as one happening."""

from __future__ import annotations

from dataclasses import replace

from dateline.dates import Period, When
from dateline.merge.cluster import gather
from dateline.values import Anchored, Span
from tests.handmade import COLLAPSED

JANUARY = When.of(Period.month(2012, 1))
ABOUT_JANUARY = When.of(Period.month(2012, 1), approximate=True)
FIRST, SECOND = Span(0, 50), Span(51, 90)


def told(word: str, sentence: Span, start: int, way: str, when: When, worth: float) -> Anchored:
    """A mention of a word, its family's name, that nobody takes part in."""
    mention = replace(
        COLLAPSED.mention, lemma=word, family=word, sentence=sentence, span=Span(start, start + 1), token=start,
        participants=(),
    )  # fmt: skip
    return replace(COLLAPSED, mention=mention, when=when, way=way, worth=worth)


def test_what_borrows_a_time_in_its_sentence_stays_with_it_when_the_happening_is_told_better_elsewhere() -> None:
    raid = told("raid", FIRST, 40, "direct", JANUARY, 0.6)
    again = told("raid", SECOND, 60, "direct", ABOUT_JANUARY, 0.9)
    trip = told("trip", FIRST, 20, "sentence", JANUARY, 0.5)
    (cluster,) = gather([raid, again, trip], [])
    assert (again, {"raid", "trip"}) == (cluster.best, {one.mention.lemma for one in cluster.members})


def test_what_has_that_time_of_its_own_is_another_happening() -> None:
    raid = told("raid", FIRST, 40, "direct", JANUARY, 0.6)
    again = told("raid", SECOND, 60, "direct", ABOUT_JANUARY, 0.9)
    trip = told("trip", FIRST, 20, "direct", JANUARY, 0.5)
    assert 2 == len(gather([raid, again, trip], []))
