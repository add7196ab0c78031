"""What a client gets: an article's timeline."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from dateline_schemas.fields import (
    ANCHORS,
    BASES,
    CLASSES,
    KINDS,
    PRECISIONS,
    STATUSES,
    TIMEX_TYPES,
    Share,
    count,
    day,
    flag,
    offset,
    words,
)


def nested(schema: type[Schema], says: str, *, null: bool = False) -> fields.Nested:
    """One object, always there; ``null`` where it may be unknown."""
    return fields.Nested(schema, required=True, allow_none=null, metadata={"description": says})


def many(schema: type[Schema], says: str, *, required: bool = True) -> fields.List[Any]:
    """A list of objects."""
    return fields.List(fields.Nested(schema), required=required, metadata={"description": says})


class Quote(Schema):
    """Words of the article and where they stand."""

    text = words("The words, without markup.", required=True)
    start = offset("First character", required=True)
    end = offset("One past the last character", required=True)


class Evidence(Schema):
    """The words that show the publication date. A stamp of the payload stands outside the body: it has a pointer and
    no offsets."""

    quote = words("The words.", required=True)
    start = offset("First character", required=True, allow_none=True)
    end = offset("One past the last character", required=True, allow_none=True)
    pointer = words("JSON pointer of the stamp in the payload; in XML its path.", required=True, allow_none=True)


class Published(Schema):
    """The publication date and where it was found."""

    value = day("The day.", required=True)
    precision = words("How exact it is.", PRECISIONS, required=True)
    source = words("Where it was found: `given`, or the kind of evidence in the article.", required=True)
    confidence = Share("The probability that it is right.", required=True)
    evidence = nested(Evidence, "The words that show it; null where it was given.", null=True)


class Article(Schema):
    """The article, as it was understood."""

    title = words("The headline, as sent.", required=True, allow_none=True)
    language = words("ISO 639-1 code.", required=True)
    characters = count("Length of the string as sent, in code points.", required=True)
    input = words("The format that it was read from; null for our own.", required=True, allow_none=True)
    body = words(
        "JSON pointer of the string that offsets index; null where the body of the request is that string, and for our "
        "own format.",
        required=True,
        allow_none=True,
    )
    published = nested(Published, "The publication date; null where nothing tells.", null=True)
    text = words("The cleaned text (`include=text`).")


class When(Schema):
    """A time, as exact as the text and no more."""

    edtf = words("EDTF (ISO 8601-2).", required=True)
    earliest = day("The first day it can mean; null at an open start.", required=True, allow_none=True)
    latest = day("The last day it can mean; null at an open end.", required=True, allow_none=True)
    precision = words("How exact it is.", PRECISIONS, required=True)
    approximate = flag("Whether the text says about, or the like.", required=True)
    display = words("The time in words.", required=True)
    time = words("The time of day: `08:30`, `08:30Z`, or a part of the day.", required=True, allow_none=True)


class Anchor(Schema):
    """What a time was counted from."""

    kind = words("The publication date, another date in the text, or another event.", ANCHORS, required=True)
    value = words("Its date.", required=True)


class Basis(Schema):
    """Why an event bears its date."""

    kind = words("How the date was found.", BASES, required=True)
    quote = words("The words that give the time; null when implicit.", required=True, allow_none=True)
    start = offset("First character of the quote", required=True, allow_none=True)
    end = offset("One past the last character of the quote", required=True, allow_none=True)
    rule = words("The rule that read the words.", required=True, allow_none=True)
    anchor = nested(Anchor, "What the time was counted from, if from anything.", null=True)
    explanation = words("The reason, in one sentence.", required=True)


class Participant(Schema):
    """Who or what took part, or where."""

    text = words("The words.", required=True)
    role = words("`agent`, `patient`, `recipient` or `place`.", required=True)
    label = words("Type of the named entity, if it is one.", required=True, allow_none=True)
    start = offset("First character", required=True)
    end = offset("One past the last character", required=True)


class EventMention(Schema):
    """One place in the text where the event is named."""

    trigger = nested(Quote, "The word that names the event.")
    sentence = nested(Quote, "The sentence that the word stands in.")


class Event(Schema):
    """One happening, however often it is mentioned."""

    id = words("Stable: the same article gives the same ids.", required=True)
    title = words("Who did what, in the article's words.", required=True)
    when = nested(When, "When it happened; null for undated events (`include=undated`).", null=True)
    basis = nested(Basis, "Why it bears this date; null for undated events.", null=True)
    status = words("Whether it happened.", STATUSES, required=True)
    kind = words("What sort of event it is.", KINDS, required=True)
    participants = many(Participant, "Who and what took part.")
    places = many(Participant, "Where.")
    mentions = many(EventMention, "Where the text names it, in order.")
    salience = Share("How much the article is about it.", required=True)
    confidence = Share("The probability that the date is right for this event.", required=True)


class Warn(Schema):
    """Something the reader should know."""

    code = words("Stable name.", required=True)
    detail = words("One sentence.", required=True)


class Engine(Schema):
    """What made the answer."""

    name = words("The engine.", required=True)
    version = words("Its version.", required=True)
    model = words("The language pipeline.", required=True)
    model_version = words("Its version.", required=True)


class Expression(Schema):
    """A time expression, as TIMEX3."""

    id = words("`t1`, `t2`, … in order.", required=True)
    text = words("The words.", required=True)
    start = offset("First character", required=True)
    end = offset("One past the last character", required=True)
    type = words("TIMEX3 type.", TIMEX_TYPES, required=True)
    value = words("TIMEX3 value.", required=True)
    mod = words("TIMEX3 modifier.", required=True, allow_none=True)
    edtf = words("EDTF; null where it names no stretch of the calendar.", required=True, allow_none=True)
    earliest = day("The first day it can mean.", required=True, allow_none=True)
    latest = day("The last day it can mean.", required=True, allow_none=True)
    rule = words("The rule that read the words.", required=True)


class Mention(Schema):
    """A word that names an event, as TimeML."""

    id = words("`e1`, `e2`, … in order.", required=True)
    trigger = nested(Quote, "The word.")
    class_ = words("TimeML class.", CLASSES, required=True, data_key="class", attribute="class")
    tense = words("TimeML tense.", required=True)
    aspect = words("TimeML aspect.", required=True)
    polarity = words("TimeML polarity.", ("POS", "NEG"), required=True)
    modality = words("The modal word, if any.", required=True, allow_none=True)
    when = nested(When, "Its time, or null.", null=True)
    event = words("Id of the event in this answer that it belongs to, or null.", required=True, allow_none=True)


class Timeline(Schema):
    """The dated events of one article."""

    id = words("The id that came with the request.", required=True, allow_none=True)
    article = nested(Article, "The article, as it was understood.")
    events = many(Event, "In order of time; undated events, when asked for, last.")
    expressions = many(Expression, "Every time expression (`include=expressions`).", required=False)
    mentions = many(Mention, "Every event mention (`include=mentions`).", required=False)
    warnings = many(Warn, "What the reader should know.")
    engine = nested(Engine, "What made the answer.")

    def one(self, timeline: dict[str, Any]) -> dict[str, Any]:
        """One timeline, dumped: the fields of the contract in its order, and no others."""
        answer: dict[str, Any] = self.dump(timeline, many=False)
        return answer
