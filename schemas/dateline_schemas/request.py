"""What a client sends."""

from __future__ import annotations

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validates_schema
from marshmallow.validate import Length, OneOf

from dateline_schemas.fields import (
    INCLUDES,
    LANGUAGES,
    OFFSET_UNITS,
    Published,
    Share,
    Timezone,
    not_blank,
    words,
)

BODIES = ("text", "html", "paragraphs")
NOT_BLANK = {"pattern": r"\S"}
ONE_BODY = [
    {"required": [name], "properties": {name: {"type": kind}}}
    for name, kind in zip(BODIES, ("string", "string", "array"), strict=True)
]
"""JSON Schema for what ``one_body`` checks."""


class TimelineRequest(Schema):
    """One article, and what is wanted of its timeline.

    Exactly one of ``text``, ``html`` and ``paragraphs``. A null is the same as leaving the field out. Loads to a dict
    of what was given, defaults left to the reader.
    """

    class Meta:
        unknown = RAISE

    text = words("The article as plain text.", schema=NOT_BLANK, allow_none=True, validate=not_blank)
    html = words(
        "The article as HTML: a fragment or a whole page.", schema=NOT_BLANK, allow_none=True, validate=not_blank
    )
    paragraphs = fields.List(
        fields.String(),
        allow_none=True,
        validate=Length(min=1, error="The article is empty."),
        metadata={
            "description": "The article as a list of paragraphs, which may hold inline HTML. Offsets index the "
            "paragraphs joined by a blank line.",
            "contains": NOT_BLANK,
        },
    )
    title = words("The headline.", allow_none=True)
    published = Published(
        allow_none=True,
        metadata={
            "description": "The publication date, an ISO 8601 date or date-time. Where absent, it is inferred from the "
            "article and the answer says from what.",
            "anyOf": [{"format": "date"}, {"format": "date-time"}, {"type": "null"}],
        },
    )
    timezone = Timezone(
        allow_none=True,
        metadata={
            "description": "IANA name: the zone of a `published` without offset, and of clock times.",
            "format": "iana-time-zone",
            "default": "UTC",
        },
    )
    url = words("Where the article stands: evidence for the publication date. Never fetched.", allow_none=True)
    language = fields.String(
        allow_none=True,
        validate=OneOf(LANGUAGES, error="Not a supported language. Supported: {choices}."),
        metadata={"description": "ISO 639-1 code.", "default": "en"},
    )
    id = words("Echoed in the answer.", allow_none=True)
    include = fields.List(
        words("", INCLUDES), allow_none=True, metadata={"description": "More to put into the answer.", "default": []}
    )
    min_confidence = Share("Leaves out events with a lower confidence. Default 0.", allow_none=True)
    offset_unit = words(
        "What offsets count: code points, or UTF-16 code units as JavaScript does. Default `codepoint`.",
        OFFSET_UNITS,
        allow_none=True,
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.error_messages["type"] = "Not a JSON object."
        self.error_messages["unknown"] = f"Unknown field. Known: {', '.join(self.fields)}."

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def one_body(self, data: dict[str, Any], original: Any, **_: Any) -> None:
        """Exactly one body, and not an empty one."""
        if not isinstance(original, dict):
            return
        given = [name for name in BODIES if original.get(name) is not None]
        if not given:
            raise ValidationError("Give exactly one of text, html and paragraphs.")
        if len(given) > 1:
            raise ValidationError({name: ["Give exactly one of text, html and paragraphs."] for name in given})
        paragraphs = data.get("paragraphs")
        if paragraphs and not any(paragraph.strip() for paragraph in paragraphs):
            raise ValidationError({"paragraphs": ["The article is empty."]})

    @post_load
    def without_nulls(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """What was given."""
        return {name: value for name, value in data.items() if value is not None}
