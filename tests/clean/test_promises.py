"""What holds for any string: offsets lead back, nothing raises, and time grows with length alone."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.values import Article, CleanText, Span

WORDS = st.lists(st.text(st.sampled_from("abcdeé’–漢😀\"'\\/&<3"), min_size=1, max_size=6), min_size=1, max_size=12)


def as_plain(words: list[str]) -> tuple[Article, list[str]]:
    return Article(text=" ".join(words)), [character for word in " ".join(words) for character in word]


def as_html(words: list[str]) -> tuple[Article, list[str]]:
    escaped = {
        "&": "&amp;",
        "<": "&lt;",
        '"': "&quot;",
        "é": "&eacute;",
        "’": "&#8217;",
        "–": "&#x2013;",
        " ": "&nbsp;",
    }
    parts = [escaped.get(character, character) for character in " ".join(words)]
    return Article(html="<p>" + "<b></b>".join(parts) + "</p>"), parts


def as_json(words: list[str]) -> tuple[Article, list[str]]:
    parts = [json.dumps(character)[1:-1] for character in "so " + " ".join(words)]
    return Article(text='["' + "".join(parts) + '", "end"]'), [*parts, "END", "END", *"end"]


def as_python(words: list[str]) -> tuple[Article, list[str]]:
    parts = [{"'": r"\'", "\\": r"\\", "é": r"\xe9", "’": r"\u2019"}.get(letter, letter) for letter in " ".join(words)]
    return Article(text="['so', '" + "".join(parts) + "']"), [*"so", "END", "END", *parts]


FORMS: dict[str, Callable[[list[str]], tuple[Article, list[str]]]] = {
    "plain text": as_plain,
    "HTML": as_html,
    "a printed JSON list": as_json,
    "a printed Python list": as_python,
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@given(words=WORDS)
def test_every_code_point_leads_back_to_how_it_was_sent(
    form: Callable[[list[str]], tuple[Article, list[str]]], words: list[str]
) -> None:
    article, parts = form(words)
    cleaned = clean(article)
    assert parts == [
        "END" if mark == "\n" else cleaned.source(Span(at, at + 1)).of(article.sent)
        for at, mark in enumerate(cleaned.text)
    ]


def holds(article: Article) -> CleanText:
    """The clean text, after looking at all that is promised of it."""
    cleaned = clean(article)
    spans = [cleaned.source(Span(at, at + 1)) for at in range(len(cleaned.text))]
    assert all(0 <= span.start < span.end <= len(article.sent) for span in spans)
    assert all(one.start <= two.start and one.end <= two.end for one, two in pairwise(spans))
    assert cleaned.text == "\n\n".join(span.of(cleaned.text) for span in cleaned.paragraphs)
    assert all(part == part.strip() and part for part in (span.of(cleaned.text) for span in cleaned.paragraphs))
    cleaned.text.encode()
    return cleaned


PIECES = st.sampled_from(
    "<p>| </p>|<b|>|<!--|-->|<script>|</script>| hidden|<![CDATA[|]]>|=\"|='|&nbsp;|&amp;|&|['|', '|']|[\"|\\|\\u00e9"
    "|\\ud83d|â€™|Â©|Ã|\n|\n\n|\r| |\u00a0|\u2028|\u2029|\u200b|\x00|\ud800|\U0010ffff|A|b."
    "|Also Read: x|© 2022 y".split("|")
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(st.characters(), min_size=1), st.lists(PIECES, min_size=1, max_size=30).map("".join)
).filter(str.strip)


@given(text=ANY_TEXT, form=st.sampled_from(["text", "html"]))
def test_any_string_is_cleaned_and_keeps_its_promises(text: str, form: str) -> None:
    holds(Article(text=text) if form == "text" else Article(html=text))


@given(paragraphs=st.lists(ANY_TEXT, min_size=1, max_size=4))
def test_any_paragraphs_are_cleaned_and_keep_their_promises(paragraphs: list[str]) -> None:
    holds(Article(paragraphs=tuple(paragraphs)))
    holds(Article(text=repr(paragraphs)))


@given(text=st.text(st.sampled_from("ab .,\n\u00a0\u200bÉ"), min_size=1).filter(str.strip))
def test_plain_text_loses_nothing_but_white_space(text: str) -> None:
    lost = str.maketrans("", "", " \n\u00a0\u200b")
    assert text.translate(lost) == holds(Article(text=text)).text.translate(lost)


@given(text=st.text(st.sampled_from("aB .,\n\r\t\u00a0\u200b\u2028’é5"), min_size=1).filter(str.strip))
def test_cleaning_twice_cleans_no_further(text: str) -> None:
    once = clean(Article(text=f"So. {text}")).text
    assert once == clean(Article(text=once)).text


HOSTILE: dict[str, str] = {
    "angle brackets": "<" * 100_000,
    "ampersands": "&" * 100_000,
    "entities cut short": "&#" * 50_000,
    "nested blocks": "<div>" * 20_000,
    "hidden and never closed": "<p hidden>x" * 10_000,
    "comments never closed": "<!--" * 25_000,
    "scripts never closed": "<script>" * 12_000,
    "tags cut short": "<a " * 33_000,
    "quotes that never close": "<a ='\" =\"<a ='" * 7_000,
    "markup in values": '<a x="<b' * 12_000,
    "a list of quotes": "['" + "' " * 50_000,
    "a list of backslashes": "['" + "\\" * 100_000,
    "a list of ends": "['" + "'] " * 33_000,
    "spaces": "a" + " " * 100_000 + "b",
    "lines": "Roe\n" * 25_000,
    "broken letters": "Ã¢â‚¬â„¢" * 12_000,
    "shares": "share " * 16_000,
    "credits": "Reporting by " + "A " * 50_000,
    "digits": "1" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", ["text", "html"])
def test_hostile_text_takes_time_by_its_length_alone(text: str, form: str) -> None:
    """Ten times what the slowest takes; a quadratic reading would need minutes."""
    started = time.process_time()
    clean(Article(text=text) if form == "text" else Article(html=text))
    assert time.process_time() - started < 5


def test_the_articles_beside_the_project_come_out_clean(shared: Any) -> None:
    sent = (shared / "articles" / "samarkand-talks.list.txt").read_text(encoding="utf-8")
    cleaned = holds(Article(text=sent))
    assert not set("<>©Â") & set(cleaned.text)
    assert ["encoding-repaired", "packaging-dropped"] == [warning.code for warning in cleaned.warnings]
    assert {"credit", "copyright"} == {piece.kind for piece in cleaned.dropped}
