"""An expression takes from the one behind it what only that one says: a day, a year, where a quarter or a week ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.dates.period import Unit
from dateline.dates.say import (
    Amount,
    At,
    Lasting,
    Origin,
    Partial,
    Portion,
    Run,
    Say,
    Seek,
    Shift,
    Step,
    Within,
    unit_of,
)
from dateline.values import Timex

_TIME_ON_DAY = re.compile(
    r"(?:[\s,()]{0,4}(?:(?:local|[A-Z][a-z]{1,20}) time)?[\s,()]{0,4}|(?: [A-Za-z-]{1,20}){0,6} trading )(?:on\s{1,2})?"
)
"""What may stand between a time and its day: "at 8.45 pm local time (1945 GMT) on Sunday", "in 4 p.m. Nasdaq trading
Monday"."""
_JOINED = re.compile(r"\s{0,2}(?:and|or|to|through|until|till|,|-|–|—)\s{1,2}|[-–—]")
"""What may stand between two dates of one year: "between March 3 and March 5, 2014"."""
_BOUNDED = re.compile(r"\s{1,2}(?:end(?:ed|ing)|to|through|beginning|starting|of)\s{1,2}(?:on\s{1,2})?")
"""What may stand between a quarter or week and the day that bounds it: "the quarter ended July 31"."""
_ENDED = re.compile(r"\s{1,2}(?:ended|ending|to|through)\s{1,2}(?:on\s{1,2})?")
"""What may stand between a length of time and its last day: "the nine months through September"."""
_OF = re.compile(r"\s{1,2}of\s{1,2}")
_FIRST, _LAST = {"first", "opening"}, {"last", "final", "closing"}
_SPAN = re.compile(r"\s{1,2}(?:to|through|until|till)\s{1,2}|[-–—]")
"""What may stand between two days of one stretch: "from Monday to Thursday"."""
_FROM = re.compile(r"\b[Ff]rom\s{1,2}$")
_LONGEST = 60


def lend(timexes: Sequence[Timex], text: str) -> tuple[Timex, ...]:
    """The expressions, each with what the next one lends it."""
    done = list(timexes)
    for n in range(len(done) - 2, -1, -1):
        between = text[done[n].span.end : done[n + 1].span.start]
        if len(between) > _LONGEST:
            continue
        if _SPAN.fullmatch(between) and _FROM.search(text, max(0, done[n].span.start - _LONGEST), done[n].span.start):
            done[n : n + 2] = _stretch(done[n], done[n + 1])
        if _OF.fullmatch(between):
            done[n] = replace(done[n], says=_within(done[n], done[n + 1], text))
        for pattern, lent in _LOANS:
            says = lent(done[n].says, done[n + 1]) if pattern.fullmatch(between) else None
            done[n] = done[n] if says is None else replace(done[n], says=says)
    return tuple(done)


def _stretch(first: Timex, last: Timex) -> tuple[Timex, Timex]:
    """From one weekday to another: the last is the next such day after the first; over, the first the one before it."""
    begins, ends = _weekday(first.says), _weekday(last.says)
    if begins is None or ends is None:
        return first, last
    days = (Amount((ends - begins) % 7, Unit.DAY),)
    if first.tense == "past":
        return replace(first, says=Shift(days, -1, last.says)), replace(last, tense="past")
    return first, replace(last, says=Shift(days, 1, first.says), tense=first.tense)


def _weekday(says: Say) -> int | None:
    """The weekday that is all that is said of a day."""
    return says.weekday if isinstance(says, Partial) and says == Partial(weekday=says.weekday) else None


def _whole(says: Say) -> Say:
    """What an expression names the start, middle or end of; itself where it is whole."""
    return says.of if isinstance(says, Portion) else says


def _on_day(says: Say, behind: Timex) -> Say | None:
    """A bare time of the clock on the day behind it."""
    day = _day(behind)
    return None if day is None else _on(says, day)


def _day(timex: Timex) -> Say | None:
    """The day that an expression names, or that its time has been lent."""
    says = _whole(timex.says)
    if isinstance(says, At):
        return says.day
    return says if timex.type == "DATE" and unit_of(says) is Unit.DAY else None


def _on(says: Say, day: Say) -> Say | None:
    """A bare time of the clock on a day; None where it is none."""
    if isinstance(says, Portion):
        whole = _on(says.of, day)
        return None if whole is None else replace(says, of=whole)
    return replace(says, day=day) if isinstance(says, At) and says.day is None and says.clock.part is None else None


def _in_year(says: Say, behind: Timex) -> Say | None:
    """A month, or a day of one, in the year of the date behind it; the year before where its month comes later."""
    last = _whole(behind.says)
    if isinstance(last, Within) and isinstance(says, Partial) and says == Partial(month=says.month):
        return replace(last, inner=says) if (says.month or 0) < (last.inner.month or 0) else None
    if isinstance(says, Portion):
        whole = _in_year(says.of, behind)
        return None if whole is None else replace(says, of=whole)
    if not isinstance(says, Partial) or not isinstance(last, Partial) or says.month is None or last.month is None:
        return None
    if says.year is not None or says.short_year is not None or last.year is None:
        return None
    return replace(says, year=last.year - (says.month > last.month))


def _bounded(says: Say, behind: Timex) -> Say | None:
    """The quarter that ends on a day, which a month before is well inside; the week of a day."""
    if not isinstance(says, Step) or says.count != 0 or says.origin is not Origin.FOCUS:
        return None
    bound = behind.says
    if says.unit is Unit.QUARTER and isinstance(bound, Partial | Seek) and bound.unit in {Unit.DAY, Unit.MONTH}:
        return replace(says, origin=Shift((Amount(1, Unit.MONTH),), -1, bound))
    if says.unit is Unit.WEEK and isinstance(bound, Partial | Seek) and bound.unit is Unit.DAY:
        return replace(says, origin=bound)
    return None


def _ended(says: Say, behind: Timex) -> Say | None:
    """A length of time that ends with a day or month: nine months ended Sept. 30."""
    if not isinstance(says, Lasting) or says.mod is not None or not all(amount.count for amount in says.amounts):
        return None
    last = _whole(behind.says)
    if not isinstance(last, Partial | Seek | Step) or unit_of(last) not in {Unit.DAY, Unit.MONTH}:
        return None
    is_feast = isinstance(last, Partial) and last.holiday is not None  # two weeks to Christmas
    return None if is_feast else Run(says.amounts, -1, last)


def _within(timex: Timex, behind: Timex, text: str) -> Say:
    """The first or last so many units of a month or longer: the first nine months of 1989."""
    says, words = timex.says, timex.span.of(text).lower().split()
    if not isinstance(says, Lasting) or not all(amount.count for amount in says.amounts):
        return says
    if behind.type != "DATE" or not isinstance(behind.says, Partial | Seek | Step) or unit_of(behind.says) < Unit.MONTH:
        return says
    if _FIRST.isdisjoint(words[:2]):
        return says if _LAST.isdisjoint(words[:2]) else Run(says.amounts, -1, behind.says)
    return Run(says.amounts, 1, behind.says)


_LOANS: tuple[tuple[re.Pattern[str], Callable[[Say, Timex], Say | None]], ...] = (
    (_TIME_ON_DAY, _on_day),
    (_JOINED, _in_year),
    (_BOUNDED, _bounded),
    (_ENDED, _ended),
)
