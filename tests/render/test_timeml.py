"""TimeML, held to a DTD written from its specification, and read back by the evaluation's own reader of corpora."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from dateline import Article, Extractor
from dateline.dates import Period, When
from dateline.render import Options, render
from dateline.values import Anchor, CleanText, Grounded, Offsets, Span, Timeline, Timex
from evaluation.corpora import Document, Link, read_timeml
from tests.handmade import COLLAPSED, MARCH, PLANNED, TEXT, TIMELINE, span
from tests.render import samples
from tests.render.samples import EMPTY, HOSTILE, about, texts

DTD = etree.DTD(str(Path(__file__).parent / "timeml_1.2.1.dtd"))


def valid(timeline: Timeline) -> bytes:
    """The document, which is valid."""
    raw = render(timeline, "timeml").body
    tree = etree.fromstring(raw)
    DTD.validate(tree)
    assert [] == [error.message for error in DTD.error_log]
    for link in tree.iter("TLINK"):
        assert (True, True) == ("eventInstanceID" in link.attrib, "relatedToTime" in link.attrib)
    return raw


def read(timeline: Timeline, folder: Path) -> Document:
    path = folder / "article.tml"
    path.write_bytes(valid(timeline))
    return read_timeml(path)


def test_what_is_written_is_what_the_reader_of_corpora_reads(tmp_path: Path) -> None:
    document = read(TIMELINE, tmp_path)
    assert (TEXT, "2013-02-12") == (document.text, document.published)
    assert [("t1", span("March 2012"), "DATE", "2012-03")] == [
        (timex.id, timex.span, timex.type, timex.value) for timex in document.timexes
    ]
    assert [
        ("e1", span("collapsed"), "OCCURRENCE", "PAST", "VERB"),
        ("e2", span("plan"), "OCCURRENCE", "PAST", "VERB"),
    ] == [(event.id, event.span, event.kind, event.tense, event.pos) for event in document.events]
    assert (Link("e1", "IS_INCLUDED", "t1"),) == document.links


ARTICLE = (
    "OSLO — The bridge, closed since 5 May 2011, collapsed early on Monday & two men <died>.\r\nMayor Ann Hill said "
    "the talks of last week had lasted three days. 🌉 It was built in the 1990s, repaired in 2001 and 2009, and must "
    "be rebuilt by 2015, at 10:30 every Friday.\n\nThe club was founded in May 2009. It moved two years later."
)


def test_an_article_read_by_the_engine_comes_back_span_for_span(extractor: Extractor, tmp_path: Path) -> None:
    timeline = extractor.extract(Article(text=ARTICLE, published="2013-02-12", title="Bridge & co"))
    document = read(timeline, tmp_path)
    assert timeline.clean.text == document.text
    assert {(one.timex.span, one.timex.type, one.value) for one in timeline.expressions} == {
        (timex.span, timex.type, timex.value) for timex in document.timexes
    }
    assert sorted({one.mention.span for one in timeline.mentions}) == [event.span for event in document.events]
    assert document.links


def test_all_mentions_are_there_whatever_events_were_asked_for() -> None:
    assert render(TIMELINE, "timeml").body == render(TIMELINE, "timeml", Options(min_confidence=1.0)).body


def test_without_a_publication_date_the_creation_time_is_unknown(tmp_path: Path) -> None:
    timeline = replace(TIMELINE, publication=replace(TIMELINE.publication, day=None))
    assert "XXXX-XX-XX" == read(timeline, tmp_path).published


def test_a_word_that_names_two_happenings_has_two_instances(tmp_path: Path) -> None:
    year = Grounded(Timex(span("old"), "DATE", None, "r"), "1998", samples.YEAR, "")
    again = replace(COLLAPSED, grounded=year, when=samples.YEAR)
    timeline = replace(TIMELINE, expressions=(MARCH, year), mentions=(COLLAPSED, again))
    document = read(timeline, tmp_path)
    assert (1, {Link("e1", "IS_INCLUDED", "t1"), Link("e1", "IS_INCLUDED", "t2")}) == (
        len(document.events),
        set(document.links),
    )


def test_of_two_that_overlap_the_time_expression_stays(tmp_path: Path) -> None:
    inside = replace(COLLAPSED, mention=replace(COLLAPSED.mention, span=span("2012")))
    document = read(replace(TIMELINE, mentions=(inside, PLANNED)), tmp_path)
    assert ([span("March 2012")], [span("plan")], ()) == (
        [timex.span for timex in document.timexes],
        [event.span for event in document.events],
        document.links,
    )


@pytest.mark.parametrize(
    ("base", "anchor"),
    [
        ("t0", Anchor("publication", "2013-02-12")),
        ("t1", Anchor("timex", "2012-03", span("March 2012"))),
        (None, Anchor("event", "2012-03", span("collapsed"))),
        (None, None),
    ],
)
def test_a_time_names_the_time_that_it_was_counted_from(base: str | None, anchor: Anchor | None) -> None:
    later = Grounded(Timex(span("old"), "DATE", None, "r", mod="MID"), "2013", samples.YEAR, "", anchor)
    tree = etree.fromstring(valid(replace(TIMELINE, expressions=(MARCH, later))))
    (found,) = (timex for timex in tree.iter("TIMEX3") if timex.get("tid") == "t2")
    assert (base, "true" if anchor else "false", "MID") == (
        found.get("anchorTimeID"),
        found.get("temporalFunction"),
        found.get("mod"),
    )


@pytest.mark.parametrize(
    ("relation", "when", "time", "kind"),
    [
        ("IS_INCLUDED", samples.MONTH, samples.MONTH, "OCCURRENCE"),
        ("AFTER", samples.SINCE_DAY, When.of(samples.SINCE_DAY.start), "OCCURRENCE"),
        ("BEGUN_BY", samples.SINCE_DAY, When.of(samples.SINCE_DAY.start), "STATE"),
        ("BEFORE", samples.UNTIL_MONTH, When.of(samples.UNTIL_MONTH.end), "OCCURRENCE"),
        ("ENDED_BY", samples.UNTIL_MONTH, When.of(samples.UNTIL_MONTH.end), "STATE"),
        ("BEFORE", samples.YEAR, samples.MONTH, "OCCURRENCE"),
        ("AFTER", samples.DAY, samples.MONTH, "OCCURRENCE"),
        ("INCLUDES", samples.DAYS, samples.DAY, "OCCURRENCE"),
        (None, None, samples.DAY, "OCCURRENCE"),
    ],
)  # fmt: skip
def test_how_an_event_lies_to_its_time(relation: str | None, when: When | None, time: When, kind: str) -> None:
    told = replace(MARCH, when=time)
    mention = replace(COLLAPSED.mention, kind=kind)
    timeline = replace(
        TIMELINE, expressions=(told,), mentions=(replace(COLLAPSED, mention=mention, when=when, grounded=told),)
    )
    links = list(etree.fromstring(valid(timeline)).iter("TLINK"))
    assert ([relation] if relation else []) == [link.get("relType") for link in links]


@pytest.mark.parametrize(
    ("relation", "when"),
    [
        ("IS_INCLUDED", When.of(Period.day(2013, 2, 12))),
        ("BEFORE", When(None, Period.day(2013, 2, 12))),
    ],
    ids=["on the day", "before it"],
)
def test_an_event_of_the_storys_own_time_hangs_on_the_creation_time(relation: str, when: When, tmp_path: Path) -> None:
    implicit = replace(COLLAPSED, basis="implicit", grounded=None, when=when)
    assert (Link("e1", relation, "t0"),) == read(replace(TIMELINE, mentions=(implicit,)), tmp_path).links


def test_how_far_an_event_lies_from_another_is_no_time_that_it_lies_in(tmp_path: Path) -> None:
    length = Grounded(Timex(span("old"), "DURATION", None, "r"), "P2W", samples.DAY, "", Anchor("event", "2013-02-12"))
    counted = replace(COLLAPSED, grounded=length, when=samples.MONTH)
    document = read(replace(TIMELINE, expressions=(MARCH, length), mentions=(counted,)), tmp_path)
    assert (Link("e1", "BEFORE", "t0"),) == document.links


def test_an_article_without_events_is_valid() -> None:
    assert b"<TEXT>" in valid(EMPTY)


ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def whole(words: str, tmp_path: Path) -> None:
    """Every code point is where it was; those that XML cannot hold are replaced one for one."""
    text = f"It {words} fell"
    timeline = replace(about(words), clean=CleanText(text, (Span(0, len(text)),), Offsets()), expressions=())
    mentions = (replace(COLLAPSED, mention=replace(COLLAPSED.mention, span=Span(len(text) - 4, len(text)))),)
    document = read(replace(timeline, mentions=mentions), tmp_path)
    assert ILLEGAL.sub("\ufffd", text) == document.text
    assert ["fell"] == [event.span.of(document.text) for event in document.events]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_words_of_an_article_are_no_markup(words: str, tmp_path: Path) -> None:
    whole(words, tmp_path)
    valid(about(words))


@settings(max_examples=60, deadline=None)
@given(words=texts)
def test_any_text_comes_back(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    whole(words, tmp_path_factory.getbasetemp())
