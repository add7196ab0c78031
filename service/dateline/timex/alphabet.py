"""One private code point for every word of a lexicon and every class of token, so that a sentence is a short string.

A category is then a set of code points, which is to say a regex character class, and matching a phrase is one call
of the C regex engine over a string with one character a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FILLER = " "
"""Any word that means nothing to the grammar. No pattern matches it."""
STOP = "."
"""Any mark that means nothing to the grammar."""
BREAK = "\n"
"""The end of a paragraph."""

_CONTEXT = {"~": FILLER, ".": STOP}
"""How patterns write unknown words and marks, which they may only look at, not match."""
_FIRST = 0xE000
_ROOM = 0x1900

Values = dict[str, Any]
"""What a word is worth, by category: ``{"month": 5}``."""


@dataclass(slots=True)
class Alphabet:
    """Code points by word and by category. Filled while a language is put together, then only read."""

    words: dict[str, str] = field(default_factory=dict)
    values: dict[str, Values] = field(default_factory=dict)
    categories: dict[str, set[str]] = field(default_factory=dict)

    def add_tables(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Every word of every table; a word may stand in several."""
        for category, table in tables.items():
            self.categories.setdefault(category, set())
            for word, value in table.items():
                code = self.word(word)
                self.values.setdefault(code, {})[category] = value
                self.categories[category].add(code)

    def add_class(self, name: str, categories: Iterable[str]) -> str:
        """A class of tokens or of things recognised, a member of each of the categories."""
        code = self.word(f"<{name}>")
        for category in categories:
            self.categories.setdefault(category, set()).add(code)
        return code

    def word(self, word: str) -> str:
        """The word's code point, a new one where it has none. Raises ``OverflowError`` past 6,400 words."""
        if word in _CONTEXT:
            return _CONTEXT[word]
        if word not in self.words:
            if len(self.words) >= _ROOM:
                raise OverflowError("the private use area is full")
            self.words[word] = chr(_FIRST + len(self.words))
        return self.words[word]
