"""What the words mean: the only place where a reading is chosen.

Expressions are read left to right; each may move the focus, the date last spoken of, from which "the next day" and
"a year earlier" are counted. Nothing here looks at a clock: without a publication date, and without a date in the text
to count from, a relative expression stays unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.dates.period import Period, Unit
from dateline.dates.say import (
    Amount,
    At,
    Figures,
    Lasting,
    Nth,
    Origin,
    Partial,
    Portion,
    Ref,
    Run,
    Say,
    Shift,
    Step,
    unit_of,
    written,
)
from dateline.timex.calendar import Order, order_in
from dateline.timex.lending import lend
from dateline.timex.reading import compares, mean
from dateline.timex.scene import Focus, Meaning, Scene
from dateline.values import Anchor, CleanText, Grounded, Publication, Timex

_RUNNING = {Unit.WEEK, Unit.MONTH, Unit.YEAR}
_SO_FAR = tuple((Amount(months, Unit.MONTH),) for months in (6, 9))


def ground(timexes: Sequence[Timex], publication: Publication, clean: CleanText) -> tuple[Grounded, ...]:
    """What each expression means, in order: one fold over the text, carrying the focus.

    ``PRESENT_REF`` has the publication day as its stretch of days; ``PAST_REF``, ``FUTURE_REF``, plain durations and
    sets have none.
    """
    order, told = _order(timexes)
    focus: Focus | None = None
    done: list[Grounded] = []
    for timex in lend(timexes, clean.text):
        scene = Scene(publication.day, focus, order, timex.tense, timex.span.start, told)
        focus, grounded = step(scene, timex, clean)
        done.append(grounded)
    return tuple(done)


def step(scene: Scene, timex: Timex, clean: CleanText) -> tuple[Focus | None, Grounded]:
    """One expression read, and the focus after it."""
    says = _awaited(timex.says) if scene.tense == "future" else timex.says
    meaning = _length(timex, mean(says, scene), scene)
    words = " ".join(timex.span.of(clean.text).split())
    because = f'"{words}" {meaning.because}'.rstrip()
    grounded = Grounded(timex, meaning.value, meaning.when, because, meaning.anchor, meaning.warnings)
    return _moved(scene.focus, timex, meaning), grounded


def _awaited(says: Say) -> Say:
    """After "will" the year is the running one, whatever was spoken of: it will open by the end of the year."""
    if isinstance(says, Portion):
        return replace(says, of=_awaited(says.of))
    if isinstance(says, Step) and says.count == 0 and says.origin is Origin.FOCUS and says.unit in _RUNNING:
        return replace(says, origin=Origin.PUBLICATION)
    return says


def _length(timex: Timex, meaning: Meaning, scene: Scene) -> Meaning:
    """A length of time that may lead to a day: "in three days" does after "will", not in "the first in three days"."""
    if timex.type != "DURATION" or not isinstance(timex.says, Shift):
        return meaning
    value = written(timex.says.amounts)
    if scene.tense == "future":
        return replace(meaning, value=value)
    return Meaning(value, because="is a length of time")


def counted(each: Grounded, sign: int, lasting: bool, period: Period, anchor: Anchor, because: str) -> Grounded | None:
    """The expression counted on (1) or back (-1) from what happened in a period, as one date or, ``lasting``, as all
    the time between; None for what counts nothing."""
    says = _from_focus(each.timex.says, sign, lasting)
    if says is None:
        return None
    assert anchor.span is not None
    if unit_of(says) is Unit.YEAR and period.unit > Unit.DAY:
        period = Period.containing(period.first, Unit.YEAR)  # five years after a month is no month
    meaning = mean(says, Scene(None, Focus(period, anchor.span), "DMY"))
    if meaning.when is None:
        return None
    value = each.value if each.timex.type == "DURATION" else meaning.value
    return replace(each, value=value, when=meaning.when, because=because, anchor=anchor)


def _from_focus(says: Say, sign: int, lasting: bool) -> Say | None:
    """What is counted from an event, or only a length of time, as counted from the date last spoken of."""
    match says:
        case Lasting(amounts):
            return Run(amounts, sign, Origin.FOCUS) if lasting else Shift(amounts, sign, Origin.FOCUS)
        case Portion(of=of):
            inner = _from_focus(of, sign, lasting)
            return None if inner is None else replace(says, of=inner)
        case At(day=day) if day is not None:
            inner = _from_focus(day, sign, lasting)
            return None if inner is None else replace(says, day=inner)
        case Shift(amounts=amounts, origin=Origin.EVENT):
            return Run(amounts, sign, Origin.FOCUS) if lasting else Shift(amounts, sign, Origin.FOCUS)
        case Step(origin=Origin.EVENT):
            return replace(says, origin=Origin.FOCUS)
        case _:
            return None


def _moved(focus: Focus | None, timex: Timex, meaning: Meaning) -> Focus | None:
    """The focus moves to every date that names a period of the calendar, decades and longer apart."""
    period = meaning.period
    if focus is not None and focus.quarter is not None and _to_date(timex.says):
        return focus.then(Period.containing(focus.quarter.first, Unit.YEAR), timex.span, None)
    if period is None or timex.type not in {"DATE", "TIME"} or period.unit > Unit.YEAR or isinstance(timex.says, Ref):
        return focus
    if _compared(timex.says):
        return focus
    quarter = focus.quarter if focus else None
    if _reports(timex.says, period, meaning.anchor) and (quarter is None or quarter.first < period.first):
        quarter = period
    return focus.then(period, timex.span, quarter) if focus else Focus(period, timex.span, quarter)


def _compared(says: Say) -> bool:
    """Whether a time is only what a report compares with: a year earlier, the 1988 period."""
    return (isinstance(says, Shift) and compares(says)) or (isinstance(says, Nth) and says.n == 0)


def _to_date(says: Say) -> bool:
    """Whether a length of time is the year so far of a report: the nine months, the first six months."""
    return isinstance(says, Lasting) and says.amounts in _SO_FAR


def _reports(says: Say, period: Period, anchor: Anchor | None) -> bool:
    """Whether a quarter is one that the story reports on: told by its end, or without its year and over by now."""
    if isinstance(says, Step) and says.unit is Unit.QUARTER and isinstance(says.origin, Shift):
        return True
    said = isinstance(says, Partial) and says.quarter is not None and says.year is None
    return said and anchor is not None and period.last.isoformat() < anchor.value


def _order(timexes: Sequence[Timex]) -> tuple[Order, bool]:
    """The order of this document's numeric dates, and whether anything tells it.

    Their own evidence comes first, then that of the dates in words; with neither, the day is taken to lead.
    """
    figures = tuple(timex.says.text for timex in timexes if isinstance(timex.says, Figures))
    month_first = sum(timex.rule.startswith("month day") for timex in timexes)
    day_first = sum(timex.rule.startswith("day month") for timex in timexes)
    told = order_in(figures, "DMY") == order_in(figures, "MDY") or month_first != day_first
    return order_in(figures, "MDY" if month_first > day_first else "DMY"), told
