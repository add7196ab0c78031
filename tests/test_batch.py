"""Several articles at once: each gives what it gives alone, fails alone, and no one holds the model in between."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from dateline import Article, ArticleError, Extractor
from dateline.batch import MOST_ARTICLES, MOST_CHARACTERS, batches
from dateline.pipeline import call
from dateline.render import Options, render
from dateline.values import CleanText

ALL = Options(include=frozenset({"text", "expressions", "mentions", "undated"}))
PLACES = ("Oslo", "Kisumu", "Ljubljana", "Port Vila", "Qaanaaq", "Ürümqi", "a village of 1,204 people")
ARTICLES = [
    Article(
        **{kind: body},
        published="2013-02-12" if number % 3 else None,
        id=str(number),
    )
    for number, place in enumerate(PLACES * 3)
    for kind, body in [
        ("text", f"{place.upper()} – Councillors met on Monday{', again and again' * (number % 5)}. "
                 f"The bridge at {place} fell on {1 + number % 28} May 2012, and {number} people left two days later."),
        ("html", f"<p>Floods hit <b>{place}</b> in 19{10 + number}.<p>Rebuilding starts next year; see <a>more</a>."),
        ("paragraphs", (f"{place} votes tomorrow.", "", "“It ended in March,” she said. 🌉" * (1 + number % 4))),
    ]
]  # fmt: skip
ODD = [Article(text=text) for text in (".", "\u200b", "\x00", "\ud800", "\u202e 3 May 2012", "a" * 5000, "1, " * 3000)]
TOO_LATE = replace(ARTICLES[0], published="not a day")


@pytest.fixture(scope="module")
def alone(extractor: Extractor) -> list[bytes]:
    return [render(extractor.extract(article), "json", ALL).body for article in ARTICLES]


def test_a_batch_gives_the_bytes_that_each_article_gives_alone(extractor: Extractor, alone: list[bytes]) -> None:
    together = [render(timeline, "json", ALL).body for timeline in extractor.extract_many(ARTICLES)]
    assert alone == together


def test_in_another_order_and_beside_odd_ones_too(extractor: Extractor, alone: list[bytes]) -> None:
    mixed = [one for pair in zip(reversed(ARTICLES), ODD * 20, strict=False) for one in pair]
    made = list(extractor.extract_many(mixed))[::2]
    assert alone[::-1] == [render(timeline, "json", ALL).body for timeline in made]


def test_an_article_that_cannot_be_read_fails_alone(extractor: Extractor, alone: list[bytes]) -> None:
    made = list(extractor.extract_many([ARTICLES[0], TOO_LATE, ARTICLES[1]], return_exceptions=True))
    assert isinstance(made[1], ArticleError)
    assert alone[:2] == [render(timeline, "json", ALL).body for timeline in (made[0], made[2])]  # type: ignore[arg-type]


def test_an_error_is_raised_in_its_turn(extractor: Extractor) -> None:
    made = extractor.extract_many([ARTICLES[0], TOO_LATE])
    assert "0" == next(made).article.id
    with pytest.raises(ArticleError, match="published"):
        next(made)
    assert extractor.extract(ARTICLES[0])


def test_an_article_that_breaks_the_model_fails_alone(
    extractor: Extractor, alone: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = extractor.parser._tokens

    def broken(clean: CleanText) -> Any:
        if "Kisumu" in clean.text:
            raise RuntimeError
        return tokens(clean)

    monkeypatch.setattr(extractor.parser, "_tokens", broken)
    made = list(extractor.extract_many(ARTICLES[:9], return_exceptions=True))
    assert [False] * 3 + [True] * 3 + [False] * 3 == [isinstance(one, RuntimeError) for one in made]
    assert alone[6:9] == [render(timeline, "json", ALL).body for timeline in made[6:]]  # type: ignore[arg-type]


def test_a_batch_that_is_left_midway_leaves_the_model_free(extractor: Extractor) -> None:
    going = extractor.extract_many(ARTICLES)
    next(going)
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(extractor.extract(ARTICLES[0])))
    thread.start()
    thread.join(30)
    going.close()
    assert ["0"] == [timeline.article.id for timeline in found]


def test_articles_are_taken_as_they_are_wanted(extractor: Extractor) -> None:
    taken: list[Article] = []

    def source() -> Iterator[Article]:
        for article in ARTICLES:
            taken.append(article)
            yield article

    next(extractor.extract_many(source()))
    assert MOST_ARTICLES == len(taken)


def test_no_articles_give_no_timelines(extractor: Extractor) -> None:
    assert [] == list(extractor.extract_many([]))


def test_each_article_has_its_own_step_and_the_parse_is_shared(extractor: Extractor) -> None:
    seen: dict[str, list[str]] = {"a": [], "b": [], "both": []}

    def noting(who: str) -> Callable[..., Any]:
        def step(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
            seen[who].append(name)
            return call(name, function, *arguments)

        return step

    extractor.extract_batch(ARTICLES[:2], [noting("a"), noting("b")], noting("both"))
    assert ["parse"] == seen["both"]
    assert seen["a"] == seen["b"]
    assert ("clean", "merge", 0) == (seen["a"][0], seen["a"][-1], seen["a"].count("parse"))


@pytest.mark.parametrize(
    ("expected", "lengths"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([16, 16, 1], [10] * 33, id="by number"),
        pytest.param([2, 1], [MOST_CHARACTERS // 2] * 3, id="by length"),
        pytest.param([1, 1, 2], [1, 10 * MOST_CHARACTERS, 1, 1], id="a long one alone"),
    ],
)
def test_a_batch_is_bounded(expected: list[int], lengths: list[int]) -> None:
    assert expected == [len(batch) for batch in batches(lengths, lambda length: length)]


def test_many_batches_leave_the_vocabulary_as_it_was(extractor: Extractor) -> None:
    list(extractor.extract_many(ARTICLES))
    before = len(extractor.parser.nlp.vocab.strings)
    list(extractor.extract_many(Article(text=f"Wordnr{n}x met Wordnr{n}y in May 2012.") for n in range(64)))
    assert before == len(extractor.parser.nlp.vocab.strings)
