"""Which of the places in the calendar is meant: last or next Monday, this or last December."""

from __future__ import annotations

from datetime import date

from dateline.dates import operators
from dateline.dates.period import Period, Unit, add
from dateline.dates.say import Partial
from dateline.timex.scene import Scene

_JOINED = {len("-"), len(" to "), len(" and ")}
"""How far apart two months stand that belong together, in characters."""
_YEARS_AWAY = 2
"""How far from publication a date must be for the story to be a history."""
_SAME_STORY = 120
"""How far a history reaches, in characters after its date."""
_RECENT = 60
"""Days from publication within which a month or day is never of a history."""
_ABOUT = 1.6
"""Two places are about equally near where one is at most so many times as far as the other; then the tense decides."""
_NEXT_MONTH = 31
"""Days within which a coming month begins that is the one meant: nobody calls last year's by its bare name; and days
within which a date is meant that has just been, even after "will"."""
_ANNOUNCED = 60
"""Days ahead within which the past tense still tells of days to come: they made an offer that expires Dec. 7."""
_AWAITED = 100
"""Days after which a quarter is no longer the one that results are awaited for."""
_LONG_OVER = 180
"""Days back from which a bare month is too far for one that begins soon."""


def choose(say: Partial, base: date, scene: Scene) -> Period | None:
    """Which of the places of a partial date is meant.

    A weekday is the publication day or the last such day, and a coming one after "will"; a two-digit year is not
    later than ten years on; a month, day or season goes with a date just spoken of where it can, else with the tense,
    else it lies nearest.
    """
    if say.short_year is not None or say.decade is not None:
        return operators.latest(say, add(base, 10 if say.decade is None else 0, Unit.YEAR))
    spoken_of = _following(say, scene) or _history(say, base, scene) or _of_month(say, scene)
    if spoken_of is not None:
        return spoken_of
    if say.month is None and say.weekday is not None and say.day is None:
        return operators.coming(say, base) if scene.tense == "future" else operators.latest(say, base)
    if say.unit in {Unit.MONTH, Unit.SEASON}:
        return _month(say, base, scene)
    if say.unit in {Unit.QUARTER, Unit.HALF}:
        return _quarter(say, base, scene)
    return _nearest(say, base, scene)


def _following(say: Partial, scene: Scene) -> Period | None:
    """The next month after one that stands just before: "between May and July"."""
    focus = scene.focus
    if (
        focus is None
        or say.unit is not Unit.MONTH
        or focus.period.unit is not Unit.MONTH
        or scene.start - focus.span.end not in _JOINED
    ):
        return None
    return operators.coming(say, focus.period.first, strictly=True)


def _of_month(say: Partial, scene: Scene) -> Period | None:
    """A day of the month just spoken of, or of the next one: they left on 3 May and came back on the 28th."""
    focus = scene.focus
    if focus is None or scene.published is None or say != Partial(day=say.day) or focus.period.unit > Unit.MONTH:
        return None
    if scene.tense == "future" or focus.period.first > scene.published or scene.start - focus.span.end > _SAME_STORY:
        return None
    return operators.coming(say, focus.period.first)


def _history(say: Partial, base: date, scene: Scene) -> Period | None:
    """The place by a date years away that was just spoken of: "They landed on 6 June 1944; Paris fell on 25 August".

    None where there is no such date, or where the place by the day of publication is near or still to come.
    """
    focus = scene.focus
    if say.month is None or scene.tense == "future" or focus is None or focus.period.unit > Unit.MONTH:
        return None
    near = operators.nearest(say, base)
    if near is None or operators.distance(near, base) <= _RECENT or scene.start - focus.span.end > _SAME_STORY:
        return None
    far = abs(focus.period.first.year - base.year) >= _YEARS_AWAY
    return operators.nearest(say, focus.period.first) if far else None


def _month(say: Partial, base: date, scene: Scene) -> Period | None:
    """The coming one in the future tense; else the last one begun, unless the coming is far nearer."""
    before, after = operators.latest(say, base), operators.coming(say, base)
    if before is None or after is None or scene.tense == "future":
        return after or before
    ahead, back = operators.distance(after, base), operators.distance(before, base)
    if ahead <= _NEXT_MONTH < _LONG_OVER < back:
        return after
    return after if 2 * ahead < back and scene.tense != "past" else before


def _nearest(say: Partial, base: date, scene: Scene) -> Period | None:
    """The coming place after "will", the nearest else; where the other is about as near, the tense decides."""
    before, after = operators.latest(say, base), operators.coming(say, base)
    if before is None or after is None:
        return before or after
    back, ahead = operators.distance(before, base), operators.distance(after, base)
    if scene.tense == "future" and back > _NEXT_MONTH:
        return after
    if max(back, ahead) < _ABOUT * min(back, ahead) and scene.tense in {"past", "future"}:
        return before if scene.tense == "past" else after
    if scene.tense == "past" and ahead > _ANNOUNCED:
        return before
    return before if back <= ahead else after


def _quarter(say: Partial, base: date, scene: Scene) -> Period | None:
    """The last one begun, whatever the tense: results come after the quarter; the coming one if that is long ago."""
    found = operators.latest(say, base)
    if scene.tense == "future" and found is not None and operators.distance(found, base) > _AWAITED:
        return operators.coming(say, base)
    return found


def this(what: Partial, day: date, scene: Scene) -> Period | None:
    """This Friday: of the same week; this summer: of the same year."""
    if what.weekday is not None:
        return operators.nearest(what, day) if scene.tense == "past" else operators.coming(what, day)
    return operators.in_year(what, day.year)


def weekend(day: date, tense: str | None) -> Period:
    """The weekend of a story: the one just over, or the coming one after "will"; on its own days, this one."""
    cell = Period.containing(day, Unit.WEEKEND)
    return cell if tense == "future" or cell.first <= day else cell.shift(-1)
