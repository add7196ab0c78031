"""Timelines made by hand for the tests of formats: every sort of time, and articles that mean harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from dateline.dates import Clock, Part, Period, Unit, When
from dateline.values import Anchored, Article, CleanText, Event, Grounded, Offsets, Participant, Span, Timeline, Timex
from tests.handmade import COLLAPSED, PLANNED, TIMELINE, event

DAY = When.of(Period.day(2013, 3, 1))
MONTH = When.of(Period.month(2012, 2))
YEAR = When.of(Period.year(2010))
EARLY_YEAR = When.of(Period.year(2010), part=Part.EARLY)
ABOUT_DAY = When.of(Period.day(2013, 3, 1), approximate=True)
DECADE = When.of(Period(Unit.DECADE, date(1990, 1, 1)))
SPRING = When.of(Period.season(2013, 1))
QUARTER = When.of(Period.quarter(2013, 4))
WEEK = When.of(Period(Unit.WEEK, date(2013, 2, 11)))
DAYS = When(Period.day(2013, 2, 27), Period.day(2013, 3, 1))
DAY_TO_MONTH = When(Period.day(2013, 2, 27), Period.month(2013, 4))
SINCE_DAY = When(Period.day(2012, 2, 24), None)
SINCE_YEAR = When(Period.year(2012), None)
UNTIL_MONTH = When(None, Period.month(2012, 3))
AT = replace(DAY, clock=Clock(10, 30, zone="+02"))
HOUR = replace(DAY, clock=Clock(9))
MIDNIGHT = replace(DAY, clock=Clock(24, 0))
MORNING = replace(DAY, clock=Clock(part="MO"))
OLD = When.of(Period.year(476))
END_OF_TIME = When.of(Period.year(9999))

TIMES = (
    DAY, MONTH, YEAR, EARLY_YEAR, ABOUT_DAY, DECADE, SPRING, QUARTER, WEEK, DAYS, DAY_TO_MONTH, SINCE_DAY, SINCE_YEAR,
    UNTIL_MONTH, AT, HOUR, MIDNIGHT, MORNING, OLD, END_OF_TIME,
)  # fmt: skip


def dated(*times: When | None, status: str = "occurred") -> Timeline:
    """A timeline of one event for each time."""
    events = (
        replace(event(f"e{number}", replace(COLLAPSED, when=when), 0.9), status=status)
        for number, when in enumerate(times)
    )
    return replace(TIMELINE, events=tuple(events), undated=())


EMPTY = replace(TIMELINE, events=(), undated=(), expressions=(), mentions=())

HOSTILE = (
    "<script>alert(1)</script>",
    "</TEXT></TimeML><!-- ]]> <![CDATA[ &amp; &#0; &lt;b&gt;",
    '" onmouseover="alert(1)',
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    "BEGIN:VEVENT\r\nSUMMARY:injected\r\nEND:VEVENT\r\n",
    "a,b;c\\n:d\nEND:VCALENDAR",
    "nul \x00 bell \x07 escape \x1b delete \x7f next line \x85",
    "\u202etxt.exe\u202c \u2066left\u2069",
    "الجسر انهار في مارس",
    "👩‍👩‍👧 🌉 e\u0301 ﬁ",
    "half \ud83d of a pair \udc00",
    "\ufffe\uffff",
    "line \u2028 and paragraph \u2029",
    "# heading\n- item\n1. one\n> quote\n```\ncode\n~~~",
    "[a](javascript:alert(1)) ![b](http://evil.example/x.png) <http://evil.example> www.evil.example **b** _c_ `d`",
    "http://evil.example/ https://evil.example me@evil.example",
    "| a | b |\n|---|---|",
    "long " + "x" * 200,
    "é" * 80,
)

texts = st.text(st.characters(), min_size=1, max_size=60).filter(str.strip)
"""Any text, lone surrogates too."""


def about(words: str, when: When | None = MONTH) -> Timeline:
    """An article of these words alone: title, sentence, quote, names, id and reason are all of them."""
    span = Span(0, len(words))
    person = Participant(words, "agent", "PERSON", span)
    place = Participant(words, "place", "GPE", span)
    mention = replace(
        COLLAPSED.mention, span=span, sentence=span, lemma=words, title=words, participants=(person,), modality=words
    )
    timex = Timex(span, "DATE", says=None, rule="r", quant=words, freq=words)
    grounded = Grounded(timex, words, when, words)
    anchored = Anchored(mention, when, "explicit", grounded, None, words, 0.5)
    happening = Event("aaa", words, anchored, (anchored,), "alleged", "occurrence", (person,), (place,), 0.5, 0.5)
    return replace(
        TIMELINE,
        article=Article(text=words, title=words, id=words, url=words),
        clean=CleanText(words, (span,), Offsets()),
        events=(happening,) if when else (),
        undated=() if when else (happening,),
        expressions=(grounded,),
        mentions=(anchored, replace(PLANNED, mention=mention)),
    )
