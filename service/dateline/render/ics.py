"""iCalendar (RFC 5545), written by the icalendar library: the extra ``ical``.

Calendars know no coarse dates: an event lasts all days that it may mean, is TENTATIVE unless it has happened on one
known day, and bears its EDTF in ``X-EDTF``. An interval open at an end stands on the period of the end that is known.
The engine reads no clock: ``DTSTAMP`` is the day of publication, or 1 January 1970 where that is not known.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar

from dateline.dates import When, edtf
from dateline.dates.period import LAST_DAY
from dateline.render import words
from dateline.render.options import Options
from dateline.render.parts import known
from dateline.values import Event, Timeline, Warn
from dateline.version import __version__

WARNING = "X-DATELINE-WARNING"
"""The calendar's own property for what the reader should know; one each."""


def render(timeline: Timeline, options: Options) -> bytes:
    """The calendar. What cannot be written, undated events and those at the calendar's end, is left out and said."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Dateline//dateline {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words.line(timeline.article.title or "") or "Timeline")
    spans = {event.id: _days(event.when) for event in timeline.events + timeline.undated}
    for warning in [*timeline.warnings, *(_skipped(name) for name, days in spans.items() if days is None)]:
        calendar.add(WARNING, icalendar.vText(f"{warning.code}: {words.line(warning.detail)}"))
    for event in timeline.events:
        if event.when and (days := spans[event.id]):
            calendar.add_component(_event(event, event.when, days, timeline))
    if not calendar.subcomponents:
        calendar.add_component(_utc())
    raw: bytes = calendar.to_ical()
    return raw


def _days(when: When | None) -> tuple[date, date] | None:
    """The first day, and the day after the last: ``DTEND`` is exclusive. None where they cannot be written."""
    if when is None:
        return None
    first, last = when.earliest or known(when).first, when.latest or known(when).last
    return (first, last + timedelta(days=1)) if last < LAST_DAY else None


def _skipped(event: str) -> Warn:
    return Warn("not-written", f"The event {event} has no date that a calendar can hold")


def _event(event: Event, when: When, days: tuple[date, date], timeline: Timeline) -> icalendar.Component:
    made = icalendar.Event()
    made.add("uid", f"{event.id}@dateline")
    made.add("dtstamp", _stamp(timeline.publication.day))
    made.add("dtstart", days[0])
    if when.end is not None or days[1] - days[0] > timedelta(days=1):
        made.add("dtend", days[1])
    made.add("summary", words.title(event))
    made.add("description", _description(event, timeline))
    made.add("status", "CONFIRMED" if _certain(event, when) else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    made.add("categories", [event.status, event.kind])
    made.add("x-edtf", icalendar.vText(edtf(when)))
    if event.places:
        made.add("location", ", ".join(words.line(place.text) for place in event.places))
    if url := words.address(timeline):
        made.add("url", url)
    return made


def _certain(event: Event, when: When) -> bool:
    to_the_day = when.earliest == when.latest and not when.approximate
    return to_the_day and event.status in {"occurred", "ongoing"}


def _stamp(day: date | None) -> datetime:
    at = day or date(1970, 1, 1)
    return datetime(at.year, at.month, at.day, tzinfo=UTC)


def _description(event: Event, timeline: Timeline) -> str:
    said = [words.day(event), f"“{words.sentence(event, timeline)}”", words.remark(event)]
    return "\n".join(part for part in said if part)


def _utc() -> icalendar.Component:
    """A time zone: a calendar must hold at least one component, and this one says nothing."""
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone = icalendar.Timezone()
    zone.add("tzid", "Etc/UTC")
    zone.add_component(standard)
    return zone
