"""Dates counted from the day of publication or from a date last spoken of."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Origin, Partial, Ref, Run, Say, Seek, Shift, Step, Within
from dateline.lang.en import build
from dateline.timex.rule import Marked, Rule, eg

FOCUS = Origin.FOCUS


def _ago(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, -1)


def _earlier(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, -1, FOCUS)


def _later(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, 1, FOCUS)


def _recent(units: Unit) -> Run | Ref:
    """Recent weeks reach up to now; recent years are just the past."""
    return Ref("PAST_REF") if units >= Unit.YEAR else Run((Amount(None, units),), -1)


def _stepped(step: int, unit: Unit) -> Say:
    """Last week; the past decade is a length of time."""
    return Step(step, unit) if unit is not Unit.DECADE or step == 0 else Run((Amount(1, unit),), step)


def _ago_today(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, -1, Step(0, Unit.DAY))


def _sought(focus_step: int, what: int) -> Say:
    return Seek(focus_step, Partial(weekday=what), FOCUS)


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
        "in the next <period>",
        "over|in|within|during|for [ the next @calendar_unit:unit ( or so )? ]",
        lambda unit: Step(1, unit),
        examples=(eg("He left in 1991; prices will rise in [the next year = next(year)].", means="2014"),),
        rejects=("In the next room he slept.",),
    ),
    Rule(
        "the previous <period>",
        "the|that @focus_step fiscal? @calendar_unit:unit",
        lambda focus_step, unit: Step(focus_step, unit, FOCUS),
        examples=(
            eg("[The following month = next(month of focus)] it fell."),
            eg("He left [the same day = this(day of focus)]."),
        ),
        rejects=("The following people left.",),
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
        "that <season>",
        "that same? @season",
        lambda season: Seek(0, Partial(season=season), FOCUS),
        examples=(eg("They won in May 1968; [that summer = this(XXXX-SU of focus)] they lost.", means="1968-SU"),),
        rejects=("That summed it up.",),
    ),
    Rule(
        "that <month>",
        "that same? @month",
        lambda month: Seek(0, Partial(month=month), FOCUS),
        examples=(eg("He fell ill in 2010; [that April = this(XXXX-04 of focus)] he died.", means="2010-04"),),
        rejects=("That may be so.", "That march was long."),
    ),
    Rule(
        "that <weekday>",
        "that same? @weekday",
        lambda weekday: Within(Partial(weekday=weekday), Step(0, Unit.WEEK, FOCUS)),
        examples=(
            eg("He fell on 25 July 2012; [that Friday = XXXX-WXX-5 in this(week of focus)] he died.", means="2012-07-27"),
        ),
        rejects=("That sun was hot.",),
    ),
    Rule(
        "that <period>",
        "that same? @calendar_unit:unit",
        lambda unit: Step(0, unit, FOCUS),
        examples=(eg("In May 2010 he won; [that year = this(year of focus)] he left.", means="2010"),),
        rejects=("That mattered.",),
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
        "the previous <weekday>",
        "the @focus_step @weekday:what",
        _sought,
        examples=(
            eg(
                "He fell on 25 July 2012 and died [the following Monday = next(XXXX-WXX-1 of focus)].",
                means="2012-07-30",
            ),
        ),
        rejects=("The following men fell.",),
    ),
    Rule(
        "the previous <month>",
        "the|that @focus_step @month",
        lambda focus_step, month: Seek(focus_step, Partial(month=month), FOCUS),
        examples=(
            eg("He was held in 2010 and freed [the following June = next(XXXX-06 of focus)].", means="2011-06"),
        ),
        rejects=("The following may surprise.", "The next march is long."),
    ),
    Rule(
        "the previous <season>",
        "the|that @focus_step @season",
        lambda focus_step, season: Seek(focus_step, Partial(season=season), FOCUS),
        examples=(eg("It shut in May 1968; [the next winter = next(XXXX-WI of focus)] it fell.", means="1968-WI"),),
        rejects=("The following summed it up.",),
    ),
    Rule(
        "the previous <holiday>",
        "the|that @focus_step @holiday",
        lambda focus_step, holiday: Seek(focus_step, Partial(holiday=holiday), FOCUS),
        examples=(
            eg("They met in May 1968 and wed [the following Easter = next(XXXX-easter of focus)].", means="1969-04-06"),
        ),
        rejects=("The following men left.",),
    ),
    Rule(
        "the <weekday>",
        "on|until|by|from [ the @weekday ] .|,",
        lambda weekday: Seek(1, Partial(weekday=weekday), FOCUS),
        examples=(
            eg("He fell on 25 July 2012 and died on [the Monday = next(XXXX-WXX-1 of focus)].", means="2012-07-30"),
        ),
        rejects=("He read it in the Sun.",),
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
        "<period> earlier",
        "@count:count @any_unit:unit earlier|previously",
        _earlier,
        examples=(
            eg("Profit was lower [a year earlier = P1Y before focus]."),
            eg("On 25 January he fell; [two days earlier = P2D before focus] he was well.", means="2013-01-23"),
        ),
        rejects=("Two people earlier left.",),
    ),
    Rule(
        "<period> before",
        "[ @count:count @any_unit:unit before ] ,|.",
        _earlier,
        examples=(eg("On 25 January he fell; [two days before = P2D before focus], he was well.", means="2013-01-23"),),
        rejects=("It closed two days before the vote.",),
    ),
    Rule(
        "<periods> earlier",
        "@units earlier",
        lambda units: build.shift(None, units, -1, FOCUS),
        examples=(eg("He had won [years earlier = PXY before focus]."),),
        rejects=("Earlier it rained.",),
    ),
    Rule(
        "<period> later",
        "@count:count @any_unit:unit later|afterwards|afterward",
        _later,
        examples=(eg("He fell on 25 July 2012. [Three days later = P3D after focus] he died.", means="2012-07-28"),),
        rejects=("Three men later died.",),
    ),
    Rule(
        "<period> on",
        "[ @number|@one:count @any_unit:unit on ] ,|.",
        _later,
        examples=(eg("It fell on 25 July 2012. [A year on = P1Y after focus], it rose.", means="2013"),),
        rejects=("He spent a year on the road.",),
    ),
    Rule(
        "<periods> later",
        "@units later|afterwards|afterward",
        lambda units: build.shift(None, units, 1, FOCUS),
        examples=(eg("He fell on 25 July 2012. [Days later = PXD after focus] he died."),),
        rejects=("Later he died.",),
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
        "the <period> before",
        "[ the @calendar_unit:unit before ] .|,",
        lambda unit: Step(-1, unit, FOCUS),
        examples=(
            eg("He had left on 3 May 2012; she left [the day before = prev(day of focus)].", means="2012-05-02"),
        ),
        rejects=("The day before the vote was dry.",),
    ),
    Rule(
        "the <season> before",
        "[ the @season before ] .|,|to",
        lambda season: Seek(-1, Partial(season=season), FOCUS),
        examples=(eg("He fell in May 2012; he had wed [the summer before = last(XXXX-SU of focus)].", means="2011-SU"),),
        rejects=("The summer before the war was dry.",),
    ),
    Rule(
        "the <period> after",
        "[ the @calendar_unit:unit after ] .|,",
        lambda unit: Step(1, unit, FOCUS),
        examples=(eg("He left on 3 May 2012; she left [the year after = next(year of focus)].", means="2013"),),
        rejects=("The day after the vote was dry.",),
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
        "<period> before <event>",
        "[ @number|@one:count @any_unit:unit ] before ~|@determiner",
        lambda count, unit: Marked(build.shift(count, unit, -1, Origin.EVENT), "DURATION"),
        examples=(eg("It closed [two days = P2D before event] before the vote.", means="P2D"),),
        rejects=("It closed two days before Christmas.",),
    ),
    Rule(
        "<period> after <event>",
        "[ @number|@one:count @any_unit:unit ] after ~|@determiner",
        lambda count, unit: Marked(build.shift(count, unit, 1, Origin.EVENT), "DURATION"),
        examples=(eg("It closed [a week = P1W after event] after the vote.", means="P1W"),),
        rejects=("It closed two weeks after 3 May 2012.",),
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
        "the|these|its|his|her|their? @past_run:direction @count @any_unit:unit",
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
        "the following <periods>",
        "the? following|ensuing|subsequent @count @any_unit:unit",
        lambda count, unit: Run((Amount(count, unit),), 1, FOCUS),
        examples=(
            eg("It was bought in 1999; in [the following three years = P3Y from focus] it shrank.", means="P3Y"),
        ),
        rejects=("The following three men left.",),
    ),
    Rule(
        "recent <periods>",
        "the|these? recent|past|last @units",
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
        "following <periods>",
        "the? following|ensuing|subsequent @units",
        lambda units: Run((Amount(None, units),), 1, FOCUS),
        examples=(eg("He fell on 3 May 2012; in [the following weeks = PXW from focus] he mended.", means="PXW"),),
        rejects=("The following men left.",),
    ),
    Rule(
        "the <period>",
        "the fiscal|whole? @calendar_unit:unit !@ordinal|before|after|of|when|since|preceding|following|leading|-",
        lambda unit: Step(0, unit, FOCUS) if unit > Unit.DAY else None,
        examples=(eg("Sales rose in [the quarter = this(quarter of focus)]."),),
        rejects=("The party won.",),
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
