"""Every value that passes between the stages of the line, in the order in which they appear.

All are frozen. A span is half-open and counts code points; spans are of the clean text unless the name says ``sent``.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from dateline.dates import Period, When
from dateline.dates.say import Say
from dateline.errors import ArticleError


class Span(NamedTuple):
    """A stretch of a text: ``start`` inclusive, ``end`` exclusive, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


# --- sent ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """What the caller sends: a body in exactly one of three forms, and what is known about it.

    Paragraphs may hold inline HTML. ``published`` is an ISO 8601 date or date-time, as a string or as Python's own;
    ``timezone`` (IANA name) is that of a ``published`` without offset and of clock times; one with an offset counts as
    the day that it was in ``timezone``. ``url`` is never fetched. ``payload`` is what it was taken out of, where
    ``dateline.inputs`` read it from another format.

    Raises ``ArticleError``, naming the field, where a value cannot be used.
    """

    text: str | None = None
    html: str | None = None
    paragraphs: tuple[str, ...] | None = None
    title: str | None = None
    published: date | datetime | str | None = None
    timezone: str = "UTC"
    url: str | None = None
    language: str = "en"
    id: str | None = None
    payload: Payload | None = None

    def __post_init__(self) -> None:
        bodies = [name for name in ("text", "html", "paragraphs") if getattr(self, name) is not None]
        if len(bodies) != 1:
            raise ArticleError("text", "Give exactly one of text, html and paragraphs.")
        if isinstance(self.paragraphs, str):
            raise ArticleError("paragraphs", "Not a list of strings.")
        if self.paragraphs is not None:
            object.__setattr__(self, "paragraphs", tuple(self.paragraphs))
        if not self.sent.strip():
            raise ArticleError(bodies[0], "The article is empty.")

    @property
    def sent(self) -> str:
        """The string that offsets in the answer index: the body, paragraphs joined by a blank line."""
        if self.paragraphs is not None:
            return "\n\n".join(self.paragraphs)
        return self.text if self.text is not None else self.html or ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that stands in the payload around the body: ``at`` is its JSON pointer, ``value`` what stands there.

    ``side`` is 0 where it is the day of publication, -1 where publication is that day or later (when the item was
    first made), 1 where it is that day or earlier (when it was changed).
    """

    at: str
    value: str
    side: int = 0
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class Payload:
    """What an article came in: the name of the format, where the body stood in it (a JSON pointer; None where the
    body is all that was sent), its stamps, and the stretches of the body that are not the article."""

    format: str
    body: str | None = None
    stamps: tuple[Stamp, ...] = ()
    aside: tuple[Dropped, ...] = ()
    warnings: tuple[Warn, ...] = ()


# --- cleaned ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """An address in the article's markup, evidence for the publication date; ``sent`` is where it stands."""

    url: str
    sent: Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """Packaging that is not part of the article: ``kind`` is copyright, promotion, credit, navigation, stamp
    (a line that says when it was published) or markup."""

    kind: str
    text: str
    sent: Span


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each code point of the clean text comes from in the text as sent.

    ``starts[i]`` and ``ends[i]`` bound what clean code point ``i`` was made from; both None where nothing moved.
    """

    starts: array[int] | None = None
    ends: array[int] | None = None

    def source(self, span: Span) -> Span:
        """The span of the text as sent that a non-empty clean span was made from."""
        if self.starts is None or self.ends is None:
            return span
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, slots=True)
class CleanText:
    """The article's own words as plain text, paragraphs separated by blank lines, and the way back to what was sent.

    ``starts`` are places inside paragraphs where a sentence certainly begins: behind a dateline.
    """

    text: str
    paragraphs: tuple[Span, ...]
    offsets: Offsets
    links: tuple[Link, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[Warn, ...] = ()
    starts: tuple[int, ...] = ()

    def source(self, span: Span) -> Span:
        """The span of the text as sent."""
        return self.offsets.source(span)


@dataclass(frozen=True, slots=True)
class Warn:
    """Something the caller should know: a stable code and one sentence."""

    code: str
    detail: str


# --- parsed -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parse:
    """The parser's reading as plain values, so that nothing after it touches spaCy.

    One entry a token, white space left out: code point offsets, words, lemmas, Penn ``tags``, universal ``pos``,
    ``deps`` (labels of the pipeline), ``heads`` (token indices; a root is its own head), ``entities`` (label of the
    entity a token lies in, or ""), ``children`` in order, ``sentence_of`` (index into ``sentences``, ranges of tokens).
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    entities: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    sentence_of: tuple[int, ...]
    sentences: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The span of the text from token ``first`` to token ``last``, both inclusive."""
        return Span(self.starts[first], self.ends[last])

    def tokens(self, span: Span) -> range:
        """The indices of the tokens that overlap a span of the text."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def subtree(self, token: int) -> list[int]:
        """A token and all that hangs on it, in order."""
        found, stack = [], [token]
        while stack:
            found.append(top := stack.pop())
            stack.extend(self.children[top])
        return sorted(found)


