"""TimeML 1.2.1, in the form of TempEval-3: ``DOCID``, ``DCT``, ``TEXT``, then instances and links.

The content of ``TEXT`` is the clean text, code point for code point; what XML 1.0 cannot hold is U+FFFD. Ids number as
``expressions`` and ``mentions`` do: expression ``t3``, event ``e7`` and its instance ``ei7``. Elements do not nest in
TimeML, so that of two that overlap the time expression stays, else the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from dateline.dates import Period, When
from dateline.dates.period import Unit
from dateline.render.options import Options
from dateline.values import Anchored, Grounded, Mention, Publication, Span, Timeline

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_POS = {"VERB": "VERB", "NOUN": "NOUN", "ADJ": "ADJECTIVE"}
_STATES = {"STATE", "I_STATE"}
_UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class _Times:
    """The time expressions that are written, by their span, what each means, and the publication."""

    names: dict[Span, str]
    meant: dict[Span, When | None]
    publication: Publication

    def of(self, anchored: Anchored) -> tuple[str, When] | None:
        """The expression that a mention has its time from, by name, and what it means; else the publication. That two
        happenings lie two days apart is no time that either lies in."""
        grounded, day = anchored.grounded, self.publication.day
        if grounded is None or (grounded.timex.span in self.names and self.meant[grounded.timex.span] is None):
            return ("t0", When.of(Period(Unit.DAY, day))) if day else None
        name, when = self.names.get(grounded.timex.span), self.meant.get(grounded.timex.span)
        return (name, when) if name and when else None


def render(timeline: Timeline, options: Options) -> bytes:
    """The whole text with every time expression and every event mention, whatever events were asked for."""
    expressions = _distinct(timeline.expressions)
    names = {span: name for span, (name, _) in expressions.items()}
    spans = _apart([*names, *(one.mention.span for one in timeline.mentions)])
    meant = {
        span: None if one.is_from_event and one.timex.type == "DURATION" else one.when
        for span, (_, one) in expressions.items()
    }
    times = _Times({span: name for span, name in names.items() if span in spans}, meant, timeline.publication)
    events = {span: of for span, of in _by_span(timeline.mentions).items() if span in spans and span not in names}
    marked = {
        **{span: _event(of) for span, of in events.items()},
        **{span: _timex(one, times) for span, (_, one) in expressions.items() if span in spans},
    }
    instances = [(number, one, of[0][0]) for of in events.values() for number, one in of]
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n',
        f"<DOCID>{_text(timeline.article.id or 'article')}</DOCID>\n",
        f"<DCT>{_created(timeline.publication)}</DCT>\n",
        *([f"<TITLE>{_text(timeline.article.title)}</TITLE>\n"] if timeline.article.title else []),
        f"<TEXT>{''.join(_body(timeline.clean.text, marked))}</TEXT>\n",
        *(_instance(number, one.mention, event) for number, one, event in instances),
        *(_link(number, one, times) for number, one, _ in instances),
        "</TimeML>\n",
    ]
    return "".join(parts).encode()


def _distinct(expressions: Iterable[Grounded]) -> dict[Span, tuple[str, Grounded]]:
    """The expressions and their names; where two stand on the same words, the first."""
    found: dict[Span, tuple[str, Grounded]] = {}
    for number, one in enumerate(expressions, 1):
        found.setdefault(one.timex.span, (f"t{number}", one))
    return found


def _by_span(mentions: Iterable[Anchored]) -> dict[Span, list[tuple[int, Anchored]]]:
    """The instances of each event: a word that names several happenings has several."""
    found: dict[Span, list[tuple[int, Anchored]]] = {}
    for number, one in enumerate(mentions, 1):
        found.setdefault(one.mention.span, []).append((number, one))
    return found


def _apart(spans: list[Span]) -> set[Span]:
    """Those of the spans, best first, that overlap none before them."""
    kept: set[Span] = set()
    taken: set[int] = set()
    for span in spans:
        places = range(span.start, span.end)
        if places and taken.isdisjoint(places):
            kept.add(span)
            taken.update(places)
    return kept


def _body(text: str, marked: dict[Span, tuple[str, str]]) -> Iterator[str]:
    last = 0
    for span, (start, end) in sorted(marked.items()):
        yield _text(text[last : span.start])
        yield start + _text(span.of(text)) + end
        last = span.end
    yield _text(text[last:])


def _created(publication: Publication) -> str:
    day = publication.day.isoformat() if publication.day else _UNKNOWN_DAY
    attributes = {"tid": "t0", "type": "DATE", "value": day, "temporalFunction": "false"}
    return f"<TIMEX3{_attributes(attributes | {'functionInDocument': 'CREATION_TIME'})}>{day}</TIMEX3>"


def _timex(grounded: Grounded, times: _Times) -> tuple[str, str]:
    timex, anchor = grounded.timex, grounded.anchor
    base = None
    if anchor is not None:
        base = "t0" if anchor.kind == "publication" else times.names.get(anchor.span) if anchor.span else None
    attributes = {
        "tid": times.names[timex.span],
        "type": timex.type,
        "value": grounded.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "temporalFunction": "true" if anchor else "false",
        "functionInDocument": "NONE",
        "anchorTimeID": base,
    }
    return f"<TIMEX3{_attributes(attributes)}>", "</TIMEX3>"


def _event(instances: list[tuple[int, Anchored]]) -> tuple[str, str]:
    number, first = instances[0]
    return f"<EVENT{_attributes({'eid': f'e{number}', 'class': first.mention.kind})}>", "</EVENT>"


def _instance(number: int, mention: Mention, event: int) -> str:
    attributes = {
        "eiid": f"ei{number}",
        "eventID": f"e{event}",
        "pos": _POS[mention.pos],
        "tense": mention.tense,
        "aspect": mention.aspect,
        "polarity": mention.polarity,
        "modality": mention.modality,
    }
    return f"<MAKEINSTANCE{_attributes(attributes)}/>\n"


def _link(number: int, anchored: Anchored, times: _Times) -> str:
    """How the event lies to the time that dates it; empty where nothing can be said."""
    target = times.of(anchored)
    if target is None or anchored.when is None:
        return ""
    relation = _relation(anchored.when, target[1], anchored.mention.kind in _STATES)
    if relation is None:
        return ""
    attributes = {
        "lid": f"l{number}",
        "relType": relation,
        "eventInstanceID": f"ei{number}",
        "relatedToTime": target[0],
    }
    return f"<TLINK{_attributes(attributes)}/>\n"


def _relation(when: When, time: When, state: bool) -> str | None:
    """TimeML's name for how an event's time lies to a time expression's."""
    if when == time or (when.single and when.within(time)):
        return "IS_INCLUDED"
    if when.start is None and when.end == time.end:
        return "ENDED_BY" if state else "BEFORE"
    if when.end is None and when.start == time.start:
        return "BEGUN_BY" if state else "AFTER"
    if not when.overlaps(time):
        return "BEFORE" if _first(when) < _first(time) else "AFTER"
    if when.within(time):
        return "IS_INCLUDED"
    return "INCLUDES" if time.within(when) else None


def _first(when: When) -> int:
    return when.earliest.toordinal() if when.earliest else 0


def _attributes(values: Mapping[str, str | None]) -> str:
    return "".join(f' {name}="{_text(value, quoted=True)}"' for name, value in values.items() if value is not None)


def _text(text: str, quoted: bool = False) -> str:
    """Character data. A carriage return is written as a reference, since readers make a line feed of a plain one; in an
    attribute so are quotes, line feeds and tabs."""
    more = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"} if quoted else {}
    return escape(_ILLEGAL.sub("\ufffd", text), {"\r": "&#13;", **more})
