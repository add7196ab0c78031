"""CSV (RFC 4180): the columns of TimelineJS's spreadsheet, and a few of ours after them.

``Headline`` and ``Text`` are HTML there, so the article's words are escaped. A cell that a spreadsheet would take for a
formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from html import escape

from dateline.dates import When, edtf
from dateline.render import words
from dateline.render.options import Options
from dateline.render.parts import Parts, ends
from dateline.values import Event, Timeline

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
    "EDTF", "Earliest", "Latest", "Status", "Confidence", "Quote", "Reason", "Event ID",
)  # fmt: skip
"""The header. Those up to Background are TimelineJS's, in its order."""

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula, in the wide forms of East Asian input, too."""


def render(timeline: Timeline, options: Options) -> bytes:
    """UTF-8 without a byte order mark, which TimelineJS would take for a part of "Year"."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for event in timeline.events + timeline.undated:
        writer.writerow({name: _harmless(value) for name, value in _row(event, timeline).items()})
    return out.getvalue().encode()


def _row(event: Event, timeline: Timeline) -> dict[str, str]:
    quote = event.best.quote
    return {
        **(_dates(event.when) if event.when else {}),
        "Display Date": words.day(event),
        "Headline": escape(words.title(event), quote=False),
        "Text": escape(words.sentence(event, timeline), quote=False),
        "Group": event.status,
        "Status": event.status,
        "Confidence": f"{event.confidence:.3f}",
        "Quote": words.line(quote.of(timeline.clean.text)) if quote else "",
        "Reason": words.reason(event),
        "Event ID": event.id,
    }


def _dates(when: When) -> dict[str, str]:
    first, last = ends(when)
    clock = when.clock if when.precision in {"hour", "minute"} else None
    time = f"{clock.hour:02}:{clock.minute or 0:02}" if clock and clock.hour is not None and clock.hour < 24 else ""
    return {
        **_columns("", first or last or ()),
        **(_columns("End ", last) if first and last and first != last else {}),
        "Time": time,
        "EDTF": edtf(when),
        "Earliest": when.earliest.isoformat() if when.earliest else "",
        "Latest": when.latest.isoformat() if when.latest else "",
    }


def _columns(before: str, parts: Parts) -> dict[str, str]:
    return {before + name: str(part) for name, part in zip(("Year", "Month", "Day"), parts, strict=False)}


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
