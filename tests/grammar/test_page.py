"""The page of the grammar is printed from the rules."""

from __future__ import annotations

from pathlib import Path

from dateline.timex.page import english


def test_the_page_is_what_the_rules_print(root: Path) -> None:
    printed = (root / "docs" / "grammar" / "en.md").read_text(encoding="utf-8")
    assert printed == english(), "run: python -m dateline.timex.page > docs/grammar/en.md"
