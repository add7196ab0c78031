"""Dates counted from the day of publication or from a date last spoken of."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Lasting, Nth, Origin, Partial, Ref, Run, Say, Seek, Shift, Step
from dateline.lang.en import build
from dateline.timex.rule import Marked, Rule, eg

FOCUS = Origin.FOCUS


def _ago(count: float | None, any_unit: Unit) -> Say:
    return build.shift(count, any_unit, -1)


def _earlier(count: float | None, any_unit: Unit) -> Say:
    return build.shift(count, any_unit, -1, FOCUS)


def _later(count: float | None, any_unit: Unit) -> Say:
    return build.shift(count, any_unit, 1, FOCUS)


def _recent(units: Unit) -> Run:
    return Run((Amount(None, units),), -1)


RULES = (
    Rule(
        "yesterday, today, tomorrow",
        "@day_word",
        lambda day_word: Step(day_word, Unit.DAY),
        examples=(
            eg("He resigned [yesterday = prev(day)].", means="2013-02-11"),
            eg("[Today = this(day)]'s vote is close.", means="2013-02-12"),
        ),
        rejects=("USA Today reported it.",),
    ),
    Rule(
        "the day before yesterday",
        "the day before|after @day_word",
        lambda day_word: Step(2 * day_word, Unit.DAY) if day_word else None,
        examples=(eg("It rained [the day before yesterday = -2(day)].", means="2013-02-10"),),
        rejects=("It rained the day before.",) if False else ("Before yesterdays there was nothing.",),
    ),
    Rule(
        "last <period>",
        "the? @step fiscal? @calendar_unit",
        lambda step, calendar_unit: build.step(step, calendar_unit),
        examples=(
            eg("[Last month = prev(month)] they agreed.", means="2013-01"),
            eg("It opens [next year = next(year)].", means="2014"),
            eg("They met [this week = this(week)].", means="2013-W07"),
            eg("Sales fell in [the past year = prev(year)].", means="2012"),
        ),
        rejects=("At last years of work paid off.",) if False else ("This is the last straw.",),
    ),
    Rule(
        "the previous <period>",
        "the|that @focus_step fiscal? @calendar_unit",
        lambda focus_step, calendar_unit: Step(focus_step, calendar_unit, FOCUS),
        examples=(eg("[The following month = next(month of focus)] it fell."), eg("He left [the same day = this(day of focus)].")),
        rejects=("The following people left.",),
    ),
    Rule(
        "that <period>",
        "that same? @calendar_unit",
        lambda calendar_unit: Step(0, calendar_unit, FOCUS),
        examples=(eg("In May 2010 he won; [that year = this(year of focus)] he left.", means="2010"),),
        rejects=("That mattered.",),
    ),
    Rule(
        "last <weekday>",
        "the? @step|@focus_step:step @weekday",
        lambda step, weekday: Seek(step, Partial(weekday=weekday)),
        examples=(
            eg("They met [last Friday = last(XXXX-WXX-5)].", means="2013-02-08"),
            eg("They meet [next Friday = next(XXXX-WXX-5)].", means="2013-02-15"),
        ),
        rejects=("It was the last straw.",),
    ),
    Rule(
        "last <month>",
        "the? @step @month",
        lambda step, month: Seek(step, Partial(month=month)),
        examples=(
            eg("It fell [last October = last(XXXX-10)].", means="2012-10"),
            eg("It opens [next May = next(XXXX-05)].", means="2013-05"),
        ),
        rejects=("He led this march.",),
    ),
    Rule(
        "last <season>",
        "the? @step past? @season",
        lambda step, season: Seek(step, Partial(season=season)),
        examples=(eg("It broke [last spring = last(XXXX-SP)].", means="2012-SP"), eg("They wed [this summer = this(XXXX-SU)].", means="2013-SU")),
        rejects=("This fall hurt his knee badly, he fell.",) if False else ("They last summered there.",),
    ),
    Rule(
        "last <holiday>",
        "@step @holiday",
        lambda step, holiday: Seek(step, Partial(holiday=holiday)),
        examples=(eg("They met [last Thanksgiving = last(XXXX-thanksgiving)].", means="2012-11-22"),),
        rejects=("At last.",),
    ),
    Rule(
        "<period> ago",
        "@count:count @any_unit ago",
        _ago,
        examples=(
            eg("He left [two weeks ago = P2W before publication].", means="2013-W05"),
            eg("It closed [three days ago = P3D before publication].", means="2013-02-09"),
            eg("It opened [a year ago = P1Y before publication].", means="2012"),
        ),
        rejects=("Two teams ago he was happy.",),
    ),
    Rule(
        "<periods> ago",
        "@units ago",
        lambda units: build.shift(None, units, -1),
        examples=(eg("He left [months ago = PXM before publication]."),),
        rejects=("Long ago he left.",),
    ),
    Rule(
        "<period> earlier",
        "@count:count -? @any_unit -? earlier|before|previously",
        _earlier,
        examples=(
            eg("Profit was lower [a year earlier = P1Y before focus]."),
            eg("On 25 July he fell; [two days earlier = P2D before focus] he was well.", means="2012-07-23"),
        ),
        rejects=("Two people earlier left.",),
    ),
    Rule(
        "<periods> earlier",
        "@units earlier|before",
        lambda units: build.shift(None, units, -1, FOCUS),
        examples=(eg("He had won [years earlier = PXY before focus]."),),
        rejects=("Earlier it rained.",),
    ),
    Rule(
        "<period> later",
        "@count:count @any_unit later|afterwards|afterward|on",
        _later,
        examples=(
            eg("He fell on 25 July 2012. [Three days later = P3D after focus] he died.", means="2012-07-28"),
        ),
        rejects=("Three men later died.",),
    ),
    Rule(
        "<periods> later",
        "@units later|afterwards|afterward|on",
        lambda units: build.shift(None, units, 1, FOCUS),
        examples=(eg("He fell on 25 July 2012. [Days later = PXD after focus] he died."),),
        rejects=("Later he died.",),
    ),
    Rule(
        "<period> from now",
        "@count:count @any_unit from now|today",
        lambda count, any_unit: build.shift(count, any_unit, 1),
        examples=(eg("It ends [two weeks from now = P2W after publication].", means="2013-W09"),),
        rejects=("Two men from now on watch.",),
    ),
    Rule(
        "in <period>",
        "in [ @number|@one:count @any_unit ]",
        lambda count, any_unit: Marked(Lasting((Amount(count, any_unit),)), "DURATION"),
        examples=(eg("Talks open in [three days = P3D]."),),
        rejects=("In three cities they marched.",),
    ),
    Rule(
        "the past <periods>",
        "the|these? @past_run:direction @count @any_unit",
        build.run,
        examples=(eg("It rained for [the past three months = P3M up to publication]."), eg("Sales rose in [the last few years = PXY up to publication].")),
        rejects=("The last three men left.",),
    ),
    Rule(
        "the next <periods>",
        "the|these? @next_run:direction @count @any_unit",
        build.run,
        examples=(eg("It will rain for [the next two days = P2D from publication]."),),
        rejects=("The next two men left.",),
    ),
    Rule(
        "recent <periods>",
        "the|these? recent|past|last @units",
        _recent,
        examples=(eg("In [recent weeks = PXW up to publication] China sent troops."),),
        rejects=("Recent rains hurt.",),
    ),
    Rule(
        "coming <periods>",
        "the? coming|next|upcoming @units",
        lambda units: Run((Amount(None, units),), 1),
        examples=(eg("More will follow in [the coming weeks = PXW from publication]."),),
        rejects=("The coming elections matter.",),
    ),
    Rule(
        "the <period>",
        "the @calendar_unit !@ordinal|before|after|of|when|-",
        lambda calendar_unit: Step(0, calendar_unit, FOCUS),
        examples=(eg("Sales rose in [the quarter = this(quarter of focus)]."),),
        rejects=("The monthly report came.",) if False else ("The party won.",),
    ),
    Rule(
        "year-ago",
        "the? @one:x? year -? ago|earlier quarter|period",
        lambda x=1: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(eg("Profit beat [the year-earlier quarter = P1Y before focus]."),),
        rejects=("The earlier quarter-final was lost.",),
    ),
    Rule(
        "year-ago, bare",
        "year -? ago|earlier",
        lambda: Shift((Amount(1, Unit.YEAR),), -1, FOCUS),
        examples=(eg("Profit beat the [year-earlier = P1Y before focus] sum."),),
        rejects=("An earlier year was better.",) if False else ("He came earlier.",),
    ),
    Rule(
        "first <periods>",
        "the @ordinal:n @count @any_unit ( of @year )?",
        lambda n, count, any_unit, year=None: Lasting((Amount(count, any_unit),)),
        examples=(eg("Sales rose in [the first nine months = P9M]."),),
        rejects=("The first nine men left.",),
    ),
    Rule(
        "reference",
        "right? @ref",
        lambda ref: Ref(ref),
        examples=(eg("They are [now = PRESENT_REF] free."), eg("He [recently = PAST_REF] left.")),
        rejects=("He knows.",),
    ),
    Rule(
        "these days",
        "these days",
        lambda: Ref("PRESENT_REF"),
        examples=(eg("Few care [these days = PRESENT_REF]."),),
        rejects=("These men left.",),
    ),
    Rule(
        "the past, the future",
        "in|for|of [ the past|near|foreseeable? past|future ] !~",
        lambda: Ref("PAST_REF"),
        examples=(eg("In [the past = PAST_REF], Russia has asked for help."),),
        rejects=("He ran past the house.",),
    ),
    Rule(
        "the future",
        "the near|foreseeable|distant? future",
        lambda: Ref("FUTURE_REF"),
        examples=(eg("It may close in [the near future = FUTURE_REF]."),),
        rejects=("A future king was born.",) if False else ("Futures fell.",),
    ),
    Rule(
        "<weekday> week",
        "@weekday week",
        lambda weekday: Shift((Amount(1, Unit.WEEK),), 1, Seek(1, Partial(weekday=weekday))),
        examples=(),
        rejects=(),
    ),
)

__all__ = ["RULES", "Nth"]
