"""What holds for every format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from dateline import DatelineError
from dateline.render import RENDERERS, Options, available, render
from dateline.render.words import LONGEST, sentence
from dateline.values import Article, Span
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated, texts

UNDATED = Options(include=frozenset({"undated"}))


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_article_breaks_a_format(name: str, words: str) -> None:
    for timeline in (about(words), about(words, None)):
        render(timeline, name, UNDATED).body.decode()


@settings(max_examples=40, deadline=None)
@given(words=texts)
def test_any_text_can_be_written_in_any_format(words: str) -> None:
    for name in RENDERERS:
        render(about(words), name).body.decode()


@pytest.mark.parametrize("name", RENDERERS)
def test_every_sort_of_time_can_be_written(name: str) -> None:
    assert render(dated(*TIMES), name).body


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_timeline_gives_the_same_bytes(name: str) -> None:
    assert 1 == len({render(dated(*TIMES), name).body for _ in range(3)})


@pytest.mark.parametrize("name", RENDERERS)
def test_nothing_is_left_out_where_nothing_is_known(name: str) -> None:
    bare = replace(EMPTY, article=Article(text="a"), publication=replace(EMPTY.publication, day=None))
    assert render(bare, name).body


def test_media_types_tell_formats_apart() -> None:
    assert len(RENDERERS) == len({renderer.media_type for renderer in RENDERERS.values()})


def test_a_format_whose_library_is_missing_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.render.find_spec", lambda name: None)
    assert [name for name in RENDERERS if name != "ics"] == list(available())
    with pytest.raises(DatelineError, match=r"dateline\[ical\]"):
        render(EMPTY, "ics")


def test_every_format_is_documented(root: Path) -> None:
    said = (root / "docs" / "http.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | `{renderer.media_type}` |" for name, renderer in RENDERERS.items()]
    sections = [f"\n### {name}\n" for name in RENDERERS if name != "json"]
    assert [] == [words for words in rows + sections if words not in said]


def test_of_a_sentence_that_never_ends_only_the_words_around_the_event_are_quoted() -> None:
    words = "a " * 50_000 + "fell " + "b " * 50_000
    timeline = about(words)
    (event,) = timeline.events
    fell = words.index("fell")
    mention = replace(event.best.mention, span=Span(fell, fell + 4), title="It fell", lemma="fall")
    told = replace(event, title="It fell", best=replace(event.best, mention=mention, because=""))
    quoted = sentence(told, timeline)
    assert (True, "…", "…") == (" fell " in quoted, quoted[0], quoted[-1])
    assert len(quoted) <= LONGEST + 2
