"""The words of English that time expressions are made of: the word tables are the meaning tables.

A category is a table from word to meaning; a rule's ``@month`` is any word of the table ``month``. Words are lower
case; abbreviations stand without their dot.
"""

from __future__ import annotations

from typing import Literal

from dateline.dates.period import Unit

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

ONES = {word: n for n, word in enumerate(_ONES, 1)}
TEENS = {word: n for n, word in enumerate(_TEENS, 10)}
TENS = {word: 10 * n for n, word in enumerate(_TENS, 2)}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
VAGUE = {"several": None, "few": None, "many": None, "some": None, "countless": None, "numerous": None}

MONTHS = {word: n for n, word in enumerate(_MONTHS, 1)}
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS = {word: n for n, word in enumerate(_WEEKDAYS)}
WEEKDAY_ABBREVIATIONS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

UNITS = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "min": Unit.MINUTE, "hour": Unit.HOUR, "hr": Unit.HOUR,
    "day": Unit.DAY, "night": Unit.DAY, "weekend": Unit.WEEKEND, "week": Unit.WEEK, "fortnight": Unit.FORTNIGHT,
    "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR, "yr": Unit.YEAR, "decade": Unit.DECADE,
    "century": Unit.CENTURY, "millennium": Unit.MILLENNIUM,
}  # fmt: skip
UNITS_PLURAL = {
    "seconds": Unit.SECOND, "minutes": Unit.MINUTE, "mins": Unit.MINUTE, "hours": Unit.HOUR, "hrs": Unit.HOUR,
    "days": Unit.DAY, "nights": Unit.DAY, "weekends": Unit.WEEKEND, "weeks": Unit.WEEK, "fortnights": Unit.FORTNIGHT,
    "months": Unit.MONTH, "quarters": Unit.QUARTER, "years": Unit.YEAR, "yrs": Unit.YEAR, "decades": Unit.DECADE,
    "centuries": Unit.CENTURY, "millennia": Unit.MILLENNIUM,
}  # fmt: skip
CALENDAR_UNITS = {
    word: unit for word, unit in UNITS.items() if unit not in {Unit.SECOND, Unit.MINUTE, Unit.HOUR} and word != "night"
}
SEASONS = {
    "spring": 1,
    "summer": 2,
    "autumn": 3,
    "fall": 3,
    "winter": 4,
    "springtime": 1,
    "summertime": 2,
    "wintertime": 4,
}

PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI",
    "daytime": "DT", "lunchtime": "MI", "overnight": "NI",
}  # fmt: skip
TWILIGHTS = {"dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "NI"}
PART_SETS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
HOURS = {"noon": 12, "midday": 12, "midnight": 24}
AMPM = {"am": 0, "am.": 0, "pm": 12, "pm.": 12}
ZONES = {
    "gmt": "Z", "utc": "Z", "bst": "+01", "cet": "+01", "cest": "+02", "eet": "+02", "est": "-05", "edt": "-04",
    "et": "-05", "cst": "-06", "cdt": "-05", "mst": "-07", "mdt": "-06", "pst": "-08", "pdt": "-07", "pt": "-08",
    "ist": "+05:30", "jst": "+09", "msk": "+03", "aest": "+10",
}  # fmt: skip

DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
STEPS = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1, "current": 0, "present": 0, "upcoming": 1}
FOCUS_STEPS = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "ensuing": 1, "same": 0, "next": 1}
PAST_RUNS = {"past": -1, "last": -1, "recent": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1}
NEXT_RUNS = {"next": 1, "coming": 1, "upcoming": 1}

PORTIONS = {"early": "START", "mid": "MID", "late": "END"}
PORTION_NOUNS = {
    "beginning": "START", "start": "START", "opening": "START", "outset": "START", "dawn": "START",
    "turn": "START", "middle": "MID", "midst": "MID", "height": "MID", "end": "END", "close": "END", "tail": "END",
    "heart": "MID",
}  # fmt: skip
APPROXIMATIONS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "circa": "APPROX",
    "ca": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN",
}  # fmt: skip

