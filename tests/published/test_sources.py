"""Where the publication date comes from: each source alone, sources together, and texts that tell none."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.dates import Period, Unit
from dateline.dates.say import Partial
from dateline.errors import ArticleError
from dateline.published import infer
from dateline.values import Article, Publication, Span, Timex

BODY = "The bridge fell on 3 May 2013. It was old, the mayor of Orla said."


def inferred(**fields: Any) -> Publication:
    """The publication date of an article, its time expressions not looked at."""
    article = Article(**fields)
    return infer(article, clean(article), ())


def linked(*days: str, notice: str = "") -> str:
    """An article that links to pages of these days."""
    links = " ".join(f'<a href="https://news.example/{day}/x">here</a>' for day in days)
    return f"<p>{BODY} {links}</p><p>{notice}</p>"


GIVEN: dict[str, tuple[str, dict[str, Any]]] = {
    "a day": ("2022-09-15", {"published": "2022-09-15"}),
    "a day of Python's": ("2022-09-15", {"published": date(2022, 9, 15)}),
    "a time without offset": ("2022-09-15", {"published": "2022-09-15T23:30:00", "timezone": "Asia/Tokyo"}),
    "a time with an offset, by default in UTC": ("2022-09-16", {"published": "2022-09-15T23:30:00-05:00"}),
    "a time with an offset, in the article's zone": (
        "2022-09-15",
        {"published": "2022-09-15T23:30:00-05:00", "timezone": "America/Chicago"},
    ),
    "a time that ends in Z": ("2022-09-16", {"published": "2022-09-15T23:30:00Z", "timezone": "Europe/Oslo"}),
    "a moment of Python's": (
        "2022-09-16",
        {"published": datetime(2022, 9, 15, 23, tzinfo=timezone(timedelta(hours=-3)))},
    ),
}


@pytest.mark.parametrize(("day", "fields"), GIVEN.values(), ids=GIVEN)
def test_the_callers_date_is_taken(day: str, fields: dict[str, Any]) -> None:
    found = inferred(text=BODY, **fields)
    assert (day, "given", 1.0, ()) == (str(found.day), found.source, found.confidence, found.warnings)


WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "no date": ("published", {"published": "yesterday"}),
    "no such day": ("published", {"published": "2022-02-30"}),
    "a month": ("published", {"published": "2022-09"}),
    "empty": ("published", {"published": ""}),
    "off the calendar": ("published", {"published": "9999-12-31T23:30:00-05:00"}),
    "no such zone": ("timezone", {"timezone": "Mars/Olympus"}),
    "a path for a zone": ("timezone", {"timezone": "../etc/localtime"}),
    "an empty zone": ("timezone", {"timezone": ""}),
}


@pytest.mark.parametrize(("field", "fields"), WRONG.values(), ids=WRONG)
def test_a_wrong_field_is_named(field: str, fields: dict[str, Any]) -> None:
    with pytest.raises(ArticleError) as raised:
        inferred(text=BODY, **fields)
    assert field == raised.value.field


FOUND: dict[str, tuple[str, str, str | None, dict[str, Any]]] = {
    "a date line under the headline": (
        *("2022-09-15", "printed", "Thursday, 15 September 2022"),
        {"text": f"Bridge falls\nThursday, 15 September 2022\n{BODY}"},
    ),
    "a date line of tokens": ("2022-09-15", "printed", "September 15 , 2022", {"text": f"September 15 , 2022\n{BODY}"}),
    "a date line with a time": (
        *("2022-09-15", "printed", "Thursday, September 15, 2022 at 10:30 a.m. EDT"),
        {"text": f"Thursday, September 15, 2022 at 10:30 a.m. EDT\n{BODY}"},
    ),
    "a date line in HTML with a no-break space": (
        *("2022-09-15", "printed", "15&nbsp;September 2022"),
        {"html": f"<h1>Bridge falls</h1><div>15&nbsp;September 2022</div><p>{BODY}</p>"},
    ),
    "a date line in a printed list": (
        *("2022-09-15", "printed", "15 September 2022"),
        {"text": repr(["Bridge falls", "15 September 2022", BODY])},
    ),
    "a date line in numbers that can be but one day": (
        "2022-04-15",
        "printed",
        "15/04/2022",
        {"text": f"15/04/2022\n{BODY}"},
    ),
    "a date line at the end": (
        "2022-09-15",
        "printed",
        "15 September 2022",
        {"text": "\n\n".join([BODY] * 6 + ["15 September 2022"])},
    ),
    "a place and a date": ("2022-09-15", "printed", "15 September 2022", {"text": f"Orla, 15 September 2022\n{BODY}"}),
    "a byline and a date": (
        "2022-09-15",
        "printed",
        "September 15, 2022",
        {"text": f"By Jane Roe | September 15, 2022\n{BODY}"},
    ),
    "a byline, a comma and a date": (
        "2022-09-15",
        "printed",
        "Sept. 15, 2022",
        {"text": f"By Jane Roe, Sept. 15, 2022\n{BODY}"},
    ),
    "a line that says published": (
        *("2022-09-15", "printed", "Published: 15 Sept 2022 10:30 BST"),
        {"text": f"Bridge falls\nPublished: 15 Sept 2022 10:30 BST\n{BODY}"},
    ),
    "published before updated": (
        *("2022-09-15", "printed", "Updated: 17 Sep 2022 | Published: 15 Sep 2022"),
        {"text": f"Updated: 17 Sep 2022 | Published: 15 Sep 2022\n{BODY}"},
    ),
    "updated where nothing else is told": (
        "2022-09-17",
        "printed",
        "Updated 17 Sep 2022",
        {"text": f"Updated 17 Sep 2022\n{BODY}"},
    ),
    "the day it was first published, in a note": (
        *("2022-09-15", "printed", "This article was first published on 15 September 2022."),
        {"text": f"{BODY}\n\nThis article was first published on 15 September 2022."},
    ),
    "the address before the update": (
        *("2022-09-15", "url", None),
        {"text": f"Updated 17 Sep 2022\n{BODY}", "url": "https://news.example/2022/09/15/x"},
    ),
    "a dateline with its year": (
        "2022-09-15",
        "dateline",
        "Sept 15, 2022",
        {"text": f"ORLA, Sept 15, 2022 (Press) - {BODY}"},
    ),
    "a dateline with a country": (
        *("2022-09-15", "dateline", "Sept. 15, 2022"),
        {"text": f"NEW ORLA, Norway, Sept. 15, 2022 /Press/ -- {BODY}"},
    ),
    "a dateline, the year from the address": (
        *("2022-09-15", "dateline", "Sept 15"),
        {"text": f"ORLA, Sept 15 (Press) - {BODY}", "url": "https://news.example/2022/bridge"},
    ),
    "a dateline, the year from the copyright line": (
        *("2022-09-15", "dateline", "Sept 15"),
        {"text": f"ORLA, Sept 15 (Press) — {BODY}\n\n© 2022 Orla Press"},
    ),
    "a dateline, the year from a linked page over the turn of the year": (
        *("2022-01-03", "dateline", "Jan 3"),
        {"html": f"<p>ORLA, Jan 3 (Press) — {BODY} <a href='/2021/12/30/x'>more</a></p>"},
    ),
    "an address with a day": (
        "2022-09-15",
        "url",
        None,
        {"text": BODY, "url": "https://news.example/2022/09/15/bridge"},
    ),
    "an address with a day in one number": (
        "2022-09-15",
        "url",
        None,
        {"text": BODY, "url": "https://news.example/20220915-x"},
    ),
    "an address with a month's name": (
        "2022-09-15",
        "url",
        None,
        {"text": BODY, "url": "https://news.example/2022/sep/15/x"},
    ),
    "an address with short numbers": (
        "2022-09-05",
        "url",
        None,
        {"text": BODY, "url": "https://news.example/2022/9/5/x"},
    ),
    "linked pages of one week": (
        "2022-09-15",
        "link",
        "2022/09/15",
        {"html": linked("2022/09/15", "2022/09/13", "2019/01/01")},
    ),
    "linked pages in a printed list": (
        "2022-09-15",
        "link",
        "2022/09/15",
        {"text": repr([BODY, linked("2022/09/15", "2022/09/14")])},
    ),
    "a page's meta element": (
        *("2022-09-15", "markup", "2022-09-15T10:00:00+02:00"),
        {"html": f"<meta property='article:published_time' content='2022-09-15T10:00:00+02:00'><p>{BODY}</p>"},
    ),
    "a page's JSON-LD, in the article's zone": (
        *("2022-09-15", "markup", "2022-09-14T23:30:00Z"),
        {
            "html": '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
            f'"datePublished": "2022-09-14T23:30:00Z"}}]}}</script><p>{BODY}</p>',
            "timezone": "Europe/Oslo",
        },
    ),
    "a page's JSON-LD, the article before its pictures": (
        *("2022-09-15", "markup", "2022-09-15"),
        {
            "html": '<script type="application/ld+json">[{"@type": "VideoObject", "datePublished": "2020-01-01"}, '
            f'{{"@type": ["NewsArticle"], "datePublished": "2022-09-15"}}]</script><p>{BODY}</p>'
        },
    ),
    "a page's time element": (
        *("2022-09-15", "markup", "2022-09-15"),
        {"html": f"<header><time datetime='2022-09-15'>Thursday</time></header><p>{BODY}</p>"},
    ),
    "a page sent as text": (
        *("2022-09-15", "markup", "2022-09-15"),
        {"text": f"<html><meta name='date' content='2022-09-15'><p>{BODY}</p></html>"},
    ),
}


@pytest.mark.parametrize(("day", "source", "quote", "fields"), FOUND.values(), ids=FOUND)
def test_a_source_tells_the_day(day: str, source: str, quote: str | None, fields: dict[str, Any]) -> None:
    """The evidence is what was sent, and the caller is told that the date was inferred."""
    found = inferred(**fields)
    assert (day, source) == (str(found.day), found.source)
    assert quote == (found.evidence.of(Article(**fields).sent) if found.evidence else None)
    assert ["publication-date-inferred"] == [warning.code for warning in found.warnings]
    assert day in found.warnings[0].detail
    assert 0.5 < found.confidence < 1


UNTOLD: dict[str, dict[str, Any]] = {
    "a date in running text": {"text": BODY},
    "a sentence that begins with a date": {"text": f"On September 15, 2022 - a Thursday - the bridge fell.\n\n{BODY}"},
    "a line that is the end of a sentence": {"text": "The bridge, which fell\nOn June 29, 2007"},
    "a dateline without a year": {"text": f"ORLA, Sept 15 (Press) - {BODY}"},
    "a dateline without a day": {"text": f"ORLA (Press) _ {BODY}"},
    "a month": {"text": f"September 2022\n{BODY}"},
    "numbers that can be two days": {"text": f"03/04/2022\n{BODY}"},
    "a list of days": {"text": f"March 3, 2022\n{BODY}\nMarch 10, 2022\n{BODY}"},
    "a list of days before dashes": {"text": "March 3, 2022 - It began.\nMarch 10, 2022 - It ended."},
    "one dated link": {"html": linked("2022/09/15")},
    "dated links far apart": {"html": linked("2022/09/15", "2022/03/15")},
    "links of another year than the copyright line": {
        "html": linked("2021/09/15", "2021/09/14", notice="© 2022 Press")
    },
    "a number in an address that is no day": {"text": BODY, "url": "https://news.example/20221345"},
    "a page with a stamp that is no date": {"html": f"<meta name='date' content='soon'><p>{BODY}</p>"},
    "a time element in the story": {"html": f"<p>On <time datetime='2022-09-15'>Thursday</time> it fell. {BODY}</p>"},
    "JSON-LD that is broken": {"html": f'<script type="application/ld+json">{{"datePublished":</script><p>{BODY}</p>'},
}


@pytest.mark.parametrize("fields", UNTOLD.values(), ids=UNTOLD)
def test_nothing_is_guessed(fields: dict[str, Any]) -> None:
    found = inferred(**fields)
    assert (None, 0.0) == (found.day, found.confidence)
    assert ["publication-date-unknown"] == [warning.code for warning in found.warnings]


BOUNDS: dict[str, tuple[Period, str, dict[str, Any]]] = {
    "a copyright line": (Period.year(2022), "copyright", {"text": f"{BODY}\n\nÂ© 2019-2022 Orla Press"}),
    "an address with a month": (Period.month(2022, 9), "url", {"text": BODY, "url": "https://news.example/2022/09/x"}),
    "an address with a year": (Period.year(2022), "url", {"text": BODY, "url": "https://news.example/2022/x"}),
}


@pytest.mark.parametrize(("bound", "source", "fields"), BOUNDS.values(), ids=BOUNDS)
def test_a_year_alone_is_a_bound(bound: Period, source: str, fields: dict[str, Any]) -> None:
    found = inferred(**fields)
    assert (None, bound, source) == (found.day, found.bound, found.source)


DISAGREE: dict[str, tuple[list[str], dict[str, Any]]] = {
    "given and printed": (
        ["2022-09-16", "the request", "2022-09-15", "the printed date line"],
        {"text": f"15 September 2022\n{BODY}", "published": "2022-09-16"},
    ),
    "printed and address": (
        ["2022-09-15", "the printed date line", "2022-09-17", "the article's address"],
        {"text": f"15 September 2022\n{BODY}", "url": "https://news.example/2022/09/17/x"},
    ),
    "given and copyright line": (
        ["2022-09-15", "2021", "the copyright line"],
        {"text": f"{BODY}\n\n© 2021 Orla Press", "published": "2022-09-15"},
    ),
    "given and a link to a later page": (
        ["2022-09-10", "2022-09-15", "the latest day that pages it links to bear"],
        {"html": linked("2022/09/15", "2022/09/13"), "published": "2022-09-10"},
    ),
}


@pytest.mark.parametrize(("words", "fields"), DISAGREE.values(), ids=DISAGREE)
def test_sources_that_disagree_are_both_named(words: list[str], fields: dict[str, Any]) -> None:
    details = [each.detail for each in inferred(**fields).warnings if each.code == "publication-date-disagreement"]
    assert 1 == len(details)
    assert [] == [word for word in words if word not in details[0]]


def test_older_links_do_not_disagree() -> None:
    assert () == inferred(html=linked("2022/09/15", "2022/09/13"), published="2022-09-20").warnings


def test_a_later_day_told_as_past_refutes_the_links() -> None:
    article = Article(html=linked("2022/09/15", "2022/09/13"))
    later = Timex(Span(0, 3), "DATE", Partial(2022, 9, 20), "day", tense="past")
    assert infer(article, clean(article), [later]).day is None


def test_the_copyright_line_makes_links_surer() -> None:
    alone = inferred(html=linked("2022/09/15", "2022/09/13"))
    agreed = inferred(html=linked("2022/09/15", "2022/09/13", notice="© 2022 Orla Press"))
    assert alone.day == agreed.day == Period(Unit.DAY, date(2022, 9, 15)).first
    assert alone.confidence < agreed.confidence


def test_the_list_article_is_dated_by_its_links(shared: Any) -> None:
    sent = (shared / "articles" / "samarkand-talks.list.txt").read_text(encoding="utf-8")
    found = inferred(text=sent)
    assert ("2022-09-15", "link") == (str(found.day), found.source)
    assert found.evidence is not None
    assert found.quote == found.evidence.of(sent) == "20220915"


def test_the_explainer_tells_no_day(shared: Any) -> None:
    assert inferred(text=(shared / "articles" / "samarkand-explainer.txt").read_text(encoding="utf-8")).day is None


PIECES = (
    "15 Sept 2022|Sept 15|2022|, |\n|\n\n| - | — |(Press)|ORLA|By |Published: |Updated |© |99|/|:|.|<p>|</p>"
    "|<time datetime='|<meta name='date' content='|'>|<a href='/2022/09/15/|10:30|\ud800|\x00|['|', '"
).split("|")


@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join).filter(str.strip))
def test_any_text_is_looked_through_and_evidence_is_what_was_sent(text: str) -> None:
    found = inferred(text=text)
    assert (found.day is None) == (found.confidence == 0.0)
    assert found.evidence is None or (0 <= found.evidence.start < found.evidence.end <= len(text))


def test_many_dates_take_no_time() -> None:
    """A date takes a millisecond to read: only those that can decide are read."""
    many = "\n\n".join(f"ORLA, Sept {number % 31} (Press) - {number}" for number in range(5_000))
    started = time.process_time()
    assert inferred(text=many).day is None
    assert time.process_time() - started < 3
