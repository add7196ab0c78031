"""An endless sentence is cut, so that time grows with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.nlp import LONGEST, read
from dateline.values import CleanText, Offsets, Parse, Span

if TYPE_CHECKING:
    from dateline import Extractor


def parsed(text: str, extractor: Extractor) -> Parse:
    clean = CleanText(text, (Span(0, len(text)),), Offsets())
    with extractor.parser.zone():
        return read(extractor.parser.parse(clean))


def test_a_sentence_without_end_is_cut_and_nothing_hangs_across_the_cut(extractor: Extractor) -> None:
    tree = parsed("fell met went " * 500, extractor)
    assert len(tree) == 1500
    assert max(end - first for first, end in tree.sentences) <= LONGEST
    assert all(tree.sentence_of[head] == tree.sentence_of[token] for token, head in enumerate(tree.heads))
    assert [token for first, end in tree.sentences for token in range(first, end)] == list(range(1500))


def test_an_ordinary_sentence_stays_whole(extractor: Extractor) -> None:
    assert len(parsed("The mayor, who had opened the bridge, closed it again on Monday.", extractor).sentences) == 1
