"""Lengths of time, and times that come again."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Every, Lasting
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg

RULES = (
    Rule(
        "so many <units>",
        "@count more? -? @any_unit ( -? long )?",
        build.lasting,
        examples=(
            eg("It lasted [six years = P6Y]."),
            eg("A [three-day = P3D] strike began."),
            eg("They spoke for [30 minutes = PT30M]."),
        ),
        rejects=("Six men left.",),
    ),
    Rule(
        "<low> to <high> <units>",
        "@number:low to|or|- @number:high -? @any_unit",
        lambda low, high, any_unit: Lasting((Amount(None, any_unit),)),
        examples=(eg("Repairs will take [12 to 18 months = PXM]."),),
        rejects=("They won 12 to 18.",),
    ),
    Rule(
        "so many <units> and so many",
        "@number|@one:count @any_unit ( and|, )? @number|@one:more @any_unit:finer",
        lambda count, any_unit, more, finer: Lasting((Amount(count, any_unit), Amount(more, finer))) if finer < any_unit else None,
        examples=(eg("He served [two years and six months = P2Y6M]."),),
        rejects=("Two men and six women left.",),
    ),
    Rule(
        "<unit> and a half",
        "@one|@number:count @any_unit and a half",
        lambda count, any_unit: build.lasting(count + 0.5, any_unit) if count is not None else None,
        examples=(eg("They had [a minute and a half = PT1M30S]."),),
        rejects=("A pie and a half is enough.",),
    ),
    Rule(
        "<units>",
        "@units -? long|end?",
        lambda units: build.lasting(None, units),
        examples=(eg("They waited for [years = PXY]."),),
        rejects=("They waited.",),
    ),
    Rule(
        "frequency",
        "@frequency",
        lambda frequency: Every(frequency),
        examples=(eg("It flies [daily = every P1D]."),),
        rejects=("The Daily Mail said so.",),
    ),
    Rule(
        "every <unit>",
        "@quantity @unit",
        lambda quantity, unit: build.every(unit, quant=quantity),
        examples=(eg("He runs [every day = every P1D]."),),
        rejects=("Every man ran.",),
    ),
    Rule(
        "every <n> <units>",
        "@quantity @number:count @any_unit",
        lambda quantity, count, any_unit: build.every(any_unit, count, quantity),
        examples=(eg("It meets [every two weeks = every P2W]."),),
        rejects=("Every two men met.",),
    ),
    Rule(
        "every <weekday>",
        "@quantity @weekday",
        lambda quantity, weekday: Every(f"XXXX-WXX-{weekday + 1}", quantity),
        examples=(eg("He prays [every Friday = every XXXX-WXX-5]."),),
        rejects=("Every man prays.",),
    ),
    Rule(
        "every <month>",
        "@quantity @month",
        lambda quantity, month: Every(f"XXXX-{month:02}", quantity),
        examples=(eg("They march [each July = every XXXX-07]."),),
        rejects=("Each man marches.",),
    ),
    Rule(
        "every <season>",
        "@quantity @season",
        lambda quantity, season: build.each_season(season, quantity),
        examples=(eg("They meet [every summer = every XXXX-SU]."),),
        rejects=("Every man met.",),
    ),
    Rule(
        "<weekdays>",
        "@weekdays",
        lambda weekdays: Every(f"XXXX-WXX-{weekdays + 1}"),
        examples=(eg("They rest on [Sundays = every XXXX-WXX-7]."),),
        rejects=("They rest.",),
    ),
    Rule(
        "so many times a <unit>",
        "once|twice a|an|each|every|per @unit",
        lambda unit: build.every(unit),
        examples=(eg("They meet [twice a month = every P1M]."),),
        rejects=("Twice a man called.",),
    ),
)

__all__ = ["RULES", "Unit"]
