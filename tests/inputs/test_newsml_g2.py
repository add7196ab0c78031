"""NewsML-G2: an item's text and fields, offsets into the document, and XML that is refused."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.errors import PayloadError
from dateline.inputs import article, recognise
from dateline.published import infer
from dateline.values import Span
from dateline_schemas import examples

NITF = (
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Council meets</hl1></hedline>'
    "<dateline>Oslo</dateline></body.head><body.content>{}</body.content></body></nitf>"
)
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Council meets</title></head><body>{}</body></html>'
TEXT = "<p>The café by the old bridge <em>collapsed</em> in March 2012.</p><p>The council met on Monday.</p>"


def item(body: str = TEXT, meta: str = "<versionCreated>2013-02-12T09:30:00+01:00</versionCreated>") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:news.example:7" version="2"
 standard="NewsML-G2" standardversion="2.32" conformance="power" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:text"/>{meta}<embargoed>2013-02-14T09:30:00+01:00</embargoed></itemMeta>
<contentMeta><contentCreated>2013-02-11T09:30:00+01:00</contentCreated>
<headline>Café &amp; council</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml" rendition="a > b">{body}</inlineXML></contentSet>
</newsItem>"""


PICTURE = item().replace("inlineXML", "remoteContent").replace("Café &amp; council", "A picture")
MESSAGE = "<newsMessage><header><sent>2013-02-13T00:00:00Z</sent></header><itemSet>{}</itemSet></newsMessage>"
DOCUMENTS = {
    "NITF": item(NITF.format(TEXT)),
    "XHTML": item(XHTML.format(TEXT)),
    "a declaration before it": '<?xml version="1.0" encoding="UTF-8"?>\n' + item(),
    "with a prefix": item().replace("<newsItem xmlns=", "<newsItem xmlns:x="),
    "a message with a picture": MESSAGE.format(PICTURE + item() + PICTURE),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_an_item_is_recognised_and_read(document: str) -> None:
    assert "newsml-g2" == recognise(document, "xml")
    read = article(document, "xml")
    found = clean(read)
    assert ("Café & council", "urn:newsml:news.example:7", "en") == (read.title, read.id, read.language)
    assert "The café by the old bridge collapsed in March 2012.\n\nThe council met on Monday." == found.text
    start = found.text.index("collapsed")
    assert "collapsed</em> in March 2012" == found.source(Span(start, start + 23)).of(document)


STAMPS = {
    "the version's": ("2013-02-12", "<versionCreated>2013-02-12T09:30:00Z</versionCreated>"),
    "not the first one's": (
        "2013-02-12",
        "<firstCreated>2013-02-11</firstCreated><versionCreated>2013-02-12T09:30:00Z</versionCreated>",
    ),
    "the first one's where the version has none": ("2013-02-10", "<firstCreated>2013-02-10</firstCreated>"),
    "the content's where there is no other": ("2013-02-11", ""),
}


@pytest.mark.parametrize(("day", "meta"), STAMPS.values(), ids=STAMPS)
def test_the_publication_date_of_an_item(day: str, meta: str) -> None:
    read = article(item(meta=meta), "xml")
    found = infer(read, clean(read), ())
    assert (date.fromisoformat(day), "payload") == (found.day, found.source)


REFUSED = {
    "no XML": "<newsItem>",
    "no news": "<rss></rss>",
    "no text": PICTURE,
    "two texts": MESSAGE.format(item() * 2),
    "a DTD": "<!DOCTYPE newsItem>" + item(),
    "entities that grow": '<!DOCTYPE newsItem [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + item("<p>&b;</p>"),
    "a file for an entity": '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + item("<p>&a;</p>"),
    "an entity of nobody's": item("<p>&nobody;</p>"),
    "deep": item("<p>" * 100_000),
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=REFUSED)
def test_xml_that_is_refused(document: str) -> None:
    with pytest.raises(PayloadError):
        article(document, "xml")


def test_much_xml_costs_linear_time() -> None:
    document = item("<body.head>é</body.head>" * 20_000 + TEXT).replace("<headline>", "<headline>" + "a\n" * 100_000)
    start = time.perf_counter()
    assert 20_002 == len(article(document, "xml").payload.aside)
    assert time.perf_counter() - start < 4


@given(st.text() | st.text("<>/ newsItemcontentSetinlineXML=\"'&;!-[]", max_size=60))
def test_any_text_in_an_item_is_read_or_refused(body: str) -> None:
    document = item(body)
    try:
        read = article(document, "xml")
    except PayloadError:
        return
    assert document == read.sent
    assert all(piece.text == piece.sent.of(document) for piece in read.payload.aside)


def test_the_example_of_the_contract_is_what_it_says() -> None:
    assert examples.TEXT == clean(article(examples.NEWSML_G2, "xml")).text
