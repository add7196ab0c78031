"""The engine as it would answer had it not seen the document: for figures on corpora that it is trained on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.extractor import Extractor
from dateline.values import Article, Timeline
from evaluation.corpora import Shared
from training.__main__ import learn
from training.anchoring import fold_of


def cross_validated(shared: Shared) -> Callable[[Article], Timeline]:
    """Extracts an article with the weights of the folds that its ``id``, the document's name, is not in."""
    learned, extractor = learn(shared), Extractor()

    def extract(article: Article) -> Timeline:
        fold = fold_of(article.id or "")
        unseen = {
            "extract": (learned.events[fold],),
            "anchor": (learned.times[fold],),
            "weigh": (learned.worth[fold], learned.trust[fold]),
        }

        def step(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
            return function(*arguments, *unseen.get(name, ()))

        return extractor.extract(article, step)

    return extract
