"""Complete calendar dates in odd formats, read by dateparser: the only module that calls it.

Languages, base date, order and day-of-month preference are always given, so that the answer depends on nothing but the
words; a text that leaves out the day, the month or the year is refused rather than filled in.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Literal

from dateline.dates.period import Period

Order = Literal["DMY", "MDY", "YMD"]
"""Which number comes first in a numeric date."""

_BASE = datetime(2000, 1, 1)
_LONGEST = 40
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")


@lru_cache(maxsize=1024)
def read_complete(text: str, order: Order = "DMY", languages: tuple[str, ...] = ("en",)) -> Period | None:
    """The day that ``text`` names completely (day, month and year), or None.

    ``order`` settles numeric dates such as ``03/04/2022``; dates that begin with a year are always year, month, day.
    Example: ``read_complete("15.9.2022")`` is the day 2022-09-15; ``read_complete("15 September")`` is None.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST or not any(character.isdigit() for character in text):
        return None
    iso = _ISO.match(text)
    if iso is not None:
        return _day(*(int(group) for group in iso.groups()))
    return _parsed(text, order, languages)


def _parsed(text: str, order: Order, languages: tuple[str, ...]) -> Period | None:
    from dateparser.date import DateDataParser

    settings = {
        "DATE_ORDER": order,
        "RELATIVE_BASE": _BASE,
        "PREFER_DAY_OF_MONTH": "first",
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    parser = DateDataParser(languages=list(languages), settings=settings)
    found = parser.get_date_data(text).date_obj
    return None if found is None else _day(found.year, found.month, found.day)


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period.day(year, month, day)
    except ValueError:
        return None


def order_in(texts: tuple[str, ...], default: Order = "DMY") -> Order:
    """The order that the numeric dates of one document keep: a number above 12 tells which one is the day.

    Example: ``order_in(("03/04/2022", "04/15/2022"))`` is ``"MDY"``.
    """
    for text in texts:
        first, second = [int(part) for part in re.split("[-/.]", text)[:2]]
        if 12 < first <= 31:
            return "DMY"
        if 12 < second <= 31 and first <= 12:
            return "MDY"
    return default