HOLIDAYS = {
    "christmas": "christmas", "christmas day": "christmas", "christmas eve": "christmas eve", "xmas": "christmas",
    "boxing day": "boxing day", "new year 's eve": "new year's eve", "new year 's day": "new year's day",
    "new year 's": "new year's day", "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving",
    "labor day": "labor day", "memorial day": "memorial day", "independence day": "independence day",
    "veterans day": "veterans day", "columbus day": "columbus day", "halloween": "halloween",
    "election day": "election day", "valentine 's day": "valentine's day", "st patrick 's day": "st patrick's day",
    "easter": "easter", "easter sunday": "easter", "easter day": "easter", "good friday": "good friday",
    "black friday": "black friday", "cyber monday": "cyber monday",
    "easter monday": "easter monday", "palm sunday": "palm sunday", "ash wednesday": "ash wednesday",
    "pentecost": "pentecost", "martin luther king day": "martin luther king day", "presidents day": "presidents' day",
    "presidents ' day": "presidents' day", "bastille day": "bastille day", "all saints ' day": "all saints' day",
    "mother 's day": "mother's day", "father 's day": "father's day", "may day": "may day",
    "armistice day": "veterans day", "remembrance day": "veterans day", "groundhog day": "groundhog day",
    "april fools ' day": "april fools' day", "april fool 's day": "april fools' day", "earth day": "earth day",
    "international women 's day": "international women's day", "mardi gras": "mardi gras",
    "shrove tuesday": "mardi gras", "maundy thursday": "maundy thursday", "holy thursday": "maundy thursday",
    "holy saturday": "holy saturday", "ascension day": "ascension day", "juneteenth": "juneteenth",
    "canada day": "canada day", "australia day": "australia day", "anzac day": "anzac day",
    "cinco de mayo": "cinco de mayo", "bonfire night": "bonfire night", "guy fawkes night": "bonfire night",
    "remembrance sunday": "remembrance sunday", "orthodox easter": "orthodox easter",
    "orthodox christmas": "orthodox christmas", "martin luther king jr day": "martin luther king day",
    "martin luther king jr . day": "martin luther king day", "mlk day": "martin luther king day",
    "veterans ' day": "veterans day", "international workers ' day": "may day",
    "ramadan": "ramadan", "ramadhan": "ramadan", "the holy month of ramadan": "ramadan",
    "eid al - fitr": "eid al-fitr", "eid ul - fitr": "eid al-fitr", "eid al - adha": "eid al-adha",
    "eid ul - adha": "eid al-adha", "passover": "passover", "rosh hashanah": "rosh hashanah",
    "rosh hashana": "rosh hashanah", "yom kippur": "yom kippur", "hanukkah": "hanukkah", "chanukah": "hanukkah",
}  # fmt: skip
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
DECADES = {word: n for n, word in enumerate(_DECADES, 2)} | {"noughties": 0}

REFS = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip
FREQUENCIES = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
    "bimonthly": "P2M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H", "biennially": "P2Y",
}  # fmt: skip
QUANTITIES = {"every": "EVERY", "each": "EACH"}

WORDS_BEFORE: dict[str, Literal["past", "present", "future"]] = {
    "until": "future", "till": "future", "by": "future", "as": "future", "effective": "future",
    "said": "past", "since": "past", "reported": "past", "announced": "past", "told": "past", "ended": "past",
    "late": "past",
}  # fmt: skip
"""Words that, standing just before a date and inside the sentence, tell whether it is over."""

TURNED = frozenset({"not", "up", "but", "But"})
"""Words that take that sense away again: not until Friday, but by Friday."""

PAST_NEAR = frozenset({"last", "latest", "previous", "earlier"})
"""Words that, standing a little before a date, show that it is over: their last meeting in February."""

PERSONS = dict.fromkeys("son daughter boy girl baby child infant toddler twin twins brother sister kid".split())
LONG = {"daylong": Unit.DAY, "weeklong": Unit.WEEK, "monthlong": Unit.MONTH, "yearlong": Unit.YEAR}
LIMITS = {
    "longer": "MORE_THAN", "more": "MORE_THAN",
    "less": "LESS_THAN", "fewer": "LESS_THAN", "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS",
}  # fmt: skip

NUMBERED = dict.fromkeys(
    "resolution flight page pages room bus highway route windows office section article chapter line form model".split()
)
"""Things that bear numbers which may look like years."""

NOT_AFTER_DAY = dict.fromkeys([*"quarter half anniversary century time of - 's".split()])
"""Words that show an ordinal before them to be no day of the month: the 5th anniversary."""

BEFORE_DAY = dict.fromkeys("on by until till since before after and from to between for".split())
"""Words after which "the 15th" is a day."""

ABBREVIATIONS = (*MONTH_ABBREVIATIONS, *WEEKDAY_ABBREVIATIONS, *"mr mrs ms st yr yrs hr hrs min mins ca".split())
"""Words whose dot belongs to them."""

