"""Patterns compiled to regexes over code points, and the search for the longest that matches.

All repetition in a pattern is bounded, so a match costs no more than the pattern is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.timex.alphabet import Alphabet
from dateline.timex.rule import Rule

_ELEMENT = re.compile(r"\(|\)\??|\[|\]|!?[^\s()\[\]]+")


Capture = tuple[str, tuple[str, ...]]
"""The name under which something is captured, and the categories whose value is wanted, first found first."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled rule: where it may begin, its regex, and the names of its captures, group by group."""

    rule: Rule
    regex: re.Pattern[str]
    firsts: frozenset[str]
    names: tuple[Capture, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matches: up to ``end``, with the position of each capture."""

    rule: Rule
    end: int
    captures: list[tuple[Capture, int]]


def compile_rule(rule: Rule, alphabet: Alphabet) -> Pattern:
    """The rule's pattern over the alphabet. Raises ``ValueError`` for an unknown category or unbalanced marks."""
    elements = _ELEMENT.findall(rule.pattern)
    left, body, right = _marked(elements)
    names: list[Capture] = []
    before = "".join(_class(each, alphabet) for each in left)
    source = f"(?<={before})" if before else ""
    source += "(?P<all>" + "".join(_source(each, alphabet, names) for each in body) + ")"
    after = "".join(_beside(each, alphabet) for each in right)
    source += f"(?={after})" if after else ""
    return Pattern(rule, re.compile(source), frozenset(_firsts(body, alphabet)), tuple(names))


def _marked(elements: list[str]) -> tuple[list[str], list[str], list[str]]:
    """The elements before, within and after the square brackets; all are within where there are none."""
    if "[" not in elements:
        return [], elements, []
    start, end = elements.index("["), elements.index("]")
    if any(each[-1] in "?)" for each in (*elements[:start], *elements[end + 1 :])):
        raise ValueError("what stands before and after the brackets is never optional")
    return elements[:start], elements[start + 1 : end], elements[end + 1 :]


def _source(element: str, alphabet: Alphabet, names: list[Capture]) -> str:
    if element in {"(", ")", ")?"}:
        return element.replace("(", "(?:")
    if element.startswith("!"):
        return f"(?!{_class(element[1:], alphabet)})"
    optional = "?" if element.endswith("?") and len(element) > 1 else ""
    core, _, name = element.removesuffix(optional).partition(":")
    if "@" not in core:
        return _class(core, alphabet) + optional
    categories = tuple(each[1:] for each in core.split("|") if each.startswith("@"))
    names.append((name or categories[0].lower(), categories))
    return f"({_class(core, alphabet)}){optional}"


def _beside(element: str, alphabet: Alphabet) -> str:
    """What stands after: looked at, neither taken nor captured."""
    return f"(?!{_class(element[1:], alphabet)})" if element.startswith("!") else _class(element, alphabet)


def _codes(core: str, alphabet: Alphabet) -> set[str]:
    found: set[str] = set()
    for each in core.split("|"):
        if each.startswith("@"):
            if each[1:] not in alphabet.categories:
                raise ValueError(f"no category {each}")
            found |= alphabet.categories[each[1:]]
        else:
            found.add(alphabet.word(each))
    return found


def _class(core: str, alphabet: Alphabet) -> str:
    return "[" + "".join(re.escape(code) for code in sorted(_codes(core, alphabet))) + "]"


def _firsts(body: Sequence[str], alphabet: Alphabet) -> set[str]:
    """The code points a match can begin with: those of the elements up to the first that must be there."""
    found: set[str] = set()
    optional_group, in_group, group_open = False, False, False
    for at, element in enumerate(body):
        if element.startswith("!"):
            continue
        if element == "(":
            optional_group, in_group, group_open = _closes_optional(body, at), True, True
        elif element.startswith(")"):
            if not optional_group and not group_open:
                return found
            in_group = False
        elif not in_group or group_open:
            optional = element.endswith("?") and len(element) > 1
            found |= _codes(element.removesuffix("?" if optional else "").partition(":")[0], alphabet)
            if not optional and not in_group:
                return found
            group_open = group_open and optional
    return found


def _closes_optional(body: Sequence[str], at: int) -> bool:
    return next(each for each in body[at:] if each.startswith(")")) == ")?"


class Layer:
    """Rules tried together: at each word the longest match first, then the rule that stands first."""

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        self.rules = tuple(rules)
        self._by_first: dict[str, list[Pattern]] = {}
        for rule in rules:
            pattern = compile_rule(rule, alphabet)
            for code in sorted(pattern.firsts):
                self._by_first.setdefault(code, []).append(pattern)

    def matches(self, codes: str, start: int) -> Iterator[Found]:
        """What matches at ``start``, best first."""
        patterns = self._by_first.get(codes[start])
        if not patterns:
            return
        found = [
            (match.end("all"), pattern, match) for pattern in patterns if (match := pattern.regex.match(codes, start))
        ]
        if len(found) > 1:
            found.sort(key=lambda each: -each[0])
        for end, pattern, match in found:
            if end > start:
                names = enumerate(pattern.names, 2)
                yield Found(pattern.rule, end, [(name, match.start(n)) for n, name in names if match.start(n) >= 0])
