"""Recognition: tokens to time expressions, layer upon layer of the same machine.

What a layer recognises becomes one item with a code point of its kind, and the next layer matches over those: numbers
first ("twenty-four"), then dates and durations, then what is made of dates ("the end of <date>").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.dates.period import Unit
from dateline.dates.say import At, Every, Lasting, Portion, Range, Ref, Run, Say, unit_of
from dateline.timex.alphabet import BREAK, FILLER, STOP, Alphabet, Values
from dateline.timex.lexer import Lexer, Token, worth
from dateline.timex.matcher import Found, Layer
from dateline.timex.rule import Marked, Rule, Seen, Word

KINDS: dict[str, tuple[str, ...]] = {
    "Day": ("Day", "Date"),
    "Week": ("Week", "Date"),
    "Month": ("Month", "Date"),
    "Season": ("Season", "Date"),
    "Quarter": ("Quarter", "Date"),
    "Half": ("Quarter", "Date"),
    "Year": ("Year", "Date"),
    "Decade": ("Decade", "Date"),
    "Century": ("Decade", "Date"),
    "Time": ("Time",),
    "Duration": ("Duration",),
    "Run": ("Run",),
    "Set": ("Set",),
    "Ref": ("Ref",),
    "Range": ("Range",),
}
"""Kinds of things recognised, and the categories each belongs to."""

WORD_KINDS: dict[str, tuple[str, ...]] = {
    "number": ("number", "count"),
    "year": ("year", "any_year", "number"),
    "holiday": ("holiday",),
    "quarter": ("quarter",),
    "part": ("part",),
    "portion": ("portion",),
    "about": ("about",),
    "zone": ("zone",),
}
"""Kinds of words that rules make of several, named by their first category."""

_TYPES = {"Time": "TIME", "Duration": "DURATION", "Run": "DURATION", "Set": "SET"}
_UNITS = {
    Unit.WEEKEND: "Week", Unit.WEEK: "Week", Unit.FORTNIGHT: "Week", Unit.MONTH: "Month", Unit.SEASON: "Season",
    Unit.QUARTER: "Quarter", Unit.HALF: "Half", Unit.YEAR: "Year", Unit.DECADE: "Decade", Unit.CENTURY: "Century",
    Unit.MILLENNIUM: "Century", Unit.DAY: "Day",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A token, or what a rule made of several: code point, span, worth, and for a time what it says and why."""

    code: str
    start: int
    end: int
    values: Values
    says: Say | None = None
    type: str = ""
    rule: str = ""
    steps: tuple[tuple[str, str, str], ...] = ()


def kind_of(say: Say) -> str:
    """The kind of thing said: a key of ``KINDS``."""
    match say:
        case At():
            return "Time"
        case Lasting():
            return "Duration"
        case Run():
            return "Run"
        case Every():
            return "Set"
        case Ref():
            return "Ref"
        case Range():
            return "Range"
        case Portion():
            return kind_of(say.of)
        case _:
            return _UNITS.get(unit_of(say), "Time")


_AHEAD = 32
"""How much of the text after a word its test may see."""


