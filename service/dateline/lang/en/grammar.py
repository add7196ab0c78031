"""The grammar of English put together: tables, phrases, layers of rules, and what is not a time."""

from __future__ import annotations

from dateline.lang.en import (
    not_times,
    rules_clock,
    rules_compose,
    rules_dates,
    rules_durations,
    rules_narrative,
    rules_numbers,
    rules_quarters,
    rules_references,
    rules_relative,
    rules_reports,
)
from dateline.lang.en.lexicon import ABBREVIATIONS, CORE, PHRASES, TABLES
from dateline.lang.en.not_times import TIMES

MODULES = (
    rules_numbers,
    not_times,
    rules_dates,
    rules_quarters,
    rules_reports,
    rules_narrative,
    rules_relative,
    rules_references,
    rules_clock,
    rules_durations,
    rules_compose,
)
"""Where the rules stand, in the order in which they are tried."""

_FIRST, *_BETWEEN, _LAST = MODULES

LAYERS = (_FIRST.RULES, tuple(rule for module in _BETWEEN for rule in module.RULES), _LAST.RULES, _LAST.RULES)
"""Rules tried together: words first, then times, then times made of times, then times made of those."""

__all__ = ["ABBREVIATIONS", "CORE", "LAYERS", "MODULES", "PHRASES", "TABLES", "TIMES"]
