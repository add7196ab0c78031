"""From a timeline to bytes on the wire. One file a format, one row a format in ``RENDERERS``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.render import json
from dateline.render.options import Options, select
from dateline.values import Rendered, Timeline

__all__ = ["RENDERERS", "Options", "Renderer", "render"]


@dataclass(frozen=True, slots=True)
class Renderer:
    """One form of a timeline. ``write`` gets the events that were asked for, and no others."""

    media_type: str
    help: str
    write: Callable[[Timeline, Options], bytes]


RENDERERS: dict[str, Renderer] = {
    "json": Renderer("application/json", "The contract's own form, with all that is known.", json.render),
}
"""Name to renderer; the first is the default."""


def render(timeline: Timeline, format: str = "json", options: Options | None = None) -> Rendered:
    """The timeline in the named format. Raises ``KeyError`` where there is no such format."""
    renderer = RENDERERS[format]
    chosen = options or Options()
    return Rendered(renderer.write(select(timeline, chosen), chosen), renderer.media_type)
