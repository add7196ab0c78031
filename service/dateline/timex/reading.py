"""What each kind of saying means, against a scene."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dateline.dates import holidays, operators, timex3
from dateline.dates.period import Period, Unit, add, nth_weekday
from dateline.dates.say import (
    Amount,
    At,
    Every,
    Figures,
    Lasting,
    Nth,
    Origin,
    Partial,
    Portion,
    Range,
    Ref,
    Run,
    Say,
    Seek,
    Shift,
    Step,
    Then,
    Within,
    unit_of,
    written,
)
from dateline.dates.when import When
from dateline.timex.calendar import read_complete
from dateline.timex.choice import choose, this, weekend
from dateline.timex.scene import Meaning, Scene
from dateline.values import Anchor, Warn

_TWO_DIGITS = 2
_HALF_WEEK = timedelta(days=3)
"""A week belongs to the month that holds its Thursday."""
_UNTOLD = {Unit.MONTH: "-XX", Unit.YEAR: "-XX-XX"}
"""How TIMEX3 writes some day of a month or year: that same day, in March."""
_FEW = (1, 10)
"""How many an untold number is taken to be, at least and at most."""


def mean(say: Say, scene: Scene) -> Meaning:
    """The reading of what is said; a value with X's and no stretch of days where nothing tells."""
    try:
        return _READERS[type(say)](say, scene)
    except (OverflowError, ValueError):
        if isinstance(say, Shift):
            return Meaning("PAST_REF" if say.sign < 0 else "FUTURE_REF", because="lies outside the calendar")
        return Meaning(timex3.UNKNOWN.get(unit_of(say), "XXXX"), because="lies outside the calendar")


def _unknown(say: Say) -> Meaning:
    value = str(say) if isinstance(say, Partial) else timex3.UNKNOWN.get(unit_of(say), "XXXX")
    return Meaning(value, because="counts from a day that nothing tells")


def _found(period: Period, because: str, anchor: Anchor | None = None) -> Meaning:
    return Meaning(timex3.of_period(period), When.of(period), anchor, because)


def _origin(
    origin: Origin | Say, scene: Scene, unit: Unit = Unit.YEAR, sign: int = -1
) -> tuple[Period, Anchor, str] | None:
    """The period that so many of a unit are counted from, as an anchor and in words; of several days the last where
    counting goes on (1)."""
    if isinstance(origin, Origin):
        if origin is Origin.FOCUS and (focus := scene.spoken_of(unit)) is not None:
            anchor = focus.anchor
            return focus.period, anchor, f"counted from {anchor.value} in the text"
        return _publication(scene)
    meaning = mean(origin, scene)
    if meaning.when is None:
        return None
    end = meaning.when.end_for(sign)
    return None if end is None else (end, Anchor("timex", meaning.value), f"counted from {meaning.value}")


def _publication(scene: Scene) -> tuple[Period, Anchor, str] | None:
    if scene.published is None:
        return None
    value = scene.published.isoformat()
    return Period(Unit.DAY, scene.published), Anchor("publication", value), f"counted from the publication date {value}"


def _partial(say: Partial, scene: Scene) -> Meaning:
    if say.year is not None or (say.decade or 0) > 9 or say.century is not None:
        period = operators.complete(say)
        if period is None:
            return _impossible(say) if say.holiday is None else _unreckoned(Period.year(say.year or 1))
        return _feast(say, replace(_found(period, "is a complete date"), warnings=_contradiction(say, period)))
    base = scene.base
    period = choose(say, base, scene) if base is not None else None
    if period is None:
        return _impossible(say) if base is not None and say.holiday is None else _unknown(say)
    origin = _publication(scene) or _origin(Origin.FOCUS, scene)
    anchor = origin[1] if origin else None
    side = "the publication date" if scene.published else "the date before it"
    meaning = _found(period, f"read as {timex3.of_period(period)}, placed by {side} {base}", anchor)
    century = (_two_digits(say),) if say.short_year is not None else ()
    return _feast(say, replace(meaning, warnings=(*_contradiction(say, period), *century)))


def _feast(say: Partial, meaning: Meaning) -> Meaning:
    """A named day with all its days, where it has several, and its doubt, where a moon must be seen."""
    if say.holiday is None or meaning.period is None:
        return meaning
    first = meaning.period
    last = Period(Unit.DAY, holidays.last_day(say.holiday, first.first))
    value = meaning.value if first == last else f"{meaning.value}/{timex3.of_period(last)}"
    return replace(meaning, value=value, when=When(first, last, approximate=say.holiday in holidays.SIGHTED))


