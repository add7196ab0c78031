"""What an expression is read against, and what comes out: the values of grounding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.dates.period import Period
from dateline.dates.when import When
from dateline.timex.calendar import Order
from dateline.values import Anchor, Span, Warn


@dataclass(frozen=True, slots=True)
class Focus:
    """The date last spoken of, where it stands, and the quarter last spoken of."""

    period: Period
    span: Span
    quarter: Period | None = None


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
