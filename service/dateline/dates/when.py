"""A grounded time: one period, or a run of them that may be open at an end."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.dates.period import Period, Unit


class Part(enum.Enum):
    """A third of a period, as "early", "mid" and "late" name it. The value is the TIMEX3 ``mod``."""

    EARLY = "START"
    MIDDLE = "MID"
    LATE = "END"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hours (0-24) and minutes as far as they are known, or a named part of the day.

    ``part`` is the TIMEX3 code: MO morning, MI midday, AF afternoon, EV evening, NI night, DT daytime.
    ``zone`` is the TIMEX3 suffix: ``Z``, ``+02`` or ``-05:30``; None where the text names none. ``second`` likewise.
    """

    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    zone: str | None = None
    second: int | None = None

    def __str__(self) -> str:
        if self.hour is None:
            return self.part or ""
        minute = "" if self.minute is None else f":{self.minute:02}"
        return f"{self.hour:02}{minute}{self.zone or ''}"


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of whole days, with what is known about it.

    ``start`` and ``end`` are the periods at its ends, equal for a single period; None is an open end (never both).
    ``part`` narrows a single period to its first, middle or last third; ``clock`` adds a time of day to a single day.
    """

    start: Period | None
    end: Period | None
    part: Part | None = None
    clock: Clock | None = None
    approximate: bool = False

    @classmethod
    def of(cls, period: Period, *, part: Part | None = None, approximate: bool = False) -> When:
        """One period."""
        return cls(period, period, part=part, approximate=approximate)

    @property
    def single(self) -> Period | None:
        """The period, where it is one and not an interval."""
        return self.start if self.start == self.end else None

    def end_for(self, sign: int) -> Period | None:
        """The end that is counted back (-1) or on (1) from; None where it is open."""
        return self.start if sign < 0 else self.end

    @property
    def edtf(self) -> str:
        """The time as EDTF (ISO 8601-2); see ``dates.edtf``."""
        from dateline.dates.edtf import edtf

        return edtf(self)

    @property
    def earliest(self) -> date | None:
        """The first day it can mean, None at an open end."""
        if self.start is None:
            return None
        return _third(self.start, self.part)[0] if self.single else self.start.first

    @property
    def latest(self) -> date | None:
        """The last day it can mean, inclusive, None at an open end."""
        if self.end is None:
            return None
        return _third(self.end, self.part)[1] if self.single else self.end.last

    @property
    def precision(self) -> str:
        """One of ``century decade year half quarter season month week day hour minute interval``."""
        single = self.single
        if single is None:
            return "interval"
        if self.clock is not None and self.clock.hour is not None and single.unit is Unit.DAY:
            return "hour" if self.clock.minute is None else "minute"
        if single.unit in _AS_INTERVAL:
            return "interval"
        return single.unit.value

    def overlaps(self, other: When) -> bool:
        """Whether some day can belong to both."""
        return not (
            (self.latest is not None and other.earliest is not None and self.latest < other.earliest)
            or (other.latest is not None and self.earliest is not None and other.latest < self.earliest)
        )

    def within(self, other: When) -> bool:
        """Whether every day of this is a day of ``other``."""
        return _reaches(other.earliest, self.earliest, -1) and _reaches(other.latest, self.latest, 1)


_AS_INTERVAL = {Unit.WEEKEND, Unit.FORTNIGHT, Unit.MILLENNIUM}


def _reaches(outer: date | None, inner: date | None, side: int) -> bool:
    if outer is None:
        return True
    return inner is not None and (inner >= outer if side < 0 else inner <= outer)


def _third(period: Period, part: Part | None) -> tuple[date, date]:
    """First and last day of a third: a period of n days is cut after n // 3 and after n - n // 3 days."""
    first, last = period.first, period.last
    if part is None:
        return first, last
    days = (last - first).days + 1
    if days < 3:
        return first, last
    cut = days // 3
    match part:
        case Part.EARLY:
            return first, first + timedelta(days=cut - 1)
        case Part.MIDDLE:
            return first + timedelta(days=cut), last - timedelta(days=cut)
        case Part.LATE:
            return last - timedelta(days=cut - 1), last
