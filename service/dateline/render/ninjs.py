"""IPTC ninjs 3.1: a list of event items, each valid by itself (https://iptc.org/standards/ninjs/).

``expectedStartDate`` and ``expectedEndDate`` take a year, a month or a day, so that a coarse date stays coarse; a time
of day would need seconds that nobody said, and stands in the description of role ``date``.
"""

from __future__ import annotations

from typing import Any

from dateline.dates import When, edtf
from dateline.render import words
from dateline.render.json import encoded
from dateline.render.options import Options
from dateline.render.parts import ends, iso
from dateline.values import Event, Participant, Timeline

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}

_PEOPLE = {"PERSON"}
_ORGANISATIONS = {"ORG"}
_PLACES = {"GPE", "LOC", "FAC"}


def render(timeline: Timeline, options: Options) -> bytes:
    """The events in order of time; undated ones, when asked for, last and without dates."""
    return encoded([_item(event, timeline) for event in timeline.events + timeline.undated])


def _item(event: Event, timeline: Timeline) -> dict[str, Any]:
    day = timeline.publication.day
    return {
        "standard": STANDARD,
        "uri": f"urn:dateline:event:{event.id}",
        "type": "event",
        "language": timeline.article.language,
        **({"contentCreated": f"{day.isoformat()}T00:00:00Z"} if day else {}),
        "title": words.title(event),
        "descriptions": _descriptions(event, timeline),
        "edNote": _note(event),
        **({"eventDetails": {"dates": _dates(event.when)}} if event.when else {}),
        **_names("people", event.participants, _PEOPLE),
        **_names("organisations", event.participants, _ORGANISATIONS),
        **_names("places", event.participants + event.places, _PLACES),
    }


def _descriptions(event: Event, timeline: Timeline) -> list[dict[str, str]]:
    said = {"sentence": words.sentence(event, timeline), "date": words.day(event)}
    if event.when:
        said["edtf"] = edtf(event.when)
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in said.items() if value]


def _note(event: Event) -> str:
    reason = words.reason(event)
    return f"Status: {event.status}. Confidence: {event.confidence:.3f}." + (f" {reason}" if reason else "")


def _dates(when: When) -> dict[str, str]:
    first, last = ends(when)
    start = {"expectedStartDate": iso(first)} if first else {}
    return start | ({"expectedEndDate": iso(last)} if last else {})


def _names(field: str, participants: tuple[Participant, ...], labels: set[str]) -> dict[str, list[dict[str, str]]]:
    """Each name once, in the order of the text."""
    places = labels is _PLACES
    chosen = [one for one in participants if one.label in labels or (places and one.role == "place")]
    names = dict.fromkeys(words.line(one.text) for one in chosen)
    return {field: [{"name": name} for name in names]} if names else {}
