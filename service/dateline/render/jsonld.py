"""JSON-LD: a schema.org ``ItemList`` of ``Event``, for pages and search engines.

``startDate`` and ``endDate`` are ISO 8601, reduced to what is known, and ``endDate`` is inclusive. EDTF, which
schema.org has no property for, stands in ``additionalProperty``.
"""

from __future__ import annotations

from typing import Any

from dateline.dates import When, edtf
from dateline.render import words
from dateline.render.json import encoded
from dateline.render.options import Options
from dateline.render.parts import ends, iso
from dateline.values import Event, Participant, Timeline

EDTF = "http://id.loc.gov/datatypes/edtf"

_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place"}


def render(timeline: Timeline, options: Options) -> bytes:
    """The events in order of time; undated ones, when asked for, last and without dates."""
    events = timeline.events + timeline.undated
    return encoded(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "name": words.line(timeline.article.title or "") or "Timeline",
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
            "numberOfItems": len(events),
            "itemListElement": [_event(event, timeline) for event in events],
        }
    )


def _event(event: Event, timeline: Timeline) -> dict[str, Any]:
    return {
        "@type": "Event",
        "@id": f"urn:dateline:event:{event.id}",
        "identifier": event.id,
        "name": words.title(event),
        "description": words.sentence(event, timeline),
        **(_dates(event.when) if event.when else {}),
        **_some("location", [_named("Place", place) for place in event.places]),
        **_some("about", [_named(_TYPES.get(one.label or "", "Thing"), one) for one in event.participants]),
        "subjectOf": _article(timeline),
        "additionalProperty": _properties(event),
    }


def _dates(when: When) -> dict[str, str]:
    first, last = ends(when)
    time = _time(when)
    start = {"startDate": iso(first) + time} if first else {}
    return start | ({"endDate": iso(last)} if last and last != first else {})


def _time(when: When) -> str:
    """The time of day where its minute is known: a date-time has no coarser form there."""
    clock = when.clock
    if when.precision != "minute" or clock is None or clock.hour is None or clock.hour > 23:
        return ""
    zone = clock.zone or ""
    return f"T{clock.hour:02}:{clock.minute:02}{zone}" + (":00" if len(zone) == 3 else "")


def _named(type: str, participant: Participant) -> dict[str, str]:
    return {"@type": type, "name": words.line(participant.text)}


def _some(name: str, values: list[Any]) -> dict[str, list[Any]]:
    return {name: values} if values else {}


def _article(timeline: Timeline) -> dict[str, Any]:
    article, day, url = timeline.article, timeline.publication.day, words.address(timeline)
    return {
        "@type": "NewsArticle",
        **({"headline": words.line(article.title)} if article.title else {}),
        **({"url": url} if url else {}),
        **({"datePublished": day.isoformat()} if day else {}),
        "inLanguage": article.language,
    }


def _properties(event: Event) -> list[dict[str, Any]]:
    date = [{**_property("edtf", edtf(event.when)), "propertyID": EDTF}] if event.when else []
    return [
        *date,
        *([_property("displayDate", words.day(event))] if event.when else []),
        _property("status", event.status),
        _property("confidence", round(float(event.confidence), 3)),
    ]


def _property(name: str, value: Any) -> dict[str, Any]:
    return {"@type": "PropertyValue", "name": name, "value": value}
