"""What a time expression says, before anybody knows when it was written: a small algebra of frozen values.

Nothing here is a choice. "1 May" says ``XXXX-05-01`` and "last week" says ``prev(week)``; which day that is, is found
in ``timex.ground``. ``str()`` gives the short form used in sentences of rules, derivations and documentation.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from dateline.dates.period import Unit
from dateline.dates.when import Clock, Part

LETTERS = {
    Unit.SECOND: "TS",
    Unit.MINUTE: "TM",
    Unit.HOUR: "TH",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.SEASON: "S",
    Unit.QUARTER: "Q",
    Unit.HALF: "H",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
    Unit.MILLENNIUM: "ML",
}
"""TIMEX3 letters of the units; a leading ``T`` marks those of the clock."""

SEASONS = ("SP", "SU", "FA", "WI")


class Origin(enum.Enum):
    """Where counting starts: the day of publication, the date last spoken of, or an event."""

    PUBLICATION = "publication"
    FOCUS = "focus"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units. ``count`` None is an unknown number ("days"); half units are given as .5."""

    count: float | None
    unit: Unit


def written(amounts: tuple[Amount, ...]) -> str:
    """The TIMEX3 duration: ``P3D``, ``P2Y6M``, ``PT30M``, ``PXW``."""
    days, clock = "", ""
    for amount in (whole for each in amounts for whole in _whole(each)):
        letter = LETTERS.get(amount.unit, "D")
        count = "X" if amount.count is None else _figure(amount.count)
        if letter.startswith("T"):
            clock += count + letter[1]
        else:
            days += count + letter
    return "P" + days + ("T" + clock if clock else "")


_HALVES = {
    Unit.YEAR: (6, Unit.MONTH),
    Unit.HOUR: (30, Unit.MINUTE),
    Unit.MINUTE: (30, Unit.SECOND),
    Unit.DAY: (12, Unit.HOUR),
}


def _figure(count: float) -> str:
    return str(int(count)) if count == int(count) else str(count)


_OTHERWISE = {
    Unit.FORTNIGHT: (2, Unit.WEEK),
    Unit.DECADE: (10, Unit.YEAR),
    Unit.CENTURY: (100, Unit.YEAR),
    Unit.MILLENNIUM: (1000, Unit.YEAR),
}
"""Units that durations are not written in, as TimeBank has it: two decades are ``P20Y``."""


def _whole(amount: Amount) -> tuple[Amount, ...]:
    """Half units in the next finer one: a year and a half is 1 year and 6 months; a fortnight is 2 weeks."""
    if amount.unit in _OTHERWISE:
        times, unit = _OTHERWISE[amount.unit]
        return (Amount(None if amount.count is None else amount.count * times, unit),)
    if amount.count is None or amount.count % 1 != 0.5 or amount.unit not in _HALVES:
        return (amount,)
    count, unit = _HALVES[amount.unit]
    rest = (Amount(amount.count - 0.5, amount.unit),) if amount.count > 1 else ()
    return (*rest, Amount(count, unit))


@dataclass(frozen=True, slots=True)
class Partial:
    """Fields of the calendar as far as they are said; complete where they fix one period.

    ``weekday`` is 0 for Monday; ``season`` 1 to 4 from spring; ``decade`` 199 for the 1990s, 9 for "the nineties";
    ``century`` 19 for the 1900s; ``short_year`` is a year of two digits; ``holiday`` a name in ``holidays.HOLIDAYS``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    holiday: str | None = None
    decade: int | None = None
    century: int | None = None
    short_year: int | None = None

    @property
    def unit(self) -> Unit:
        """The grain of what is said."""
        if self.day is not None or self.weekday is not None or self.holiday is not None:
            return Unit.DAY
        fields = (("month", Unit.MONTH), ("quarter", Unit.QUARTER), ("season", Unit.SEASON), ("half", Unit.HALF))
        for name, unit in fields:
            if getattr(self, name) is not None:
                return unit
        if self.decade is not None:
            return Unit.DECADE
        return Unit.CENTURY if self.century is not None else Unit.YEAR

    def __str__(self) -> str:
        if self.decade is not None:
            return f"{self.decade:03}X" if self.decade > 9 else f"XX{self.decade}X"
        if self.century is not None:
            return f"{self.century:02}XX"
        year = "XXXX" if self.short_year is None else f"XX{self.short_year:02}"
        year = year if self.year is None else f"{self.year:04}"
        return year + self._within_year()

    def _within_year(self) -> str:
        if self.holiday is not None:
            return f"-{self.holiday}"
        if self.weekday is not None and self.day is None and self.month is None:
            return f"-WXX-{self.weekday + 1}"
        if self.quarter is not None:
            return f"-Q{self.quarter}"
        if self.half is not None:
            return f"-H{self.half}"
        if self.season is not None:
            return f"-{SEASONS[self.season - 1]}"
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"{month and ''}-{self.day:02}"
        return (month or ("-XX" if day else "")) + day


@dataclass(frozen=True, slots=True)
class Step:
    """The cell of the calendar ``count`` cells from the origin's own: this year (0), last month (-1), tomorrow (1)."""

    count: int
    unit: Unit
    origin: Origin | Say = Origin.PUBLICATION

    def __str__(self) -> str:
        name = {-1: "prev", 0: "this", 1: "next"}.get(self.count, f"{self.count:+}")
        return f"{name}({self.unit.value}{_of(self.origin)})"