def _unreckoned(year: Period) -> Meaning:
    because = "is a feast in a year that its calendar is not reckoned for"
    return Meaning(timex3.of_period(year) + _UNTOLD[Unit.YEAR], When.of(year), because=because)


def _impossible(say: Partial) -> Meaning:
    warning = Warn("impossible-date", f"The calendar has no {say}.")
    return Meaning(str(say), because="is no day of the calendar", warnings=(warning,))


def _contradiction(say: Partial, period: Period) -> tuple[Warn, ...]:
    if say.weekday is None or period.unit is not Unit.DAY or period.first.weekday() == say.weekday:
        return ()
    return (Warn("weekday-contradicts-date", f"{period.first.isoformat()} is a {period.first:%A}."),)


def _figures(say: Figures, scene: Scene) -> Meaning:
    period = read_complete(say.text, scene.order)
    if period is None:
        warning = Warn("impossible-date", f"The calendar has no {say}.")
        return Meaning("XXXX-XX-XX", because="is no day of the calendar", warnings=(warning,))
    first = "day" if scene.order == "DMY" else "month"
    meaning = _found(period, f"read as {timex3.of_period(period)}, the {first} first")
    return replace(meaning, warnings=_doubts(say, scene))


def _doubts(say: Figures, scene: Scene) -> tuple[Warn, ...]:
    """What is uncertain about a date in figures: which number is the day, and the century."""
    first, second, year = re.split("[-/.]", say.text)[:3]
    warnings = []
    if not scene.order_told and first != second:
        warnings.append(Warn("ambiguous-date-order", f"Nothing tells which number of {say} is the day."))
    if len(year) == _TWO_DIGITS:
        warnings.append(_two_digits(say))
    return tuple(warnings)


def _two_digits(say: Say) -> Warn:
    return Warn("two-digit-year", f"The century of {say} is not said.")


def _step(say: Step, scene: Scene) -> Meaning:
    if say.origin is Origin.EVENT:
        return _unknown(say)
    if _is_reported(say) and scene.focus and scene.focus.quarter:
        quarter = scene.focus.quarter
        return _found(
            quarter, "is the quarter last spoken of", Anchor("timex", timex3.of_period(quarter), scene.focus.span)
        )
    origin = _origin(say.origin, scene, say.unit if say.count else Unit.YEAR)
    if origin is None:
        return _unknown(say)
    period, anchor, because = origin
    if say.unit is Unit.QUARTER and say.count == 0 and say.origin is Origin.FOCUS:
        published = _publication(scene)
        period, anchor, because = published or origin
        return _found(Period.containing(period.first, Unit.QUARTER).shift(-1), because, anchor)
    if say.unit is Unit.WEEKEND and say.count == 0 and isinstance(say.origin, Origin):
        return _found(_weekend(say, scene.published or period.first, scene.tense), because, anchor)
    if say.origin is Origin.FOCUS and say.count == 0 and say.unit is Unit.DAY and period.unit in _UNTOLD:
        return Meaning(timex3.of_period(period) + _UNTOLD[period.unit], When.of(period), anchor, because)
    cell = Period.containing(period.first, say.unit)
    return _found(cell.shift(say.count), because, anchor)


def _is_reported(say: Step) -> bool:
    """Whether it may be the quarter of a report: the quarter, the quarter ended July 31."""
    return say.unit is Unit.QUARTER and say.count == 0 and (say.origin is Origin.FOCUS or isinstance(say.origin, Shift))


def _weekend(say: Step, day: date, tense: str | None) -> Period:
    """The weekend is the one just over, this weekend the coming one, unless the tense tells."""
    coming = tense == "future" or (say.origin is Origin.PUBLICATION and tense != "past")
    return weekend(day, "future" if coming else "past")


def _shift(say: Shift, scene: Scene) -> Meaning:
    origin = _origin(say.origin, scene, sign=say.sign)
    if origin is None or say.origin is Origin.EVENT:
        return _unknown(say)
    if say.origin is Origin.FOCUS and scene.focus is None and say.sign > 0 and scene.tense == "past":
        return _unknown(say)
    period, anchor, because = origin
    if compares(say) and scene.focus is not None and scene.focus.quarter is not None:
        quarter = scene.focus.quarter
        anchor = Anchor("timex", timex3.of_period(quarter), scene.focus.span)
        return _found(quarter.shift(-4), f"counted from {anchor.value}, the quarter last spoken of", anchor)
    if any(amount.count is None for amount in say.amounts):
        return _vaguely(say, period, anchor, because)
    if say.origin is Origin.FOCUS and _is_inside(say, period):
        return _found(period, because, anchor)
    day, unit = _moved(period.first, say.amounts, say.sign), _grain(say, period)
    found = _found(Period.containing(day, unit), because, anchor)
    if unit is Unit.WEEK and period.unit is Unit.DAY:  # TIMEX3 has the week; weeks are counted from day to day
        return replace(found, when=When.of(Period(Unit.DAY, day), approximate=True))
    return found