# --- recognised ---------------------------------------------------------------------------------------------------

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and what its words say; needs no clock.

    ``tense`` is that of the verb that governs it (past, present, future) where the parse shows one: a hint for
    grounding. ``mod``, ``quant`` and ``freq`` are TIMEX3 attributes. ``steps`` is the derivation, innermost first:
    for each rule that took part its name, its words and what they say.
    """

    span: Span
    type: TimexType
    says: Say
    rule: str
    tense: Literal["past", "present", "future"] | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    steps: tuple[tuple[str, str, str], ...] = ()


# --- publication --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication and where it was found.

    ``day`` is None where nothing tells; ``bound`` may then still say the year (a copyright line). ``source`` is one of
    given, payload, markup, printed, dateline, url, link, copyright (a bound only); ``evidence`` is the span of the text
    **as sent**, and ``quote`` its words; ``pointer`` is the JSON pointer of a stamp of the payload.
    """

    day: date | None
    source: str | None = None
    confidence: float = 0.0
    quote: str | None = None
    evidence: Span | None = None
    bound: Period | None = None
    warnings: tuple[Warn, ...] = ()
    pointer: str | None = None


# --- grounded -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time was counted from: ``publication``, ``timex`` (another date in the text), ``event``; its value
    (a day or an EDTF string) and, for a date or event in the text, its span."""

    kind: Literal["publication", "timex", "event"]
    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Grounded:
    """A time expression and what it means. ``when`` is None where it names no stretch of the calendar (durations
    without an end, sets, vague references) or where nothing tells which; ``value`` is the TIMEX3 value."""

    timex: Timex
    value: str
    when: When | None
    because: str
    anchor: Anchor | None = None
    warnings: tuple[Warn, ...] = ()

    @property
    def is_from_event(self) -> bool:
        """Whether it was counted from an event."""
        return self.anchor is not None and self.anchor.kind == "event"


# --- events -------------------------------------------------------------------------------------------------------

EventClass = Literal["OCCURRENCE", "STATE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE"]
Status = Literal["occurred", "ongoing", "planned", "alleged", "conditional", "negated"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part: ``role`` is agent, patient, recipient or place; ``label`` the entity type or None."""

    text: str
    role: str
    label: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that names an event, and what the sentence says of it; no date in it.

    ``token`` is its index in the parse. ``tense``, ``aspect``, ``polarity`` and ``modality`` are
    TimeML's (PAST PRESENT FUTURE INFINITIVE PRESPART PASTPART NONE; PROGRESSIVE PERFECTIVE PERFECTIVE_PROGRESSIVE NONE;
    POS NEG; the modal word or None). ``family`` is what "invaded" and "invasion" have in common; ``key`` says whether
    the word alone could stand on a timeline; ``part_of`` is the token of the event whose clause it completes
    ("agreed to **pay**", "**talks** were held"), if there is one.
    """

    span: Span
    token: int
    sentence: Span
    lemma: str
    pos: Literal["VERB", "NOUN", "ADJ"]
    kind: EventClass
    tense: str
    aspect: str
    polarity: Literal["POS", "NEG"]
    modality: str | None
    status: Status
    title: str
    family: str
    participants: tuple[Participant, ...] = ()
    key: bool = True
    part_of: int | None = None


OWN_WAYS = frozenset({"direct", "argument", "clause"})
"""Ways by which a mention has a time of its own; by the others the time is only what stands near it."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A mention and its time, with the reason the two belong together.

    ``basis`` is the contract's: explicit, relative, narrative, event or implicit. ``quote`` is the expression's span,
    None when implicit. ``when`` may differ from the expression's own time ("since 2020" opens it). ``confidence`` is
    the probability that this is the mention's time; ``way`` is how it was reached (see ``anchor.options``); ``worth``
    is the probability that an editor would list it, time and all.
    """

    mention: Mention
    when: When | None
    basis: Literal["explicit", "relative", "narrative", "event", "implicit"] | None = None
    grounded: Grounded | None = None
    anchor: Anchor | None = None
    because: str = ""
    confidence: float = 0.0
    way: str = ""
    worth: float = 0.0

    @property
    def quote(self) -> Span | None:
        """The span of the words that give the time."""
        return self.grounded.timex.span if self.grounded is not None else None


# --- timeline -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, however often it is mentioned. ``best`` is the mention whose date it bears."""

    id: str
    title: str
    best: Anchored
    mentions: tuple[Anchored, ...]
    status: Status
    kind: Literal["occurrence", "statement", "state"]
    participants: tuple[Participant, ...]
    places: tuple[Participant, ...]
    salience: float
    confidence: float

    @property
    def when(self) -> When | None:
        """The event's time."""
        return self.best.when


@dataclass(frozen=True, slots=True)
class Engine:
    """What made the answer."""

    name: str
    version: str
    model: str
    model_version: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The answer: events in order of time, and all that was read on the way to them."""

    article: Article
    clean: CleanText
    publication: Publication
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    expressions: tuple[Grounded, ...]
    mentions: tuple[Anchored, ...]
    warnings: tuple[Warn, ...]
    engine: Engine


@dataclass(frozen=True, slots=True)
class Rendered:
    """Bytes on the wire."""

    body: bytes
    media_type: str
