"""Every sentence of every rule, through the whole grammar; the rule that fired must be the one that owns it."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.lang.en.not_times import RULES as NOT_TIMES
from dateline.timex.explain import readings
from dateline.timex.recognise import english, recognise
from dateline.timex.rule import PUBLISHED, Example, Rule
from dateline.values import CleanText, Offsets, Span

RULES = english().rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
REJECTS = [(rule, sentence) for rule in RULES for sentence in rule.rejects]


def _id(case: Any) -> str:
    return case.name if isinstance(case, Rule) else getattr(case, "sentence", str(case))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=_id)
def test_a_sentence_is_read_by_the_rule_that_owns_it(rule: Rule, example: Example) -> None:
    marked = Span(example.start, example.end)
    found = [each for each in readings(example.sentence, example.on) if each.timex.span.overlaps(marked)]
    assert [(each.timex.span, str(each.timex.says)) for each in found] == [(marked, example.says)]
    assert rule.name in [name for name, _, _ in found[0].timex.steps]
    assert example.means in {None, found[0].value}


@pytest.mark.parametrize(("rule", "sentence"), REJECTS, ids=_id)
def test_a_rule_leaves_its_rejects_alone(rule: Rule, sentence: str, extractor: Any) -> None:
    clean = CleanText(sentence, (Span(0, len(sentence)),), Offsets())
    with extractor.parser.zone():
        found = recognise(extractor.parser.parse(clean), clean)
    if rule in NOT_TIMES:
        assert not found
    assert rule.name not in {step[0] for timex in found for step in timex.steps}


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_every_rule_has_sentences(rule: Rule) -> None:
    assert rule.rejects
    assert rule.examples or rule in NOT_TIMES


def test_the_fixed_day_is_a_tuesday() -> None:
    assert PUBLISHED.isoformat() == "2013-02-12"
