"""Clean text to tokens: words, numbers, numeric dates, clock times, ordinals, decades, clitics, punctuation.

Own tokens rather than spaCy's, so that "mid-September", "two-and-a-half-hour" and "a.m." come apart where the grammar
needs it, hard-wrapped and pre-tokenised text reads as any other, and a phrase can be explained without a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from dateline.timex.alphabet import BREAK, FILLER, STOP, Alphabet, Values

_SHAPES = r"""
      (?P<gap> \n\s*\n )
    | (?P<letters> (?:[A-Za-z]\.){2,} | (?i:[ap]\.m)\b )
    | (?P<abbreviation> (?i:ABBREVIATIONS)\. )
    | (?P<coded> (?<![\w.]) (?: [QqHh][1-4] | [1-4][QqHh] | FY\ ?(?:[0-9]{4}|[0-9]{2}) ) \b )
    | (?P<word> [^\W\d_]+ )
    | (?P<dotted> (?<![\w$€£¥\#/:.]) [0-9]{1,2}\.[0-5][0-9]
          (?= \ ? (?: [ap]\.?m\b | (?:GMT|UTC|BST|CET|CEST|EST|EDT|IST)\b | local\ time\b ) ) )
    | (?P<shape> (?<![\w$€£¥\#/:.]) (?:
        (?P<moment> [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}
                  (?: :[0-9]{2} (?:\.[0-9]{1,6})? )? (?: Z | [+-][0-9]{2}:?[0-9]{2} )? )
      | (?P<numeric> [0-9]{4}(?P<a>[-/.])[0-9]{1,2}(?P=a)[0-9]{1,2}
                   | [0-9]{1,2}(?P<b>[-/.])[0-9]{1,2}(?P=b)(?:[0-9]{4}|[0-9]{2}) )
      | (?P<clock> [0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])? )
      | (?P<ordinal> [0-9]{1,4}(?:st|nd|rd|th) )
      | (?P<decade> (?:[0-9]{3}|[2-9])0['’]?s )
      | (?P<years> [12][0-9]{3}/[0-9]{2} )
      | (?P<slash> [0-9]{1,2}/[0-9]{1,2} )
      | (?P<decimal> [0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,3})? | [0-9]{1,6}\.[0-9]{1,3} )
      | (?P<integer> [0-9]{1,7} )
      ) (?![\w%°]|[/:.,]?[0-9]) | (?<![\w$€£¥\#/:.]) (?P<glued> [0-9]{1,2}(?::[0-5][0-9])? ) (?=[ap]\.?m\b) )
    | (?P<short> ['’‘`][0-9]0s\b | ['’‘`][0-9]{2}(?![\w]) )
    | (?P<digits> [0-9][0-9.,:/%]* )
    | (?P<clitic> ['’](?i:s)\b )
    | (?P<mark> [^\s\w] | _ )
"""

_DASHES = {"-", "‐", "‑", "–"}
_LAST_DAY = 31


class Token(NamedTuple):
    """A code point, its span, and what the token is worth."""

    code: str
    start: int
    end: int


CLASSES: dict[str, tuple[str, ...]] = {
    "1-31": ("number", "count", "day", "two_digits", "integer"),
    "32-99": ("number", "count", "two_digits", "integer"),
    "1000-2199": ("number", "count", "year", "any_year", "hhmm", "integer"),
    "four digits": ("number", "count", "hhmm", "integer"),
    "integer": ("number", "count", "integer"),
    "decimal": ("number", "count"),
    "1st-31st": ("ordinal", "dayth"),
    "ordinal": ("ordinal",),
    "1990s": ("decade",),
    "'90": ("short_year", "any_year"),
    "14:30": ("clock",),
    "2013-05-01": ("numeric",),
    "2013-05-01T10:15": ("moment",),
    "2010/11": ("years",),
    "9/11": ("slash",),
    "1/2": ("slash", "fraction"),
    "Q3": ("quarter_code",),
    "H1": ("half_code",),
    "FY2012": ("fiscal_code",),
}
"""The classes of tokens that are not words, and the categories each belongs to."""

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


@dataclass(frozen=True, slots=True)
class Lexer:
    """Tokens of a language: its alphabet, with the code points of the classes."""

    alphabet: Alphabet
    classes: dict[str, str]
    regex: re.Pattern[str]

    @classmethod
    def over(cls, alphabet: Alphabet, abbreviations: Iterable[str]) -> Lexer:
        """The lexer of an alphabet; adds its classes. ``abbreviations`` are words whose dot belongs to them."""
        classes = {name: alphabet.add_class(name, categories) for name, categories in CLASSES.items()}
        longest_first = sorted(abbreviations, key=lambda word: (-len(word), word))
        return cls(alphabet, classes, re.compile(_SHAPES.replace("ABBREVIATIONS", "|".join(longest_first)), re.VERBOSE))

    def tokens(self, text: str) -> list[Token]:
        """Every token of the text, in order; time is linear in its length."""
        words = self.alphabet.words
        found: list[Token] = []
        for match in self.regex.finditer(text):
            kind = match.lastgroup
            code = words.get(match.group().lower(), FILLER) if kind == "word" else self._other(kind, match, text)
            found.append(Token(code, match.start(), match.end()))
        return found

    def _other(self, kind: str | None, match: re.Match[str], text: str) -> str:
        words = self.alphabet.words
        match kind:
            case "gap":
                return BREAK
            case "mark":
                return self._mark(match, text)
            case "letters" | "abbreviation":
                key = match.group().lower().replace(".", "")
                return words.get(key + ".", words.get(key, FILLER))
            case "dotted":
                return self.classes["14:30"]
            case "clitic":
                return words.get("'s", FILLER)
            case "shape" | "short" | "coded":
                return self.classes[shape_of(match.group())]
            case _:
                return FILLER

    def _mark(self, match: re.Match[str], text: str) -> str:
        mark = match.group()
        if mark in _DASHES:
            start, end = match.span()
            glued = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
            mark = "-" if glued else "--"
        return self.alphabet.words.get("'" if mark == "’" else mark, STOP)


def shape_of(text: str) -> str:
    """The class of a token that begins with a digit or an apostrophe: a key of ``CLASSES``."""
    if text[0].isalpha() or (len(text) == 2 and text[1] in "qQhH"):
        return "FY2012" if text[0] == "F" else "Q3" if "Q" in text.upper() else "H1"
    if text[0] in "'’‘`":
        return "1990s" if text.endswith("s") else "'90"
    if text.isdigit():
        return _integer(text)
    if "T" in text:
        return "2013-05-01T10:15"
    if ":" in text:
        return "14:30"
    if text[-1] == "s":
        return "1990s"
    if text[-1].isalpha():
        return "1st-31st" if 1 <= int(text[:-2]) <= _LAST_DAY else "ordinal"
    if text.count("/") == 1:
        if len(text) == len("2010/11"):
            return "2010/11"
        return "1/2" if text in _FRACTIONS else "9/11"
    if len(re.split("[-/.]", text)) == 3:
        return "2013-05-01"
    return "decimal"


def _integer(text: str) -> str:
    value = int(text)
    if len(text) <= 2:
        return "1-31" if 1 <= value <= _LAST_DAY else "32-99"
    if len(text) == 4:
        return "1000-2199" if 1000 <= value <= 2199 else "four digits"
    return "integer"


def worth(text: str, shape: str) -> Values:
    """What a token of a shape (a key of ``CLASSES``) is worth, by category.

    Example: ``worth("1990s", "1990s")`` is ``{"decade": 199}``, ``worth("14:30", "14:30")`` is ``{"clock": (14, 30)}``.
    """
    match shape:
        case "1990s":
            return {"decade": int(re.sub("[^0-9]", "", text)) // 10}
        case "'90":
            return {"short_year": int(text[1:]), "any_year": int(text[1:])}
        case "14:30":
            hour, minute = re.split("[:.]", text)[:2]
            return {"clock": (int(hour), int(minute))}
        case "1st-31st" | "ordinal":
            return {"ordinal": int(text[:-2]), "dayth": int(text[:-2])}
        case "Q3" | "H1" | "FY2012":
            return {CLASSES[shape][0]: int(re.sub("[^0-9]", "", text))}
        case "2013-05-01":
            return {"numeric": text}
        case "2013-05-01T10:15":
            return {"moment": text}
        case "2010/11":
            first, second = text.split("/")
            return {"years": (int(first), second)}
        case "9/11" | "1/2":
            first, second = text.split("/")
            return {"slash": (int(first), int(second)), "fraction": _FRACTIONS.get(text)}
        case "decimal":
            amount = float(text.replace(",", ""))
            return {"number": amount, "count": amount}
        case _:
            count = int(text)
            named = dict.fromkeys(("number", "count", "integer", "day", "year", "any_year"), count)
            two_digits = {"two_digits": text} if len(text) == len("05") else {}
            return {**named, **two_digits, "hhmm": divmod(count, 100)}
