"""Several articles at once: the model parses them together, and then each runs down the line alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeGuard, TypeVar

from dateline.clean import clean
from dateline.nlp import LONG, Parser, attempt
from dateline.pipeline import Step, call, run
from dateline.values import Article, CleanText, Timeline

MOST_ARTICLES = 16
"""More gain no speed."""
MOST_CHARACTERS = 50_000
"""One to two seconds' work: those who wait for the model wait no longer."""

Item = TypeVar("Item")


def batches(items: Iterable[Item], length: Callable[[Item], int], most: int = MOST_CHARACTERS) -> Iterator[list[Item]]:
    """The items in order, as many together as the model shall read at once; ``length`` is an item's in characters.

    A batch has ``most`` characters at most, but one item at least, however long.
    """
    batch: list[Item] = []
    total = 0
    for item in items:
        more = length(item)
        if batch and total + more > most:
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += more
        if len(batch) == MOST_ARTICLES:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def run_many(
    articles: Sequence[Article], parser: Parser, steps: Sequence[Step], together: Step = call
) -> list[Timeline | Exception]:
    """The timeline of each article, as ``run`` gives it, or what ``run`` raises.

    ``steps`` has one step an article; ``together`` runs the parse that they share, the stage ``parse``. A text that is
    read in pieces shares none.
    """
    texts = [attempt(step, "clean", clean, article) for article, step in zip(articles, steps, strict=True)]
    with parser.zone():
        docs = iter(together("parse", parser.parse_many, [text for text in texts if _shares(text)]))
        made = [{"clean": text} | ({"parse": next(docs)} if _shares(text) else {}) for text in texts]
        return [
            attempt(run, article, parser, _with(step, stages))
            for article, step, stages in zip(articles, steps, made, strict=True)
        ]


def _shares(text: CleanText | Exception) -> TypeGuard[CleanText]:
    return isinstance(text, CleanText) and len(text.text) <= LONG


def _with(step: Step, made: dict[str, Any]) -> Step:
    """The step of an article that has gone through some stages already: those give what they gave."""

    def go(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
        if name not in made:
            return step(name, function, *arguments)
        if isinstance(done := made[name], Exception):
            raise done
        return done

    return go
