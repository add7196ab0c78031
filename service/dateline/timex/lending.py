"""A time of the clock takes the day that the sentence names behind it: "at 8.45 pm local time (1945 GMT) on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.dates.period import Unit
from dateline.dates.say import At, Portion, Say, unit_of
from dateline.values import Timex

_BETWEEN = re.compile(r"[\s,()]{0,4}(?:(?:local|[A-Z][a-z]{1,20}) time)?[\s,()]{0,4}(?:on\s{1,2})?")
"""What may stand between a time and its day."""


def lend_days(timexes: Sequence[Timex], text: str) -> tuple[Timex, ...]:
    """The expressions, with the days that bare times of the clock go with."""
    done = list(timexes)
    for n in range(len(done) - 2, -1, -1):
        day = _day(done[n + 1])
        says = None if day is None else _on(done[n].says, day)
        if says is not None and _BETWEEN.fullmatch(text, done[n].span.end, done[n + 1].span.start):
            done[n] = replace(done[n], says=says)
    return tuple(done)


def _day(timex: Timex) -> Say | None:
    """The day that an expression names, or that its time has been lent."""
    says = timex.says.of if isinstance(timex.says, Portion) else timex.says
    if isinstance(says, At):
        return says.day
    return says if timex.type == "DATE" and unit_of(says) is Unit.DAY else None


def _on(says: Say, day: Say) -> Say | None:
    """A bare time of the clock on a day; None where it is none."""
    if isinstance(says, Portion):
        whole = _on(says.of, day)
        return None if whole is None else replace(says, of=whole)
    return replace(says, day=day) if isinstance(says, At) and says.day is None and says.clock.part is None else None
