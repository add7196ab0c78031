"""Runs the library over documents, once each, and tells how far it is."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from dateline.dates import edtf
from dateline.extractor import Extractor
from dateline.nlp import Parser
from dateline.pipeline import Step, call
from dateline.values import Anchored, Article, CleanText, Span, Timeline
from evaluation.corpora import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc


Extract = Callable[[Article], Timeline]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Answer:
    """A document and the timeline that the library gave for it."""

    document: Document
    timeline: Timeline

    def sent(self, span: Span) -> Span:
        """Where a span of the clean text stands in the document's text, which is what the gold counts in."""
        return self.timeline.clean.source(span)

    def overlapping(self, span: Span) -> tuple[Anchored, ...]:
        """Our mentions that overlap a span of the text sent."""
        return tuple(one for one in self.timeline.mentions if self.sent(one.mention.span).overlaps(span))


def first_dated(mentions: Sequence[Anchored]) -> Anchored | None:
    """The first of the mentions that bears a date."""
    return next((one for one in mentions if one.when is not None), None)


def date_and_reason(mentions: Sequence[Anchored]) -> tuple[str, str]:
    """The first date among the mentions, as EDTF, and why they bear it; empty where there is none."""
    dated = first_dated(mentions)
    return (edtf(dated.when), dated.because) if dated is not None and dated.when is not None else ("", "")


@dataclass(frozen=True, slots=True)
class Answers:
    """Asks ``extract`` once for each text and publication date, keeps the answer while the run lasts, and says on
    ``progress`` how many documents are done."""

    extract: Extract
    progress: TextIO | None = sys.stderr
    _kept: dict[tuple[str, str | None], Timeline] = field(default_factory=dict, repr=False)

    def __call__(self, name: str, documents: Sequence[Document]) -> list[Answer]:
        """The answer to each document, in order."""
        waiting = [document for document in documents if (document.text, document.published) not in self._kept]
        for document in counted(name, waiting, self.progress):
            self._timeline(document)
        return [Answer(document, self._timeline(document)) for document in documents]

    def _timeline(self, document: Document) -> Timeline:
        key = document.text, document.published
        if key not in self._kept:
            article = Article(text=document.text, published=document.published, id=document.id)
            try:
                self._kept[key] = self.extract(article)
            except Exception as error:
                error.add_note(f"while reading {document.id}")
                raise
        return self._kept[key]


def counted(name: str, things: Sequence[Thing], progress: TextIO | None = sys.stderr) -> Iterator[Thing]:
    """The things one by one, saying after each how many are done."""
    for done, thing in enumerate(things, 1):
        yield thing
        if progress is not None:
            end = "\n" if done == len(things) else ""
            print(f"\r{name}: {done}/{len(things)}", end=end, file=progress, flush=True)


def whole() -> Extract:
    """The whole line, as a user runs it."""
    return Extractor().extract


def expressions_only(also: Step = call) -> Extract:
    """The line without events: for work on time expressions. Parses are kept in a temporary folder; ``also`` runs the
    other stages."""
    extractor = Extractor()
    parser = extractor.parser

    def step(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
        if name == "parse":
            return _parsed(arguments[0], parser)
        return () if name in {"extract", "anchor"} else also(name, function, *arguments)

    return lambda article: extractor.extract(article, step)


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
