"""The grammar of English put together: tables, phrases, layers of rules, and what is not a time."""

from __future__ import annotations

from dateline.lang.en import (
    not_times,
    rules_clock,
    rules_compose,
    rules_dates,
    rules_durations,
    rules_numbers,
    rules_relative,
)
from dateline.lang.en.lexicon import CORE, PHRASES, TABLES
from dateline.lang.en.not_times import TIMES

LAYERS = (
    rules_numbers.RULES,
    (*not_times.RULES, *rules_dates.RULES, *rules_relative.RULES, *rules_clock.RULES, *rules_durations.RULES),
    rules_compose.RULES,
)
"""Rules in the order in which they are tried: words, times, and times made of times."""

__all__ = ["CORE", "LAYERS", "PHRASES", "TABLES", "TIMES"]
