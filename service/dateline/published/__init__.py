"""Where the publication date comes from: one function a source, tried in the order of one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.published.address import copyright_line, link, url
from dateline.published.finding import Case, Finding, zone_of
from dateline.published.given import given
from dateline.published.markup import markup
from dateline.published.payload import changed, made, stamped
from dateline.published.printed import dateline, printed, stamp, updated
from dateline.values import Article, CleanText, Publication, Timex, Warn

__all__ = ["SOURCES", "infer"]

SOURCES: tuple[Callable[[Case], Finding | None], ...] = (
    given,
    stamped,
    markup,
    stamp,
    printed,
    dateline,
    url,
    made,
    changed,
    updated,
    link,
    copyright_line,
)
"""Best first: the first that tells a day decides; what the others tell is compared with it."""

UNKNOWN = Warn(
    "publication-date-unknown",
    "No publication date was given and the article tells none: times counted from it stay unresolved.",
)


def infer(article: Article, clean: CleanText, timexes: Sequence[Timex]) -> Publication:
    """The day of publication, where it was found, and what disagrees with it. Never a guess: the day may be None.

    Raises ``ArticleError`` naming ``published`` or ``timezone`` where these cannot be read.
    """
    case = Case(article, clean, tuple(timexes), zone_of(article))
    findings = [finding for source in SOURCES if (finding := source(case)) is not None]
    chosen = next((finding for finding in findings if finding.day is not None and not finding.compares), None)
    if chosen is None:
        return _unknown(findings)
    return Publication(
        day=chosen.day,
        source=chosen.source,
        confidence=chosen.confidence,
        quote=chosen.quote,
        evidence=chosen.evidence,
        warnings=_inferred(chosen) + _disagreements(chosen, findings),
        pointer=chosen.pointer,
    )


def _unknown(findings: list[Finding]) -> Publication:
    """No day; the first bound that was found, with its evidence."""
    bound = next((finding for finding in findings if finding.bound is not None), None)
    if bound is None:
        return Publication(day=None, warnings=(UNKNOWN,))
    return Publication(None, bound.source, 0.0, bound.quote, bound.evidence, bound.bound, (UNKNOWN,))


def _inferred(chosen: Finding) -> tuple[Warn, ...]:
    if chosen.source in {"given", "payload"}:
        return ()
    detail = f"No publication date was given; {chosen.day} was inferred from {chosen.words}."
    return (Warn("publication-date-inferred", detail),)


def _disagree(chosen: Finding, other: Finding) -> bool:
    """Whether the two cannot both be right. An article may well link to nothing new, and be updated much later."""
    if chosen.day is None:
        return False
    if other.day is not None:
        days = (other.day - chosen.day).days
        return days * other.side < 0 if other.side else days != 0
    return other.bound is not None and not other.bound.first <= chosen.day <= other.bound.last


def _disagreements(chosen: Finding, findings: list[Finding]) -> tuple[Warn, ...]:
    return tuple(
        Warn(
            "publication-date-disagreement",
            f"The publication date is {chosen.day} by {chosen.words}, but {other.said} by {other.words}.",
        )
        for other in findings
        if _disagree(chosen, other)
    )
