"""How reports on a company's quarter speak of time: the latest period, a year ago, the nine months."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Lasting, Nth, Origin, Partial, Shift, Step, Within
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg

FOCUS = Origin.FOCUS

RULES = (
    Rule(
        "the <unit> ended",
        "[ the fiscal? year ] ended|ending|through|to",
        lambda: build.lasting(1, Unit.YEAR),
        examples=(eg("Sales rose in [the year = P1Y up to last(XXXX-06-30)] ended June 30.", means="P1Y"),),
        rejects=("The yearling ended last.",),
    ),
    Rule(
        "year-ago",
        "the? comparable? @one:x? year -? ago|earlier quarter|period",
        lambda x=1: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(eg("Profit beat [the year-earlier quarter = P1Y before focus]."),),
        rejects=("The earlier quarter-final was lost.",),
    ),
    Rule(
        "prior-year",
        "the? prior|previous -? year quarter|period",
        lambda: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(eg("Profit beat [the prior-year quarter = P1Y before focus]."),),
        rejects=("The prior quarter-final was lost.",),
    ),
    Rule(
        "the same period of <year>",
        "the? same|comparable|corresponding period|quarter of|in @year",
        lambda year: Nth(0, Unit.QUARTER, Partial(year=year)),
        examples=(eg("Third-quarter profit beat [the same period of 2011 = quarter 0 of 2011].", means="2011-Q3"),),
        rejects=("The same period of rain came.",),
    ),
    Rule(
        "year-ago, bare",
        "year -? ago|earlier",
        lambda: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(
            eg("Profit beat the [year-earlier = P1Y before focus] sum."),
            eg("It fell from a [year-earlier = P1Y before focus] loss."),
        ),
        rejects=("He came earlier.",),
    ),
    Rule(
        "first <periods>",
        "the @ordinal:n @count @any_unit:unit",
        lambda n, count, unit: Lasting((Amount(count, unit),)),
        examples=(eg("Sales rose in [the first nine months = P9M]."),),
        rejects=("The first nine men left.",),
    ),
    Rule(
        "the full year",
        "the full @calendar_unit:unit",
        lambda unit: Step(0, unit),
        examples=(eg("Sales for [the full year = this(year)] were flat.", means="2013"),),
        rejects=("The full house won.",),
    ),
    Rule(
        "the latest <period>",
        "the? latest|same|comparable|corresponding fiscal? quarter|period",
        lambda: Step(0, Unit.QUARTER, FOCUS),
        examples=(
            eg(
                "Third-quarter sales rose; in [the latest quarter = this(quarter of focus)] costs fell.",
                means="2012-Q3",
            ),
        ),
        rejects=("The latest news came.",),
    ),
    Rule(
        "the latest year",
        "the latest fiscal? year",
        lambda: Step(-1, Unit.YEAR),
        examples=(eg("Sales fell in [the latest fiscal year = prev(year)]."),),
        rejects=("The latest men left.",),
    ),
    Rule(
        "the same period a year ago",
        "the same|comparable|corresponding? period|quarter ,? ( @one:x year ago|earlier|before )",
        lambda x=1: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(eg("Third-quarter profit beat [the same period a year ago = P1Y before focus].", means="2011-Q3"),),
        rejects=("The same men left.",),
    ),
    Rule(
        "the same month a year ago",
        "the same|comparable|corresponding month ,? ( @one:x year ago|earlier|before )",
        lambda x=1: Shift((Amount(1, Unit.YEAR),), -1, Step(0, Unit.MONTH, FOCUS)),
        examples=(
            eg(
                "In December 2012 it beat [the same month a year earlier = P1Y before this(month of focus)].", "2011-12"
            ),
        ),
        rejects=("The same men left.",),
    ),
    Rule(
        "the same period last year",
        "the? same|comparable|corresponding period|quarter ( ,|of )? the? last year",
        lambda: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(eg("Third-quarter profit beat [the same period last year = P1Y before focus].", means="2011-Q3"),),
        rejects=("The same men left last.",),
    ),
    Rule(
        "last year's quarter",
        "last year 's quarter|period",
        lambda: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(eg("Third-quarter profit beat [last year's quarter = P1Y before focus].", means="2011-Q3"),),
        rejects=("Last year's quarters were small.",),
    ),
    Rule(
        "year-ago <quarter>",
        "the? comparable? year -? ago|earlier fiscal? @ordinal quarter",
        lambda ordinal: Within(Partial(quarter=ordinal), Step(-1, Unit.YEAR)) if ordinal <= 4 else None,
        examples=(eg("It beat [the year-ago third quarter = XXXX-Q3 in prev(year)].", means="2012-Q3"),),
        rejects=("The year-ago third team lost.",),
    ),
    Rule(
        "year-ago <periods>",
        "the year -? ago|earlier @number:count @units:unit",
        lambda count, unit: Lasting((Amount(count, unit),)),
        examples=(eg("It beat [the year-earlier nine months = P9M]."),),
        rejects=("The year-earlier nine won.",),
    ),
)
