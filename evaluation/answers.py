"""Runs the library over documents, once each, and tells how far it is."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dateline.values import Article, Publication, Span, Timeline
from evaluation.corpora import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.nlp import Parser
    from dateline.values import CleanText

Extract = Callable[[Article], Timeline]


@dataclass(frozen=True, slots=True)
class Answer:
    """A document and the timeline that the library gave for it."""

    document: Document
    timeline: Timeline

    def sent(self, span: Span) -> Span:
        """Where a span of the clean text stands in the document's text, which is what the gold counts in."""
        return self.timeline.clean.source(span)


@dataclass(frozen=True, slots=True)
class Answers:
    """Asks ``extract`` once for each text and publication date, keeps the answer while the run lasts, and says on
    ``progress`` how many documents are done."""

    extract: Extract
    progress: TextIO | None = sys.stderr
    _kept: dict[tuple[str, str | None], Timeline] = field(default_factory=dict, repr=False)

    def __call__(self, name: str, documents: Sequence[Document]) -> list[Answer]:
        """The answer to each document, in order."""
        return [Answer(document, self._timeline(document)) for document in self._counted(name, documents)]

    def _timeline(self, document: Document) -> Timeline:
        key = document.text, document.published
        if key not in self._kept:
            self._kept[key] = self.extract(Article(text=document.text, published=document.published))
        return self._kept[key]

    def _counted(self, name: str, documents: Sequence[Document]) -> Iterator[Document]:
        for done, document in enumerate(documents, 1):
            yield document
            if self.progress is not None:
                end = "\n" if done == len(documents) else ""
                print(f"\r{name}: {done}/{len(documents)}", end=end, file=self.progress, flush=True)


def whole() -> Extract:
    """The whole line, as a user runs it."""
    from dateline.extractor import Extractor

    return Extractor().extract


def expressions_only() -> Extract:
    """The line up to ``ground`` with no events: for work on time expressions. Parses are kept in a temporary folder.

    The publication date is the one given: nothing is inferred.
    """
    from dateline.nlp import Parser

    parser = Parser()
    return lambda article: _expressions(article, parser)


def _expressions(article: Article, parser: Parser) -> Timeline:
    from dateline.clean import clean
    from dateline.timex import ground, recognise

    text = clean(article)
    day = date.fromisoformat(str(article.published)) if article.published else None
    publication = Publication(day, "given", 1.0)
    with parser.zone():
        doc = _parsed(text, parser)
        grounded = tuple(ground(recognise(doc, text), publication, text))
    return Timeline(article, text, publication, (), (), grounded, (), (), parser.engine)


def _parsed(text: CleanText, parser: Parser) -> Doc:
    """The parse from the temporary folder, or a new one that is left there."""
    from spacy.tokens import Doc

    named = (parser.model, parser.engine.model_version, text.text, repr(text.paragraphs))
    name = hashlib.sha256("\0".join(named).encode("utf-8", "surrogatepass")).hexdigest()
    path = Path(tempfile.gettempdir()) / "dateline-evaluation" / f"{name}.doc"
    if path.exists():
        return Doc(parser.nlp.vocab).from_bytes(path.read_bytes())
    doc = parser.parse(text)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(doc.to_bytes(exclude=["tensor", "user_data"]))
    return doc
