"""Times of the clock and parts of the day."""

from __future__ import annotations

from datetime import datetime

from dateline.dates.period import Unit
from dateline.dates.say import At, Every, Origin, Partial, Step
from dateline.dates.when import Clock
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg


def _half_day(hour: int | tuple[int, int], ampm: int, zone: str | None = None) -> At | None:
    full, minute = hour if isinstance(hour, tuple) else (hour, None)
    return build.at(build.twelve(full, minute, ampm), zone)


def _hour_in(hour: int, part: str) -> At | None:
    if not 1 <= hour <= 12:
        return None
    return build.at(build.twelve(hour, None, 0 if part == "MO" or (part == "NI" and hour < 5) else 12))


def _before_hour(hour: int, minutes: int) -> At | None:
    """So many minutes before an hour of the half day: a quarter to one is 12:45."""
    return build.at((hour - 1 or 12, 60 - minutes)) if 1 <= hour <= 12 and 1 <= minutes < 60 else None


def _moment(moment: str) -> At | None:
    """A date and time as ISO 8601 writes it; fractions of a second are left out."""
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return None
    zone = "Z" if moment.endswith("Z") else moment[-6:] if moment[-6] in "+-" else None
    second = read.second if moment.count(":") - bool(zone and ":" in zone) > 1 else None
    return At(
        Partial(year=read.year, month=read.month, day=read.day), Clock(read.hour, read.minute, None, zone, second)
    )


