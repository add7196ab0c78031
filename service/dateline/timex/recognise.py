"""Which words are time expressions, and what they say."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from dateline.dates.say import Every, Lasting, Portion, Say
from dateline.lang.en.lexicon import PAST_NEAR, TURNED, WORDS_BEFORE
from dateline.timex.compose import Grammar, Item
from dateline.timex.context import Parse
from dateline.timex.keep import kept
from dateline.timex.tense import Tense
from dateline.values import CleanText, Span, Timex, TimexType

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=1)
def english() -> Grammar:
    """The grammar of English, made once."""
    from dateline.lang.en import grammar

    return Grammar(grammar.TABLES, grammar.PHRASES, grammar.LAYERS, grammar.CORE, grammar.ABBREVIATIONS, grammar.TIMES)


def recognise(doc: Doc | None, clean: CleanText) -> tuple[Timex, ...]:
    """Every time expression of the text, in order. Without a ``doc``, words are read by form alone and kept."""
    parse, text = Parse(doc), clean.text
    found = english().items(text, parse.look)
    return tuple(_timex(item, parse, text) for item in found if kept(item, parse, text))


_NEAR = 24


def _tense(item: Item, parse: Parse, text: str) -> Tense | None:
    """Of the word just before, if that tells ("until Friday", "said Friday"); else of the governing verb."""
    before = text[max(0, item.start - _NEAR) : item.start].split()
    if before[-2:] in (["until", "the"], ["till", "the"]):
        before.pop()
    if before[-1:] == ["by"] and (parse.is_pluperfect(item.start) or parse.is_done(item.start)):
        return "past"
    if before[-3:] in (["as", "recently", "as"], ["as", "late", "as"]) or parse.has_lasted(item.start):
        return "past"
    if before and before[-1] in WORDS_BEFORE and TURNED.isdisjoint(before[-2:]):
        return WORDS_BEFORE[before[-1]]
    if text[item.end : item.end + 2] in {"'s", "’s"} or not PAST_NEAR.isdisjoint(before):
        return "past"
    return parse.tense(item.start)


def _timex(item: Item, parse: Parse, text: str) -> Timex:
    says: Say = cast(Any, item.says)
    return Timex(
        span=Span(item.start, item.end),
        type=cast(TimexType, item.type),
        says=says,
        rule=item.rule,
        tense=_tense(item, parse, text),
        mod=_mod(says),
        quant=says.quant if isinstance(says, Every) else None,
        freq=says.freq if isinstance(says, Every) else None,
        steps=item.steps,
    )


def _mod(says: Say) -> str | None:
    return says.mod if isinstance(says, Portion | Lasting) else None
