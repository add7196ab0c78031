"""The pipeline's attribute ruler, told from tables: the same attributes in a sixth of the time.

A ruler has some two hundred patterns, and spaCy tries each at every token. Nearly all look at one token's word, tag,
label and whether it is white space, so what they say can be kept for each such quadruple. The few others (of two
tokens, with regular expressions) stay with a matcher of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import MorphAnalysis

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

NAME = "dateline_ruler"
_LOOKED_AT = {"LOWER": 0, "TAG": 1, "DEP": 2, "IS_SPACE": 3}
_COLUMNS = [LOWER, TAG, DEP, IS_SPACE]
_SET = {POS: "pos", TAG: "tag", DEP: "dep", LEMMA: "lemma", MORPH: "morph"}

Key = tuple[int, ...]
"""What the tables are asked for: word, tag and label of a token as hashes, and whether it is white space."""

Changes = list[tuple[str, Any]]
"""Names of a token's attributes and the values that they get."""

Condition = tuple[int, bool, frozenset[int]]
"""A column, whether its value must be one of these or must not, and these."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern of one token, and which of the ruler's it is."""

    order: int
    conditions: tuple[Condition, ...]

    def fits(self, key: Key) -> bool:
        return all((key[column] in values) == wanted for column, wanted, values in self.conditions)


class Ruler:
    """Sets what an ``AttributeRuler`` sets. Raises ``ValueError`` for a ruler that sets what this one does not know."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._rest = Matcher(ruler.vocab)
        self._rest_orders: dict[int, int] = {}
        self._rules: list[_Rule] = []
        self._kept: dict[Key, Changes] = {}
        self._changes = [_changes(ruler, attributes) for attributes in ruler.attrs]
        self._indices = list(ruler.indices)
        for order in range(len(self._changes)):
            self._take(ruler, order)
        self._words = frozenset(
            word for rule in self._rules for column, _, words in rule.conditions if column == 0 for word in words
        )

    def _take(self, ruler: AttributeRuler, order: int) -> None:
        patterns = ruler.matcher.get(str(order))[1]
        conditions = [_conditions(ruler.vocab.strings, pattern) for pattern in patterns]
        told = [each for each in conditions if each is not None]
        if len(told) == len(conditions) and self._indices[order] in (0, -1):
            self._rules.extend(_Rule(order, each) for each in told)
        else:
            self._rest.add(str(order), patterns)
            self._rest_orders[ruler.vocab.strings.add(str(order))] = order

    def __call__(self, doc: Doc) -> Doc:
        """The document, with the attributes set. All patterns look before any is carried out; later ones win."""
        kept, words = self._kept, self._words
        keys = [
            (word if word in words else 0, tag, dep, is_space)
            for word, tag, dep, is_space in doc.to_array(_COLUMNS).tolist()
        ]
        beyond = self._beyond(doc)
        for token, key in zip(doc, keys, strict=True):
            changes = kept.get(key)
            _carry_out(token, self._told(key) if changes is None else changes)
        for at, orders in beyond.items():
            _carry_out(doc[at], self._together({*self._orders(keys[at]), *orders}))
        return doc

    def _beyond(self, doc: Doc) -> Mapping[int, list[int]]:
        """For each token the patterns that the tables do not hold and that say something of it."""
        found: dict[int, list[int]] = defaultdict(list)
        for name, start, end in self._rest(doc, allow_missing=True):
            order = self._rest_orders[name]
            index = self._indices[order]
            found[start + index if index >= 0 else end + index].append(order)
        return found

    def _told(self, key: Key) -> Changes:
        """What is set where a token is so. Kept: there are no more keys than words in patterns, tags and labels."""
        changes = self._kept[key] = self._together(self._orders(key))
        return changes

    def _orders(self, key: Key) -> set[int]:
        return {rule.order for rule in self._rules if rule.fits(key)}

    def _together(self, orders: set[int]) -> Changes:
        return list({name: value for order in sorted(orders) for name, value in self._changes[order]}.items())


def _carry_out(token: Token, changes: Changes) -> None:
    for name, value in changes:
        setattr(token, name, value)


def _changes(ruler: AttributeRuler, attributes: Mapping[Any, Any]) -> Changes:
    """What a pattern sets."""
    if unknown := attributes.keys() - _SET.keys():
        raise ValueError(f"The ruler sets {unknown}.")
    return [
        (_SET[key], MorphAnalysis.from_id(ruler.vocab, value) if key == MORPH else value)
        for key, value in attributes.items()
    ]


def _conditions(strings: StringStore, pattern: Sequence[Mapping[str, Any]]) -> tuple[Condition, ...] | None:
    """What a pattern of one token asks for; None where the tables cannot tell it."""
    if len(pattern) != 1:
        return None
    found = [_condition(strings, name, value) for name, value in pattern[0].items()]
    told = tuple(each for each in found if each is not None)
    return told if len(told) == len(found) else None


def _condition(strings: StringStore, name: str, value: Any) -> Condition | None:
    column = _LOOKED_AT.get(name.upper())
    if column is None:
        return None
    match value:
        case bool():
            return column, True, frozenset({int(value)})
        case str():
            return column, True, frozenset({strings.add(value)})
        case {"IN": list(words)} if len(value) == 1:
            return column, True, frozenset(map(strings.add, words))
        case {"NOT_IN": list(words)} if len(value) == 1:
            return column, False, frozenset(map(strings.add, words))
        case _:
            return None


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> Ruler:
    return Ruler(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]
