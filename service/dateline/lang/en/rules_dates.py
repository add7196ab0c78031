"""Dates that name themselves: days, months, years, decades, quarters, seasons, holidays."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Figures, Nth, Partial, Portion, Range, Ref, Say, Seek, Step
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg


def _year_and_decade(decade: int, mod: str | None = None) -> Say:
    """The 1990s; the 1900s are a century."""
    century = decade % 10 == 0 and 100 <= decade < 200
    says = Partial(century=decade // 10) if century else Partial(decade=decade)
    return Portion(mod, says) if mod else says


def _bc(year: int | None = None, number: int | None = None) -> Ref:
    return Ref(f"BC{int(year or number or 0):04}")


def _numeric(numeric: str) -> Say | None:
    """A date all in figures; which number is the day is settled in grounding, unless the year leads."""
    first, second, third = (int(part) for part in numeric.replace("/", "-").replace(".", "-").split("-"))
    if first > 99:
        return Partial(year=first, month=second, day=third) if 1 <= second <= 12 and 1 <= third <= 31 else None
    possible = 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31
    return Figures(numeric) if possible and (third > 999 or "." not in numeric) else None


def _years(first: int, last: int | str) -> Range | None:
    """1990-1995; 2010-11, 1999-00: two figures stand for the year in the same century or the next."""
    end = last if isinstance(last, int) else first // 100 * 100 + int(last)
    end += 100 if isinstance(last, str) and end < first and last < "10" else 0
    return Range(Partial(year=first), Partial(year=end)) if first < end <= first + 99 else None


def _century(ordinal: int, mod: str | None = None) -> Say | None:
    """The 19th century, or a part of it."""
    says = Partial(century=ordinal - 1)
    return (Portion(mod, says) if mod else says) if 1 <= ordinal <= 30 else None


RULES = (
    Rule(
        "ended <month> <day>",
        "ended [ @any_month:month @day ]",
        lambda month, day: Seek(-1, Partial(month=month, day=day)),
        examples=(eg("Sales rose in the year ended [Jan. 31 = last(XXXX-01-31)].", means="2013-01-31"),),
        rejects=("The year ended 31 days late.",),
    ),
    Rule(
        "ending <month> <day>",
        "ending [ @any_month:month @day ]",
        lambda month, day: Seek(1, Partial(month=month, day=day)),
        examples=(eg("It plans for the year ending [June 30 = next(XXXX-06-30)].", means="2013-06-30"),),
        rejects=("The ending 30 saw was sad.",),
    ),
    Rule(
        "day month year?",
        "( @any_weekday:weekday ,? )? the? @day|@dayth of? @any_month:month ( ,? @any_year:year )?",
        build.day,
        examples=(
            eg("He died on [the 3rd of March 2015 = 2015-03-03]."),
            eg("Talks resume [1 May = XXXX-05-01] in Oslo.", means="2013-05-01"),
            eg("It fell on [Monday, 11 February 2013 = 2013-02-11]."),
            eg("They voted on [the fourth of July = XXXX-07-04]."),
        ),
        rejects=("May 20 people come in?", "He has 3 marches to lead."),
    ),
    Rule(
        "days of a month",
        "@any_month:month @day:first -|--|to|through @day:last !@any_unit|@counted|@ampm|@scale ( ,? @any_year:year )?",
        build.days,
        examples=(eg("They meet [May 10-12 = XXXX-05-10/XXXX-05-12].", means="2013-05-10/2013-05-12"),),
        rejects=("It fell in May by 10-12 points.",),
    ),
    Rule(
        "days, then month",
        "the? @day|@dayth:first -|--|to|and @day|@dayth:last of? @any_month:month ( ,? @any_year:year )?",
        build.days,
        examples=(
            eg("They met [10 and 11 May 2012 = 2012-05-10/2012-05-11]."),
            eg("They met on [the 3rd and 4th of May 2012 = 2012-05-03/2012-05-04]."),
        ),
        rejects=("They won by 10 to 11 in May.",),
    ),
    Rule(
        "years",
        "@year:first -|-- @two_digits|@year:last !@counted|@any_unit|@month",
        _years,
        examples=(eg("He ruled in [1990-1995 = 1990/1995]."), eg("They played in [2010-11 = 2010/2011].")),
        rejects=("The score was 2010-9.",),
    ),
    Rule(
        "years, a season",
        "@years",
        lambda years: _years(*years),
        examples=(eg("They won the title in [2010/11 = 2010/2011]."), eg("He came in [1999/00 = 1999/2000].")),
        rejects=("He paid 2010/1.",),
    ),
    Rule(
        "the 2001 attacks",
        "[ @any_month:month @day|@dayth:day ] attacks|attack|terrorist|hijackings|hijackers",
        lambda month, day: Partial(year=2001, month=9, day=11) if (month, day) == (9, 11) else None,
        examples=(eg("Security changed after the [September 11 = 2001-09-11] attacks."),),
        rejects=("The 11 attacks came in September.",),
    ),
    Rule(
        "month day year?",
        "( @any_weekday:weekday ,? )? @any_month:month the? @dayth:day !@any_unit|@counted ( ,? @any_year:year )?",
        build.day,
        examples=(
            eg("It opened on [March 3rd, 2015 = 2015-03-03]."),
            eg("It closes [April the 5th = XXXX-04-05].", means="2013-04-05"),
        ),
        rejects=("The march third parties wanted failed.",),
    ),
    Rule(
        "month day, year?",
        "( @any_weekday:weekday ,? )? @any_month:month @day !@any_unit|@counted ( ,? @any_year:year )?",
        build.day,
        examples=(
            eg("The deal was signed [Sept. 15, 2022 = 2022-09-15]."),
            eg("Polls open on [Tuesday, Oct. 23 = XXXX-10-23].", means="2012-10-23"),
        ),
        rejects=("In March 15 people died.",),
    ),
    Rule(
        "weekday the day",
        "@weekday ,? the? @dayth !~|@unit|@units|@season|-|@ordinal|to",
        lambda weekday, dayth: build.day(dayth, weekday=weekday),
        examples=(eg("It was [Friday the 13th = XXXX-XX-13]."),),
        rejects=("On Friday the 13 men left.",),
    ),
    Rule(
        "the day",
        "@before_day [ the @dayth:day ] !~|@any_unit|@part|@parts|@season|@count|@ordinal|@not_after_day",
        build.day,
        examples=(eg("He left on [the 9th = XXXX-XX-09].", means="2013-02-09"),),
        rejects=("She stood on the 9th floor.", "He lived on the fifth street."),
    ),
    Rule(
        "month year",
        "@any_month:month ( ,|of )? @any_year:year",
        lambda month, year=None: build.dated(year, month=month),
        examples=(eg("Work began in [May 2010 = 2010-05]."), eg("It ended in [February, 1947 = 1947-02].")),
        rejects=("In May 2,010 delegates voted.",),
    ),
    Rule(
        "month",
        "@month",
        lambda month: Partial(month=month),
        examples=(
            eg("They met in [February = XXXX-02].", means="2013-02"),
            eg("He left in [March = XXXX-03] for health reasons."),
            eg("One evening in [May = XXXX-05] they met."),
            eg("[December = XXXX-12]'s vote was close.", means="2012-12"),
        ),
        rejects=("Mrs May resigned.", "They may leave.", "The March on Washington drew thousands."),
    ),
    Rule(
        "numeric date",
        "@numeric",
        _numeric,
        examples=(eg("Filed [2013-05-01 = 2013-05-01]."), eg("Filed [15/9/2012 = 15/9/2012].", means="2012-09-15")),
        rejects=("The router is at 10.0.12.1.", "Version 3.1.4 is out."),
    ),
    Rule(
        "nine eleven",
        "@slash",
        lambda slash: Partial(month=9, day=11, year=2001) if slash == (9, 11) else None,
        examples=(eg("Security changed after [9/11 = 2001-09-11]."),),
        rejects=("He had a 3/4 share.",),
    ),
    Rule(
        "year",
        "( the year of? )? @year !@counted|-|dollars|$|%|percent",
        lambda year: Partial(year=year),
        examples=(eg("The group was founded in [2001 = 2001]."), eg("It began in [the year 1066 = 1066].")),
        rejects=("Some 2001 people came.", "The $ 2001 fee rose.", "Costs rose by €2001 in all."),
    ),
    Rule(
        "year, short",
        "in|of|since|by|until|from|to|class|election [ @short_year ]",
        lambda short_year: Partial(short_year=short_year),
        examples=(eg("They met in ['98 = XX98].", means="1998"),),
        rejects=("He said '20 men left'.",),
    ),
    Rule(
        "year era",
        "ad @year|@number:year",
        lambda year: Partial(year=int(year)) if year and 0 < year < 2200 else None,
        examples=(eg("Vesuvius erupted in [AD 79 = 0079]."),),
        rejects=("The ad ran 79 times.",),
    ),
    Rule(
        "year AD",
        "@year|@number:year ad|ce",
        lambda year: Partial(year=int(year)) if year and year < 2200 else None,
        examples=(eg("It fell in [1066 AD = 1066]."),),
        rejects=("It ran 66 ads.", "Few ad agencies left."),
    ),
    Rule(
        "year BC",
        "@year|@number bc|bce",
        _bc,
        examples=(eg("Caesar died in [44 BC = BC0044]."),),
        rejects=("BC voted.",),
    ),
    Rule(
        "decade",
        "the? @decade",
        _year_and_decade,
        examples=(eg("Prices rose in [the 1990s = 199X]."), eg("He sang in [the 80s = XX8X].", means="198")),
        rejects=("The decade-old rule ended badly.",),
    ),
    Rule(
        "decade in words",
        "the @decade_word",
        lambda decade_word: Partial(decade=decade_word),
        examples=(eg("He sang in [the sixties = XX6X].", means="196"),),
        rejects=("A man in his sixties died.",),
    ),
    Rule(
        "part of a decade in words",
        "the @portion:mod -? @decade_word",
        lambda mod, decade_word: Portion(mod, Partial(decade=decade_word)),
        examples=(eg("They moved in [the late nineties = XX9X END].", means="199"),),
        rejects=("She is in her late nineties.",),
    ),
    Rule(
        "century BC",
        "the? @ordinal -? century bc|bce",
        lambda ordinal: Ref(f"BC{ordinal - 1:02}") if 1 <= ordinal <= 99 else None,
        examples=(eg("It was built in [the fifth century BC = BC04]."),),
        rejects=("BC had its fifth winner.",),
    ),
    Rule(
        "century",
        "the? @ordinal -? century",
        lambda ordinal: Partial(century=ordinal - 1) if 1 <= ordinal <= 30 else None,
        examples=(eg("It was built in [the 19th century = 18XX]."),),
        rejects=("His 19th goal came late.",),
    ),
    Rule(
        "<nth> and <nth> centuries",
        "[ the? @portion:mod? @ordinal ] and|or|to @ordinal centuries",
        _century,
        examples=(eg("They traded in [the 17th = 16XX] and 18th centuries."),),
        rejects=("The 17th and 18th centurions fell.",),
    ),
    Rule(
        "<nth> and part of <nth> centuries",
        "[ the? @portion:mod? @ordinal ] and|or|to @portion @ordinal centuries",
        _century,
        examples=(eg("They traded in [the late 19th = 18XX END] and early 20th centuries."),),
        rejects=("The late 19th and early 20th centurions fell.",),
    ),
    Rule(
        "<nth> centuries",
        "@portion:mod? @ordinal centuries",
        _century,
        examples=(eg("They wrote in the 18th and [early 19th centuries = 18XX START]."),),
        rejects=("The 19th centurion fell.",),
    ),
    Rule(
        "month's end",
        "month -|'s end",
        lambda: Portion("END", Step(0, Unit.MONTH)),
        examples=(eg("It will close by [month-end = this(month) END].", means="2013-02"),),
        rejects=("The month ended.",),
    ),
    Rule(
        "middle of a unit",
        "mid -? @calendar_unit:unit",
        lambda unit: Portion("MID", Step(0, unit)),
        examples=(eg("It will open by [mid-year = this(year) MID].", means="2013"),),
        rejects=("He was mid-career.",),
    ),
    Rule(
        "year's end",
        "the? year -|'s? end",
        lambda: Portion("END", Step(0, Unit.YEAR)),
        examples=(eg("It will close by [year-end = this(year) END].", means="2013"),),
        rejects=("The end is near.",),
    ),
    Rule(
        "season",
        "the? @season months?",
        lambda season: Partial(season=season),
        examples=(
            eg("It closed over [the winter months = XXXX-WI]."),
            eg("They married in [the summer = XXXX-SU]."),
            eg("She left in [spring = XXXX-SP]."),
        ),
        rejects=("The fall of Rome came slowly.", "Prices fall."),
    ),
    Rule(
        "season year",
        "the? @season ,? of? @any_year:year ( -|-- @two_digits|@year:last )?",
        lambda season, year=None, last=None: build.dated(year, season=season),
        examples=(
            eg("It began in [the winter of 1994 = 1994-WI]."),
            eg("It was [the winter of 2009-10 = 2009-WI]."),
            eg("It was [the winter of 2009-2010 = 2009-WI]."),
        ),
        rejects=("The fall of 2,000 men shocked.",),
    ),
    Rule(
        "season years",
        "the? @season ,? of? @years",
        lambda season, years: build.dated(years[0], season=season),
        examples=(eg("It was [the winter of 2010/11 = 2010-WI]."),),
        rejects=("In the fall 2010/1 was paid.",),
    ),
    Rule(
        "weekday",
        "@weekday",
        lambda weekday: Partial(weekday=weekday),
        examples=(
            eg("He resigned on [Friday = XXXX-WXX-5].", means="2013-02-08"),
            eg("She said [Tuesday = XXXX-WXX-2] that it was over.", means="2013-02-12"),
        ),
        rejects=("The Sun said so.", "He wrote for the Sunday Times."),
    ),
    Rule(
        "nth weekday of month",
        "the @ordinal|last:n @weekday of|in @month ( ,? @year )?",
        lambda weekday, month, n=-1, year=None: Nth(n or -1, weekday, Partial(month=month, year=year)),
        examples=(
            eg("They vote on [the third Thursday of May 2012 = weekday 4 3 of 2012-05].", means="2012-05-17"),
            eg("It opens on [the last Friday in March = weekday 5 -1 of XXXX-03].", means="2013-03-29"),
        ),
        rejects=("The third Thursday was wet.",),
    ),
    Rule(
        "holiday",
        "@holiday",
        lambda holiday: Partial(holiday=holiday),
        examples=(
            eg("They met at [Christmas = XXXX-christmas].", means="2012-12-25"),
            eg("He died on [Labor Day = XXXX-labor day]."),
            eg("They met after [Eid al-Fitr = XXXX-eid al-fitr].", means="2012-08-19"),
            eg("They lit candles at [Hanukkah = XXXX-hanukkah].", means="2012-12-09/2012-12-16"),
        ),
        rejects=("Labor won.", "Tariq Ramadan spoke."),
    ),
    Rule(
        "holiday year",
        "the? @holiday ( ,|of|in )? @year",
        lambda holiday, year: Partial(holiday=holiday, year=year),
        examples=(
            eg("It was [Christmas 2010 = 2010-christmas].", means="2010-12-25"),
            eg("They attacked on [Yom Kippur in 1973 = 1973-yom kippur].", means="1973-10-06"),
            eg("It opened before [Ramadan 2010 = 2010-ramadan].", means="2010-08-11/2010-09-09"),
        ),
        rejects=("It was Christmas 2,010 people recalled.",),
    ),
    Rule(
        "ides",
        "the? ides of @month ( ,? @year )?",
        lambda month, year=None: Partial(month=month, day=15 if month in {3, 5, 7, 10} else 13, year=year),
        examples=(eg("Beware [the Ides of March = XXXX-03-15]."),),
        rejects=("The ides passed.",),
    ),
)
