"""What is made of dates already recognised: the last layer."""

from __future__ import annotations

from dataclasses import replace

from dateline.dates.period import Unit
from dateline.dates.say import Amount, At, Lasting, Nth, Origin, Partial, Portion, Range, Say, Seek, Shift, Step, Within
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg


def _about(duration: Lasting, mod: str | None = None) -> Say | None:
    """About, nearly, over; "over several years" is no measure."""
    vague = any(amount.count is None for amount in duration.amounts)
    return None if vague and mod == "MORE_THAN" else build.portion(mod or "APPROX", duration)


def _about_then(mod: str, date: Say) -> Say | None:
    """About two years ago."""
    return build.portion(mod, date) if isinstance(date, Shift) else None


def _onto(day: Say, time: Say) -> Say | None:
    """A time of day put on a day, if it has none."""
    if isinstance(time, Portion):
        whole = _onto(day, time.of)
        return None if whole is None else Portion(time.mod, whole)
    return At(day, time.clock) if isinstance(time, At) and time.day in (None, build.EVENT_DAY) else None


def _year_of(inner: Say, year: Say) -> Say | None:
    """A part of a year that other words than its number name; a quarter also of a year in code."""
    if not isinstance(inner, Partial) or inner.year is not None or isinstance(year, Portion):
        return None
    if isinstance(year, Partial) and inner.quarter is None:
        return None
    return Within(inner, year)


def _weekend_by(day: Say) -> Step:
    """The weekend that a holiday makes long: the one before a Monday or Tuesday, else the one after."""
    return Step(0, Unit.WEEKEND, Shift((Amount(2, Unit.DAY),), -1, day))


def _time_in(time: Say, week: Say) -> At | None:
    """A time of a weekday in a week."""
    if not isinstance(time, At) or not isinstance(time.day, Partial) or time.day.weekday is None:
        return None
    return replace(time, day=build.within(time.day, week))


def _names(day: Say) -> bool:
    """Whether a day is given by its weekday only."""
    what = day.what if isinstance(day, Seek) else day
    return isinstance(what, Partial) and what.weekday is not None and what.day is None


def _from(duration: Lasting, sign: int, day: Say) -> Shift | None:
    """So long before or after a day; None for a length that is vague or only a limit."""
    vague = duration.mod is not None or any(amount.count is None for amount in duration.amounts)
    return None if vague else Shift(duration.amounts, sign, day)


def _ago(duration: Lasting) -> Say:
    """So long ago; what a length is limited by, its date is."""
    shift = Shift(duration.amounts, -1)
    return Portion(duration.mod, shift) if duration.mod else shift


def _earlier(date: Say) -> Say | None:
    """Earlier this year is a part of it; earlier on Friday or this week compares times within it."""
    this = isinstance(date, Step) and date.count == 0 and date.origin is Origin.PUBLICATION and date.unit <= Unit.WEEK
    return None if this or _names(date) else date