COUNTED = dict.fromkeys(
    "people men women children troops soldiers students workers jobs dollars pounds euros yen points votes shares "
    "miles kilometers kilometres meters metres feet acres tons tonnes barrels units homes houses voters members "
    "companies employees seats deaths cases copies calories megawatts percent pc percentage degrees cents yards pages "
    "refugees protesters delegates prisoners survivors victims rounds runs goals times".split()
)

TABLES: dict[str, dict[str, object]] = {
    "one": {"a": 1, "an": 1, "one": 1},
    "ones": dict(ONES),
    "teens": dict(TEENS),
    "tens": dict(TENS),
    "number": {**ONES, **TEENS, **TENS, "dozen": 12},
    "count": {**ONES, **TEENS, **TENS, **VAGUE, "a": 1, "an": 1},
    "vague": dict(VAGUE),
    "scale": {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000},
    "ordinal": dict(ORDINALS),
    "dayth": dict(ORDINALS),
    "month": {**MONTHS, **{word + ".": n for word, n in MONTH_ABBREVIATIONS.items()}},
    "month_short": dict(MONTH_ABBREVIATIONS),
    "weekday": dict(WEEKDAYS),
    "any_month": {**MONTHS, **MONTH_ABBREVIATIONS, **{word + ".": n for word, n in MONTH_ABBREVIATIONS.items()}},
    "any_weekday": {**WEEKDAYS, **WEEKDAY_ABBREVIATIONS},
    "weekday_short": dict(WEEKDAY_ABBREVIATIONS),
    "weekdays": {word + "s": n for word, n in WEEKDAYS.items()},
    "unit": dict(UNITS),
    "units": dict(UNITS_PLURAL),
    "any_unit": {**UNITS, **UNITS_PLURAL},
    "calendar_unit": dict(CALENDAR_UNITS),
    "season": dict(SEASONS),
    "part": dict(PARTS),
    "twilight": dict(TWILIGHTS),
    "parts": dict(PART_SETS),
    "hour": dict(HOURS),
    "ampm": dict(AMPM),
    "zone": dict(ZONES),
    "day_word": dict(DAYS),
    "step": dict(STEPS),
    "focus_step": dict(FOCUS_STEPS),
    "past_run": dict(PAST_RUNS),
    "next_run": dict(NEXT_RUNS),
    "portion": dict(PORTIONS),
    "portion_noun": dict(PORTION_NOUNS),
    "about": dict(APPROXIMATIONS),
    "holiday": {word: name for word, name in HOLIDAYS.items() if " " not in word},
    "decade_word": dict(DECADES),
    "ref": dict(REFS),
    "frequency": dict(FREQUENCIES),
    "quantity": dict(QUANTITIES),
    "counted": dict(COUNTED),
    "person": dict(PERSONS),
    "long": dict(LONG),
    "limit": dict(LIMITS),
    "side": {"post": "AFTER", "pre": "BEFORE"},
    "not_after_day": dict(NOT_AFTER_DAY),
    "before_day": dict(BEFORE_DAY),
    "numbered": dict(NUMBERED),
    "determiner": dict.fromkeys("the a an his her its their this that".split()),
    "tonight": {"tonight": 0},
    "stretch": {"period": 0, "term": 0, "while": 0, "time": 0, "date": 0},
    "era_mark": {"ad": 1, "bc": -1, "bce": -1},
    "ago": {"ago": -1},
    "then": {"then": 0},
    "oclock": {"clock": 0},
    "era": {
        "past": "PAST_REF",
        "recent": "PAST_REF",
        "previously": "PAST_REF",
        "future": "FUTURE_REF",
        "soon": "FUTURE_REF",
        "current": "PRESENT_REF",
        "already": "PRESENT_REF",
    },
}

PHRASES: dict[str, dict[str, object]] = {
    "holiday": {words: name for words, name in HOLIDAYS.items() if " " in words},
    "zone": {
        f"{place} {kind}time": f"-{hours + (kind != 'daylight '):02}"
        for place, hours in {"eastern": 4, "central": 5, "mountain": 6, "pacific": 7}.items()
        for kind in ("", "standard ", "daylight ")
    },
}
"""Entries of several words, by category."""

CORE = (
    "month month_short weekday weekday_short weekdays season holiday unit units stretch part parts twilight hour ampm "
    "oclock zone day_word tonight year decade decade_word short_year moment era era_mark ref frequency clock numeric "
    "years slash dayth hhmm teens tens quarter_code half_code fiscal_code long ago then"
).split()
"""Categories one of which a stretch of words must hold to be looked at."""