def _grain(say: Shift, period: Period) -> Unit:
    """How fine the answer is: never finer than what was spoken of, and a year after a part of a year is that part."""
    if not isinstance(say.origin, Origin):
        return period.unit
    unit = min(max(say.unit, Unit.DAY), Unit.YEAR)
    compared = unit is Unit.YEAR and period.unit in {Unit.QUARTER, Unit.HALF, Unit.MONTH, Unit.SEASON}
    return period.unit if say.origin is Origin.FOCUS and (compared or _is_finer(unit, period)) else unit


def _is_finer(unit: Unit, period: Period) -> bool:
    """Whether a unit is too fine to be counted from a month or longer."""
    return unit < period.unit <= Unit.YEAR and period.unit > Unit.WEEK


def _is_inside(say: Shift, period: Period) -> bool:
    """Whether so long before or after some day of a month or longer is likely still inside it: days after a May."""
    return _is_finer(say.unit, period) and _moved(period.first, say.amounts, 1) <= period.last


def compares(say: Shift) -> bool:
    """ "A year ago", "a year earlier": in a report on a quarter, the same quarter of the year before."""
    return say.sign < 0 and say.amounts == (Amount(1, Unit.YEAR),) and isinstance(say.origin, Origin)


def _moved(day: date, amounts: tuple[Amount, ...], sign: int) -> date:
    """``day`` moved by amounts; half units of a month or longer as months, shorter ones as days."""
    for amount in amounts:
        count, months = amount.count or 0, amount.unit.months
        if months is not None:
            day = add(day, sign * round(count * months), Unit.MONTH)
        else:
            day = add(day, sign * round(count * (amount.unit.days or 0)), Unit.DAY)
    return day


def _vaguely(say: Shift, period: Period, anchor: Anchor, because: str) -> Meaning:
    """Days, weeks, years before or after: one to ten of them, and approximate at that; of a month, also within it."""
    few = tuple(tuple(replace(amount, count=n) for amount in say.amounts) for n in _FEW)
    if period.unit > Unit.DAY:
        near = period.first if say.sign > 0 else period.last
        start, end = period, Period.containing(_moved(near, few[1], say.sign), period.unit)
    else:
        start, end = (Period(Unit.DAY, _moved(period.first, each, say.sign)) for each in few)
    start, end = (start, end) if say.sign > 0 else (end, start)
    value = "PAST_REF" if say.sign < 0 else "FUTURE_REF" if say.origin is Origin.PUBLICATION else written(say.amounts)
    return Meaning(value, When(start, end, approximate=True), anchor, because)


def _seek(say: Seek, scene: Scene) -> Meaning:
    origin = _origin(say.origin, scene)
    if origin is None:
        return _unknown(say)
    period, anchor, because = origin
    day = period.first
    if say.direction < 0:
        found = operators.latest(say.what, day, strictly=True)
    elif say.direction > 0:
        found = operators.coming(say.what, day if say.unit is Unit.DAY else period.last, strictly=True)
    else:
        found = this(say.what, day, scene)
    return _unknown(say) if found is None else _found(found, because, anchor)


def _within(say: Within, scene: Scene) -> Meaning:
    outer = mean(say.outer, scene)
    if outer.when is None or outer.period is None:
        return _unknown(say)
    inside = (
        each
        for each in operators.places(say.inner, outer.period.first)
        if outer.period.first <= each.first <= outer.period.last
    )
    found = next(inside, None)
    return _unknown(say) if found is None else _found(found, outer.because, outer.anchor)


def _nth(say: Nth, scene: Scene) -> Meaning:
    outer = mean(say.outer, scene)
    if outer.period is None:
        return _unknown(say)
    if say.n == 0:
        quarter = scene.focus.quarter if scene.focus else None
        return (
            outer if quarter is None else _found(Period.quarter(outer.period.first.year, quarter.index), outer.because)
        )
    if isinstance(say.what, Unit):
        first = Period.containing(outer.period.first if say.n > 0 else outer.period.last, say.what)
        if first.unit is Unit.WEEK and say.n > 0 and first.first < outer.period.first - _HALF_WEEK:
            first = first.shift(1)
        return _found(first.shift(say.n - 1 if say.n > 0 else say.n + 1), outer.because, outer.anchor)
    day = nth_weekday(outer.period.first.year, outer.period.first.month, say.what, say.n)
    return _found(Period(Unit.DAY, day), outer.because, outer.anchor)


