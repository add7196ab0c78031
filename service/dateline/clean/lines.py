"""Odd characters and white space made plain, and lines made paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.clean.listing import PARAGRAPH
from dateline.clean.stamps import is_day, is_stamp
from dateline.clean.traced import Edit, Traced

WIDEST = 120
"""Longest line, in code points, that can be one of a hard-wrapped text."""

_RAGGED, _MOST, _MANY = 2, 0.8, 5
_ODD = re.compile(
    "(?P<newline>\r\n|\u2028(?: *+\r?\n)?|[\r\x0b\x0c\x85])"
    "|(?P<space>[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    "|(?P<nothing>[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f-\x9f]"
    "|(?<=[\x20-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x20-\x7f]))"
    "|(?P<lone>[\ud800-\udfff])"
)
_PLAIN = {"newline": "\n", "space": " ", "nothing": "", "lone": "\ufffd"}
_WHITE = re.compile(rf"(?: (?=[ \n{PARAGRAPH}])|[\n{PARAGRAPH}])[ \n{PARAGRAPH}]*+|\A | \Z")
_BLOCK = re.compile(f"[^{PARAGRAPH}]++")
_FINISHED = re.compile(r"""(?:[.!?:;…]|'')['"”’»)\] ]*+$""")
_ABBREVIATED = re.compile(
    r"(?:^|\s|\b[A-Z]\.)(?:[A-Z]|Mrs?|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Prof|Rev|Jan|Feb|Mar|Apr|Aug|Sept?"
    r"|Oct|Nov|Dec|No|vs)\.$"
)
_OPEN = re.compile(
    r"(?:,|\b(?:an?|the|of|in|on|at|to|for|by|with|from|and|or|but|that|as|is|are|was|were|be|been|has|have|had|will"
    r"|would|his|her|their|its))$"
)

_SENTENCE = re.compile(
    r"(?:The|An?|It|He|She|They|We|This|That|These|Those|There|In|On|At|After|Before|But|And|When|While|As|For|His|Her"
    r"|Their|Its|If)\b"
)


def plain(traced: Traced) -> Traced:
    """The text with one kind of newline and one of space, without invisible characters and lone surrogates."""
    return traced.edit(Edit(*odd.span(), _PLAIN[odd.lastgroup or ""]) for odd in _ODD.finditer(traced.text))


def paragraphs(traced: Traced) -> Traced:
    """The text in paragraphs, one ``PARAGRAPH`` between two, single spaces inside, none at the ends."""
    return _squeezed(_broken(_squeezed(traced)))


def _squeezed(traced: Traced) -> Traced:
    """White space around and between paragraphs made one mark, and runs of spaces one space."""
    return traced.edit(_squeezes(traced.text))


def _squeezes(text: str) -> Iterator[Edit]:
    for white in _WHITE.finditer(text):
        outside = white.start() == 0 or white.end() == len(text)
        breaks = PARAGRAPH in white[0] or white[0].count("\n") > 1
        new = "" if outside else PARAGRAPH if breaks else "\n" if "\n" in white[0] else " "
        if new != white[0]:
            yield Edit(*white.span(), new)


def _broken(traced: Traced) -> Traced:
    """Every newline made a space or a paragraph's end."""
    width = max(map(len, re.split(rf"[\n{PARAGRAPH}]", traced.text)))
    return traced.edit(
        edit for block in _BLOCK.finditer(traced.text) if "\n" in block[0] for edit in _breaks(block, width)
    )


def _breaks(block: re.Match[str], width: int) -> Iterator[Edit]:
    lines = block[0].split("\n")
    wrapped = _is_wrapped(lines, width)
    at = block.start()
    for line, following in pairwise(lines):
        at += len(line)
        yield Edit(at, at + 1, " " if _goes_on(line, following, wrapped) else PARAGRAPH)
        at += 1


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether a width made the line breaks: most lines that end inside a sentence are as full as they can be."""
    inside = [
        len(line) + 1 + len(following.split(" ", 1)[0]) for line, following in pairwise(lines) if not _is_finished(line)
    ]
    full = sum(length > width - _RAGGED for length in inside)
    return (
        width <= WIDEST
        and full > 0
        and full >= _MOST * len(inside)
        and (len(inside) >= _MANY or _ends_finished(lines[-1]))
    )


def _is_finished(line: str) -> bool:
    return _ends_finished(line) and _ABBREVIATED.search(line[-40:]) is None


def _ends_finished(line: str) -> bool:
    return _FINISHED.search(line[-40:]) is not None


def _goes_on(line: str, following: str, wrapped: bool) -> bool:
    """Whether a sentence runs from one line into the next. After a headline or a date line a new one begins."""
    if _is_finished(line):
        return wrapped and following[:1].islower()
    if following[:1].islower() or _is_open(line[-40:]):
        return True
    if is_stamp(line) or is_stamp(following):
        return False
    return (wrapped and not _SENTENCE.match(following)) or _is_cut_date(line, following)


def _is_cut_date(line: str, following: str) -> bool:
    """Whether the two lines cut a date in two: "15" and "September 2022"."""
    words = f"{line[-40:].rsplit(' ', 1)[-1]} {following[:40].split(' ', 1)[0]}"
    return is_day(words) and any(map(str.isdigit, words))


def _is_open(ending: str) -> bool:
    """Whether no sentence and no headline ends so: after "the", after "Mr."."""
    return _OPEN.search(ending) is not None or _ABBREVIATED.search(ending) is not None
