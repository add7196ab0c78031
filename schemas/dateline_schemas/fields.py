"""Fields that several schemas share, and the words that the contract allows in them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from marshmallow import ValidationError, fields
from marshmallow.validate import OneOf, Range

LANGUAGES = ("en",)
INCLUDES = ("text", "expressions", "mentions", "undated")
OFFSET_UNITS = ("codepoint", "utf16")
PRECISIONS = (
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "day", "hour", "minute", "interval",
)  # fmt: skip
BASES = ("explicit", "relative", "narrative", "event", "implicit")
ANCHORS = ("publication", "timex", "event")
STATUSES = ("occurred", "ongoing", "planned", "alleged", "conditional", "negated")
KINDS = ("occurrence", "statement", "state")
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
_NO_DATE = "Not an ISO 8601 date or date-time, such as 2022-09-15 or 2022-09-15T08:30:00Z."
CLASSES = ("OCCURRENCE", "STATE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE")


def words(
    says: str, choices: Iterable[str] = (), *, schema: dict[str, Any] | None = None, **options: Any
) -> fields.String:
    """A string, one of ``choices`` where there are any, described by ``says``; ``schema`` adds to its JSON Schema."""
    known = tuple(choices)
    if known:
        options["validate"] = OneOf(known, error="Not one of the known values: {choices}.")
    return fields.String(metadata={"description": says, **(schema or {})}, **options)


def day(says: str, **options: Any) -> fields.String:
    """A calendar day as ISO 8601."""
    return fields.String(metadata={"description": says, "format": "date"}, **options)


def flag(says: str, **options: Any) -> fields.Boolean:
    """True or false."""
    return fields.Boolean(metadata={"description": says}, **options)


def count(says: str, **options: Any) -> fields.Integer:
    """A whole number, not negative."""
    return fields.Integer(strict=True, validate=Range(min=0), metadata={"description": says}, **options)


def offset(says: str, **options: Any) -> fields.Integer:
    """A position in the string as sent."""
    return count(f"{says}, an offset into the string as sent", **options)


class Share(fields.Float):
    """A number from 0 to 1. Numbers only: the string ``"0.5"`` is refused."""

    def __init__(self, says: str, **options: Any) -> None:
        super().__init__(validate=Range(0, 1), metadata={"description": says}, **options)

    def _validated(self, value: Any) -> float:
        if isinstance(value, str) or (isinstance(value, float) and math.isnan(value)):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class Published(fields.String):
    """An ISO 8601 date or date-time, kept as the string it is."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            datetime.fromisoformat(text)
        except ValueError as error:
            raise ValidationError(_NO_DATE) from error
        return text


class Timezone(fields.String):
    """A name of the IANA time zone database."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        name: str = super()._deserialize(value, attr, data, **kwargs)
        if name not in _zones():
            raise ValidationError("Not an IANA time zone name, such as Europe/Oslo.")
        return name


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def not_blank(value: str) -> None:
    """Refuses a text of nothing but white space."""
    if not value.strip():
        raise ValidationError("The article is empty.")
