"""Quarters, halves and fiscal years: by number, in code, by their months."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Nth, Partial
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg


def _quarter(ordinal: int, year: int | None = None) -> Partial | None:
    return Partial(quarter=ordinal, year=year) if ordinal <= 4 else None


def _half(ordinal: int | None = None, year: int | None = None) -> Partial | None:
    """A half, or the two quarters that are one; "last" and "final" have no number and are the second."""
    half = ordinal or 2
    return Partial(half=half, year=year) if half <= 2 else None


RULES = (
    Rule(
        "quarter in code",
        "@quarter_code:quarter ( of? @any_year:year )?",
        build.dated,
        examples=(eg("Sales rose in [Q3 2012 = 2012-Q3]."), eg("Sales rose in [Q4 = XXXX-Q4].", means="2012-Q4")),
        rejects=("The FAQ3 page is down.",),
    ),
    Rule(
        "half in code, bare",
        "in|for|during [ @half_code:half ]",
        lambda half: Partial(half=half),
        examples=(eg("Sales rose in [H1 = XXXX-H1].", means="2013-H1"),),
        rejects=("The H1 visa is dear.",),
    ),
    Rule(
        "half in code",
        "@half_code:half @any_year:year",
        build.dated,
        examples=(eg("Sales rose in [H1 2012 = 2012-H1]."),),
        rejects=("The H1 visa is dear.",),
    ),
    Rule(
        "fiscal year in code",
        "@fiscal_code:year",
        build.dated,
        examples=(eg("Profit fell in [FY2012 = 2012]."), eg("Profit fell in [FY12 = XX12].", means="2012")),
        rejects=("The IFY12 file is lost.",),
    ),
    Rule(
        "fiscal year",
        "fiscal year? @any_year:year",
        lambda year=None: build.dated(year),
        examples=(eg("Profit fell in [fiscal 2012 = 2012]."), eg("Spending rose in [fiscal year 2011 = 2011].")),
        rejects=("The fiscal rules changed.",),
    ),
    Rule(
        "year, fiscal",
        "the? @year fiscal|financial|tax year",
        lambda year: Partial(year=year),
        examples=(eg("Profit fell in [the 2012 fiscal year = 2012]."),),
        rejects=("The 2012 fiscal rules changed yearly.",),
    ),
    Rule(
        "quarter of two months",
        "the? @any_month:first -|--|to|through ( to - )? @any_month:last -? quarter|period",
        lambda first, last: Partial(quarter=first // 3 + 1) if first % 3 == 1 and last == first + 2 else None,
        examples=(
            eg("It grew in [the October-December quarter = XXXX-Q4].", means="2012-Q4"),
            eg("It grew in [the April to June period = XXXX-Q2].", means="2012-Q2"),
        ),
        rejects=("The quarter-final is in October.",),
    ),
    Rule(
        "quarter",
        "the? fiscal? @ordinal fiscal? quarter",
        _quarter,
        examples=(eg("Profit rose in [the third quarter = XXXX-Q3].", means="2012-Q3"),),
        rejects=("He ran a quarter mile.",),
    ),
    Rule(
        "quarter, hyphen",
        "fiscal? @ordinal - quarter",
        _quarter,
        examples=(eg("A [fourth-quarter = XXXX-Q4] loss hurt.", means="2012-Q4"),),
        rejects=("A quarter-mile race was run.",),
    ),
    Rule(
        "the year's period",
        "the @year quarter|period",
        lambda year: Nth(0, Unit.QUARTER, Partial(year=year)),
        examples=(eg("Third-quarter profit beat [the 1988 period = quarter 0 of 1988].", means="1988-Q3"),),
        rejects=("The 1988 periodical is rare.",),
    ),
    Rule(
        "quarter of year",
        "the? fiscal? @ordinal fiscal? quarter ( of|in|)? fiscal? @any_year:year",
        lambda ordinal, year=None: build.dated(year, quarter=ordinal) if ordinal <= 4 else None,
        examples=(eg("Sales rose in [the third quarter of 2011 = 2011-Q3]."),),
        rejects=("He ran a quarter in 20 laps.",),
    ),
    Rule(
        "year quarter",
        "the? @year fiscal? @ordinal -? fiscal? quarter|period",
        _quarter,
        examples=(eg("Sales fell in [the 1988 second quarter = 1988-Q2]."),),
        rejects=("The 1988 second team lost.",),
    ),
    Rule(
        "half of year",
        "the? @ordinal|last:ordinal -? half of @year",
        _half,
        examples=(eg("It sold well in [the first half of 2012 = 2012-H1]."),),
        rejects=("The first half of the match was dull.",),
    ),
    Rule(
        "half",
        "the? @ordinal -? half of the fiscal|financial|calendar? year",
        _half,
        examples=(eg("Sales rose in [the second half of the year = XXXX-H2].", means="2012-H2"),),
        rejects=("He sat out the second half.",),
    ),
    Rule(
        "half, of results",
        "[ @ordinal - half ] ~",
        _half,
        examples=(eg("[First-half = XXXX-H1] profit fell.", means="2013-H1"),),
        rejects=("A first-half goal won it.",),
    ),
    Rule(
        "two quarters",
        "the? @ordinal|last|final:ordinal two quarters of @year",
        _half,
        examples=(
            eg("Sales fell in [the first two quarters of 1990 = 1990-H1]."),
            eg("Sales fell in [the last two quarters of 2012 = 2012-H2]."),
        ),
        rejects=("The first two quarters of the town burnt.",),
    ),
)
