"""One sentence in, its event mentions out, by the trigger's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from dateline.values import CleanText, Mention, Offsets, Span

if TYPE_CHECKING:
    from dateline import Extractor

Read = Callable[[str], dict[str, Mention]]


@pytest.fixture(scope="session")
def read_events(extractor: Extractor) -> Read:
    """Reads a text and gives its mentions by trigger."""
    from dateline.events import extract
    from dateline.nlp import read

    def mentions(text: str) -> dict[str, Mention]:
        clean = CleanText(text, (Span(0, len(text)),), Offsets())
        with extractor.parser.zone():
            tree = read(extractor.parser.parse(clean))
        return {mention.span.of(text): mention for mention in extract(tree, clean, ())}

    return mentions
