"""What looks like a time and is none: words that must look or stand a certain way, and phrases that are no times."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.lang.en.lexicon import MONTHS
from dateline.timex.rule import NOTHING, Rule, Seen

_STREET = re.compile(
    r"(?: [A-Z][\w.]*){0,2} (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Way|Court|Place)\b"
)
_AFTER_TITLE = (" With ", '"', ',"', "''", ",''", "”", ",”")
_AFTER_YEAR = ("-ago", "-earlier", "'s", "’s", "1", "2", "two")


def _month(seen: Seen) -> bool:
    """Written with a capital, no verb, no person, no street: not Theresa May, April Jones, March Road."""
    return seen.word[0].isupper() and not seen.is_verb and seen.entity != "PERSON" and not _STREET.match(seen.after)


def _feast(seen: Seen) -> bool:
    """With a capital, and no person: not Tariq Ramadan."""
    return seen.word[0].isupper() and seen.entity != "PERSON"


def _season(seen: Seen) -> bool:
    """No verb, and no part of a name: not the Winter Olympics, the Arab Spring."""
    return seen.tag is None or (seen.tag.startswith("N") and not (seen.word[0].isupper() and seen.is_name))


def _year_word(seen: Seen) -> bool:
    """Small, or part of a date: not the Footballer of the Year."""
    return seen.word[0].islower() or seen.tag is None or seen.after.lstrip().startswith(_AFTER_YEAR)


def _no_work(seen: Seen) -> bool:
    """No title of a programme: not This Week With David Brinkley."""
    return seen.word[0].islower() or not seen.after.startswith(_AFTER_TITLE)


def _year(seen: Seen) -> bool:
    """No house number: not 1600 Pennsylvania Avenue."""
    return not _STREET.match(seen.after)


def _no_verb(seen: Seen) -> bool:
    """Not the verb: due to last three weeks."""
    return not seen.is_verb


def _adjective(seen: Seen) -> bool:
    """Or all that is said."""
    return seen.tag is None or seen.tag.startswith("J") or seen.after[:1] in {"", "\n"}


def _no_name(seen: Seen) -> bool:
    """Not the Weekly World News."""
    return seen.word[0].islower() or not seen.is_name


def _counted(seen: Seen) -> bool:
    """Not the minutes of a meeting, unless they are counted from something: Minutes later."""
    return seen.word[0].islower() or seen.after.startswith((" later", " after", " before", " earlier", " ago"))


def _capital(seen: Seen) -> bool:
    return seen.word[0].isupper()


TIMES: dict[str, Callable[[Seen], bool]] = {
    "<1000-2199>": _year,
    "year": _year_word,
    "week": _no_work,
    "minutes": _counted,
    "last": _no_verb,
    "current": _adjective,
    "recent": _adjective,
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(("ramadan", "ramadhan", "passover", "easter", "christmas"), _feast),
    **dict.fromkeys(("fall", "spring", "summer", "winter"), _season),
    **dict.fromkeys(("jan", "mar", "sun", "sat", "wed", "mon"), _capital),
    **dict.fromkeys(("daily", "weekly", "monthly", "quarterly", "nightly"), _no_name),
}
"""Words that are times only if what is seen of them says so."""

RULES = (
    Rule(
        "age",
        "the|these? @count -? year|years -? old|olds",
        lambda count=None: NOTHING,
        rejects=("The 32-year-old singer won.", "He is 52 years old."),
    ),
    Rule(
        "age of a child",
        "the? @count -? @any_unit:unit -? old|olds @person",
        lambda **words: NOTHING,
        rejects=("Their 6-month-old son slept.",),
    ),
    Rule(
        "count of things", "@count @counted", lambda count=None, counted=None: NOTHING, rejects=("2001 people came.",)
    ),
    Rule(
        "Mrs May",
        "mr|mrs|ms|mr.|mrs. @month|@weekday|@season|@holiday",
        lambda **words: NOTHING,
        rejects=("Mrs May resigned.", "Mr. March won.", "Theresa May resigned.", "Mr Ramadan left."),
    ),
    Rule(
        "a fall",
        "~|a|an|-|day|week|month|year [ fall ]",
        lambda: NOTHING,
        rejects=("It was their steepest fall.", "It took a fall of 3 percent.", "A sharp fall followed."),
    ),
    Rule(
        "the fall of",
        "[ the fall ] of ~|the|a|his|her|its|their",
        lambda: NOTHING,
        rejects=("The fall of Saigon ended it.", "The fall of the Wall came."),
    ),
    Rule(
        "after-hours",
        "after - hours",
        lambda: NOTHING,
        rejects=("Shares fell in after-hours trading.",),
    ),
    Rule(
        "Isle of May",
        "isle|cape of? @month",
        lambda month: NOTHING,
        rejects=("It nests on the Isle of May.",),
    ),
    Rule(
        "March on",
        "the|a|annual @month on|for|of ~|the",
        lambda month=None: NOTHING,
        rejects=("The March on Washington drew thousands.", "He led the annual March for Life."),
    ),
    Rule(
        "the Times",
        "the? @weekday|@weekday_short|@frequency times|telegraph|mail|mirror|express|post|herald",
        lambda **words: NOTHING,
        rejects=("The Sunday Times said so.", "The Daily Mail ran it."),
    ),
    Rule(
        "good evening",
        "good @part",
        lambda part: NOTHING,
        rejects=("Good evening and welcome.", "He is Footballer of the Year."),
    ),
    Rule(
        "a quarter of",
        "three|a -? quarter|quarters of|mile|final|-",
        lambda: NOTHING,
        rejects=("It buys three-quarters of its food.",),
    ),
    Rule(
        "a second one",
        "a|the second !ago|later|before|earlier|of|-|quarter|half|@month|@unit",
        lambda: NOTHING,
        rejects=("A second group left.",),
    ),
    Rule(
        "a second day running",
        "a second straight|consecutive|successive? day|night|week|weekend|month|year",
        lambda: NOTHING,
        rejects=("Shares fell for a second day running.", "It shrank for a second straight month."),
    ),
    Rule("quarterly dividend", "[ quarterly|annual ] ~", lambda: NOTHING, rejects=("It cut its quarterly dividend.",)),
    Rule("the future of", "the past|future of", lambda: NOTHING, rejects=("The future of Taiwan is open.",)),
    Rule(
        "one day last week",
        "[ one day|night|morning|afternoon|evening ] last|this|next",
        lambda: NOTHING,
        rejects=("One night last orders came late.",),
    ),
    Rule(
        "one day in May",
        "[ one day|night|morning|afternoon|evening ] in @any_month|@year",
        lambda: NOTHING,
        rejects=("One night in 2001 dollars cost less.",),
    ),
    Rule(
        "once in a century",
        "once -? in -? a -? @unit",
        lambda unit: NOTHING,
        rejects=("A once-in-a-century storm hit.",),
    ),
    Rule("as recently as", "as recently as", lambda: NOTHING, rejects=("It burnt as recently as this.",)),
    Rule(
        "a fall",
        "a|to|his|her|its|their|sharp fall",
        lambda: NOTHING,
        rejects=("He died after a fall.", "The first wicket to fall was his."),
    ),
    Rule(
        "fall short",
        "fall short|behind|below|into|by|after|ill|apart|away",
        lambda: NOTHING,
        rejects=("Markets fall after the vote.", "Results fall short of hopes."),
    ),
    Rule("the fall of", "the fall of ~|the", lambda: NOTHING, rejects=("The fall of Rome came slowly.",)),
    Rule("money", "$|us$|£|€|¥ @number", lambda number=None: NOTHING, rejects=("The $ 2001 fee rose.",)),
    Rule(
        "in his thirties",
        "his|her|their|my|our|your @decade|@decade_word",
        lambda **words: NOTHING,
        rejects=("He is in his 30s.", "A man in his sixties died."),
    ),
    Rule("a night", "a|per night", lambda: NOTHING, rejects=("Rooms cost $55 a night there.",)),
    Rule(
        "clock of a game",
        "[ @clock ] left|remaining",
        lambda clock: NOTHING,
        rejects=("The game was tied with 3:30 left.",),
    ),
    Rule("high noon", "high noon", lambda: NOTHING, rejects=("He saw High Noon again.",)),
    Rule(
        "numbered thing",
        "@numbered no|no.|number? @year",
        lambda **words: NOTHING,
        rejects=("Resolution 1973 was passed.", "He took flight 2010.", "It runs on Windows 2000."),
    ),
    Rule(
        "temperatures",
        "temperatures|highs|lows in the @portion|upper|lower|high|low? -? @decade",
        lambda **words: NOTHING,
        rejects=("Expect temperatures in the upper 80s.",),
    ),
    Rule("Bloody Sunday", "bloody @weekday", lambda weekday: NOTHING, rejects=("Bloody Sunday is a film.",)),
    Rule("Tonight Show", "tonight|today show", lambda: NOTHING, rejects=("He hosts the Tonight Show.",)),
    Rule(
        "Friday Night Lights",
        "@weekday night lights|live|fever|football",
        lambda weekday: NOTHING,
        rejects=("He watched Saturday Night Live.",),
    ),
    Rule(
        "telephone number",
        "@integer:first - @integer:second",
        lambda first, second: NOTHING if first <= 999 < second else None,
        rejects=("Call 555-1990.",),
    ),
    Rule("USA Today", "usa today", lambda: NOTHING, rejects=("USA Today reported it.",)),
)
