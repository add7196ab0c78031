"""HTML, whole pages or a few inline tags, to paragraphs of text.

No HTML parser that Python has tells where its text came from, so the tags are found here, by expressions that never
look back: every stretch is read at most twice, whatever is sent.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.clean.listing import PARAGRAPH
from dateline.clean.traced import Edit, Traced
from dateline.values import Dropped, Link

LINE = "\u2028"
"""A line break that somebody asked for (``<br>``)."""

_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main nav ol option p pre section summary table "
    "tbody td tfoot th thead title tr ul".split()
)
_INLINE = frozenset(
    "a abbr acronym area audio b base bdi bdo big br button canvas cite code col colgroup data datalist del dfn em "
    "embed font i iframe img input ins kbd label link map mark meta noscript object output param picture progress q "
    "rp rt ruby s samp script select small source span strike strong style sub sup svg template textarea time track "
    "tt u var video wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_KNOWN = _BLOCK | _INLINE
_COMMENT, _DECLARED = "!--", "!"
_NO_END = _VOID | {_COMMENT, _DECLARED}
_RAW = ("script", "style")
_UNSEEN = {
    **dict.fromkeys("script style noscript template svg iframe object head select datalist canvas".split(), "markup"),
    **dict.fromkeys(("nav", "button"), "navigation"),
}

_TAG = re.compile(
    rf"""</?([A-Za-z][^\s/<>"'={PARAGRAPH}]*+)(?:[^<>={PARAGRAPH}]++|=\s*+(?:"[^"<{PARAGRAPH}]*+"|'[^'<{PARAGRAPH}]*+')?+)*+>"""
)
_TAG_HOLDING_MARKUP = re.compile(
    rf"""<([A-Za-z][^\s/<>"'={PARAGRAPH}]*+)(?:[^<>={PARAGRAPH}]++|=\s*+(?:"[^"{PARAGRAPH}]*+"|'[^'{PARAGRAPH}]*+')?+)*+>"""
)
_DECLARATION = re.compile(rf"<!\[CDATA\[|\]\]>|<[!?][A-Za-z][^<>{PARAGRAPH}]*+>")
_START = re.compile(r"<|\]\]>")
_EVIDENCE = re.compile(rf"<(?:/?(?:{'|'.join(sorted(_KNOWN))})\b[^<>]*+>|!--|!doctype\b)", re.IGNORECASE)
_HREF = re.compile(r"""(?<=[\s"'/])href\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)
_HIDDEN = re.compile(
    r"""\shidden(?=[\s=>/])|aria-hidden\s*+=\s*+["']?true|display\s*+:\s*+none"""
    r"""|\b(?:visually-?hidden|sr-only|screen-reader-text)\b""",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);")
_SPACES = re.compile(r"[ \t\r\n\f]++")
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"']++", re.IGNORECASE)
_ODD_TAGS = 100
_ODD_TAG_LENGTH = 10_000


class _Tag(NamedTuple):
    start: int
    end: int
    name: str
    closing: bool


def is_markup(text: str) -> bool:
    """Whether the text holds a tag of HTML."""
    return _EVIDENCE.search(text) is not None


def unmark(traced: Traced, is_html: bool) -> tuple[Traced, tuple[Link, ...], tuple[Dropped, ...]]:
    """The text without its tags, its links, and what a reader would not have seen.

    Block elements become paragraphs; inline elements leave nothing behind, so that they break no word. Newlines are
    white space like any other in HTML; in a text that only holds some tags they mean what they mean in plain text.
    """
    text = traced.text
    tags = list(_tags(text))
    hidden = dict(_hidden(text, tags))
    dropped = tuple(_dropped(traced, tags, hidden))
    links = tuple(_links(traced, tags, hidden))
    bare = traced.edit(_edits(tags, hidden))
    if is_html or (text.lstrip().startswith("<") and any(tag.name in _BLOCK for tag in tags)):
        bare = bare.edit(Edit(*space.span(), " ") for space in _SPACES.finditer(bare.text) if space[0] != " ")
    return bare, links, dropped


def unescape(traced: Traced) -> Traced:
    """The text with its character references read, those that were escaped twice as well."""
    return traced.edit(
        Edit(*entity.span(), new)
        for entity in _ENTITY.finditer(traced.text)
        if (new := html.unescape(html.unescape(entity[0]))) != entity[0]
    )


def addresses(traced: Traced) -> tuple[Link, ...]:
    """Web addresses written out in the text."""
    return tuple(Link(found[0], traced.source(*found.span())) for found in _ADDRESS.finditer(traced.text))


def _tags(text: str) -> Iterator[_Tag]:
    """Tags, comments, declarations and raw elements with all they hold, in order."""
    patience = _ODD_TAGS
    last_comment = text.rfind("-->")
    raw_ends = {name: _last(rf"</{name}", text) for name in _RAW}
    at = 0
    while found := _START.search(text, at):
        at = found.start()
        if text.startswith("<!--", at) and at + 4 <= last_comment:
            tag = _Tag(at, text.index("-->", at + 4) + 3, _COMMENT, False)
        elif match := _DECLARATION.match(text, at):
            tag = _Tag(at, match.end(), _DECLARED, False)
        elif match := _TAG.match(text, at):
            tag = _Tag(at, match.end(), match[1].lower(), text[at + 1] == "/")
        elif patience and (match := _TAG_HOLDING_MARKUP.match(text, at, at + _ODD_TAG_LENGTH)):
            tag = _Tag(at, match.end(), match[1].lower(), False)
        else:
            patience -= patience > 0 and text[at + 1 : at + 2].isalpha()
            at = found.end()
            continue
        yield tag
        at = tag.end
        if not tag.closing and at < raw_ends.get(tag.name, 0):
            at = _next(rf"</{tag.name}", text, at)


def _last(pattern: str, text: str) -> int:
    return max((match.start() for match in re.finditer(pattern, text, re.IGNORECASE)), default=-1)


def _next(pattern: str, text: str, at: int) -> int:
    match = re.compile(pattern, re.IGNORECASE).search(text, at)
    return match.start() if match else at


def _hidden(text: str, tags: list[_Tag]) -> Iterator[tuple[int, tuple[int, str]]]:
    """Start, end and kind of the outermost stretches that a reader would not see."""
    covered = 0
    for tag, end in _elements(tags):
        if tag.start < covered:
            continue
        kind = _UNSEEN.get(tag.name) or ("markup" if _is_hidden(text, tag) else None)
        if kind and end > tag.end:
            covered = end
            yield tag.start, (end, kind)


def _is_hidden(text: str, tag: _Tag) -> bool:
    return tag.name not in _NO_END and _HIDDEN.search(text, tag.start, tag.end) is not None


def _elements(tags: list[_Tag]) -> list[tuple[_Tag, int]]:
    """Opening tags in order, each with the end of its closing tag, or its own where it has none."""
    ends: dict[int, int] = {}
    stacks: dict[str, list[int]] = {}
    for index, tag in enumerate(tags):
        if not tag.closing:
            ends[index] = tag.end
            if tag.name not in _NO_END:
                stacks.setdefault(tag.name, []).append(index)
        elif stacks.get(tag.name):
            ends[stacks[tag.name].pop()] = tag.end
    return [(tags[index], end) for index, end in sorted(ends.items())]


def _dropped(traced: Traced, tags: list[_Tag], hidden: dict[int, tuple[int, str]]) -> Iterator[Dropped]:
    """Hidden stretches, comments, and tags that HTML does not have: somebody may have meant those as words."""
    for start, end, kind in _gone(tags, hidden):
        yield Dropped(kind, traced.text[start:end], traced.source(start, end))


def _gone(tags: list[_Tag], hidden: dict[int, tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    covered = 0
    for tag in tags:
        if tag.start < covered:
            continue
        covered, kind = hidden.get(tag.start, (tag.end, "markup"))
        if tag.start in hidden or tag.name == _COMMENT or not (tag.name in _KNOWN or set(tag.name) & set("-:!")):
            yield tag.start, covered, kind


def _links(traced: Traced, tags: list[_Tag], hidden: dict[int, tuple[int, str]]) -> Iterator[Link]:
    covered = 0
    for tag in tags:
        covered = max(covered, hidden.get(tag.start, (0, ""))[0])
        if tag.start < covered or tag.name != "a" or tag.closing:
            continue
        href = _HREF.search(traced.text, tag.start, tag.end)
        if href and href[href.lastindex or 0]:
            yield Link(html.unescape(href[href.lastindex or 0]), traced.source(*href.span(href.lastindex or 0)))


def _edits(tags: list[_Tag], hidden: dict[int, tuple[int, str]]) -> Iterator[Edit]:
    covered = 0
    for tag in tags:
        if tag.start < covered:
            continue
        covered = hidden.get(tag.start, (tag.end, ""))[0]
        yield Edit(tag.start, covered, _blank(tag.name))


def _blank(name: str) -> str:
    return PARAGRAPH if name in _BLOCK else LINE if name == "br" else ""
