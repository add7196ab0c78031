"""Lengths of time, and times that come again."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Every, Lasting
from dateline.lang.en import build
from dateline.timex.rule import Rule, eg

RULES = (
    Rule(
        "so many <units>",
        "@count more|straight|consecutive|full|additional|other|trading|working|whole? -? @any_unit:unit ( -? long )?",
        build.lasting,
        examples=(
            eg("It lasted [six years = P6Y]."),
            eg("A [three-day = P3D] strike began."),
            eg("They spoke for [30 minutes = PT30M]."),
        ),
        rejects=("Six men left.",),
    ),
    Rule(
        "the so many <units>",
        "the|these|those @count @units:unit",
        build.lasting,
        examples=(eg("Sales rose in [the nine months = P9M] to June."),),
        rejects=("The nine men left.",),
    ),
    Rule(
        "<low> to <high> <units>",
        "@number:low to|or|- @number:high -? @any_unit:unit",
        lambda low, high, unit: Lasting((Amount(None, unit),)),
        examples=(eg("Repairs will take [12 to 18 months = PXM]."),),
        rejects=("They won 12 to 18.",),
    ),
    Rule(
        "so many <units> and so many",
        "@number|@one:count @any_unit:unit ( and|, )? @number|@one:more @any_unit:finer",
        lambda count, unit, more, finer: Lasting((Amount(count, unit), Amount(more, finer))) if finer < unit else None,
        examples=(eg("He served [two years and six months = P2Y6M]."),),
        rejects=("Two men and six women left.",),
    ),
    Rule(
        "<unit> and a half",
        "@one|@number:count @any_unit:unit and a half",
        lambda count, unit: build.lasting(count + 0.5, unit) if count is not None else None,
        examples=(eg("They had [a minute and a half = PT1M30S]."),),
        rejects=("A pie and a half is enough.",),
    ),
    Rule(
        "<units> or <units>",
        "@units:unit or|and|to @units:longer",
        lambda unit, longer: build.lasting(None, unit),
        examples=(eg("It may take [weeks or months = PXW]."),),
        rejects=("Men or women may come.",),
    ),
    Rule(
        "a <unit> or so",
        "@one|@number:count @any_unit:unit or so|two|more",
        build.lasting,
        examples=(eg("It lasted [a year or so = P1Y]."),),
        rejects=("A man or so left.",),
    ),
    Rule(
        "another <unit>",
        "another @unit",
        lambda unit: build.lasting(1, unit),
        examples=(eg("He stayed [another year = P1Y]."),),
        rejects=("Another man came.",),
    ),
    Rule(
        "the first <units>",
        "the first|early|final|last|opening|closing @units",
        lambda units: build.lasting(None, units),
        examples=(eg("It sank in [the first hours = PTXH]."),),
        rejects=("The first men sank.",),
    ),
    Rule(
        "<units>",
        "@units ( - long )?",
        lambda units: build.lasting(None, units) if units >= Unit.HOUR else None,
        examples=(eg("They waited for [years = PXY]."),),
        rejects=("They waited.",),
    ),
    Rule(
        "frequency",
        "@frequency:value !-",
        Every,
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
        "@quantity @number:count @any_unit:unit",
        lambda quantity, count, unit: build.every(unit, count, quantity),
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
        build.every,
        examples=(eg("They meet [twice a month = every P1M]."),),
        rejects=("Twice a man called.",),
    ),
)
