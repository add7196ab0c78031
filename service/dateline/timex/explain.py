"""The derivation of a phrase, for people."""

from __future__ import annotations

from datetime import date

from dateline.dates.edtf import edtf
from dateline.timex.ground import ground
from dateline.timex.recognise import recognise
from dateline.values import CleanText, Grounded, Offsets, Publication, Span


def readings(phrase: str, published: date | None = None) -> tuple[Grounded, ...]:
    """The expressions of a plain text and what they mean, without a parse."""
    clean = CleanText(phrase, (Span(0, len(phrase)),), Offsets())
    return ground(recognise(None, clean), Publication(published), clean)


def explain(phrase: str, published: date | None = None) -> str:
    """Rule by rule how a phrase is read: what each says, what the whole means, and why. Needs no model."""
    found = readings(phrase, published)
    return "\n\n".join(_derivation(grounded, phrase) for grounded in found) or "No time expression."


def _derivation(grounded: Grounded, phrase: str) -> str:
    timex = grounded.timex
    lines = [f"{timex.span.of(phrase)}  {timex.type}"]
    lines += [f"  {words!r} by rule {rule!r} says {says}" for rule, words, says in timex.steps]
    meaning = edtf(grounded.when) if grounded.when else "no stretch of the calendar"
    lines += [f"  means {meaning} (TIMEX3 {grounded.value})", f"  because {grounded.because}"]
    return "\n".join(lines)
