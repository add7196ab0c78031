"""Answers made by hand from gold, to score the scorers with: gold against itself must give a hundred."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.dates import Period, Unit, When
from dateline.values import (
    Anchored,
    Article,
    CleanText,
    Event,
    Grounded,
    Mention,
    Offsets,
    Publication,
    Span,
    Timeline,
    Timex,
)
from evaluation.answers import Answers
from evaluation.corpora import Document, Shared
from tests.handmade import ENGINE

SHARED = Shared(Path(__file__).resolve().parents[3] / "shared")
needs_corpora = pytest.mark.skipif(not SHARED.corpora.is_dir(), reason="the corpora are not beside the project")


def timeline(
    text: str,
    *,
    expressions: tuple[Grounded, ...] = (),
    mentions: tuple[Anchored, ...] = (),
    events: tuple[Event, ...] = (),
) -> Timeline:
    """A timeline of a text that needed no cleaning."""
    clean = CleanText(text, (Span(0, len(text)),), Offsets())
    return Timeline(Article(text=text), clean, Publication(None), events, (), expressions, mentions, (), ENGINE)


def expression(span: Span, type: str = "DATE", value: str = "1998-02-13", when: When | None = None) -> Grounded:
    """A grounded expression that says nothing but its value."""
    return Grounded(Timex(span, type, None, "by hand"), value, when, "")


def anchored(
    span: Span,
    when: When | None = None,
    *,
    kind: Any = "OCCURRENCE",
    tense: str = "PAST",
    status: Any = "occurred",
    **fields: Any,
) -> Anchored:
    """A mention and its time; ``fields`` are those of ``Anchored``."""
    said = (kind, tense, "NONE", "POS", None, status)
    return Anchored(Mention(span, 0, span, "", "VERB", *said, title="", family=""), when, **fields)


def event(mentions: tuple[Anchored, ...], confidence: float = 0.9, status: Any = "occurred") -> Event:
    """An event that bears the date of its first mention."""
    return Event("0", "", mentions[0], mentions, status, "occurrence", (), (), 1.0, confidence)


def answering(made: Callable[[Document], Timeline], documents: list[Document]) -> Answers:
    """Answers that make each document's timeline by hand."""
    known = {(document.text, document.published): document for document in documents}
    return Answers(lambda article: made(known[article.sent, str(article.published)]), progress=None)


def day(text: str) -> When:
    """One day."""
    return When.of(Period(Unit.DAY, date.fromisoformat(text)))


def when(edtf: str) -> When:
    """The time that an EDTF string of the gold names."""
    approximate = "~" in edtf
    if "/" in edtf:
        start, end = (None if half in {"", ".."} else _period(half) for half in edtf.replace("~", "").split("/"))
        return When(start, end, approximate=approximate)
    return When.of(_period(edtf.replace("~", "")), approximate=approximate)


def _period(text: str) -> Period:
    if text.endswith("XX"):
        return Period(Unit.CENTURY, date(int(text[:2]) * 100, 1, 1))
    year = int(text[:3]) * 10 if text[3] == "X" else int(text[:4])
    if len(text) == 10:
        return Period(Unit.DAY, date.fromisoformat(text))
    if len(text) == 7:
        part = int(text[5:])
        if part > 32:
            return Period.quarter(year, part - 32)
        return Period.season(year, part - 20) if part > 20 else Period.month(year, part)
    return Period(Unit.DECADE, date(year, 1, 1)) if text[3] == "X" else Period.year(year)
