"""Named days of the year: where the calendars of their feasts put them.

Those of Easter come from dateutil, of the Hebrew calendar from pyluach, of the Islamic one from hijridate (Umm al-Qura,
1924 to 2077). Moons are sighted, and countries differ by a day: what begins with one is approximate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter
from hijridate import Gregorian, Hijri
from pyluach.dates import HebrewDate

from dateline.dates.period import nth_weekday

Holiday = Callable[[int], tuple[date, ...]]
"""The first days of a feast in a year of ours: one, or two where its own year is shorter. ``ValueError`` or
``OverflowError`` for a year that its calendar does not reach."""

_NISAN, _TISHRI, _KISLEV = 1, 7, 9
_RAMADAN, _SHAWWAL, _DHU_AL_HIJJAH = 9, 10, 12


def _fixed(month: int, day: int) -> Holiday:
    return lambda year: (date(year, month, day),)


def _weekday(month: int, weekday: int, n: int, after: int = 0) -> Holiday:
    return lambda year: (nth_weekday(year, month, weekday, n) + timedelta(days=after),)


def _easter(days: int) -> Holiday:
    return lambda year: (easter(year) + timedelta(days=days),)


def _hebrew(month: int, day: int) -> Holiday:
    """The daylight of the day; the feast begins the evening before."""
    return lambda year: (HebrewDate(year + (3760 if month < _TISHRI else 3761), month, day).to_pydate(),)


def _islamic(month: int, day: int) -> Holiday:
    return lambda year: tuple(_of_hijri(year, month, day))


def _of_hijri(year: int, month: int, day: int) -> Iterator[date]:
    first = Gregorian(year, 1, 1).to_hijri().year
    for hijri in (first, first + 1):
        found = Hijri(hijri, month, day).to_gregorian()
        if found.year == year:
            yield date(found.year, found.month, found.day)


HOLIDAYS: dict[str, Holiday] = {
    "new year's day": _fixed(1, 1),
    "martin luther king day": _weekday(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "orthodox christmas": _fixed(1, 7),
    "australia day": _fixed(1, 26),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _weekday(2, 0, 3),
    "international women's day": _fixed(3, 8),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "ash wednesday": _easter(-46),
    "mardi gras": _easter(-47),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "holy saturday": _easter(-1),
    "ascension day": _easter(39),
    "good friday": _easter(-2),
    "easter": _easter(0),
    "easter monday": _easter(1),
    "pentecost": _easter(49),
    "orthodox easter": lambda year: (easter(year, EASTER_ORTHODOX),),
    "passover": _hebrew(_NISAN, 15),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "cinco de mayo": _fixed(5, 5),
    "mother's day": _weekday(5, 6, 2),
    "memorial day": _weekday(5, 0, -1),
    "father's day": _weekday(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _weekday(9, 0, 1),
    "rosh hashanah": _hebrew(_TISHRI, 1),
    "yom kippur": _hebrew(_TISHRI, 10),
    "columbus day": _weekday(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "election day": _weekday(11, 0, 1, after=1),
    "bonfire night": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "remembrance sunday": _weekday(11, 6, 2),
    "thanksgiving": _weekday(11, 3, 4),
    "black friday": _weekday(11, 3, 4, after=1),
    "cyber monday": _weekday(11, 3, 4, after=4),
    "hanukkah": _hebrew(_KISLEV, 25),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "ramadan": _islamic(_RAMADAN, 1),
    "eid al-fitr": _islamic(_SHAWWAL, 1),
    "eid al-adha": _islamic(_DHU_AL_HIJJAH, 10),
}
"""Named days (those of the United States where countries differ): when they begin in a given year."""

SIGHTED = {"ramadan", "eid al-fitr", "eid al-adha"}
"""Those that begin when the moon is seen: a day earlier or later than reckoned."""


def last_day(holiday: str, first: date) -> date:
    """The last day of a feast that begins on ``first``: Ramadan is a month, Passover and Hanukkah are eight days."""
    if holiday == "ramadan":
        return first + timedelta(days=Gregorian(first.year, first.month, first.day).to_hijri().month_length() - 1)
    return first + timedelta(days=7 if holiday in ("passover", "hanukkah") else 0)
