"""What the words mean: the only place where a reading is chosen.

Expressions are read left to right; each may move the focus, the date last spoken of, from which "the next day" and
"a year earlier" are counted. Nothing here looks at a clock: without a publication date, and without a date in the text
to count from, a relative expression stays unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.dates import operators, timex3
from dateline.dates.period import Period, Unit, add
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
    Within,
    unit_of,
    written,
)
from dateline.dates.when import When
from dateline.timex.calendar import Order, order_in, read_complete
from dateline.values import Anchor, CleanText, Grounded, Publication, Span, Timex, Warn


@dataclass(frozen=True, slots=True)
class Focus:
    """The date last spoken of, where it stands, and the quarter last spoken of."""

    period: Period
    span: Span
    quarter: Period | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What one expression is read against."""

    published: date | None
    focus: Focus | None
    order: Order
    tense: str | None = None

    @property
    def base(self) -> date | None:
        """The day that partial dates are placed around: publication, else the date last spoken of."""
        return self.published or (self.focus.period.first if self.focus else None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A reading: TIMEX3 value, stretch of days, what it was counted from, and why."""

    value: str
    when: When | None = None
    anchor: Anchor | None = None
    because: str = ""
    warnings: tuple[Warn, ...] = ()

    @property
    def period(self) -> Period | None:
        """The one period it means, if it is one."""
        return self.when.single if self.when else None


def ground(timexes: Sequence[Timex], publication: Publication, clean: CleanText) -> tuple[Grounded, ...]:
    """What each expression means, in order: one fold over the text, carrying the focus.

    ``PRESENT_REF`` has the publication day as its stretch of days; ``PAST_REF``, ``FUTURE_REF``, plain durations and
    sets have none.
    """
    order = _order(timexes, clean)
    focus: Focus | None = None
    done: list[Grounded] = []
    for timex in timexes:
        scene = Scene(publication.day, focus, order, timex.tense)
        focus, grounded = step(scene, timex, clean)
        done.append(grounded)
    return tuple(done)


def step(scene: Scene, timex: Timex, clean: CleanText) -> tuple[Focus | None, Grounded]:
    """One expression read, and the focus after it."""
    meaning = mean(timex.says, scene)
    words = " ".join(timex.span.of(clean.text).split())
    because = f'"{words}" {meaning.because}'.rstrip()
    grounded = Grounded(timex, meaning.value, meaning.when, because, meaning.anchor, meaning.warnings)
    return _moved(scene.focus, timex, meaning), grounded


def _moved(focus: Focus | None, timex: Timex, meaning: Meaning) -> Focus | None:
    """The focus moves to every date that names a period of the calendar, decades and longer apart."""
    period = meaning.period
    if period is None or timex.type not in {"DATE", "TIME"} or period.unit > Unit.YEAR or isinstance(timex.says, Ref):
        return focus
    if isinstance(timex.says, Shift) and _compares(timex.says):
        return focus
    quarter = period if _reports(timex.says, period, meaning.anchor) else focus.quarter if focus else None
    return Focus(period, timex.span, quarter)


def _reports(says: Say, period: Period, anchor: Anchor | None) -> bool:
    """Whether a quarter is one that the story reports on: said without its year, and over on the day of publication."""
    said = isinstance(says, Partial) and says.quarter is not None and says.year is None
    return said and anchor is not None and period.last.isoformat() < anchor.value


def _order(timexes: Sequence[Timex], clean: CleanText) -> Order:
    """The order of numeric dates in this document: their own evidence first, then how its dates in words are written."""
    figures = tuple(timex.says.text for timex in timexes if isinstance(timex.says, Figures))
    if not figures:
        return "DMY"
    month_first = sum(timex.rule.startswith("month day") for timex in timexes)
    day_first = sum(timex.rule.startswith("day month") for timex in timexes)
    return order_in(figures, "MDY" if month_first > day_first else "DMY")


def mean(say: Say, scene: Scene) -> Meaning:
    """The reading of what is said; a value with X's and no stretch of days where nothing tells."""
    try:
        return _mean(say, scene)
    except (OverflowError, ValueError):
        return Meaning(timex3.UNKNOWN.get(unit_of(say), "XXXX"), because="lies outside the calendar")


def _mean(say: Say, scene: Scene) -> Meaning:
    match say:
        case Partial():
            return _partial(say, scene)
        case Figures():
            return _figures(say, scene)
        case Step():
            return _step(say, scene)
        case Shift():
            return _shift(say, scene)
        case Seek():
            return _seek(say, scene)
        case Within():
            return _within(say, scene)
        case Nth():
            return _nth(say, scene)
        case Portion():
            return _portion(say, scene)
        case At():
            return _at(say, scene)
        case Run():
            return _run(say, scene)
        case Lasting():
            return Meaning(written(say.amounts), because="is a length of time")
        case Every():
            return Meaning(say.value, because="comes again and again")
        case Ref():
            return _ref(say, scene)
        case Range():
            return _range(say, scene)


def _unknown(say: Say) -> Meaning:
    value = str(say) if isinstance(say, Partial) else timex3.UNKNOWN.get(unit_of(say), "XXXX")
    return Meaning(value, because="counts from a day that nothing tells")


def _found(period: Period, because: str, anchor: Anchor | None = None) -> Meaning:
    return Meaning(timex3.of_period(period), When.of(period), anchor, because)


def _origin(origin: Origin | Say, scene: Scene) -> tuple[Period, Anchor, str] | None:
    """The period counted from, as an anchor and in words."""
    if isinstance(origin, Origin):
        if origin is Origin.FOCUS and scene.focus is not None:
            period = scene.focus.period
            anchor = Anchor("timex", timex3.of_period(period), scene.focus.span)
            return period, anchor, f"counted from {anchor.value} in the text"
        return _publication(scene)
    meaning = mean(origin, scene)
    if meaning.period is None:
        return None
    return meaning.period, Anchor("timex", meaning.value), f"counted from {meaning.value}"


def _publication(scene: Scene) -> tuple[Period, Anchor, str] | None:
    if scene.published is None:
        return None
    value = scene.published.isoformat()
    return Period(Unit.DAY, scene.published), Anchor("publication", value), f"counted from the publication date {value}"


def _partial(say: Partial, scene: Scene) -> Meaning:
    if say.year is not None or (say.decade or 0) > 9 or say.century is not None:
        period = operators.complete(say)
        if period is None:
            warning = Warn("impossible-date", f"The calendar has no {say}.")
            return Meaning(str(say), because="is no day of the calendar", warnings=(warning,))
        return replace(_found(period, "is a complete date"), warnings=_contradiction(say, period))
    base = scene.base
    period = choose(say, base, scene) if base is not None else None
    if period is None:
        return _unknown(say)
    origin = _publication(scene) or _origin(Origin.FOCUS, scene)
    anchor = origin[1] if origin else None
    side = "the publication date" if scene.published else "the date before it"
    meaning = _found(period, f"read as {timex3.of_period(period)}, placed by {side} {base}", anchor)
    return replace(meaning, warnings=_contradiction(say, period))


def _contradiction(say: Partial, period: Period) -> tuple[Warn, ...]:
    if say.weekday is None or period.unit is not Unit.DAY or period.first.weekday() == say.weekday:
        return ()
    return (Warn("weekday-contradicts-date", f"{period.first.isoformat()} is a {period.first:%A}."),)


_ABOUT = 1.6
_LONG_OVER = 180


def choose(say: Partial, base: date, scene: Scene) -> Period | None:
    """Which of the places of a partial date is meant.

    A weekday is the publication day or the last such day, and a coming one after "will"; a two-digit year is not
    later than ten years on; anything else lies nearest, unless the tense says otherwise and the nearest is far.
    """
    if say.short_year is not None or say.decade is not None:
        return operators.latest(say, add(base, 10 if say.decade is None else 0, Unit.YEAR))
    if say.month is None and say.weekday is not None and say.day is None:
        return operators.coming(say, base) if scene.tense == "future" else operators.latest(say, base)
    if say.unit in {Unit.MONTH, Unit.SEASON}:
        return _month(say, base, scene)
    if say.unit in {Unit.QUARTER, Unit.HALF}:
        return _quarter(say, base, scene)
    return _nearest(say, base, scene)


def _month(say: Partial, base: date, scene: Scene) -> Period | None:
    """The last one begun in the past tense, the coming one in the future, the nearest where no tense tells."""
    if scene.tense == "future":
        return operators.coming(say, base)
    return operators.latest(say, base) if scene.tense == "past" else operators.nearest(say, base)


def _nearest(say: Partial, base: date, scene: Scene) -> Period | None:
    """The nearest place; where the one on the other side is about as near, the tense decides."""
    before, after = operators.latest(say, base), operators.coming(say, base)
    if before is None or after is None:
        return before or after
    back, ahead = operators.distance(before, base), operators.distance(after, base)
    if max(back, ahead) < _ABOUT * min(back, ahead) and scene.tense in {"past", "future"}:
        return before if scene.tense == "past" else after
    return before if back <= ahead else after


def _quarter(say: Partial, base: date, scene: Scene) -> Period | None:
    """The last one begun, whatever the tense: results are awaited after the quarter; a coming one if that is long ago."""
    found = operators.latest(say, base)
    if scene.tense == "future" and found is not None and operators.distance(found, base) > _LONG_OVER:
        return operators.coming(say, base)
    return found


def _figures(say: Figures, scene: Scene) -> Meaning:
    period = read_complete(say.text, scene.order)
    if period is None:
        warning = Warn("impossible-date", f"The calendar has no {say}.")
        return Meaning("XXXX-XX-XX", because="is no day of the calendar", warnings=(warning,))
    first = "day" if scene.order == "DMY" else "month"
    return _found(period, f"read as {timex3.of_period(period)}, the {first} first")


def _step(say: Step, scene: Scene) -> Meaning:
    if say.unit is Unit.QUARTER and say.count == 0 and scene.focus and scene.focus.quarter and say.origin is Origin.FOCUS:
        quarter = scene.focus.quarter
        return _found(quarter, "is the quarter last spoken of", Anchor("timex", timex3.of_period(quarter), scene.focus.span))
    origin = _origin(say.origin, scene)
    if origin is None:
        return _unknown(say)
    period, anchor, because = origin
    if say.unit is Unit.QUARTER and say.count == 0 and say.origin is Origin.FOCUS:
        published = _publication(scene)
        period, anchor, because = published or origin
        return _found(Period.containing(period.first, Unit.QUARTER).shift(-1), because, anchor)
    if say.unit is Unit.WEEKEND and say.count == 0:
        return _found(_weekend(scene.published or period.first, scene.tense), because, anchor)
    cell = Period.containing(period.first, say.unit)
    return _found(cell.shift(say.count), because, anchor)


def _weekend(day: date, tense: str | None) -> Period:
    """The weekend of a story: the one just over, or the coming one after "will"; on its own days, this one."""
    cell = Period.containing(day, Unit.WEEKEND)
    return cell if tense == "future" or cell.first <= day else cell.shift(-1)


def _shift(say: Shift, scene: Scene) -> Meaning:
    origin = _origin(say.origin, scene)
    if origin is None or say.origin is Origin.EVENT:
        return _unknown(say)
    period, anchor, because = origin
    if _compares(say) and scene.focus is not None and scene.focus.quarter is not None:
        quarter = scene.focus.quarter
        anchor = Anchor("timex", timex3.of_period(quarter), scene.focus.span)
        return _found(quarter.shift(-4), f"counted from {anchor.value}, the quarter last spoken of", anchor)
    if any(amount.count is None for amount in say.amounts):
        return _vaguely(say, period, anchor, because)
    day = period.first
    for amount in say.amounts:
        day = moved(day, amount, say.sign)
    unit = min(max(say.unit, Unit.DAY), Unit.YEAR)
    if say.origin is Origin.FOCUS and unit is Unit.YEAR and period.unit in {Unit.QUARTER, Unit.HALF, Unit.MONTH, Unit.SEASON}:
        unit = period.unit
    return _found(Period.containing(day, unit), because, anchor)


def _compares(say: Shift) -> bool:
    """"A year ago", "a year earlier": in a report on a quarter, the same quarter of the year before."""
    return say.sign < 0 and say.amounts == (Amount(1, Unit.YEAR),) and isinstance(say.origin, Origin)


def moved(day: date, amount: Amount, sign: int) -> date:
    """``day`` moved by an amount; half units of a month or longer as months, shorter ones as days."""
    count = amount.count or 0
    months = amount.unit.months
    if months is not None:
        return add(day, sign * round(count * months), Unit.MONTH)
    return add(day, sign * round(count * (amount.unit.days or 0)), Unit.DAY)


_FEW = (1, 10)


def _vaguely(say: Shift, period: Period, anchor: Anchor, because: str) -> Meaning:
    """Days, weeks, years before or after: one to ten of them, and approximate at that."""
    near, far = (Period(Unit.DAY, moved(period.first, Amount(n, say.amounts[0].unit), say.sign)) for n in _FEW)
    start, end = (near, far) if say.sign > 0 else (far, near)
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
        found = operators.coming(say.what, day, strictly=True)
    else:
        found = _this(say.what, day, scene)
    return _unknown(say) if found is None else _found(found, because, anchor)


def _this(what: Partial, day: date, scene: Scene) -> Period | None:
    """This Friday: of the same week; this summer: of the same year."""
    if what.weekday is not None:
        return operators.latest(what, day) if scene.tense == "past" else operators.coming(what, day)
    return operators.in_year(what, day.year)


def _within(say: Within, scene: Scene) -> Meaning:
    outer = mean(say.outer, scene)
    if outer.when is None or outer.period is None:
        return _unknown(say)
    inside = (each for each in operators.places(say.inner, outer.period.first) if outer.period.first <= each.first <= outer.period.last)
    found = next(inside, None)
    return _unknown(say) if found is None else _found(found, outer.because, outer.anchor)


def _nth(say: Nth, scene: Scene) -> Meaning:
    outer = mean(say.outer, scene)
    if outer.period is None:
        return _unknown(say)
    if say.n == 0:
        quarter = scene.focus.quarter if scene.focus else None
        return outer if quarter is None else _found(Period.quarter(outer.period.first.year, quarter.index), outer.because)
    if isinstance(say.what, Unit):
        first = Period.containing(outer.period.first if say.n > 0 else outer.period.last, say.what)
        return _found(first.shift(say.n - 1 if say.n > 0 else say.n + 1), outer.because, outer.anchor)
    day = operators.nth_weekday(outer.period.first.year, outer.period.first.month, say.what, say.n)
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
    focus = scene.focus
    if focus is not None and focus.period.unit is Unit.DAY:
        return _step(Step(0, Unit.DAY, Origin.FOCUS), scene)
    return _step(Step(0, Unit.DAY), scene)


def _run(say: Run, scene: Scene) -> Meaning:
    origin = _origin(say.origin, scene)
    value = written(say.amounts)
    if origin is None:
        return Meaning(value, because="counts from a day that nothing tells")
    period, anchor, because = origin
    vague = any(amount.count is None for amount in say.amounts)
    day = period.first
    for amount in say.amounts:
        day = moved(day, replace(amount, count=_FEW[1]) if amount.count is None else amount, say.direction)
    far, near = Period(Unit.DAY, day), Period.containing(period.first, Unit.DAY)
    start, end = (far, near) if say.direction < 0 else (near, far)
    return Meaning(value, When(start, end, approximate=vague), anchor, because)


def _ref(say: Ref, scene: Scene) -> Meaning:
    origin = _publication(scene)
    if say.value != "PRESENT_REF" or origin is None:
        return Meaning(say.value, because="names no stretch of the calendar")
    return Meaning(say.value, When.of(origin[0]), origin[1], "is the time of publication")


def _range(say: Range, scene: Scene) -> Meaning:
    first, last = mean(say.first, scene), mean(say.last, scene)
    if first.period is None or last.period is None or last.period.first < first.period.first:
        return Meaning(first.value)
    return Meaning(f"{first.value}/{last.value}", When(first.period, last.period), first.anchor, first.because)
