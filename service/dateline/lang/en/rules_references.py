"""Vague references: now, recently, the past, the near future."""

from __future__ import annotations

from dateline.dates.period import Unit
from dateline.dates.say import Amount, Lasting, Ref
from dateline.timex.rule import Rule, eg

RULES = (
    Rule(
        "long ago",
        "a? long time? ago",
        lambda: Ref("PAST_REF"),
        examples=(eg("He left [a long time ago = PAST_REF]."),),
        rejects=("Long lines formed.",),
    ),
    Rule(
        "moments ago",
        "a? moment|moments ago",
        lambda: Ref("PAST_REF"),
        examples=(eg("He left [moments ago = PAST_REF]."),),
        rejects=("Momentous ages ago.",),
    ),
    Rule(
        "in years past",
        "in [ @units past ]",
        lambda units: Ref("PAST_REF"),
        examples=(eg("In [years past = PAST_REF] it was free."),),
        rejects=("In yards past the house he ran.",),
    ),
    Rule(
        "future <periods>",
        "future @units",
        lambda units: Ref("FUTURE_REF"),
        examples=(eg("Taxes will fall in [future years = FUTURE_REF]."),),
        rejects=("Future yearlings will race.",),
    ),
    Rule(
        "in the past",
        "in [ the past ] ~",
        lambda: Ref("PAST_REF"),
        examples=(eg("In [the past = PAST_REF] he had refused."),),
        rejects=("In the past election he lost.",),
    ),
    Rule(
        "in those days",
        "in [ those days ]",
        lambda: Ref("PAST_REF"),
        examples=(eg("In [those days = PAST_REF] it was free."),),
        rejects=("In those places it was free.",),
    ),
    Rule(
        "reference",
        "right|more|just|most? @ref:value",
        Ref,
        examples=(eg("They are [now = PRESENT_REF] free."), eg("He [recently = PAST_REF] left.")),
        rejects=("He knows.",),
    ),
    Rule(
        "current",
        "current",
        lambda: Ref("PRESENT_REF"),
        examples=(eg("The [current = PRESENT_REF] system works."),),
        rejects=("The river's current is strong.",),
    ),
    Rule(
        "recent",
        "recent",
        lambda: Ref("PAST_REF"),
        examples=(eg("The [recent = PAST_REF] sale helped."),),
        rejects=("Recency counts.",),
    ),
    Rule(
        "future",
        "future",
        lambda: Ref("FUTURE_REF"),
        examples=(eg("They fear for [future = FUTURE_REF] demand."),),
        rejects=("Futures rose.",),
    ),
    Rule(
        "soon",
        "as? soon ( as possible )?",
        lambda: Ref("FUTURE_REF"),
        examples=(eg("They will [soon = FUTURE_REF] leave."),),
        rejects=("He sooned.", "As soon as he came, it rained."),
    ),
    Rule(
        "previously",
        "previously",
        lambda: Ref("PAST_REF"),
        examples=(eg("[Previously = PAST_REF] he had said no."),),
        rejects=("The previous owner left.",),
    ),
    Rule(
        "already",
        "already",
        lambda: Ref("PRESENT_REF"),
        examples=(eg("They [already = PRESENT_REF] hold a third."),),
        rejects=("All ready now.",),
    ),
    Rule(
        "these days",
        "these days",
        lambda: Ref("PRESENT_REF"),
        examples=(eg("Few care [these days = PRESENT_REF]."),),
        rejects=("These men left.",),
    ),
    Rule(
        "the near term",
        "the near|short|immediate|medium|long term !~|-",
        lambda: Ref("FUTURE_REF"),
        examples=(eg("Costs will rise in [the near term = FUTURE_REF]."),),
        rejects=("The short term paper is due.",),
    ),
    Rule(
        "one day, sometime",
        "will|would|could|can|may|might|should|shall|to [ one day ] ~",
        lambda: Ref("FUTURE_REF"),
        examples=(eg("Islam will [one day = FUTURE_REF] be second."), eg("He hopes to [one day = FUTURE_REF] return.")),
        rejects=("It will one by one fail.",),
    ),
    Rule(
        "in a <unit> or two",
        "in [ @one @calendar_unit or two ]",
        lambda one, calendar_unit: Ref("FUTURE_REF"),
        examples=(eg("It may close in [a year or two = FUTURE_REF]."),),
        rejects=("In a man or two it may lodge.",),
    ),
    Rule(
        "a later date",
        "a later date|time|stage",
        lambda: Ref("FUTURE_REF"),
        examples=(eg("Talks will resume at [a later date = FUTURE_REF]."),),
        rejects=("A later train came.",),
    ),
    Rule(
        "a while",
        "for|in|after [ a|some|quite long? while|time ] !~",
        lambda: Lasting((Amount(None, Unit.MONTH),)),
        examples=(eg("It was so for [some time = PXM]."),),
        rejects=("After a time bomb was found they left.",),
    ),
    Rule(
        "the past",
        "the recent|distant? past !~|@count",
        lambda: Ref("PAST_REF"),
        examples=(eg("In [the past = PAST_REF], Russia has asked for help."),),
        rejects=("He ran past the house.",),
    ),
    Rule(
        "the future",
        "the ( not -? too -? )? near|foreseeable|distant|immediate? future",
        lambda: Ref("FUTURE_REF"),
        examples=(eg("It may close in [the near future = FUTURE_REF]."),),
        rejects=("Futures fell.",),
    ),
)