def _portion(say: Portion, scene: Scene) -> Meaning:
    whole = mean(say.of, scene)
    if whole.when is None:
        return whole
    if say.part is not None and whole.when.single is not None:
        return replace(whole, when=replace(whole.when, part=say.part))
    return replace(whole, when=replace(whole.when, approximate=True))


def _at(say: At, scene: Scene) -> Meaning:
    day = mean(say.day, scene) if say.day is not None else _today(scene)
    value = day.value + timex3.of_clock(say.clock)
    if day.when is None or day.period is None or day.period.unit is not Unit.DAY:
        return replace(day, value=value)
    return replace(day, value=value, when=replace(day.when, clock=say.clock))


def _today(scene: Scene) -> Meaning:
    """The day that a bare time of day belongs to: the day last spoken of, else that of publication."""
    focus = scene.spoken_of(Unit.YEAR)
    if focus is not None and focus.period.unit is Unit.DAY and scene.can_count(focus.period, Unit.DAY):
        return _step(Step(0, Unit.DAY, Origin.FOCUS), scene)
    return _step(Step(0, Unit.DAY), scene)


def _run(say: Run, scene: Scene) -> Meaning:
    origin = _origin(say.origin, scene)
    value = written(say.amounts)
    if origin is None:
        return Meaning(value, because="counts from a day that nothing tells")
    period, anchor, because = origin
    if not isinstance(say.origin, Origin):
        return Meaning(value, _bounded(period, say), anchor, because)
    vague = any(amount.count is None for amount in say.amounts)
    amounts = tuple(replace(amount, count=_FEW[1]) if amount.count is None else amount for amount in say.amounts)
    cell = Unit.YEAR if all(amount.unit >= Unit.YEAR for amount in say.amounts) else min(period.unit, Unit.MONTH)
    far = Period.containing(_moved(period.first, amounts, say.direction), cell)
    near = Period.containing(period.first, cell)
    start, end = (far, near) if say.direction < 0 else (near, far)
    return Meaning(value, When(start, end, approximate=vague), anchor, because)


def _bounded(period: Period, say: Run) -> When:
    """The days counted back from the last of a period or on from its first, it among them; in months where both ends
    are whole ones."""
    if say.direction < 0:
        end = period.last + timedelta(days=1)
        first = _moved(end, say.amounts, -1)
    else:
        first = period.first
        end = _moved(first, say.amounts, 1)
    unit = Unit.MONTH if first.day == end.day == 1 else Unit.DAY
    return When(Period.containing(first, unit), Period.containing(end - timedelta(days=1), unit))


def _ref(say: Ref, scene: Scene) -> Meaning:
    origin = _publication(scene)
    if say.value != "PRESENT_REF" or origin is None:
        return Meaning(say.value, because="names no stretch of the calendar")
    return Meaning(say.value, When.of(origin[0]), origin[1], "is the time of publication")


def _then(say: Then, scene: Scene) -> Meaning:
    focus, ahead = scene.spoken_of(Unit.YEAR), scene.tense == "future"
    if focus is None or (ahead and scene.published is not None and focus.period.last < scene.published):
        return Meaning("FUTURE_REF" if ahead else "PAST_REF", because="means a date that nothing tells")
    return _found(focus.period, "is the date last spoken of", focus.anchor)


def _range(say: Range, scene: Scene) -> Meaning:
    first, last = mean(say.first, scene), mean(say.last, scene)
    if first.period is None or last.period is None or last.period.first < first.period.first:
        return Meaning(first.value)
    return Meaning(f"{first.value}/{last.value}", When(first.period, last.period), first.anchor, first.because)


_READERS: dict[type, Callable[[Any, Scene], Meaning]] = {
    Partial: _partial,
    Figures: _figures,
    Step: _step,
    Shift: _shift,
    Seek: _seek,
    Within: _within,
    Nth: _nth,
    Portion: _portion,
    At: _at,
    Run: _run,
    Ref: _ref,
    Then: _then,
    Range: _range,
    Lasting: lambda say, scene: Meaning(written(say.amounts), because="is a length of time"),
    Every: lambda say, scene: Meaning(say.value, because="comes again and again"),
}
