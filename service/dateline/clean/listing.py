"""The printed form of a list of paragraphs, Python's or JSON's: ``['It\\'s', "so"]``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.clean.traced import Edit, Traced
from dateline.values import Warn

PARAGRAPH = "\u2029"
"""Between paragraphs, until the text is whole."""

TRUNCATED = Warn("truncated-list", "The printed list of paragraphs has no end; its last paragraph may be cut short.")

_OPENING = re.compile(r"[\s\ufeff]*+\[(?:\s*+(?:None|null)\s*+,)*+\s*+[uUbB]?(['\"])")
_GLUE = re.compile(r"\s*+,(?:\s*+(?:None|null)\s*+,)*+\s*+[uUbB]?(['\"])")
_CLOSING = re.compile(r"\s*+,?+(?:\s*+(?:None|null)\s*+,?+)*+\s*+\]\s*+\Z")
_STOP = re.compile(r"\\[\s\S]|['\"]")
_HEX = "[0-9a-fA-F]"
_ESCAPE = re.compile(
    rf"\\(?:u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}}|u{_HEX}{{4}}|U{_HEX}{{8}}|x{_HEX}{{2}}|[nrtbfva0\\'\"/\n])"
)
_SIMPLE = dict(zip("nrtbfva0\\'\"/\n", "\n\r\t\b\f\v\a\0\\'\"/ ", strict=True))


def unlist(traced: Traced) -> tuple[Traced, tuple[Warn, ...]]:
    """The paragraphs of a printed list, their escapes read; any other text as it is.

    An own quote that nobody escaped stays a quote unless a comma and a quote, or the end of the list, follow it. A list
    that breaks off is read to where it breaks off.
    """
    opening = _OPENING.match(traced.text)
    if opening is None:
        return traced, ()
    marks = list(_marks(traced.text, opening))
    closed = bool(_CLOSING.match(traced.text, marks[-1].start + 1)) if len(marks) > 1 else False
    if len(marks) == 1 and "]" in traced.text:
        return traced, ()
    return traced.edit(_edits(traced.text, marks)), () if closed else (TRUNCATED,)


def _marks(text: str, opening: re.Match[str]) -> Iterator[Edit]:
    """What stands before, between and after the strings."""
    yield Edit(0, opening.end(), "")
    quote, at = opening[1], opening.end()
    while stop := _STOP.search(text, at):
        at = stop.end()
        if stop[0] != quote:
            continue
        if glue := _GLUE.match(text, at):
            yield Edit(stop.start(), glue.end(), PARAGRAPH)
            quote, at = glue[1], glue.end()
        elif _CLOSING.match(text, at):
            yield Edit(stop.start(), len(text), "")
            return


def _edits(text: str, marks: list[Edit]) -> Iterator[Edit]:
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        yield mark
        end = following.start if following else len(text)
        for escape in _ESCAPE.finditer(text, mark.end, end):
            yield Edit(escape.start(), escape.end(), _unescape(escape[0]))


def _unescape(escape: str) -> str:
    if escape[1] in _SIMPLE:
        return _SIMPLE[escape[1]]
    codes = [int(code, 16) for code in re.findall(rf"[uUx]({_HEX}+)", escape)]
    if len(codes) == 2:
        return chr(0x10000 + ((codes[0] - 0xD800) << 10) + (codes[1] - 0xDC00))
    return chr(codes[0]) if codes[0] <= 0x10FFFF else escape
