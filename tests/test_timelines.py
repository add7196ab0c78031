"""Whole articles of our own: what happened, when, told how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from dateline import Article, Timeline, edtf

if TYPE_CHECKING:
    from dateline import Extractor

PUBLISHED = "2013-02-12"  # a Tuesday


@dataclass(frozen=True)
class Case:
    """A text, and events of its timeline: trigger → date and status; ``absent`` are words that date none."""

    text: str
    events: dict[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    published: str | None = PUBLISHED


def triggers(timeline: Timeline) -> dict[str, str]:
    """Each trigger of the timeline with its event's date and status."""
    text = timeline.clean.text
    return {
        mention.mention.span.of(text): f"{edtf(event.when)} {event.status}"
        for event in timeline.events
        for mention in event.mentions
        if event.when is not None
    }


CASES = {
    "a time in the clause dates its verb": Case(
        "Norway signed the treaty on 3 May 2011.", {"signed": "2011-05-03 occurred"}
    ),
    "a relative time is counted from publication": Case("The bank failed last month.", {"failed": "2013-01 occurred"}),
    "a possessive time dates its noun": Case(
        "Nobody was charged after January's explosion.", {"explosion": "2013-01 occurred"}
    ),
    "a noun and its light verb are one event": Case(
        "Talks were held in Geneva on Monday.", {"Talks": "2013-02-11 occurred", "held": "2013-02-11 occurred"}
    ),
    "two dates of one verb are two events": Case("The club won the cup in 1994 and 1998.", {"won": "1998 occurred"}),
    "two days in a row are one stretch": Case(
        "Elections were held on October 10 and 11.", {"held": "2012-10-10/2012-10-11 occurred"}
    ),
    "from one day through another is one stretch": Case(
        "The library closed April 27 through May 1, 2012.", {"closed": "2012-04-27/2012-05-01 occurred"}
    ),
    "a length of time that a date ends is the stretch": Case(
        "Sales fell 3 percent in the nine months through September 2012.", {"fell": "2012-01/2012-09 occurred"}
    ),
    "shortly before an hour is on its day": Case(
        "Police took the building shortly before 2 p.m. on Monday.", {"took": "2013-02-11 occurred"}
    ),
    "the first since a year is not of that year": Case(
        "The first talks since 2003 were held in Oslo on Monday.", {"talks": "2013-02-11 occurred"}
    ),
    "what is put off to a day has that day": Case(
        "Officials postponed the election until March 5.", {"election": "2013-03-05 planned"}
    ),
    "what does not happen until a day happens then": Case(
        "The museum will not open until 2015.", {"open": "2015 planned"}
    ),
    "since then opens the end of the date before it": Case(
        "The law took effect on 3 May 2012. Since then, three firms have closed.", {"closed": "2012-05-03/.. occurred"}
    ),
    "how old a thing is dates nothing": Case(
        "Police found a body near an 11th-century temple. It was attacked.",
        {"found": "2013-02-12 occurred"},
        ("attacked",),
    ),
    "since opens the end": Case("She has lived in Oslo since 2009.", {}),
    "by bounds it above": Case("The plant will close by 2015.", {"close": "../2015 planned"}),
    "from and to make one interval": Case(
        "He governed the province from 1990 to 1995.", {"governed": "1990/1995 occurred"}
    ),
    "what lies ahead is planned": Case("The trial opens next month.", {"opens": "2013-03 planned"}),
    "a present participle joins its verb": Case(
        "On Friday the dam collapsed, flooding two villages.",
        {"collapsed": "2013-02-08 occurred", "flooding": "2013-02-08 occurred"},
    ),
    "mere speech is no event": Case(
        "The mayor opened a park on Monday. She was tired, she said.", {}, absent=("said",)
    ),
    "what may happen is not shown": Case("The union could strike on Friday.", {}, absent=("strike",)),
    "the news itself is of the day of publication": Case(
        "A court in Lima has convicted a former minister.", {"convicted": "2013-02-12 occurred"}
    ),
    "with no publication date nothing is guessed": Case("The bank failed last month.", {}, ("failed",), published=None),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_timeline_holds_what_the_text_places_in_time(case: Case, extractor: Extractor) -> None:
    timeline = extractor.extract(Article(text=case.text, published=case.published))
    found = triggers(timeline)
    assert case.events == {word: found.get(word) for word in case.events}
    assert not set(case.absent) & set(found)


def test_two_mentions_of_one_happening_are_one_event(extractor: Extractor) -> None:
    text = "Troops invaded the island in March 2011. The invasion was condemned. The island's queen fled."
    timeline = extractor.extract(Article(text=text, published=PUBLISHED))
    invasion = next(event for event in timeline.events if event.title.startswith("Troops invaded"))
    assert ["invaded", "invasion"] == [each.mention.span.of(text) for each in invasion.mentions]


def test_a_noun_of_the_next_sentence_that_borrows_the_time_is_the_same_happening(extractor: Extractor) -> None:
    text = "The bank cut rates on Monday. The decision surprised traders."
    (event,) = extractor.extract(Article(text=text, published=PUBLISHED)).events
    assert {"cut", "decision"} <= {mention.mention.span.of(text) for mention in event.mentions}


def test_two_actors_with_times_of_their_own_are_two_happenings(extractor: Extractor) -> None:
    text = "France signed on Monday, and on Monday Spain refused."
    events = extractor.extract(Article(text=text, published=PUBLISHED)).events
    assert ["France signed", "Spain refused"] == [event.title for event in events]


def test_two_happenings_of_one_kind_stay_two_events(extractor: Extractor) -> None:
    text = "Peru elected a president in 2006. Chile elected a president in 2010."
    timeline = extractor.extract(Article(text=text, published=PUBLISHED))
    assert ["2006", "2010"] == [edtf(event.when) for event in timeline.events if event.when]


def test_events_stand_in_the_order_of_their_time(extractor: Extractor) -> None:
    text = "The bridge opened in 2004. It was planned in 1999. It closed on 4 May 2010."
    timeline = extractor.extract(Article(text=text, published=PUBLISHED))
    assert ["1999", "2004", "2010-05-04"] == [edtf(event.when) for event in timeline.events if event.when]


def test_the_same_article_gives_the_same_ids(extractor: Extractor) -> None:
    article = Article(text="The bridge opened in 2004 and fell on Monday.", published=PUBLISHED)
    first, second = (extractor.extract(article) for _ in range(2))
    assert [event.id for event in first.events] == [event.id for event in second.events]
    assert len({event.id for event in first.events}) == len(first.events) == 2


def test_a_time_open_at_its_start_stands_at_its_end(extractor: Extractor) -> None:
    text = "The plant opened in 2004. It will close by 2015. Work began in 1999."
    timeline = extractor.extract(Article(text=text, published=PUBLISHED))
    assert ["1999", "2004", "../2015"] == [event.when.edtf for event in timeline.events if event.when]


TELLERS = {
    "Police found a body near a temple": "Police found a body near an 11th-century temple on Monday.",
    "Museum will not open until 2015": "The museum will not open until 2015.",
    "Ada Brown and Ben Gray drank tea": (
        "Ada Brown and Ben Gray have met dozens of times. During their last meeting in January they drank tea."
    ),
    "Communist Party congress": "He is seeking a third term at a Communist Party congress next month.",
    "Troops invaded the island": "The invasion of March 2011 was brief. Troops invaded the island on 3 March 2011.",
}


@pytest.mark.parametrize(("title", "text"), TELLERS.items(), ids=TELLERS)
def test_an_event_is_told_by_a_mention_of_its_own_time(title: str, text: str, extractor: Extractor) -> None:
    timeline = extractor.extract(Article(text=text, published=PUBLISHED))
    assert title in [event.title for event in timeline.events]
