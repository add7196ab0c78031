"""What an expression is read against, and what comes out: the values of grounding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dateline.dates import timex3
from dateline.dates.period import Period, Unit
from dateline.dates.when import When
from dateline.timex.calendar import Order
from dateline.values import Anchor, Span, Warn

_BACK = 4
"""How many dates back one is looked for that can be counted from."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The date last spoken of, where it stands, the quarter last spoken of, and the last few dates before it."""

    period: Period
    span: Span
    quarter: Period | None = None
    before: tuple[Focus, ...] = ()

    @property
    def anchor(self) -> Anchor:
        """The date as what something is counted from."""
        return Anchor("timex", timex3.of_period(self.period), self.span)

    def then(self, period: Period, span: Span, quarter: Period | None) -> Focus:
        """The focus after another date is spoken of."""
        return Focus(period, span, quarter, (replace(self, before=()), *self.before)[:_BACK])


@dataclass(frozen=True, slots=True)
class Scene:
    """What one expression is read against; ``start`` is where it stands, ``order_told`` whether
    anything tells the order of numeric dates."""

    published: date | None
    focus: Focus | None
    order: Order
    tense: str | None = None
    start: int = 0
    order_told: bool = True

    @property
    def base(self) -> date | None:
        """The day that partial dates are placed around: publication, else the date last spoken of."""
        return self.published or (self.focus.period.first if self.focus else None)

    def spoken_of(self, unit: Unit) -> Focus | None:
        """The focus to count so many cells of a unit from: what is over does not count from what is to come, nor the
        next day from a month or a year where a day was named a little before."""
        if self.focus is None:
            return None
        known = (self.focus, *self.focus.before)
        return next((focus for focus in known if self.can_count(focus.period, unit)), self.focus)

    def can_count(self, period: Period, unit: Unit) -> bool:
        """Whether so many of a unit are counted from a period in this tense."""
        if self.tense == "past" and self.published is not None and period.first > self.published:
            return False
        return unit is not Unit.DAY or period.unit <= Unit.WEEK


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
