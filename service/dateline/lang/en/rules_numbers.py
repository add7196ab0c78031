"""Numbers in words, and other words that only together are one: the first layer."""

from __future__ import annotations

from dateline.lang.en import build
from dateline.timex.rule import Rule, Word, eg

RULES = (
    Rule(
        "year in words",
        "@teens|twenty:teens @tens|@teens:tens -? @ones?",
        lambda teens=20, tens=0, ones=0: build.year_word((teens or 20) * 100 + tens + ones),
        examples=(
            eg("It opened in [nineteen ninety-seven = 1997]."),
            eg("The law dates from [eighteen seventy = 1870]."),
        ),
        rejects=("He was nineteen then.",),
    ),
    Rule(
        "year two thousand",
        "the? year two thousand ( and? @ones|@teens:ones )?",
        lambda ones=0: build.year_word(2000 + ones),
        examples=(eg("They feared [the year two thousand = 2000]."),),
        rejects=("Two thousand came.",),
    ),
    Rule(
        "tens and ones",
        "@tens -? @ones",
        build.number,
        examples=(
            eg("She waited [twenty-four days = P24D]."),
            eg("He served [thirty six months = P36M]."),
        ),
        rejects=("Twenty-four people waited.",),
    ),
    Rule(
        "hundreds",
        "@number|@one:count @scale ( and? @number:rest )?",
        lambda count, scale, rest=0: build.counted(count * scale + (rest or 0)) if count is not None else None,
        examples=(
            eg("The wall stood for [two hundred years = P200Y]."),
            eg("It took [a hundred and twenty days = P120D]."),
        ),
        rejects=("Two hundred ships sailed.",),
    ),
    Rule(
        "number and a half",
        "@number|@one:count -? and -? a -? half",
        lambda count: build.counted(count + 0.5) if count is not None else None,
        examples=(
            eg("She left after [two and a half years = P2Y6M]."),
            eg("It was a [two-and-a-half-hour = PT2H30M] talk."),
        ),
        rejects=("He ate two and a half pies.",),
    ),
    Rule(
        "number and fraction",
        "@number:count -? @fraction",
        lambda count, fraction: build.counted(count + fraction) if fraction and count is not None else None,
        examples=(eg("The flight took [5 1/2 hours = PT5H30M]."),),
        rejects=("Shares fell 5 1/2 points.",),
    ),
    Rule(
        "half a",
        "half a|an|-",
        lambda: build.counted(0.5),
        examples=(
            eg("They talked for [half an hour = PT30M]."),
            eg("It closed for [half a day = PT12H]."),
        ),
        rejects=("He ate half a pie.",),
    ),
    Rule(
        "a couple of",
        "a? couple of?",
        lambda: build.counted(2),
        examples=(eg("He stayed [a couple of days = P2D]."),),
        rejects=("A couple married.",),
    ),
    Rule(
        "number or so",
        "[ @number:count or so ] @any_unit",
        build.counted,
        examples=(eg("He left [30 or so years ago = P30Y before publication]."),),
        rejects=("Thirty or so men left.",),
    ),
    Rule(
        "the early hours",
        "the? early|small|wee|predawn hours",
        lambda: Word({"part": "MO"}),
        examples=(
            eg("He left in [the early hours of Saturday = XXXX-WXX-6TMO]."),
            eg("He left in [the predawn hours of Sunday = XXXX-WXX-7TMO]."),
        ),
        rejects=("He left early.",),
    ),
    Rule(
        "a dozen",
        "a? dozen",
        lambda: build.counted(12),
        examples=(eg("The siege lasted [a dozen years = P12Y]."),),
        rejects=("A dozen eggs broke.",),
    ),
    Rule(
        "a few",
        "a|the? very? few",
        lambda: build.counted(None),
        examples=(
            eg("It rained for [a few days = PXD]."),
            eg("They argued for [a few hours = PTXH]."),
        ),
        rejects=("A few friends came.",),
    ),
)
