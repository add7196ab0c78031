"""The grammar as a page for people: every rule, its pattern and its sentences. ``python -m dateline.timex.page``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType

from dateline.timex.rule import PUBLISHED, Example, Rule

_HEAD = f"""# Time expressions in English

Printed from the rules by `python -m dateline.timex.page > docs/grammar/en.md`; a test compares. Every sentence below is
a test. What is marked is what the rule must read, followed by what the words *say*; after the arrow stands what they
*mean* on {PUBLISHED:%A} {PUBLISHED.isoformat()}, the day on which all sentences are written. How a pattern is written
is told in `service/dateline/timex/rule.py`; `@month` is any word of the table `month` in `lang/en/lexicon.py`.
"""


def page(modules: Sequence[ModuleType]) -> str:
    """The page: one section a module of rules, in the order in which they are tried."""
    return _HEAD + "".join(_section(module) for module in modules)


def _section(module: ModuleType) -> str:
    title, _, _ = (module.__doc__ or module.__name__).strip().partition("\n")
    return f"\n## {title}\n" + "".join(_entry(rule) for rule in module.RULES)


def _entry(rule: Rule) -> str:
    lines = [f"\n**{_plain(rule.name)}**: `{rule.pattern}`\n"]
    lines += [f"- {_marked(example)}" for example in rule.examples]
    lines += [f"- not: {_plain(sentence)}" for sentence in rule.rejects]
    return "\n".join(lines) + "\n"


def _marked(example: Example) -> str:
    before, after = example.sentence[: example.start], example.sentence[example.end :]
    means = f" → `{example.means}`" if example.means else ""
    words = example.sentence[example.start : example.end]
    return f"{_plain(before)}**{_plain(words)}**{_plain(after)} `{example.says}`{means}"


def _plain(text: str) -> str:
    """Text in which no character is markup."""
    return "".join(f"\\{character}" if character in "*_`<>[]" else character for character in text)


def english() -> str:
    """The page of English."""
    from dateline.lang.en import grammar

    return page(grammar.MODULES)


if __name__ == "__main__":
    sys.stdout.write(english())
