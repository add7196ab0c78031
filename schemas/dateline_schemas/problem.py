"""What a client is told when something is wrong (RFC 9457)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from marshmallow import Schema, fields

from dateline_schemas.fields import count, words


class ErrorItem(TypedDict):
    """One wrong field: a JSON pointer to it, and what is wrong."""

    pointer: str
    detail: str


class FieldError(Schema):
    """One wrong field."""

    pointer = words(
        "JSON pointer (RFC 6901) to the field; a query parameter as if it were a field; empty for the whole body.",
        required=True,
    )
    detail = words("What is wrong with it.", required=True)


class Problem(Schema):
    """Why there is no answer."""

    type = words("A URN for this kind of problem.", required=True)
    title = words("What this kind of problem is called.", required=True)
    status = count("The HTTP status.", required=True)
    detail = words("What went wrong this time.", required=True)
    instance = words("The path asked for, and after `#` the request id.", required=True)
    errors = fields.List(
        fields.Nested(FieldError), required=True, metadata={"description": "Every wrong field; often empty."}
    )


def errors_of(messages: Any, pointer: str = "") -> list[ErrorItem]:
    """marshmallow's nested messages as a flat list, in the order of the pointers.

    >>> errors_of({"include": {0: ["Unknown."]}})
    [{'pointer': '/include/0', 'detail': 'Unknown.'}]
    """
    return sorted(_flat(messages, pointer), key=lambda item: (item["pointer"], item["detail"]))


def _flat(messages: Any, pointer: str) -> Iterator[ErrorItem]:
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from _flat(inner, pointer if key == "_schema" else f"{pointer}/{_escaped(str(key))}")
    elif isinstance(messages, list | tuple):
        for inner in messages:
            yield from _flat(inner, pointer)
    else:
        yield ErrorItem(pointer=pointer, detail=str(messages))


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
