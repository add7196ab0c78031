"""Times counted from an event, and events whose distance from another is all that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import Article, edtf

if TYPE_CHECKING:
    from dateline import Extractor
    from dateline.values import Anchored, Timeline

PUBLISHED = "2013-02-12"  # a Tuesday
CRASH = "The bus crashed on 4 May 2012. "


def read(extractor: Extractor, text: str) -> Timeline:
    return extractor.extract(Article(text=text, published=PUBLISHED))


def mention(timeline: Timeline, word: str) -> Anchored:
    """The last mention of a word."""
    return [one for one in timeline.mentions if one.mention.span.of(timeline.clean.text) == word][-1]


def date_of(timeline: Timeline, word: str) -> str | None:
    when = mention(timeline, word).when
    return None if when is None else edtf(when)


FROM_AN_EVENT = {
    "so long after it": ("2012-05-06", CRASH + "Two days after the crash, the minister resigned.", "resigned"),
    "so long before it": ("2012-05-03", CRASH + "A day before the crash, inspectors stopped the bus.", "stopped"),
    "in whole months": ("2012-07", CRASH + "The firm closed two months after the crash.", "closed"),
    "in hours": ("2012-05-04", CRASH + "Three hours after the crash, divers arrived.", "arrived"),
    "the day after it": ("2012-05-05", CRASH + "The minister resigned the day after the crash.", "resigned"),
    "the day of it": ("2012-05-04", CRASH + "The minister resigned on the day of the crash.", "resigned"),
    "the morning of it": ("2012-05-04", CRASH + "The mechanic called in sick on the morning of the crash.", "called"),
    "all the days after it": (
        "2012-05-04/2012-05-18",
        CRASH + "In the two weeks after the crash, five drivers resigned.",
        "resigned",
    ),
    "nobody knows how many": (
        "2012-05-05~/2012-05-14~",
        CRASH + "The minister resigned days after the crash.",
        "resigned",
    ),
    "of a month": ("2012-05~", "The bus crashed in May 2012. The minister resigned days after the crash.", "resigned"),
    "an event with a date of its own": (
        "2012-05-10~",
        "The minister resigned a week after the crash of 3 May 2012.",
        "resigned",
    ),
}


@pytest.mark.parametrize(("date", "text", "word"), FROM_AN_EVENT.values(), ids=FROM_AN_EVENT)
def test_a_time_is_counted_from_an_event_of_known_time(date: str, text: str, word: str, extractor: Extractor) -> None:
    timeline = read(extractor, text)
    assert (date, "event") == (date_of(timeline, word), mention(timeline, word).basis)


FROM_WHAT_FOLLOWED = {
    "a date that it explains": (
        "2012-03-03",
        "narrative",
        "He died on 5 March 2012, two days after the dam collapsed.",
    ),
    "a month": ("2012-01", "narrative", "He died in March 2012, two months after the dam collapsed."),
    "what came before": ("2012-03-08", "narrative", "He quit on 5 March 2012, three days before the dam collapsed."),
    "a date in front": ("2012-03-03", "narrative", "On 5 March 2012, two days after the dam collapsed, he died."),
    "a year": ("2007", "narrative", "In March 2012, five years after the dam collapsed, he died."),
    "what happened then": ("2012-03-03", "event", "On 5 March 2012 he died two days after the dam collapsed."),
    "the news": ("2008", "event", "The verdict comes five years after the dam collapsed."),
}


@pytest.mark.parametrize(("date", "basis", "text"), FROM_WHAT_FOLLOWED.values(), ids=FROM_WHAT_FOLLOWED)
def test_an_event_is_counted_back_from_what_is_told_to_follow_it(
    date: str, basis: str, text: str, extractor: Extractor
) -> None:
    timeline = read(extractor, text)
    assert (date, basis) == (date_of(timeline, "collapsed"), mention(timeline, "collapsed").basis)


def test_what_follows_keeps_the_date_that_stands_before_the_words(extractor: Extractor) -> None:
    timeline = read(extractor, "The deal was put off on 28 March 2012, a day after drones were found on a beach.")
    assert ("2012-03-28", "2012-03-27") == (date_of(timeline, "put"), date_of(timeline, "found"))


def test_what_explains_a_date_is_counted_from_it(extractor: Extractor) -> None:
    timeline = read(
        extractor, "The case stems from a contract awarded in November 1997, six months before the last vote."
    )
    one = mention(timeline, "vote")
    assert ("1998-05", "timex") == (date_of(timeline, "vote"), one.anchor.kind if one.anchor else None)
    assert one.because == '"six months" counted from 1997-11 in the text'


def test_the_reason_names_the_event_that_it_was_counted_from(extractor: Extractor) -> None:
    timeline = read(extractor, CRASH + "Two days after the crash, the minister resigned.")
    one = mention(timeline, "resigned")
    assert one.anchor is not None
    assert ("event", "2012-05-04") == (one.anchor.kind, one.anchor.value)
    assert one.because == '"Two days" counted from "crash", 2012-05-04'
    assert timeline.clean.text[slice(*one.anchor.span or ())] == "crash"


def test_the_expression_itself_says_what_it_means(extractor: Extractor) -> None:
    timeline = read(extractor, CRASH + "He resigned the day after the crash. Two days after the crash she left.")
    assert [("2012-05-04", "DATE"), ("2012-05-05", "DATE"), ("P2D", "DURATION")] == [
        (one.value, one.timex.type) for one in timeline.expressions
    ]
    assert ["2012-05-04", "2012-05-05", "2012-05-06"] == [edtf(one.when) for one in timeline.expressions if one.when]


UNKNOWN = {
    "of an event that nobody dates": "The minister resigned two days after the party.",
    "of another event of that name": CRASH + "He left two days after a crash of his own car.",
    "what would be still to come": "A bus crashed on New Year's Day. Two months after the crash, its driver was found.",
    "how long something took": "He died on 5 March 2012 after two days.",
}


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_otherwise_a_length_of_time_stays_one(text: str, extractor: Extractor) -> None:
    timeline = read(extractor, text)
    assert [None] == [one.when for one in timeline.expressions if one.timex.type == "DURATION"]
    assert "event" not in {one.basis for one in timeline.mentions}


def test_without_a_day_of_publication_nothing_is_counted_from_it(extractor: Extractor) -> None:
    article = Article(text="The verdict comes five years after the dam collapsed.")
    assert [None] == [one.when for one in extractor.extract(article).mentions if one.mention.lemma == "collapse"]
