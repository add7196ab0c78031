"""A whole web page: its main text is kept, the rest set aside, and offsets still index the page."""

from __future__ import annotations

import importlib.util
import sys
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.clean.tame import is_tame
from dateline.errors import PayloadError
from dateline.inputs import OWN, article, page, recognise
from dateline.published import infer
from dateline.values import Article, Span
from dateline_schemas import examples
from tests.inputs.samples import FIRST, HTML, PAGE, SECOND

library = pytest.mark.skipif(
    importlib.util.find_spec("trafilatura") is None, reason="the extra `web` is not installed: no main text is found"
)
PLAIN = [words.replace("<b>", "").replace("</b>", "").replace("&nbsp;", " ") for words in (FIRST, SECOND)]


@pytest.mark.parametrize(
    ("name", "html"),
    [
        pytest.param("page", PAGE, id="a page"),
        pytest.param("page", examples.PAGE, id="the contract's example"),
        pytest.param("page", "<HTML><p>a", id="in capitals"),
        pytest.param("page", "<!-- x -->\n<body class=a><p>a", id="only a body"),
        pytest.param(OWN, HTML, id="a fragment"),
        pytest.param(OWN, "<header>a</header><p>b", id="a header is no head"),
        pytest.param(OWN, "", id="nothing"),
    ],
)
def test_a_page_is_told_from_a_fragment(name: str, html: str) -> None:
    assert name == recognise(html, "html")


@library
def test_only_the_main_text_of_a_page_is_read() -> None:
    found = clean(article(PAGE, "html"))
    assert ["Council meets about the bridge", *PLAIN] == found.text.split("\n\n")


@library
def test_what_is_set_aside_is_recorded_as_navigation() -> None:
    found = clean(article(PAGE, "html"))
    aside = " ".join(piece.text for piece in found.dropped if piece.kind == "navigation")
    assert [] == [words for words in ("Section 12", "Cat rescued", "June 2010") if words not in aside]
    assert all(piece.text == piece.sent.of(PAGE) for piece in found.dropped)


@library
def test_the_links_of_the_navigation_are_not_the_articles() -> None:
    assert 11 == len(clean(Article(html=PAGE)).links)
    assert () == clean(article(PAGE, "html")).links


@library
def test_offsets_index_the_page_that_was_sent() -> None:
    read = article(PAGE, "html")
    found = clean(read)
    start = found.text.index("collapsed in March 2012")
    assert PAGE == read.sent
    assert "collapsed</b> in March 2012" == found.source(Span(start, start + 23)).of(PAGE)


def test_a_page_tells_its_title_and_its_day() -> None:
    read = article(PAGE, "html")
    found = infer(read, clean(read), ())
    assert ("Council meets about the bridge", date(2013, 2, 12), "markup") == (read.title, found.day, found.source)
    assert found.evidence is not None
    assert "2013-02-12T09:30:00Z" == found.quote == found.evidence.of(PAGE)


@library
def test_a_date_line_above_the_text_is_kept() -> None:
    html = PAGE.replace("By Jane Roe", "By Jane Roe | 12 February 2013").replace("2013-02-12T09:30:00Z", "")
    read = article(html, "html")
    found = infer(read, clean(read), ())
    assert (date(2013, 2, 12), "printed") == (found.day, found.source)


@pytest.mark.parametrize(
    "html",
    [
        "<html>",
        "<html><body></body></html>",
        "<html><body><p>Too short a text.</p></body></html>",
        "<html>" + "<div>" * 5_000 + "deep",
        "<html><body><p " + "a " * 5_000 + ">wide",
        "<html><body>" + "x<br>" * 40_000,
        f"<html><body>{'<div>' * 200}{'<a>the bridge fell</a> ' * 3_000}{'</div>' * 200}",
    ],
    ids=["nothing", "empty", "short", "deep", "wide", "many tags", "many deep"],
)
def test_a_page_without_a_main_text_is_read_whole_and_says_so(html: str) -> None:
    read = article(html, "html")
    assert read.payload is not None
    assert ((), ["page-untrimmed"]) == (read.payload.aside, [warning.code for warning in clean(read).warnings])
    assert clean(Article(html=html)).text == clean(read).text


def test_without_the_library_a_page_is_read_whole_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    read = article(PAGE, "html")
    assert read.payload is not None
    assert (page.NO_LIBRARY,) == read.payload.warnings
    assert "Cat rescued" in clean(read).text


def test_a_fragment_is_no_payload() -> None:
    with pytest.raises(PayloadError):
        article(HTML, "html")


def seconds(html: str) -> float:
    """The processor's, at best of two."""
    took = []
    for _ in range(2):
        began = time.process_time()
        page.read(html)
        took.append(time.process_time() - began)
    return min(took)


@library
@pytest.mark.parametrize(
    ("begin", "piece", "end"),
    [
        pytest.param("", "<div class='share comment'>word</div>", "", id="what is not wanted"),
        pytest.param("", "<div>" * 30 + "<p>The bridge fell.</p>" + "</div>" * 30, "", id="nested"),
        pytest.param("<div>" * 200, "<a href=/x>word word</a> ", "</div>" * 200, id="links deep down"),
    ],
)
def test_the_time_for_a_page_grows_no_faster_than_the_page(begin: str, piece: str, end: str) -> None:
    def made(tags: int) -> str:
        return f"<html><body>{PAGE}{begin}{piece * (tags // piece.count('<'))}{end}"

    short, long = seconds(made(6_500)), seconds(made(26_000))
    assert long < 10 * max(short, 0.02)


BLOCKS = st.lists(
    st.sampled_from([f"<p>{FIRST}</p>", f"<div>{SECOND}", "<nav>Home", "</nav>", "<script>x", "</script>", "<ul><li>a",
                     "<!--", "-->", "<footer>© 2022", "<table><tr><td>b", "</div>", "\u2029", "&amp;", "<p hidden>"])
    | st.text(max_size=5),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_any_page_is_read_and_its_offsets_are_right(blocks: list[str]) -> None:
    html = "<html><body>" + "".join(blocks)
    read = article(html, "html")
    found = clean(read)
    assert html == read.sent
    assert all(piece.text == piece.sent.of(html) for piece in read.payload.aside if read.payload)
    starts = [found.source(span) for span in found.paragraphs]
    assert sorted(starts) == starts
    assert not [span for span in starts for piece in read.payload.aside if span.overlaps(piece.sent)]


@pytest.mark.parametrize(
    ("tame", "html"),
    [
        pytest.param(True, PAGE, id="a page"),
        pytest.param(True, "<p>a" * 50_000, id="paragraphs that the next one closes"),
        pytest.param(True, "<ul>" + "<li>a" * 50_000, id="items that the next one closes"),
        pytest.param(True, "<br>" * 50_000, id="elements without end"),
        pytest.param(False, "<div>" * 50_000, id="deep"),
        pytest.param(False, "<div></p>" * 50_000, id="deep, with ends of others"),
        pytest.param(False, "<ul><li>" * 50_000, id="deep lists"),
        pytest.param(False, "<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">", id="attributes"),
        pytest.param(True, "<" * 500_000, id="brackets"),
    ],
)
def test_html_that_no_tree_can_be_built_of_is_told_in_no_time(tame: bool, html: str) -> None:
    start = time.perf_counter()
    assert tame == is_tame(html)
    assert time.perf_counter() - start < 2
