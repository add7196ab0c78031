"""Dates counted from a date last spoken of, or from an event."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Origin, Partial, Run, Say, Seek, Shift, Step, Then, Within
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg

FOCUS = Origin.FOCUS


def _earlier(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, -1, FOCUS)


def _later(count: float | None, unit: Unit) -> Say:
    return build.shift(count, unit, 1, FOCUS)


def _beside(sign: int, unit: Unit) -> Say:
    """The day, week, month or year right before or after something; a weekend is mostly the one that it began."""
    return Step(0, unit, FOCUS) if unit is Unit.WEEKEND else Shift((Amount(1, unit),), sign, Origin.EVENT)


def _sought(focus_step: int, what: int) -> Say:
    return Seek(focus_step, Partial(weekday=what), FOCUS)


RULES = (
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
            eg(
                "He fell on 25 July 2012 and [that Friday = XXXX-WXX-5 in this(week of focus)] died.",
                means="2012-07-27",
            ),
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
        examples=(eg("He was held in 2010 and freed [the following June = next(XXXX-06 of focus)].", means="2011-06"),),
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
        examples=(eg("He fell in May 2012, wed [the summer before = last(XXXX-SU of focus)].", means="2011-SU"),),
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
        "the <period> after <event>",
        "[ the @calendar_unit:unit ] after ~|@determiner",
        lambda unit: _beside(1, unit),
        examples=(eg("It closed [the day = P1D after event] after the vote.", means="XXXX-XX-XX"),),
        rejects=("It closed the day after Christmas.", "The party after the vote was wild."),
    ),
    Rule(
        "the <period> before <event>",
        "[ the @calendar_unit:unit ] before @determiner",
        lambda unit: _beside(-1, unit),
        examples=(eg("It closed [the day = P1D before event] before the vote.", means="XXXX-XX-XX"),),
        rejects=("It closed the day before Christmas.", "The party before the vote was wild."),
    ),
    Rule(
        "the <period> of <event>",
        "on|in|since|until|till|from [ the @calendar_unit:unit ] of ~|@determiner",
        lambda unit: Step(0, unit, Origin.EVENT),
        examples=(eg("Shops closed on [the day = this(day of event)] of the funeral.", means="XXXX-XX-XX"),),
        rejects=("Shops closed on the way of the cross.",),
    ),
    Rule(
        "then",
        "since|by|until|till|before|from [ then ]",
        Then,
        examples=(eg("He left in 1991; since [then = focus] he has slept.", means="1991"),),
        rejects=("Then he slept.", "He sat by the river, then slept."),
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
)