@dataclass(frozen=True, slots=True)
class Shift:
    """A time so far before (``sign`` -1) or after (1) the origin: two weeks ago, three days later."""

    amounts: tuple[Amount, ...]
    sign: int
    origin: Origin | Say = Origin.PUBLICATION

    @property
    def unit(self) -> Unit:
        """The grain of the answer: that of the finest unit counted."""
        return min(amount.unit for amount in self.amounts)

    def __str__(self) -> str:
        side = "before" if self.sign < 0 else "after"
        return f"{written(self.amounts)} {side} {_name(self.origin)}"


@dataclass(frozen=True, slots=True)
class Seek:
    """The nearest match of ``what`` before (-1), after (1) or around (0) the origin: last Friday, next May.

    ``skip`` asks for the next cell at least: "next Friday" on a Friday is not today.
    """

    direction: int
    what: Partial
    origin: Origin = Origin.PUBLICATION

    @property
    def unit(self) -> Unit:
        """The grain of what is sought."""
        return self.what.unit

    def __str__(self) -> str:
        name = {-1: "last", 0: "this", 1: "next"}[self.direction]
        return f"{name}({self.what}{_of(self.origin)})"


@dataclass(frozen=True, slots=True)
class Within:
    """``inner`` inside ``outer``: May of last year, Friday last week."""

    inner: Partial
    outer: Say

    @property
    def unit(self) -> Unit:
        """The grain of the inner one."""
        return self.inner.unit

    def __str__(self) -> str:
        return f"{self.inner} in {self.outer}"


@dataclass(frozen=True, slots=True)
class Nth:
    """The ``n``-th unit or weekday (0 Monday) of a longer period; -1 is the last, 0 the quarter that answers to the one
    last spoken of. ``count`` cells of it."""

    n: int
    what: Unit | int
    outer: Say
    count: int = 1

    @property
    def unit(self) -> Unit:
        """The grain of what is counted."""
        return self.what if isinstance(self.what, Unit) else Unit.DAY

    def __str__(self) -> str:
        what = self.what.value if isinstance(self.what, Unit) else f"weekday {self.what + 1}"
        many = f" x{self.count}" if self.count > 1 else ""
        return f"{what} {self.n}{many} of {self.outer}"


@dataclass(frozen=True, slots=True)
class Portion:
    """A time with a TIMEX3 ``mod``: START, MID and END are thirds of it; APPROX, BEFORE, AFTER and others qualify."""

    mod: str
    of: Say

    @property
    def unit(self) -> Unit:
        """The grain of the whole."""
        return unit_of(self.of)

    @property
    def part(self) -> Part | None:
        """The third, if it is one."""
        return Part(self.mod) if self.mod in {"START", "MID", "END"} else None

    def __str__(self) -> str:
        return f"{self.of} {self.mod}"


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day; ``day`` None where only the clock is named."""

    day: Say | None
    clock: Clock

    @property
    def unit(self) -> Unit:
        """Hour, whatever the clock shows: finer than a day."""
        return Unit.HOUR

    def __str__(self) -> str:
        return f"{'XXXX-XX-XX' if self.day is None else self.day}T{self.clock}"


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time tied to no date: three days, weeks."""

    amounts: tuple[Amount, ...]
    mod: str | None = None

    def __str__(self) -> str:
        return written(self.amounts) + (f" {self.mod}" if self.mod else "")


@dataclass(frozen=True, slots=True)
class Run:
    """A length of time that ends (-1) or begins (1) at the origin: the past three months, the next few days."""

    amounts: tuple[Amount, ...]
    direction: int
    origin: Origin | Say = Origin.PUBLICATION

    def __str__(self) -> str:
        return f"{written(self.amounts)} {'up to' if self.direction < 0 else 'from'} {_name(self.origin)}"


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times: ``value`` is TIMEX3's (``P1D``, ``XXXX-WXX-5``), with its ``quant`` and ``freq``."""

    value: str
    quant: str | None = None
    freq: str | None = None

    def __str__(self) -> str:
        return f"every {self.value}"


@dataclass(frozen=True, slots=True)
class Ref:
    """A vague reference, written as TIMEX3 does: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``; also years BC."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Then:
    """The date last spoken of, as it was given: since then, by then."""

    def __str__(self) -> str:
        return Origin.FOCUS.value


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: Say
    last: Say

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Figures:
    """A date all in figures that does not begin with the year, as written: the document settles the order."""

    text: str

    @property
    def unit(self) -> Unit:
        """A day."""
        return Unit.DAY

    def __str__(self) -> str:
        return self.text


Say = Figures | Partial | Step | Shift | Seek | Within | Nth | Portion | At | Lasting | Run | Every | Ref | Then | Range


def unit_of(say: Say) -> Unit:
    """The grain of what is said; the day where there is none."""
    unit = getattr(say, "unit", None)
    return unit if isinstance(unit, Unit) else Unit.DAY


def _name(origin: Origin | Say) -> str:
    return origin.value if isinstance(origin, Origin) else str(origin)


def _of(origin: Origin | Say) -> str:
    return "" if origin is Origin.PUBLICATION else f" of {_name(origin)}"
