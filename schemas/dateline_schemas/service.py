"""What the service says of itself."""

from __future__ import annotations

from marshmallow import Schema, fields

from dateline_schemas.fields import count, words
from dateline_schemas.timeline import Engine, many, nested


class Health(Schema):
    """How the process is."""

    status = words("How it is.", ("alive", "ready", "starting", "draining"), required=True)


class Version(Engine):
    """What is running."""


class Format(Schema):
    """A form in which a timeline can be had."""

    name = words("What to ask for with `?format=`.", required=True)
    media_type = words("What to ask for with `Accept`.", required=True)
    description = words("What it is.", required=True)


class InputFormat(Schema):
    """A format that an article can be sent in."""

    name = words("What to say with `?input=`.", required=True)
    media_types = fields.List(fields.String(), required=True, metadata={"description": "Its media types."})
    description = words("What it is.", required=True)


class Limits(Schema):
    """What a request may cost."""

    body_bytes = count("Largest body, counted unpacked.", required=True)
    characters = count("Longest text of an article, cleaned, in code points.", required=True)
    seconds = fields.Float(required=True, metadata={"description": "Time budget of a request."})
    queue = count("Requests that may wait for a worker's one slot.", required=True)
    batch_bytes = count(
        "Largest body of a batch, counted unpacked; each article in it has `body_bytes`.", required=True
    )
    batch_items = count("Articles in a batch.", required=True)


class Capabilities(Schema):
    """What this service can do."""

    engine = nested(Engine, "What makes the answers.")
    languages = fields.List(fields.String(), required=True, metadata={"description": "ISO 639-1 codes."})
    inputs = fields.List(fields.String(), required=True, metadata={"description": "Media types of requests."})
    input_formats = many(InputFormat, "Formats of requests, our own first.")
    formats = many(Format, "Forms of answers, the default first.")
    include = fields.List(fields.String(), required=True, metadata={"description": "What `include` may name."})
    offset_units = fields.List(fields.String(), required=True, metadata={"description": "What offsets may count."})
    limits = nested(Limits, "What a request may cost.")
