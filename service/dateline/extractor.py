"""The engine as an object: load once, extract often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from dateline.nlp import DEFAULT_MODEL, Parser
from dateline.pipeline import Step, call, run
from dateline.values import Article, Engine, Timeline


class Extractor:
    """Reads articles. Loads the model when made; picklable; safe to share between threads (they take turns).

    Raises ``ModelError`` where the model cannot be loaded.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.parser = Parser(model)

    def __reduce__(self) -> tuple[type[Extractor], tuple[str]]:
        return Extractor, (self.parser.model,)

    @property
    def engine(self) -> Engine:
        """What makes the answers."""
        return self.parser.engine

    def extract(self, article: Article, step: Step = call) -> Timeline:
        """The article's timeline. ``step`` runs each stage (see ``pipeline.Step``)."""
        return run(article, self.parser, step)

    def extract_many(self, articles: Iterable[Article]) -> Iterator[Timeline]:
        """The timeline of each article, in order, lazily."""
        for article in articles:
            yield self.extract(article)


def extract(text: str, **fields: Any) -> Timeline:
    """The timeline of one plain text, with a model loaded on first use; ``fields`` are those of ``Article``."""
    return _shared().extract(Article(text=text, **fields))


@cache
def _shared() -> Extractor:
    return Extractor()
