"""Any text through the whole line: no crash, no lost offset, and the same answer again."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import ArticleError
from dateline.extractor import Extractor
from dateline.render import Options, available, render
from dateline.values import Article

INCLUDE = frozenset({"text", "expressions", "mentions", "undated"})
PIECES = st.sampled_from(
    [
        *(
            "The bridge ",
            "collapsed ",
            "on ",
            "May 1, 2012",
            ". ",
            "\n\n",
            "’s ",
            "He said ",
            "will ",
            "meet ",
            "next week ",
        ),
        *(
            "2\u00ad0\u00ad1\u00ad2 ",
            "1\u00a0May\u20092012 ",
            "\ud800",
            "\udfff ",
            "\x00",
            "\u202eabc\u202c ",
            "\ufeff",
        ),
        *(
            "&#77;ay ",
            "<b>20</b>12 ",
            "<p>",
            "</p>",
            "<!--",
            "<br/>",
            "“",
            "”",
            "\u2028",
            "e\u0301",
            "🌉",
            "['",
            "', '",
        ),
        *("']", "Â© ", "OSLO, Feb. 12 (AP) -- ", "31 February 2012 ", "9" * 40, "," * 40, "(" * 40, "two days later "),
        *("in the 1990s ", "Also Read: x\n", "\u0645\u0627\u064a\u0648 "),
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(), max_size=120),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Mn", "Nd", "Lo"]), max_size=60),
    st.lists(PIECES, max_size=24).map("".join),
)


def spans(value: object) -> list[tuple[int, int]]:
    """Every pair of start and end in an answer."""
    if isinstance(value, list):
        return [pair for item in value for pair in spans(item)]
    if not isinstance(value, dict):
        return []
    own = [(value["start"], value["end"])] if isinstance(value.get("start"), int) else []
    return own + [pair for item in value.values() for pair in spans(item)]


@pytest.mark.parametrize("kind", ["text", "html", "paragraphs"])
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_no_text_is_too_odd(extractor: Extractor, kind: str, text: str) -> None:
    try:
        article = Article(**{kind: (text, text) if kind == "paragraphs" else text}, published="2013-02-12")
        timeline = extractor.extract(article)
    except ArticleError:
        return
    for form in available():
        rendered = render(timeline, form, Options(include=INCLUDE))
        rendered.body.decode()
    told = json.loads(render(timeline, "json", Options(include=INCLUDE)).body)
    assert all(0 <= start <= end <= len(article.sent) for start, end in spans(told))
    assert extractor.extract(article) == timeline


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It fell on 2\u00ad0\u00ad1\u00ad2-05-01.", id="soft hyphens in a date"),
        pytest.param("It fell on 1\u00a0May\u20092012.", id="spaces that do not break"),
        pytest.param("\ud800 It fell on 1 May 2012 \udfff", id="halves of surrogate pairs"),
        pytest.param("It fell\x00 on 1 May 2012.", id="NUL"),
        pytest.param("\u202eIt fell on 1 May 2012.", id="right to left"),
    ],
)
def test_a_date_among_oddities_is_read(extractor: Extractor, text: str) -> None:
    found = extractor.extract(Article(text=text, published="2013-02-12")).expressions
    assert ["2012-05-01"] == [expression.value for expression in found if expression.value.startswith("2012")]
