"""Paragraphs that are not the article's own: promotion, copyright, credits, share bars, stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.clean.listing import PARAGRAPH
from dateline.clean.stamps import is_labelled_stamp
from dateline.clean.traced import Edit, Traced
from dateline.values import Dropped

LONGEST = 240
"""Longest paragraph, in code points, that can be packaging; copyright notices may be longer."""

_NAMES = (
    r"(?:(?:[A-Z@][\w.'’@-]*+|and|agency|agencies|staff|in|for|of|the|with|by|from|at|additional|editing|writing|reporting|photography"
    r"|graphics|[,;&/|.()-]++)\s*+)++"
)
_WORK = r"(?:reporting|writing|written|editing|edited|compiled|graphics|photography|photos?)"
_PICTURE = r"(?:photo(?:graph)?s?|images?|pictures?|videos?|graphics?)"
_TEXT = "article|story|post|report|page|piece"
_CHANGED = "(?:published|posted|updated|amended|corrected|modified)"
_SHARES = (
    r"(?:share|tweet|pin|e-?mail|print|save|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|flipboard"
    r"|instagram|messenger|copy link|comments?|listen|this article|this story|with friends|via|on|to|more)"
)

_STORIES = r"(?: (?:stor(?:y|ies)|articles?|news|content|topics?|links?|reading|coverage|video|here|on))?+"
_LEADS_ON = r"\s*+(?:[:|–—>»].*|$)"

_KINDS = (
    ("copyright", r"(?:copyright\s*+)?(?:©|\(c\)(?=\s*+\d{4}\b))\s*+\S.*"),
    ("copyright", r"(?:copyright|c\.)\s*+(?:19|20)\d\d\b(?!\s+(?-i:[a-z])).*"),
    ("copyright", r".{0,200}\ball rights reserved\b.{0,200}"),
    ("copyright", r".{0,100}\bnot responsible for (?:the )?+content of external (?:web)?sites\b.*"),
    ("promotion", r"(?:also|must|more to) (?:read|watch|see|listen)\s*+[:|–—>»-].*"),
    ("promotion", rf"(?:read|see|watch|learn) (?:more|also|next|this|too){_STORIES}{_LEADS_ON}"),
    (
        "promotion",
        rf"(?:related|recommended|trending|see also|most read|more from|editor['’]s picks?){_STORIES}{_LEADS_ON}",
    ),
    (
        "promotion",
        rf"(?:don['’]t miss|you may (?:also )?+like|read (?:the )?+full (?:story|article)){_STORIES}{_LEADS_ON}",
    ),
    ("promotion", r"(?:watch|listen|in pictures|in pics)\s*+[:|].*"),
    ("promotion", r"(?:please )?+(?:subscribe|sign up) (?:to|for|now|here|today)\b.*"),
    ("promotion", r"(?:please )?+(?:follow|like|join|find) (?:us|@\w+)(?: here)? on\b.*"),
    ("promotion", r"(?:please )?+(?:follow|join) our (?:\w+ )?+(?:channel|group|community|newsletter)\b.*"),
    (
        "promotion",
        r"(?:for|catch|get) (?:all )?+the (?:latest|breaking) .*\b(?:download|follow|subscribe|click|app)\b.*",
    ),
    ("promotion", r"(?:get|download) (?:the|our)(?: \w+)? (?:app|newsletter)\b.*"),
    ("promotion", r"click here(?: (?:to|for)\b.*|\W*+)"),
    ("promotion", r"\W*+(?:advertisements?|advert|sponsored(?: content)?|promoted content)\W*+"),
    ("promotion", r"\W*+(?:story|article) continues below(?: (?:this )?+ad(?:vertisement)?)?+\W*+"),
    ("credit", rf"\W*+(?:additional )?+{_WORK}(?:(?: and|,) (?:additional )?+{_WORK})?+ by:? (?-i:{_NAMES})"),
    ("credit", rf"\W*+(?:with )?+(?:additional )?+inputs? from:? (?-i:{_NAMES})"),
    ("credit", rf"\W*+(?:sources?|agency|agencies)\s*+:\s*+(?-i:{_NAMES})"),
    ("credit", rf"\W*+{_PICTURE}(?: credits?| courtesy(?: of)?| source| by)?+\s*+[:/|].*"),
    ("credit", rf"{_PICTURE} (?:source|caption|credit),.*"),
    ("navigation", rf"\W*+(?:{_SHARES}\b\W*+)++"),
    ("stamp", rf"\W*+this (?:{_TEXT}) (?:was|has been) (?:first |originally |last )?+{_CHANGED} (?:on|at|in)\b.*"),
    ("navigation", r"(?:skip to (?:main )?+content|back to top|jump to comments|loading)\W*+"),
)
_PACKAGING = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


def unpack(traced: Traced) -> tuple[Traced, tuple[Dropped, ...]]:
    """The text without the paragraphs that are packaging, and these."""
    edits, dropped = [], []
    for start, end, kind in _found(traced.text):
        dropped.append(Dropped(kind, traced.text[start:end], traced.source(start, end)))
        edits.append(Edit(start, min(end + 1, len(traced.text)), ""))
    return traced.edit(edits), tuple(dropped)


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for paragraph in text.split(PARAGRAPH):
        kind = packaging(paragraph)
        if kind is not None:
            yield at, at + len(paragraph), kind
        at += len(paragraph) + 1


def packaging(paragraph: str) -> str | None:
    """What kind of packaging the paragraph is, None where it is the article's own."""
    for kind, pattern in _PACKAGING:
        if len(paragraph) <= (4 * LONGEST if kind == "copyright" else LONGEST) and pattern.fullmatch(paragraph):
            return kind
    return "stamp" if is_labelled_stamp(paragraph) else None
