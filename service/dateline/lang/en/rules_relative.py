"""Dates counted from the day of publication."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Partial, Ref, Run, Say, Seek, Shift, Step
from dateline.lang.en import build
from dateline.timex.rule import Marked, Rule, eg


def _ago(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, -1)


def _recent(units: Unit) -> Run | Ref:
    """Recent weeks reach up to now; recent years are just the past."""
    return Ref("PAST_REF") if units >= Unit.YEAR else Run((Amount(None, units),), -1)


def _stepped(step: int, unit: Unit) -> Say:
    """Last week; the past decade is a length of time."""
    return Step(step, unit) if unit is not Unit.DECADE or step == 0 else Run((Amount(1, unit),), step)


def _ago_today(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, -1, Step(0, Unit.DAY))


def _weekdays(count: float, weekday: int, direction: int) -> Say | None:
    """Two Sundays ago: a week before last Sunday."""
    if count < 1 or count != int(count):
        return None
    near = Seek(direction, Partial(weekday=weekday))
    return near if count == 1 else build.shift(7 * (count - 1), Unit.DAY, direction, near)


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
        rejects=("Before yesterdays there was nothing.",),
    ),
    Rule(
        "last <period>",
        "the? @step fiscal|trading|business? @calendar_unit:unit ( or so )? !of",
        _stepped,
        examples=(
            eg("[Last month = prev(month)] they agreed.", means="2013-01"),
            eg("It opens [next year = next(year)].", means="2014"),
            eg("They met [this week = this(week)].", means="2013-W07"),
            eg("One day [last week = prev(week)] they met.", means="2013-W06"),
            eg("Sales fell in [the past year = prev(year)].", means="2012"),
        ),
        rejects=("This is the last straw.", 'He spoke on "This Week," a programme.'),
    ),
    Rule(
        "last <weekday>",
        "the? @step past|coming? @weekday",
        lambda step, weekday: Seek(step, Partial(weekday=weekday)),
        examples=(
            eg("They met [last Friday = last(XXXX-WXX-5)].", means="2013-02-08"),
            eg("They meet [next Friday = next(XXXX-WXX-5)].", means="2013-02-15"),
        ),
        rejects=("It was the last straw.",),
    ),
    Rule(
        "last <month> <day>",
        "the? @step @month @day",
        lambda step, month, day: Seek(step, Partial(month=month, day=day)),
        examples=(eg("He was shot [last Oct. 23 = last(XXXX-10-23)].", means="2012-10-23"),),
        rejects=("At last 23 marched.",),
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
        examples=(
            eg("It broke [last spring = last(XXXX-SP)].", means="2012-SP"),
            eg("They wed [this summer = this(XXXX-SU)].", means="2013-SU"),
        ),
        rejects=("They last summered there.",),
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
        "@count:count @any_unit:unit ( or so|two )? ago",
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
        "<period> from now",
        "@count:count @any_unit:unit from now",
        lambda count, unit: build.shift(count, unit, 1),
        examples=(eg("It ends [two weeks from now = P2W after publication].", means="2013-W09"),),
        rejects=("Two men from now on watch.",),
    ),
    Rule(
        "<period> ago this <period>",
        "@count:count @any_unit:unit ago this @calendar_unit:cell",
        lambda count, unit, cell: build.shift(count, unit, -1, Step(0, cell)),
        examples=(eg("It began [ten years ago this month = P10Y before this(month)].", means="2003-02"),),
        rejects=("It began ages ago, this mess.",),
    ),
    Rule(
        "<years> ago <weekday>",
        "@one|@number:count year|years ago on? @weekday",
        lambda count, weekday: build.shift(count, Unit.YEAR, -1, Partial(weekday=weekday)),
        examples=(eg("He died [10 years ago Tuesday = P10Y before XXXX-WXX-2].", means="2003-02-12"),),
        rejects=("He died yearning.",),
    ),
    Rule(
        "<period> ago <weekday>",
        "@one|@number:count week|weeks ago on? @weekday",
        lambda count, weekday: Shift((Amount(7 * count, Unit.DAY),), -1, Partial(weekday=weekday)),
        examples=(eg("He died [a week ago Tuesday = P7D before XXXX-WXX-2].", means="2013-02-05"),),
        rejects=("A week of Tuesdays passed.",),
    ),
    Rule(
        "<weeks> on <weekday>",
        "@one week on @weekday",
        lambda one, weekday: Shift((Amount(7, Unit.DAY),), 1, Seek(1, Partial(weekday=weekday))),
        examples=(eg("He will be tried [a week on Friday = P7D after next(XXXX-WXX-5)].", means="2013-02-22"),),
        rejects=("A weak Friday followed.",),
    ),
    Rule(
        "<period> ago today",
        "@count:count @any_unit:unit ago today",
        _ago_today,
        examples=(eg("He died [a year ago today = P1Y before this(day)].", means="2012-02-12"),),
        rejects=("He left today.",),
    ),
    Rule(
        "the <period> before last",
        "the @calendar_unit:unit before last !@weekday|@calendar_unit|@month",
        lambda unit: Step(-2, unit),
        examples=(eg("He left [the week before last = -2(week)].", means="2013-W05"),),
        rejects=("He came before last.",),
    ),
    Rule(
        "the <period> after next",
        "the @calendar_unit:unit after next",
        lambda unit: Step(2, unit),
        examples=(eg("It opens [the year after next = +2(year)].", means="2015"),),
        rejects=("It opens after next.",),
    ),
    Rule(
        "in <period>",
        "in [ @number|@one:count @any_unit:unit ]",
        lambda count, unit: Marked(build.shift(count, unit, 1), "DURATION"),
        examples=(eg("Talks will open in [three days = P3D after publication].", means="P3D"),),
        rejects=("In three cities they marched.",),
    ),
    Rule(
        "the past <periods>",
        "the|these|its|his|her|their? @past_run:direction @count @any_unit:unit !of",
        build.run,
        examples=(
            eg("It rained for [the past three months = P3M up to publication]."),
            eg("Sales rose in [the last few years = PXY up to publication]."),
        ),
        rejects=("The last three men left.",),
    ),
    Rule(
        "the next <periods>",
        "the|these? @next_run:direction @count @any_unit:unit ( or so )?",
        build.run,
        examples=(eg("It will rain for [the next two days = P2D from publication]."),),
        rejects=("The next two men left.",),
    ),
    Rule(
        "recent <periods>",
        "the|these? recent|past|last @units !of",
        _recent,
        examples=(eg("In [recent weeks = PXW up to publication] China sent troops."),),
        rejects=("Recent rains hurt.",),
    ),
    Rule(
        "the <periods> ahead",
        "the @units ahead",
        lambda units: Run((Amount(None, units),), 1),
        examples=(eg("Much will change in [the weeks ahead = PXW from publication]."),),
        rejects=("The men ahead won.",),
    ),
    Rule(
        "recent <periods> and <periods>",
        "the? recent|past|last @units and|or @units:longer",
        lambda units, longer: Run((Amount(None, units),), -1),
        examples=(eg("In [recent weeks and months = PXW up to publication] sales fell."),),
        rejects=("Recent rains and winds hurt.",),
    ),
    Rule(
        "coming <periods>",
        "the? coming|next|upcoming @units",
        lambda units: Run((Amount(None, units),), 1),
        examples=(eg("More will follow in [the coming weeks = PXW from publication]."),),
        rejects=("The coming elections matter.",),
    ),
    Rule(
        "<weekdays> ago",
        "@number:count @weekdays:weekday ago",
        lambda count, weekday: _weekdays(count, weekday, -1),
        examples=(eg("They met [two Sundays ago = P7D before last(XXXX-WXX-7)].", means="2013-02-03"),),
        rejects=("Two Sundays are enough.",),
    ),
    Rule(
        "<weekdays> from now",
        "@number:count @weekdays:weekday from now",
        lambda count, weekday: _weekdays(count, weekday, 1),
        examples=(eg("They meet [two Fridays from now = P7D after next(XXXX-WXX-5)].", means="2013-02-22"),),
        rejects=("Two Fridays are enough.",),
    ),
    Rule(
        "<weekday> week",
        "@weekday week",
        lambda weekday: Shift((Amount(7, Unit.DAY),), 1, Seek(1, Partial(weekday=weekday))),
        examples=(eg("They meet on [Thursday week = P7D after next(XXXX-WXX-4)].", means="2013-02-21"),),
        rejects=("They met on a Thursday weekly.",),
    ),
)
