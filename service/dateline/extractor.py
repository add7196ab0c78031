"""The engine as an object: load once, extract often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal, overload

from dateline.batch import batches, run_many
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

    @overload
    def extract_many(self, articles: Iterable[Article]) -> Iterator[Timeline]: ...
    @overload
    def extract_many(
        self, articles: Iterable[Article], *, return_exceptions: Literal[True]
    ) -> Iterator[Timeline | Exception]: ...
    def extract_many(
        self, articles: Iterable[Article], *, return_exceptions: bool = False
    ) -> Iterator[Timeline | Exception]:
        """The timeline of each article, in order: what ``extract`` gives, sooner, as the model reads several at once.

        Lazy: takes a few articles, gives their timelines, takes the next; between them other threads may read. Where an
        article cannot be read its error is raised in its turn, or comes in the timeline's place with
        ``return_exceptions``; then the others follow.
        """
        for batch in batches(articles, lambda article: len(article.sent)):
            for made in self.extract_batch(batch):
                if isinstance(made, Exception) and not return_exceptions:
                    raise made
                yield made

    def extract_batch(
        self, articles: Sequence[Article], steps: Sequence[Step] = (), together: Step = call
    ) -> list[Timeline | Exception]:
        """The timelines of a few articles, read by the model at once; an error stands in its timeline's place.

        ``steps`` has the step that runs the stages of each article, ``together`` runs the parse that they share.
        """
        return run_many(articles, self.parser, steps or [call] * len(articles), together)


def extract(text: str, **fields: Any) -> Timeline:
    """The timeline of one plain text, with a model loaded on first use; ``fields`` are those of ``Article``."""
    return _shared().extract(Article(text=text, **fields))


@cache
def _shared() -> Extractor:
    return Extractor()
