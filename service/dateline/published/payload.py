"""The stamps of the payload that the article came in: JSON of a newsroom system, a crawler or schema.org."""

from __future__ import annotations

from dateline.published.finding import Case, Finding, local_day


def stamped(case: Case) -> Finding | None:
    """The stamp that says when the article was published."""
    return _first(case, 0)


def made(case: Case) -> Finding | None:
    """The stamp that says when the item was first made: publication is that day or later."""
    return _first(case, -1)


def changed(case: Case) -> Finding | None:
    """The stamp that says when the article was changed: publication is that day or earlier."""
    return _first(case, 1)


def _first(case: Case, side: int) -> Finding | None:
    """The first stamp of that side that can be read."""
    for stamp in case.article.payload.stamps if case.article.payload else ():
        day = local_day(stamp.value, case.zone) if stamp.side == side else None
        if day is not None:
            return Finding(
                "payload",
                f"the payload's {stamp.at}",
                stamp.confidence,
                day,
                quote=stamp.value,
                side=side,
                compares=side != 0,
                pointer=stamp.at,
            )
    return None
