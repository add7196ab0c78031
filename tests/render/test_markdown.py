"""Markdown, read by a CommonMark reader: the article's words come out as words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.render import Options, render, words
from dateline.values import Timeline
from tests.handmade import TIMELINE
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated, texts

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "inline", "text", "strong", "em"}


def tokens(timeline: Timeline, **options: frozenset[str]) -> list[Token]:
    return list(_flat(READER.parse(render(timeline, "markdown", Options(**options)).body.decode())))


def _flat(found: list[Token]) -> Iterator[Token]:
    for token in found:
        yield token
        yield from _flat(token.children or [])


def kinds(found: list[Token]) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in found}


def lines(found: list[Token]) -> list[str]:
    """The words of each heading, paragraph and quote, as they are shown."""
    return ["".join(child.content for child in token.children or []) for token in found if token.type == "inline"]


def test_a_timeline_is_a_list_with_the_sentences() -> None:
    assert [
        "Timeline",
        "Published 2013-02-12.",
        "March 2012 – It collapsed",
        "“The old bridge collapsed in March 2012.”",
        "No date – It plan",
        "“Officials plan repairs.”",
    ] == lines(tokens(TIMELINE, include=frozenset({"undated"})))


def test_what_may_not_have_happened_says_so() -> None:
    assert "1 March 2013 – It collapsed (alleged)" in lines(tokens(dated(TIMES[0], status="alleged")))


def test_no_event_is_said() -> None:
    assert "No dated events." == lines(tokens(EMPTY))[-1]


def test_every_event_is_an_item() -> None:
    assert len(TIMES) == sum(token.type == "list_item_open" for token in tokens(dated(*TIMES)))


def plain(said: str) -> None:
    found = tokens(about(said))
    assert kinds(found) <= OURS, "no link, image, code, table or HTML"
    shown = words.line(said)
    assert f"“{shown}”" == lines(found)[-1]
    assert f"March 2012 – {shown or 'aaa'} (alleged)".replace("March", "February") == lines(found)[-2]


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_the_words_of_an_article_are_no_markup(said: str) -> None:
    plain(said)


@settings(max_examples=100, deadline=None)
@given(said=texts)
def test_any_text_is_shown_as_it_is(said: str) -> None:
    plain(said)
