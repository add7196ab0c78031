"""Text that was decoded with the wrong character set, put right: ``Â©`` to ``©``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import ftfy
from ftfy.badness import is_bad

from dateline.clean.traced import Edit, Traced
from dateline.values import Warn

REPAIRED = Warn("encoding-repaired", "Parts of the text had been decoded with the wrong character set.")

_BROKEN = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f]| (?=[^\x00-\x7f]))*+ ?")
_SPACE = re.compile(r"[ \n\u2028\u2029]+")
_C1 = re.compile(r"[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]")


def repair(traced: Traced) -> tuple[Traced, tuple[Warn, ...]]:
    """The text with broken stretches repaired. ftfy finds out what went wrong with all words that are not ASCII; that
    is then undone for each stretch of broken characters alone, so that every repaired character keeps its place. Where
    good characters stand beside broken ones, it judges each stretch by itself."""
    if traced.text.isascii():
        return traced, ()
    traced = _unmasked(traced)
    odd = " ".join(word for word in _SPACE.split(traced.text) if not word.isascii())
    if not is_bad(odd):
        return traced, ()
    explanation = ftfy.fix_encoding_and_explain(odd).explanation
    plan: list[tuple[str, str]] = [*explanation] if explanation else []
    edits = list(_edits(traced.text, plan))
    return traced.edit(edits), (REPAIRED,) if edits else ()


def _unmasked(traced: Traced) -> Traced:
    """Control codes 128 to 159 read as Windows-1252, which is what they were."""
    return traced.edit(
        Edit(*control.span(), control[0].encode("latin-1").decode("cp1252")) for control in _C1.finditer(traced.text)
    )


def _edits(text: str, plan: list[tuple[str, str]]) -> Iterator[Edit]:
    for broken in _BROKEN.finditer(text):
        fixed = _fixed(broken[0], plan)
        if fixed != broken[0]:
            yield from _aligned(broken, fixed)


def _fixed(broken: str, plan: list[tuple[str, str]]) -> str:
    """The stretch repaired by the plan for the whole, or by one of its own where that does not fit it."""
    with suppress(UnicodeError):
        fixed = ftfy.apply_plan(broken, plan)
        if fixed != broken:
            return fixed
    return ftfy.fix_encoding(broken)


def _aligned(broken: re.Match[str], fixed: str) -> Iterator[Edit]:
    """One edit a repaired character where a broken character was one byte of UTF-8; else one for the stretch."""
    sizes = [len(character.encode("utf-8", "surrogatepass")) for character in fixed]
    if sum(sizes) != len(broken[0]):
        yield Edit(*broken.span(), fixed)
        return
    at = broken.start()
    for character, size in zip(fixed, sizes, strict=True):
        yield Edit(at, at + size, character)
        at += size