RULES = (
    Rule(
        "the end of <date>",
        "the? @portion_noun|late:mod of @Date",
        lambda mod="MID", date=None, portion_noun=None: build.portion(portion_noun or mod, date),
        examples=(
            eg("Since [the beginning of 2020 = 2020 START] he has stayed home."),
            eg("It ends at [the end of the month = this(month of focus) END]."),
            eg("It has grown since [the turn of the century = this(century of focus) START].", means="20"),
        ),
        rejects=("The end of the war came.",),
    ),
    Rule(
        "early <date>",
        "the? @portion:mod in|on? @Date|@Time:of",
        build.portion,
        examples=(eg("It fell in [early 1990 = 1990 START]."),),
        rejects=("The early bird came.",),
    ),
    Rule(
        "mid-<date>",
        "@portion:mod - @Date|@Time:of",
        build.portion,
        examples=(eg("It opened in [mid-September = XXXX-09 MID].", means="2012-09"),),
        rejects=("He left in mid-career.",),
    ),
    Rule(
        "post-<date>",
        "@side:mod - @Date:of",
        build.portion,
        examples=(
            eg("The [post-1959 = 1959 AFTER] politics split them."),
            eg("The [post-9/11 = 2001-09-11 AFTER] world is another."),
        ),
        rejects=("He is a post-war writer.",),
    ),
    Rule(
        "<year> and beyond",
        "@Year and|or beyond|later|onward|onwards",
        lambda year: build.portion("ON_OR_AFTER", year) if isinstance(year, Partial) else None,
        examples=(eg("Sales will grow in [1990 and beyond = 1990 ON_OR_AFTER]."),),
        rejects=("He went on and beyond.",),
    ),
    Rule(
        "the mid-<decade>",
        "the @portion:mod - @Decade:of",
        build.portion,
        examples=(eg("It opened in [the mid-1990s = 199X MID].", means="199"),),
        rejects=("The mid-career break helped.",),
    ),
    Rule(
        "half of <decade>",
        "the first|second|last|latter half of @Decade",
        lambda decade: decade,
        examples=(eg("It sold well in [the last half of the 1980s = 198X].", means="198"),),
        rejects=("The last half of the match was dull.",),
    ),
    Rule(
        "<weekday>, <day>",
        "@Day:weekday ,? @Day",
        lambda weekday, day: day if _names(weekday) and isinstance(day, Partial) and day.month else None,
        examples=(eg("It is [this coming Sunday, March third = XXXX-03-03].", means="2013-03-03"),),
        rejects=("Sunday marched on.",),
    ),
    Rule(
        "earlier <date>",
        "earlier|later in|on|that? @Date|@Time:date",
        _earlier,
        examples=(eg("He resigned [earlier this year = this(year)].", means="2013"),),
        rejects=("Earlier he resigned.",),
    ),
    Rule(
        "<day> <part>",
        "@Day ,? @Time",
        _onto,
        examples=(
            eg("He left [Friday night = XXXX-WXX-5TNI].", means="2013-02-08TNI"),
            eg("They met [yesterday afternoon = prev(day)TAF].", means="2013-02-11TAF"),
        ),
        rejects=("Friday knights left.",),
    ),
    Rule(
        "<day> at <time>",
        "@Day ,? at|around|about @Time",
        _onto,
        examples=(eg("He left [Friday at 3 p.m. = XXXX-WXX-5T15]"),),
        rejects=("He looked at Friday's sky.",),
    ),
    Rule(
        "<time> <day>",
        "@Time ,? ( on|of )? @Day",
        lambda time, day: _onto(day, time),
        examples=(
            eg("They met at [noon on Friday = XXXX-WXX-5T12:00]."),
            eg("They met on [the morning of the 29th of August 2012 = 2012-08-29TMO].", means="2012-08-29TMO"),
            eg("It ends at [5 p.m. EST Nov. 9 = XXXX-11-09T17-05]."),
        ),
        rejects=("At noon men left.",),
    ),
    Rule(
        "<time> of <days>",
        "@Time of|on @Range:days",
        lambda time, days: _onto(days.first, time) if isinstance(days, Range) else None,
        examples=(eg("It burned on [the night of 13-14 August 2012 = 2012-08-13TNI].", means="2012-08-13TNI"),),
        rejects=("It burned on the knight of 13-14 August 2012.",),
    ),
    Rule(
        "early hours of <day> <part>",
        "@Time of|on @Day @Time:part",
        lambda day, time, part: _onto(day, time) if isinstance(part, At) and part.clock.part else None,
        examples=(eg("He died in [the early hours of Friday morning = XXXX-WXX-5TMO].", means="2013-02-08TMO"),),
        rejects=("At noon of Friday's march men left.",),
    ),
    Rule(
        "early hours of this <part>",
        "@Time of|on @Time:part",
        lambda time, part: _onto(part.day, time) if isinstance(part, At) and part.clock.part and part.day else None,
        examples=(eg("He died in [the early hours of this morning = this(day)TMO].", means="2013-02-12TMO"),),
        rejects=("At noon of mourning men left.",),
    ),
    Rule(
        "<date> of last year",
        "@Day|@Month|@Season|@Quarter:inner of|,? @Year",
        _year_of,
        examples=(
            eg("He left in [May of last year = XXXX-05 in prev(year)].", means="2012-05"),
            eg("It fell in [June last year = XXXX-06 in prev(year)].", means="2012-06"),
            eg("It fell in [the third quarter of FY2014 = XXXX-Q3 in 2014].", means="2014-Q3"),
        ),
        rejects=("The end is near.",),
    ),
    Rule(
        "<day> last week",
        "@Day of|,? @Week",
        lambda day, week: build.within(day, week) if isinstance(day, Partial) and day.weekday is not None else None,
        examples=(eg("They met on [Friday last week = XXXX-WXX-5 in prev(week)].", means="2013-02-08"),),
        rejects=("They met weakly.",),
    ),
    Rule(
        "<time> last week",
        "@Time of|,? @Week",
        _time_in,
        examples=(eg("They met on [Friday evening last week = XXXX-WXX-5 in prev(week)TEV].", means="2013-02-08TEV"),),
        rejects=("They met weakly.",),
    ),
    Rule(
        "last year's <date>",
        "@Year 's @Quarter|@Month|@Season:inner",
        lambda year, inner: build.within(inner, year),
        examples=(eg("It beat [last year's third quarter = XXXX-Q3 in prev(year)].", means="2012-Q3"),),
        rejects=("A year's work ended well.",),
    ),
    Rule(
        "<period> before <date>",
        "@Duration before @Day",
        lambda duration, day: _from(duration, -1, day),
        examples=(eg("It closed [two days before Christmas = P2D before XXXX-christmas].", means="2012-12-23"),),
        rejects=("Men left before Christmas.",),
    ),
    Rule(
        "the <period> before <date>",
        "the? @calendar_unit:unit before @Day|@Time:day",
        lambda unit, day: Step(-1, unit, day),
        examples=(
            eg("It ran in [the week before Christmas 2012 = prev(week of 2012-christmas)].", means="2012-W51"),
            eg("He left [the day before Labor Day = prev(day of XXXX-labor day)].", means="2012-09-02"),
        ),
        rejects=("The week before the war was dry.",),
    ),
    Rule(
        "the <period> after <date>",
        "the? @calendar_unit:unit after @Day|@Time:day",
        lambda unit, day: Step(1, unit, day),
        examples=(eg("He left [the day after Labor Day = next(day of XXXX-labor day)].", means="2012-09-04"),),
        rejects=("The week after the war was dry.",),
    ),
    Rule(
        "a <weekday> in <month>",
        "a|one @Day|@Time:day in @Month",
        lambda day, month: month if _names(day.day if isinstance(day, At) and day.day else day) else None,
        examples=(
            eg("He was booked on [a Thursday in November 2011 = 2011-11].", means="2011-11"),
            eg("He was booked on [a Thursday evening in November 2011 = 2011-11].", means="2011-11"),
        ),
        rejects=("A sun in March shone.",),
    ),
    Rule(
        "<lengths> ago",
        "@Duration ago",
        _ago,
        examples=(eg("He left [a year and a half ago = P1Y6M before publication].", means="2011"),),
        rejects=("Agog men left.",),
    ),
    Rule(
        "<period> after <date>",
        "@Duration after|from|since @Day",
        lambda duration, day: _from(duration, 1, day),
        examples=(eg("It closed [two weeks after 3 May 2012 = P2W after 2012-05-03].", means="2012-05-17"),),
        rejects=("Men left after Christmas.",),
    ),
    Rule(
        "about <period>",
        "@about|some:mod @Duration",
        _about,
        examples=(eg("It took [about a decade = P10Y APPROX]."),),
        rejects=("About a man.",),
    ),
    Rule(
        "more than <period>",
        "no? @limit:mod than @Duration:of",
        build.portion,
        examples=(
            eg("It took [more than four hours = PT4H MORE_THAN]."),
            eg("It took [longer than three years = P3Y MORE_THAN]."),
        ),
        rejects=("More than four men.",),
    ),
    Rule(
        "up to <period>",
        "up to @Duration",
        lambda duration: build.portion("EQUAL_OR_LESS", duration),
        examples=(eg("It may take [up to five days = P5D EQUAL_OR_LESS]."),),
        rejects=("It is up to five men.",),
    ),
    Rule(
        "at least <period>",
        "at @limit:mod @Duration|@Run:of",
        build.portion,
        examples=(eg("It takes [at least 30 days = P30D EQUAL_OR_MORE]."),),
        rejects=("At least four men.",),
    ),
    Rule(
        "around <day>",
        "around|about @Day !'s",
        lambda day: build.portion("APPROX", day),
        examples=(eg("It opens [around Nov. 1 = XXXX-11-01 APPROX].", means="2012-11-01"),),
        rejects=("They got around Friday's ruling.",),
    ),
    Rule(
        "around <time>",
        "around|about|approximately|roughly @Time",
        lambda time: build.portion("APPROX", time),
        examples=(
            eg("It began [around 7:15 p.m. = XXXX-XX-XXT19:15 APPROX]"),
            eg("It began at [approximately 7:15 p.m. = XXXX-XX-XXT19:15 APPROX]"),
        ),
        rejects=("They got around it.",),
    ),
    Rule(
        "sometime <date>",
        "sometime|anytime in|on? @Date",
        lambda date: date,
        examples=(eg("It opens [sometime next year = next(year)].", means="2014"),),
        rejects=("Sometime it opens.",),
    ),
    Rule(
        "<day> and <day>",
        "@Day and|, [ @day|@dayth ] !~|@unit|@units|@counted|@scale|@month|@Date",
        lambda day: Within(Partial(day=day), Step(0, Unit.MONTH, Origin.FOCUS)) if 1 <= day <= 31 else None,
        examples=(eg("They met on April 24 and [25 = XXXX-XX-25 in this(month of focus)].", means="2013-04-25"),),
        rejects=("They met on April 24 and 25 men came.",),
    ),
    Rule(
        "more than <period> ago",
        "more|less|fewer than @Date",
        lambda date: _about_then("BEFORE", date),
        examples=(eg("He left [more than two years ago = P2Y before publication BEFORE]."),),
        rejects=("More than 1990 men left.",),
    ),
    Rule(
        "end-<month>",
        "end - @Month|@Year:of",
        lambda of: build.portion("END", of),
        examples=(eg("It is due by [end-March = XXXX-03 END].", means="2013-03"),),
        rejects=("The end came in March.",),
    ),
    Rule(
        "<nth> <unit> of <date>",
        "the @ordinal|last:n @unit of|in @Month|@Year|@Decade:outer",
        lambda unit, outer, n=-1: Nth(n or -1, unit, outer),
        examples=(
            eg("It rained in [the first week of May 2012 = week 1 of 2012-05].", means="2012-W18"),
            eg("It rained in [the last month of 2012 = month -1 of 2012].", means="2012-12"),
            eg("It grew in [the first decade of the 21st century = decade 1 of 20XX].", means="200"),
        ),
        rejects=("The first week of rain ended.",),
    ),
    Rule(
        "<nth> <day> of <month>",
        "the? @dayth of @Month",
        lambda dayth, month: build.within(Partial(day=dayth), month),
        examples=(eg("It is due on [the 12th of this month = XXXX-XX-12 in this(month)].", means="2013-02-12"),),
        rejects=("The 12th of the men left.",),
    ),
    Rule(
        "half of <year>",
        "the? @ordinal -? half of @Year",
        lambda ordinal, year: Within(Partial(half=ordinal), year) if ordinal <= 2 else None,
        examples=(eg("It sold well in [the first half of last year = XXXX-H1 in prev(year)].", means="2012-H1"),),
        rejects=("The first half of the match was dull.",),
    ),
    Rule(
        "last year's <half>",
        "@Year 's @ordinal -? half",
        lambda year, ordinal: Within(Partial(half=ordinal), year) if ordinal <= 2 else None,
        examples=(eg("It beat [last year's first half = XXXX-H1 in prev(year)].", means="2012-H1"),),
        rejects=("Last year's half was dull.",),
    ),
    Rule(
        "<holiday> week",
        "@Day week",
        lambda day: Step(0, Unit.WEEK, day) if isinstance(day, Partial) and day.holiday else None,
        examples=(eg("They rest in [Easter week = this(week of XXXX-easter)].", means="2013-W13"),),
        rejects=("They rest in a good week.",),
    ),
    Rule(
        "the eve of <holiday>",
        "the? eve of @Day",
        lambda day: Shift((Amount(1, Unit.DAY),), -1, day) if isinstance(day, Partial) and day.holiday else None,
        examples=(
            eg("They left on [the eve of Yom Kippur = P1D before XXXX-yom kippur].", means="2012-09-25"),
            eg("It falls on [the eve of Ramadan = P1D before XXXX-ramadan].", means="2013-07-08"),
        ),
        rejects=("They left on the eve of the vote.",),
    ),
    Rule(
        "<holiday> weekend",
        "@Day weekend",
        lambda day: _weekend_by(day) if isinstance(day, Partial) and (day.holiday or day.month) else None,
        examples=(
            eg("It rained on [Labor Day weekend = this(weekend of P2D before XXXX-labor day)].", means="2012-W35-WE"),
        ),
        rejects=("They rest in a good weekend hotel.",),
    ),
    Rule(
        "the weekend of <day>",
        "the weekend of @Day",
        lambda day: Step(0, Unit.WEEKEND, day),
        examples=(eg("It rained on [the weekend of 5 May 2012 = this(weekend of 2012-05-05)].", means="2012-W18-WE"),),
        rejects=("The weekend of rain ended.",),
    ),
    Rule(
        "the week of <day>",
        "the week of @Day",
        lambda day: Step(0, Unit.WEEK, day),
        examples=(eg("It opens [the week of March 6 = this(week of XXXX-03-06)].", means="2013-W10"),),
        rejects=("The week of rain ended.",),
    ),
    Rule(
        "about <date>",
        "@about:mod @Date",
        _about_then,
        examples=(eg("He left [about two years ago = P2Y before publication APPROX]."),),
        rejects=("He spoke about men.",),
    ),
)