class Grammar:
    """A language's words and rules, made ready. Read-only once made; shared by all threads."""

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, Any]],
        phrases: Mapping[str, Mapping[str, Any]],
        layers: Sequence[Sequence[Rule]],
        core: Sequence[str],
        abbreviations: Sequence[str],
        times: Mapping[str, Callable[[Seen], bool]],
    ) -> None:
        self.alphabet = Alphabet()
        self.alphabet.add_tables(tables)
        for names in (KINDS, WORD_KINDS):
            for name, categories in names.items():
                self.alphabet.add_class(name, categories)
        self.lexer = Lexer.over(self.alphabet, abbreviations)
        self._shapes = {code: name for name, code in self.lexer.classes.items()}
        self.rules = tuple(dict.fromkeys(rule for layer in layers for rule in layer))
        named = [_phrase(category, words, value) for category in phrases for words, value in phrases[category].items()]
        self._layers = [Layer([*named, *layers[0]], self.alphabet)]
        self._layers += [Layer(layer, self.alphabet) for layer in layers[1:]]
        self._times = {self.alphabet.words[word]: test for word, test in times.items()}
        codes = {code for name in core for code in self.alphabet.categories[name]}
        codes |= {self.alphabet.words[words.rsplit(" ", 1)[-1]] for table in phrases.values() for words in table}
        self._core = re.compile(f"[{''.join(sorted(codes))}]")
        self._island = re.compile(f"[^{FILLER}{BREAK}{re.escape(STOP)}]+")

    def items(self, text: str, look: Callable[[int], tuple[str | None, str]]) -> list[Item]:
        """Every time in the text, in order. ``look`` gives the tag (or None) and entity label at an offset."""
        tokens = self.lexer.tokens(text)
        codes = "".join(token.code for token in tokens)
        found: list[Item] = []
        for island in self._island.finditer(codes):
            start, end = island.span()
            if self._core.search(codes, start, end):
                found += self._read(text, tokens[max(0, start - 1) : end + 1], look)
        return found

    def _read(self, text: str, tokens: Sequence[Token], look: Callable[[int], tuple[str | None, str]]) -> list[Item]:
        """The times of one island, given with its neighbours."""
        items = [self._item(text, token, look) for token in tokens]
        for layer in self._layers:
            items = self._apply(layer, items, text)
        return [item for item in items if item.says is not None]

    def _item(self, text: str, token: Token, look: Callable[[int], tuple[str | None, str]]) -> Item:
        code, start, end = token
        test = self._times.get(code)
        if test is not None and not test(Seen(text[start:end], *look(start), text[end : end + _AHEAD])):
            return Item(FILLER, start, end, {})
        values = self.alphabet.values.get(code)
        if values is None:
            shape = self._shapes.get(code)
            values = {} if shape is None else worth(text[start:end], shape)
        return Item(code, start, end, values)

    def _apply(self, layer: Layer, items: list[Item], text: str) -> list[Item]:
        codes = "".join(item.code for item in items)
        done: list[Item] = []
        at = 0
        while at < len(items):
            for found in layer.matches(codes, at):
                made = self._make(found, items[at : found.end], items, text)
                if made is not None:
                    done.append(made)
                    at = found.end
                    break
            else:
                done.append(items[at])
                at += 1
        return done

    def _make(self, found: Found, parts: Sequence[Item], items: Sequence[Item], text: str) -> Item | None:
        captures = {
            name: next((items[at].values[each] for each in categories if each in items[at].values), None)
            for (name, categories), at in found.captures
        }
        built = found.rule.build(**captures)
        if built is None:
            return None
        start, end = parts[0].start, parts[-1].end
        inner = tuple(step for part in parts for step in part.steps)
        if isinstance(built, Word):
            code = self.alphabet.words[f"<{next(iter(built.values))}>"] if built.values else FILLER
            return Item(
                code, start, end, built.values, steps=(*inner, (found.rule.name, text[start:end], _worth(built)))
            )
        says, type_ = (built.says, built.type) if isinstance(built, Marked) else (built, None)
        kind = kind_of(says)
        steps = (*inner, (found.rule.name, text[start:end], str(says)))
        values = dict.fromkeys(KINDS[kind], says)
        code = self.alphabet.words[f"<{kind}>"]
        return Item(code, start, end, values, says, type_ or _TYPES.get(kind, "DATE"), found.rule.name, steps)


def _worth(word: Word) -> str:
    """What a word of several words is worth, for the derivation."""
    return str(next(iter(word.values.values()), "no time"))


def _phrase(category: str, words: str, value: Any) -> Rule:
    """A dictionary entry of several words as a rule."""
    return Rule(words, words, lambda: Word({category: value}))