RULES = (
    Rule(
        "date and time, ISO",
        "@moment",
        _moment,
        examples=(
            eg("Filed [2013-05-01T10:15:00Z = 2013-05-01T10:15Z] by wire.", means="2013-05-01T10:15:00"),
            eg("Filed [2013-05-01T10:15+02:00 = 2013-05-01T10:15+02:00] by wire.", means="2013-05-01T10:15"),
        ),
        rejects=("Filed 2013-05-01T25:15 by wire.",),
    ),
    Rule(
        "clock, half day",
        "@clock|@day:hour @ampm @zone?",
        _half_day,
        examples=(
            eg("It began at [10:35 a.m. = XXXX-XX-XXT10:35]"),
            eg("It began at [9.30 p.m. = XXXX-XX-XXT21:30]"),
            eg("They met at [9 p.m. EST = XXXX-XX-XXT21-05]."),
            eg("They met at [9 p.m. Eastern time = XXXX-XX-XXT21-05]."),
        ),
        rejects=("I am 9.",),
    ),
    Rule(
        "clock",
        "@clock @zone?",
        lambda clock, zone=None: build.at(clock, zone),
        examples=(
            eg("It began at [14:30 = XXXX-XX-XXT14:30]."),
            eg("It began at [10.30 GMT = XXXX-XX-XXT10:30Z]."),
            eg("It began at [10.30 = XXXX-XX-XXT10:30] local time."),
        ),
        rejects=("He quoted John 99:88.", "Shares closed at 10.30."),
    ),
    Rule(
        "hours and minutes, zone",
        "@hhmm:clock @zone",
        build.at,
        examples=(eg("It began at [0300 GMT = XXXX-XX-XXT03:00Z]."),),
        rejects=("It sold 9999 GMT bonds.",),
    ),
    Rule(
        "o'clock",
        "@day|@ones|@teens:hour o ' clock ( in the @part )?",
        lambda hour, part=None: _hour_in(hour, part) if part else build.at((hour, None)) if hour <= 12 else None,
        examples=(
            eg("They met at [five o'clock = XXXX-XX-XXT05]."),
            eg("They met at [five o'clock in the afternoon = XXXX-XX-XXT17]."),
        ),
        rejects=("A clock broke.",),
    ),
    Rule(
        "half past",
        "half past @day|@ones|@teens:hour",
        lambda hour: build.at((hour, 30)) if hour <= 12 else None,
        examples=(eg("They met at [half past ten = XXXX-XX-XXT10:30]."),),
        rejects=("He ran half past it.",),
    ),
    Rule(
        "quarter past",
        "a? quarter past @day|@ones|@teens:hour",
        lambda hour: build.at((hour, 15)) if hour <= 12 else None,
        examples=(eg("They met at [quarter past six = XXXX-XX-XXT06:15]."),),
        rejects=("He ran a quarter past it.",),
    ),
    Rule(
        "quarter to",
        "at|by|until|before|after|since|around|about [ a? quarter to @day|@ones|@teens:hour ]",
        lambda hour: _before_hour(hour, 15),
        examples=(eg("They met at [a quarter to nine = XXXX-XX-XXT08:45]."),),
        rejects=("He left a quarter to nine heirs.",),
    ),
    Rule(
        "minutes past",
        "at|by|until|before|after|since|around|about [ @number:minute minutes? past @day|@ones|@teens:hour ]",
        lambda minute, hour: build.at((hour, int(minute))) if hour <= 12 and minute else None,
        examples=(eg("They met at [ten past six = XXXX-XX-XXT06:10]."),),
        rejects=("At ten, past six men, he ran.",),
    ),
    Rule(
        "minutes to",
        "at|by|until|before|after|since|around|about [ @number:minute minutes to @day|@ones|@teens:hour ]",
        lambda minute, hour: _before_hour(hour, int(minute or 60)),
        examples=(eg("They met at [ten minutes to six = XXXX-XX-XXT05:50]."),),
        rejects=("They gave ten minutes to six men.",),
    ),
    Rule(
        "hundred hours",
        "at|by|until|before|after|since|from|around|about [ @hhmm:clock hours @zone? ]",
        build.at,
        examples=(eg("They met at [2200 hours = XXXX-XX-XXT22:00]."),),
        rejects=("They flew 2200 hours.",),
    ),
    Rule(
        "<hour> in the <part>",
        "@day|@ones|@teens:hour in the @part",
        _hour_in,
        examples=(eg("They left at [4 in the morning = XXXX-XX-XXT04]."),),
        rejects=("He has 4 in the team.",),
    ),
    Rule(
        "12 noon",
        "@day|@teens:twelve @hour",
        lambda twelve, hour: build.at((hour, 0)) if twelve == 12 else None,
        examples=(eg("Shops close at [12 noon = XXXX-XX-XXT12:00]."),),
        rejects=("Midnighters left at 12.",),
    ),
    Rule(
        "noon",
        "@hour",
        lambda hour: build.at((hour, 0)),
        examples=(eg("Shops close at [noon = XXXX-XX-XXT12:00]."),),
        rejects=("Midnighters left.",),
    ),
    Rule(
        "this <part>",
        "this @part",
        lambda part: build.in_part(part, Step(0, Unit.DAY)),
        examples=(eg("He left [this morning = this(day)TMO].", means="2013-02-12TMO"),),
        rejects=("This part hurt.",),
    ),
    Rule(
        "last night",
        "last @part",
        lambda part: build.in_part(part, Step(-1, Unit.DAY)),
        examples=(eg("He left [last night = prev(day)TNI].", means="2013-02-11TNI"),),
        rejects=("At last he left.",),
    ),
    Rule(
        "tonight",
        "@tonight",
        lambda tonight: At(Step(0, Unit.DAY), Clock(part="NI")),
        examples=(eg("They play [tonight = this(day)TNI].", means="2013-02-12TNI"),),
        rejects=("They play.",),
    ),
    Rule(
        "<weekday> <parts>",
        "@weekday @parts",
        lambda weekday, parts: Every(f"XXXX-WXX-{weekday + 1}T{parts}"),
        examples=(eg("They play [Tuesday nights = every XXXX-WXX-2TNI]."),),
        rejects=("Knights play.",),
    ),
    Rule(
        "at dawn",
        "at|before|by|until|after|since|around|from [ @twilight ]",
        lambda twilight: At(None, Clock(part=twilight)),
        examples=(eg("They left at [dawn = XXXX-XX-XXTMO]."),),
        rejects=("The dawn raid failed.",),
    ),
    Rule(
        "the next <part>",
        "the? @focus_step @part",
        lambda focus_step, part: build.in_part(part, Step(focus_step, Unit.DAY, Origin.FOCUS)),
        examples=(
            eg("He fell on 3 May 2012; [the next morning = next(day of focus)TMO] he died.", means="2012-05-04TMO"),
        ),
        rejects=("The next part is easy.",),
    ),
    Rule(
        "the <part> before",
        "[ the @part before ] .|,",
        lambda part: build.in_part(part, Step(-1, Unit.DAY, Origin.FOCUS)),
        examples=(
            eg(
                "He fell on 3 May 2012; [the night before = prev(day of focus)TNI], he had dined.",
                means="2012-05-02TNI",
            ),
        ),
        rejects=("The part before, he slept.",),
    ),
    Rule(
        "the <part> of <event>",
        "[ the @part ] of @determiner|~",
        build.part_of_event,
        examples=(eg("She rang [the morning = this(day of event)TMO] of the funeral.", means="XXXX-XX-XXTMO"),),
        rejects=("The mourning of the dead began.",),
    ),
    Rule(
        "the <part> in <year>",
        "[ the @part ] in @year",
        build.part_of_event,
        examples=(eg("She rang [the night = this(day of event)TNI] in 2003 when it fell.", means="XXXX-XX-XXTNI"),),
        rejects=("The knight in 2003 coins fell.",),
    ),
    Rule(
        "the <part> that",
        "[ the @part ] that|when",
        build.part_of_event,
        examples=(eg("She was out [the night = this(day of event)TNI] that he died.", means="XXXX-XX-XXTNI"),),
        rejects=("The knight that fell rose.",),
    ),
    Rule(
        "<part>",
        "the|that? @part !@counted",
        lambda part: At(None, Clock(part=part)),
        examples=(
            eg("He left in [the morning = XXXX-XX-XXTMO]."),
            eg("He fell on 3 May 2012; [that night = XXXX-XX-XXTNI] he died.", means="2012-05-03TNI"),
        ),
        rejects=("He left mourning.",),
    ),
)
