"""Text that was decoded with the wrong character set, put right: ``Â©`` to ``©``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import ftfy

from dateline.clean.traced import Edit, Traced
from dateline.values import Warn

REPAIRED = Warn("encoding-repaired", "Parts of the text had been decoded with the wrong character set.")

_ASCII_END = 128
_BROKEN = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f]| (?! ))*+")
_C1 = re.compile(r"[\x80-\x84\x86-\x9f]")


def repair(traced: Traced) -> tuple[Traced, tuple[Warn, ...]]:
    """The text with broken stretches repaired. ftfy finds out what went wrong with the whole; that is then undone for
    each stretch of broken characters alone, so that every repaired character keeps its place."""
    if traced.text.isascii():
        return traced, ()
    fixed, explanation = ftfy.fix_encoding_and_explain(traced.text)
    plan: list[tuple[str, str]] = [*explanation] if explanation else []
    edits = list(_edits(traced.text, plan)) if fixed != traced.text else []
    repaired = traced.edit(edits)
    return _unmask(repaired), (REPAIRED,) if edits else ()


def _edits(text: str, plan: list[tuple[str, str]]) -> Iterator[Edit]:
    for broken in _BROKEN.finditer(text):
        try:
            fixed = ftfy.apply_plan(broken[0], plan)
        except UnicodeError:
            continue
        if fixed != broken[0]:
            yield from _aligned(broken, fixed)


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


def _unmask(traced: Traced) -> Traced:
    """Control codes 128 to 159 read as Windows-1252, which is what they were."""
    return traced.edit(
        Edit(*control.span(), control[0].encode("latin-1").decode("cp1252", "replace"))
        for control in _C1.finditer(traced.text)
    )
