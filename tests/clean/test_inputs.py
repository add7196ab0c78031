"""What newsrooms send, form by form: the text that comes out of each, and where its words stand in what was sent."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.clean import clean
from dateline.values import Article, Offsets

TEXTS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "plain text stays as it is": (
        ["The bridge fell on 3 May.", "It was old."],
        {"text": "The bridge fell on 3 May.\n\nIt was old."},
    ),
    "white space at the ends and in runs counts for nothing": (
        ["The bridge fell.", "It was old."],
        {"text": "\n\n  The  bridge\tfell. \n \n\n It was old.\n"},
    ),
    "newlines of every system": (["One.", "Two.", "Three."], {"text": "One.\r\nTwo.\r\r\nThree."}),
    "a sentence a line is a paragraph a line": (
        ["The bridge fell .", "iron was everywhere .", "`` Run ! ''", "Nobody died ."],
        {"text": "The bridge fell .\niron was everywhere .\n`` Run ! ''\nNobody died ."},
    ),
    "hard-wrapped lines are one paragraph": (
        ["The bridge over the Tamm fell on 15 September 2022 after a night of rain, the mayor said.", "It rains."],
        {
            "text": "The bridge over the Tamm fell on 15\nSeptember 2022 after a night of\n"
            "rain, the mayor said.\n\nIt rains."
        },
    ),
    "a sentence broken before a small letter goes on": (
        ["The bridge fell after a night of rain."],
        {"text": "The bridge fell\nafter a night of rain."},
    ),
    "a sentence broken after a title goes on": (["It fell, said Mr. Roe."], {"text": "It fell, said Mr.\nRoe."}),
    "a sentence broken after a small word goes on": (
        ["The bridge fell on Friday.", "Nobody died."],
        {"text": "The bridge fell on\nFriday.\nNobody died."},
    ),
    "headline and date line stand alone": (
        ["Bridge falls in storm", "September 15, 2022", "The bridge fell in the night. It was old and weak."],
        {"text": "Bridge falls in storm\nSeptember 15, 2022\nThe bridge fell in the night. It was old\nand weak."},
    ),
    "headline over a shorter sentence": (
        ["Bridge falls in the worst storm since 1962", "The bridge fell."],
        {"text": "Bridge falls in the worst storm since 1962\nThe bridge fell."},
    ),
    "no-break space, soft hyphen, zero width inside a date": (
        ["It fell on 15 September 2022."],
        {"text": "It fell on 15\u00a0Sep\u00adtem\u200bber\u202f20\u206022."},
    ),
    "a byte order mark, direction marks, control codes": (
        ["Sept. 15"],
        {"text": "\ufeff\u200eSept.\u200f\x00 15\x7f"},
    ),
    "a family of joined emoji stays whole": (["👨\u200d👩\u200d👧 came"], {"text": "👨\u200d👩\u200d👧 came"}),
    "entities in plain text": (
        ["Roe & Sons’ bridge fell on 15 September – at 5 < 6."],
        {"text": "Roe &amp; Sons&#8217; bridge fell on 15&nbsp;September &ndash; at 5 &lt; 6."},
    ),
    "entities escaped twice": (["It fell – all of it."], {"text": "It fell &amp;ndash; all of&amp;#160;it."}),
    "an ampersand is no entity": (["AT&T, R&D; &bogus; &#; x"], {"text": "AT&T, R&D; &bogus; &#; x"}),
    "HTML blocks are paragraphs and inline elements break no word": (
        ["The bridge fell", "on 3 May", "It was", "old."],
        {"html": "<p>The <b>br</b>idge\n   fell</p><p>on 3&nbsp;<i>M</i>ay<ul><li>It was<li>old.</ul>"},
    ),
    "a line break ends a line, not a sentence": (
        ["Oslo", "15 September 2022", "It fell in the night."],
        {"html": "<p>Oslo<br>15 September 2022<br/>\nIt fell<br>in the night.</p>"},
    ),
    "script, style, comments, head and hidden elements": (
        ["The bridge fell."],
        {
            "html": "<html><head><title>3 May</title><style>p{}</style></head><body>"
            "<script>if (a<b) '<p>4 May</p>'</script>"
            "<!-- 5 May --><p style='display: none'>6 May</p><div hidden><p>7 May</p></div>"
            '<p>The <span class="visually-hidden">8 May</span>bridge fell.</p>'
            '<nav><a href="/">9 May</a></nav></body></html>'
        },
    ),
    "a hidden element without an end hides nothing": (["a", "b"], {"html": "<p hidden>a<p>b</p>"}),
    "angle brackets that are no tags": (["if 5 < 6 and 7 > 6, a <3 b"], {"html": "<p>if 5 < 6 and 7 > 6, a <3 b</p>"}),
    "tags inside and after attribute values": (
        ["The bridge fell."],
        {"html": """<div data-x="<p>no</p>" title='a > b'>The <a href="/x" title="c > d">bridge</a> fell.</div>"""},
    ),
    "a tag that never ends is text": (["It fell <a href='x"], {"html": "It fell <a href='x"}),
    "text that is evidently HTML": (
        ["The bridge fell.", "It was old."],
        {"text": "<p>The bridge\nfell.</p><p>It was old."},
    ),
    "plain text with a few inline tags keeps its lines": (
        ["Bridge falls", "The bridge fell at night.", "It was old."],
        {"text": "<b>Bridge falls</b>\nThe bridge <i>fell</i>\nat night.\n\nIt was old."},
    ),
    "paragraphs with inline HTML, some empty": (
        ["The bridge fell.", "It was old & weak."],
        {"paragraphs": ("<b>The bridge</b> fell.", "", " ", "It was old &amp; weak.")},
    ),
    "a tag left open does not reach into the next paragraph": (
        ["The <b bridge", "fell > here"],
        {"paragraphs": ("<i>The</i> <b bridge", "fell > here")},
    ),
    "a printed Python list": (
        ["It's 3 May", "so, \"x\", 'y'", "café \\ z", "two lines"],
        {"text": r"""['It\'s 3 May', "so, \"x\", 'y'", 'caf\u00e9 \\ z', 'two\nlines']"""},
    ),
    "a printed JSON list": (
        ['He said "yes", "no"', "café 😀", "a/b"],
        {"text": r"""["He said \"yes\", \"no\"", "caf\u00e9 \ud83d\ude00", null, "a\/b"]"""},
    ),
    "a printed list over several lines, with a last comma": (
        ["One.", "Two."],
        {"text": "[\n  'One.',\n  'Two.',\n]\n"},
    ),
    "a printed list of HTML": (
        ["The bridge", "fell here"],
        {"text": """['<p class="x">The bridge</p>', '<b>fell</b> here']"""},
    ),
    "a printed list with a quote not escaped": (["It's 3 May", "so it's"], {"text": "['It's 3 May', 'so it's']"}),
    "a printed list that breaks off": (["It's 3 May", "so it wa"], {"text": r"['It\'s 3 May', 'so it wa"}),
    "a printed list that breaks off in an escape": (["One.", "caf\\u00"], {"text": r"['One.', 'caf\u00"}),
    "a quotation in brackets is no list": (
        ['["We] won," he said. "So there."'],
        {"text": '["We] won," he said. "So there."'},
    ),
    "mojibake of quotes, dashes and accents": (
        ["“It’s Ångström’s” – café © 2022"],
        {"text": "â€œItâ€™s Ã…ngstrÃ¶mâ€™sâ€\x9d â€“ cafÃ© Â© 2022"},
    ),
    "mojibake of Cyrillic": (["Путин said so"], {"text": "ÐŸÑƒÑ‚Ð¸Ð½ said so"}),
    "broken and whole characters side by side": (
        ["It’s the café, it’s late."],
        {"text": "Itâ€™s the cafÃ©, it’s late."},
    ),
    "Windows quotes as control codes": (["“fell”"], {"text": "\x93fell\x94"}),
    "letters that only look broken": (
        ["Até logo, São João! Å is a river."],
        {"text": "Até logo, São João! Å is a river."},
    ),
    "a lone surrogate": (["It \ufffd fell"], {"text": "It \ud83d fell"}),
    "Unicode's own paragraph and line separators": (["One.", "Two.", "Three."], {"text": "One.\u2029Two.\u2028Three."}),
}


@pytest.mark.parametrize(("paragraphs", "fields"), TEXTS.values(), ids=TEXTS)
def test_every_form_gives_its_paragraphs(paragraphs: list[str], fields: dict[str, Any]) -> None:
    cleaned = clean(Article(**fields))
    assert "\n\n".join(paragraphs) == cleaned.text
    assert paragraphs == [span.of(cleaned.text) for span in cleaned.paragraphs]


SOURCES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "plain": ("3 May", "3 May", {"text": "It fell on 3 May.\n\nNobody died."}),
    "after collapsed white space": ("3 May", "3 May", {"text": "  It   fell on\n3 May."}),
    "over a newline": ("15\nSeptember", "15 September", {"text": "It fell on the 15\nSeptember that we all remember."}),
    "an entity": ("15&nbsp;September", "15 September", {"text": "It fell on 15&nbsp;September."}),
    "a soft hyphen": ("Sep\u00adtember", "September", {"text": "It fell in Sep\u00adtember."}),
    "inline tags": ("3 <b>M</b>ay", "3 May", {"html": "<p>It fell on 3 <b>M</b>ay.</p>"}),
    "an emoji before": ("3 May", "3 May", {"html": "<p>🌉 It fell on 3 May.</p>"}),
    "the second paragraph": ("3 May", "3 May", {"paragraphs": ("It fell.", "<i>On</i> 3 May.")}),
    "an escaped quote in a list": (r"Roe\'s", "Roe's", {"text": r"['On 3 May', 'Roe\'s bridge']"}),
    "an escaped letter in a list": (r"caf\u00e9", "café", {"text": r"""["3 May", "the caf\u00e9 fell"]"""}),
    "an emoji of two escapes": (r"\ud83d\ude00", "😀", {"text": r"""["3 May", "so \ud83d\ude00 it"]"""}),
    "repaired letters": ("cafÃ©", "café", {"text": "Itâ€™s the cafÃ© that fell."}),
    "one repaired letter": ("â€™", "’", {"text": "Itâ€™s the cafÃ© that fell."}),
    "an entity inside broken text": ("Â&nbsp;May", " May", {"text": "Itâ€™s 3Â&nbsp;May."}),
}


@pytest.mark.parametrize(("sent", "words", "fields"), SOURCES.values(), ids=SOURCES)
def test_clean_words_point_at_the_words_sent(sent: str, words: str, fields: dict[str, Any]) -> None:
    article = Article(**fields)
    cleaned = clean(article)
    start = cleaned.text.index(words)
    source = cleaned.source(type(cleaned.paragraphs[0])(start, start + len(words)))
    assert sent == source.of(article.sent)


def test_text_with_nothing_to_clean_needs_no_map() -> None:
    cleaned = clean(Article(text="The bridge fell on 3 May.\n\nIt was old."))
    assert Offsets() == cleaned.offsets


WARNINGS: dict[str, tuple[list[str], str]] = {
    "plain text": ([], "The bridge fell."),
    "mojibake": (["encoding-repaired"], "The cafÃ© fell."),
    "a list that breaks off": (["truncated-list"], "['The bridge', 'fell"),
    "packaging": (["packaging-dropped"], "The bridge fell.\n\nAlso Read: Ten more bridges"),
}


@pytest.mark.parametrize(("codes", "text"), WARNINGS.values(), ids=WARNINGS)
def test_repairs_are_told(codes: list[str], text: str) -> None:
    assert codes == [warning.code for warning in clean(Article(text=text)).warnings]


LINKS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "HTML": (
        ["/2022/09/15/x?a=1&b=2"],
        {"html": """<p>See <a class="y" href='/2022/09/15/x?a=1&amp;b=2'>here</a>.</p>"""},
    ),
    "a printed list": (["https://a.example/1"], {"text": """['See <a href="https://a.example/1">it</a>', 'now']"""}),
    "an address in plain text": (["https://a.example/1"], {"text": "See https://a.example/1 for more."}),
    "a link nobody sees": ([], {"html": "<nav><a href='/x'>Home</a></nav><p>Text</p>"}),
    "no address": ([], {"html": "<p><a name='x'>Text</a></p>"}),
}


@pytest.mark.parametrize(("urls", "fields"), LINKS.values(), ids=LINKS)
def test_links_are_kept_with_their_place(urls: list[str], fields: dict[str, Any]) -> None:
    article = Article(**fields)
    links = clean(article).links
    assert urls == [link.url for link in links]
    assert urls == [link.sent.of(article.sent).replace("&amp;", "&") for link in links]


def test_what_markup_hides_is_recorded() -> None:
    article = Article(html="<p>It <!-- not --> fell <redacted>.</p><script>x</script><nav>Home</nav>")
    dropped = clean(article).dropped
    assert ["<!-- not -->", "<redacted>", "<script>x</script>", "<nav>Home</nav>"] == [
        piece.sent.of(article.sent) for piece in dropped
    ]
    assert ["markup", "markup", "markup", "navigation"] == [piece.kind for piece in dropped]
