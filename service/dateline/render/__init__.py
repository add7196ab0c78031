"""From a timeline to bytes on the wire. One file a format, one row a format in ``RENDERERS``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from dateline.errors import ExtraError
from dateline.render import csv, json, jsonld, markdown, ninjs, timelinejs, timeml
from dateline.render.options import Options, select
from dateline.values import Rendered, Timeline

__all__ = ["RENDERERS", "Options", "Renderer", "available", "render"]


@dataclass(frozen=True, slots=True)
class Renderer:
    """One form of a timeline. ``write`` gets the events that were asked for, and no others; ``library`` is what it
    needs of the ``extra``, where it needs one."""

    media_type: str
    help: str
    write: Callable[[Timeline, Options], bytes]
    library: str | None = None
    extra: str | None = None

    @property
    def installed(self) -> bool:
        """Whether what it needs is there."""
        return self.library is None or find_spec(self.library) is not None


def _ics(timeline: Timeline, options: Options) -> bytes:
    from dateline.render import ics

    return ics.render(timeline, options)


RENDERERS: dict[str, Renderer] = {
    "json": Renderer("application/json", "The contract's own form, with all that is known.", json.render),
    "timelinejs": Renderer(
        "application/vnd.dateline.timelinejs+json", "TimelineJS3's JSON, to be drawn.", timelinejs.render
    ),
    "ics": Renderer("text/calendar", "iCalendar, all-day events.", _ics, "icalendar", "ical"),
    "jsonld": Renderer("application/ld+json", "A schema.org ItemList of Event.", jsonld.render),
    "csv": Renderer("text/csv", "TimelineJS's spreadsheet columns, and ours after them.", csv.render),
    "timeml": Renderer(
        "application/vnd.dateline.timeml+xml", "TimeML 1.2.1 over the clean text, as TempEval-3 has it.", timeml.render
    ),
    "markdown": Renderer("text/markdown", "A list for newsletters.", markdown.render),
    "ninjs": Renderer("application/vnd.dateline.ninjs+json", "IPTC ninjs 3.1, a list of event items.", ninjs.render),
}
"""Name to renderer; the first is the default. Media types are distinct, and none is one that a browser asks for."""


def available() -> dict[str, Renderer]:
    """The rows whose library is installed."""
    return {name: renderer for name, renderer in RENDERERS.items() if renderer.installed}


def render(timeline: Timeline, format: str = "json", options: Options | None = None) -> Rendered:
    """The timeline in the named format. Raises ``KeyError`` where there is no such format, and ``ExtraError`` where it
    needs a library that is not installed."""
    renderer = RENDERERS[format]
    if not renderer.installed:
        raise ExtraError(
            f"The format {format} needs the extra {renderer.extra}: pip install 'dateline[{renderer.extra}]'"
        )
    chosen = options or Options()
    return Rendered(renderer.write(select(timeline, chosen), chosen), renderer.media_type)
