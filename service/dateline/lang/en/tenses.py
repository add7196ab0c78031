"""Which English words tell that a date is over or to come: helpers, plans, timetables. Tables only."""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


FUTURE = _words("will shall 'll wo ’ll")
"""Helpers of the future; "wo" is of "won't"."""

PLANS = _words(
    "plan schedule expect intend set due agree aim hope want promise vow prepare slate likely propose begin try summon "
    "invite order"
)
"""What an infinitive after them tells is to come: they agreed to meet on Friday."""

DONE = _words("try begin attempt start manage fail")
"""In the past, what an infinitive after them tells is over: police tried to clear the camp on 2 May."""

SCHEDULED = _words("schedule slate due expect plan")
"""A date that hangs on them is to come: the vote is due on Friday."""

ONCE = _words("had originally initially once")
"""Beside those, they leave open whether it is over: originally due in June."""

SET_FOR = _words("set plan call book add arrange announce")
"""As participles with "for", they set a date to come: a summit set for Friday."""

PUT_OFF = _words("push put postpone delay move adjourn defer reschedule shift")
"""Verbs whose UNTIL names the new time of what is put off: the vote was pushed back to Monday."""

UNTIL = _words("to until till for")
"""Prepositions of that new time."""

TIMETABLE = _words(
    "open begin start resume end expire arrive depart leave fly travel return meet vote play face gather take go come "
    "host appear launch hold decide retire step air premiere address land kick continue conclude reopen reconvene "
    "raise cut release publish sign become join"
)
"""Verbs whose present, with a date, tells what will be: the talks resume Friday."""

LASTING = _words("last drag continue stay remain run wait work live sit sleep serve linger go rage")
"""Verbs whose "until", in the past, is over: talks dragged on until Sunday."""
