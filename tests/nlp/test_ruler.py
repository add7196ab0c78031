"""What the tables tell is what spaCy's attribute ruler tells, token by token; long texts are read in pieces."""

from __future__ import annotations

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from dateline import Extractor
from dateline.nlp import LONG, _cuts, _use_tables, joined, pieces
from dateline.ruler import NAME, Ruler
from dateline.values import CleanText, Offsets, Span

TEXTS = [
    pytest.param("The minister, who had been ill, didn't say whether she'd have resigned by then.", id="helpers"),
    pytest.param("I ain't gonna go; let's see, y'all. C'm on, there's nothin' doin'. 'Nuff said.", id="two tokens"),
    pytest.param("Two  spaces,\n\n a no-break\u00a0space and \t a tab.", id="white space"),
    pytest.param("It was not the first that did; there are some, but none has had that.", id="determiners"),
    pytest.param("\U0001f309 ¡€300m! A.B. (c) — «sic»", id="odd characters"),
]


def attributes(doc: Doc) -> list[tuple[str, ...]]:
    return [(token.pos_, token.tag_, token.dep_, token.lemma_, str(token.morph)) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_tables_tell_what_the_ruler_tells(extractor: Extractor, text: str) -> None:
    nlp = extractor.parser.nlp
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(nlp.get_pipe(NAME), Ruler)
    with extractor.parser.zone():
        tagged = nlp.make_doc(text)
        for name in ("tok2vec", "tagger", "parser"):
            tagged = nlp.get_pipe(name)(tagged)
        assert attributes(ruler(tagged.copy())) == attributes(Ruler(ruler)(tagged))  # type: ignore[arg-type]


def test_of_patterns_that_fit_the_later_wins_whatever_kept_it() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "a"}]], {"POS": "DET", "LEMMA": "one"})
    ruler.add([[{"LOWER": "a"}, {"LOWER": {"REGEX": "^b"}}]], {"POS": "NOUN"}, index=0)
    ruler.add([[{"LOWER": {"IN": ["a", "b"]}}], [{"LOWER": "c"}, {"LOWER": "d"}]], {"LEMMA": "two"})
    expected = attributes(ruler(nlp.make_doc("a a bb b c d")))
    assert expected == attributes(Ruler(ruler)(nlp.make_doc("a a bb b c d")))
    assert [("DET", "two"), ("NOUN", "two")] == [(each[0], each[3]) for each in expected[:2]]


def test_a_ruler_that_sets_something_else_stays() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "a"}]], {"NORM": "one"})  # type: ignore[attr-defined]
    _use_tables(nlp)
    assert ["attribute_ruler"] == nlp.pipe_names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met in May. It rained.\n\n" * 4_000, id="paragraphs"),
        pytest.param("They met in May. It rained. " * 4_000, id="sentences"),
        pytest.param("they met and " * 8_000, id="words"),
        pytest.param("a" * 100_000, id="nothing to cut at"),
    ],
)
def test_a_long_text_is_cut_where_it_may_be(text: str) -> None:
    cut = list(pieces(CleanText(text, (), Offsets())))
    assert text == "".join(piece.text for piece in cut)
    assert max(len(piece.text) for piece in cut) <= LONG
    assert min(len(piece.text) for piece in cut[:-1]) >= LONG // 2


def test_what_no_article_is_longer_than_is_read_whole() -> None:
    text = CleanText("a" * LONG, (Span(0, LONG),), Offsets())
    assert [text] == list(pieces(text))


def test_between_paragraphs_is_the_best_place_to_cut() -> None:
    text = "They met. " * 2_000 + "\n\n" + "They met. " * 2_000
    assert [0, 20_002, len(text)] == list(_cuts(text))


def test_a_long_text_is_parsed_as_its_parts_are(extractor: Extractor) -> None:
    paragraph = "The council met on 3 May 2012 in Riga. Two members, who had objected, resigned on Friday.\n\n"
    text = paragraph * 700
    starts = [Span(at, at + len(paragraph) - 2) for at in range(0, len(text), len(paragraph))]
    with extractor.parser.zone():
        whole = joined([extractor.parser.parse(piece) for piece in pieces(CleanText(text, tuple(starts), Offsets()))])
        part = extractor.parser.parse(CleanText(paragraph, (starts[0],), Offsets()))
        assert text == whole.text
        assert 700 * len(list(part.sents)) == len(list(whole.sents))
        assert attributes(whole)[: len(part) - 1] == attributes(part)[:-1]
