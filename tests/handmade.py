"""A timeline built by hand, and an engine that answers with it: what the tests of render, web and cli stand on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.dates import Period, When
from dateline.nlp import attempt
from dateline.pipeline import Step, call
from dateline.values import (
    Anchor,
    Anchored,
    Article,
    CleanText,
    Engine,
    Event,
    Grounded,
    Mention,
    Offsets,
    Participant,
    Publication,
    Span,
    Timeline,
    Timex,
    Warn,
)

ENGINE = Engine("dateline", "0.1.0", "handmade", "1.0")
TEXT = "🌉 The old bridge collapsed in March 2012. Officials plan repairs."


def span(words: str, text: str = TEXT) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def mention(trigger: str, sentence: str) -> Mention:
    """A past event."""
    return Mention(
        span=span(trigger), token=0, sentence=span(sentence), lemma=trigger, pos="VERB", kind="OCCURRENCE",
        tense="PAST", aspect="NONE", polarity="POS", modality=None, status="occurred", title=f"It {trigger}",
        family=trigger,
        participants=(Participant("The old bridge", "patient", None, span("The old bridge")),),
    )  # fmt: skip


MARCH = Grounded(
    Timex(span("March 2012"), "DATE", says=None, rule="month year"), "2012-03", When.of(Period.month(2012, 3)), "named"
)
COLLAPSED = Anchored(
    mention("collapsed", "The old bridge collapsed in March 2012."),
    MARCH.when,
    "explicit",
    MARCH,
    Anchor("publication", "2013-02-12"),
    "The words name the month.",
    0.91234,
)
PLANNED = Anchored(mention("plan", "Officials plan repairs."), None)


def event(name: str, anchored: Anchored, confidence: float) -> Event:
    """An event with one mention."""
    return Event(
        name, anchored.mention.title, anchored, (anchored,), "occurred", "occurrence", anchored.mention.participants,
        (), 0.5, confidence,
    )  # fmt: skip


TIMELINE = Timeline(
    article=Article(text=TEXT, published="2013-02-12", id="a1"),
    clean=CleanText(TEXT, (Span(0, len(TEXT)),), Offsets()),
    publication=Publication(date(2013, 2, 12), "printed", 0.9, "March 2012", span("March 2012")),
    events=(event("aaa", COLLAPSED, 0.91234),),
    undated=(event("bbb", PLANNED, 0.3),),
    expressions=(MARCH, replace(MARCH, when=None, value="PAST_REF")),
    mentions=(COLLAPSED, PLANNED),
    warnings=(Warn("made-by-hand", "By hand."),),
    engine=ENGINE,
)


class Fake:
    """An engine that runs ``work`` as its one stage and answers with the same timeline, about the article given."""

    engine = ENGINE

    def __init__(self, work: Callable[[Article], Any] = lambda article: None) -> None:
        self.work = work
        self.together: Callable[[Sequence[Article]], Any] = lambda articles: None
        self.articles: list[Article] = []

    def extract(self, article: Article, step: Step = call) -> Timeline:
        self.articles.append(article)
        step("clean", self.work, article)
        step("parse", lambda: None)
        return replace(TIMELINE, article=article)

    def extract_batch(
        self, articles: Sequence[Article], steps: Sequence[Step] = (), together: Step = call
    ) -> list[Timeline | Exception]:
        together("parse", self.together, articles)
        steps = steps or [call] * len(articles)
        return [attempt(self.extract, article, step) for article, step in zip(articles, steps, strict=True)]
