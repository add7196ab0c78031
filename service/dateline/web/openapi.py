"""The contract as OpenAPI 3.1: schemas by apispec, paths by hand, both from the tables that the code uses."""

from __future__ import annotations

from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

import dateline_schemas as schemas
from dateline.inputs import INPUTS as FORMATS
from dateline.inputs import OWN
from dateline.render import RENDERERS
from dateline.render.json import encoded
from dateline.version import __version__
from dateline.web.batch import JSON, NDJSON
from dateline.web.body import ENCODINGS
from dateline.web.inputs import INPUTS, QUERY
from dateline.web.problems import MEDIA_TYPE, PROBLEMS
from dateline_schemas import examples
from dateline_schemas.request import NOT_BLANK, ONE_BODY

_HEADERS: dict[str, Any] = {
    "X-Request-ID": {"description": "The request's id, echoed or made.", "schema": {"type": "string"}},
    "Server-Timing": {"description": "Milliseconds for each stage.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Seconds to wait before trying again.", "schema": {"type": "integer"}},
    "Allow": {"description": "The methods there are.", "schema": {"type": "string"}},
}


def document(base: str = "/") -> dict[str, Any]:
    """The document; ``base`` is the path that the routes stand under."""
    spec = APISpec(
        title="Dateline",
        version=__version__,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin()],
        info={
            "description": "One news article in, the dated events in it out. Stateless: nothing is stored or logged.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        servers=[{"url": base}],
        tags=[
            {"name": "timelines", "description": "Articles in, timelines out."},
            {"name": "about", "description": "What this service is and can do."},
            {"name": "health", "description": "For the machines that run it. Never limited, never behind the engine."},
        ],
    )
    spec.components.schema("Problem", schema=schemas.Problem)
    for path, operations in _paths().items():
        spec.path(path, operations=operations)
    made: dict[str, Any] = spec.to_dict()
    made["components"]["schemas"]["TimelineRequest"]["oneOf"] = ONE_BODY
    return made


def _paths() -> dict[str, dict[str, Any]]:
    return {
        "/v1/timeline": {"post": _timeline()},
        "/v1/timelines": {"post": _timelines()},
        "/v1/capabilities": _get(
            "getCapabilities", "about", "What this service can do", _json("What it can do.", schemas.Capabilities)
        ),
        "/openapi.json": _get(
            "getContract", "about", "This document", _content("OpenAPI 3.1.", "application/json", {"type": "object"})
        ),
        "/": _get(
            "getPage", "about", "A page to read an article with", _content("HTML.", "text/html", {"type": "string"})
        ),
        "/docs": _get("getDocs", "about", "A page to try it", _content("HTML.", "text/html", {"type": "string"})),
        "/livez": _get("getLivez", "health", "Whether the process is alive", _json("It is.", schemas.Health)),
        "/readyz": _get(
            "getReadyz",
            "health",
            "Whether articles should be sent here",
            _json("They should.", schemas.Health),
            503,
        ),
        "/version": _get("getVersion", "health", "What is running", _json("Versions.", schemas.Version)),
        "/metrics": _get(
            "getMetrics",
            "health",
            "The figures of all workers",
            _content("Prometheus's text format.", "text/plain", {"type": "string"}),
        ),
    }


def _timeline() -> dict[str, Any]:
    return {
        "operationId": "postTimeline",
        "tags": ["timelines"],
        "summary": "One article in, its timeline out",
        "description": (
            "The body is JSON (our own, or one of the other formats), or the article itself as text or HTML (a "
            "fragment or a whole page). The other fields may be query parameters. "
            f"It may be packed (Content-Encoding {', '.join(ENCODINGS)}); limits count it unpacked. JSON is I-JSON "
            "(RFC 7493): no name twice in an object, no half of a surrogate pair."
        ),
        "parameters": [_input(), _format(), *_fields(), _request_id()],
        "requestBody": {"required": True, "content": _bodies()},
        "responses": {
            "200": {
                "description": "The timeline.",
                "headers": _named("X-Request-ID", "Server-Timing"),
                "content": {
                    "application/json": {"schema": schemas.Timeline, "example": examples.ANSWER},
                    **{
                        renderer.media_type: {"schema": _shape(renderer.media_type)}
                        for renderer in RENDERERS.values()
                        if renderer.media_type != "application/json"
                    },
                },
            },
            **_problems(400, 401, 405, 406, 413, 415, 422, 429, 500, 503),
        },
    }


def _timelines() -> dict[str, Any]:
    lines = {"type": "string"}
    return {
        "operationId": "postTimelines",
        "tags": ["timelines"],
        "summary": "Many articles in, one timeline each out",
        "description": (
            "A JSON list of what `POST /v1/timeline` takes as JSON, or one such object a line. Answered in order, as "
            "they are made, in the same form or the one that `Accept` names. A bad article fails alone. Fields in the "
            "query are for every article that does not have them. `GET /v1/capabilities` tells the limits."
        ),
        "parameters": [
            _input(),
            {**_format(), "schema": {"type": "string", "enum": ["json"]}},
            *_fields(),
            _request_id(),
        ],
        "requestBody": {
            "required": True,
            "content": {
                JSON: {
                    "schema": {"type": "array", "items": {"anyOf": [schemas.TimelineRequest, _OTHER]}},
                    "example": examples.REQUESTS,
                },
                NDJSON: {"schema": lines, "example": _as_lines(examples.REQUESTS)},
            },
        },
        "responses": {
            "200": {
                "description": "What became of each article. `Server-Timing` tells of the first few.",
                "headers": _named("X-Request-ID", "Server-Timing"),
                "content": {
                    JSON: {"schema": {"type": "array", "items": schemas.TimelineItem}, "example": examples.ITEMS},
                    NDJSON: {"schema": lines, "example": _as_lines(examples.ITEMS)},
                },
            },
            **_problems(400, 401, 405, 406, 413, 415, 422, 429, 500, 503),
        },
    }


def _as_lines(values: list[dict[str, Any]]) -> str:
    return "".join(encoded(value).decode() + "\n" for value in values)


def _shape(media_type: str) -> dict[str, Any]:
    """What another format's own specification says is not said again."""
    return {"type": ["array", "object"] if media_type.endswith("json") else "string"}


def _bodies() -> dict[str, Any]:
    text = {"type": "string", **NOT_BLANK}
    return {
        "application/json": {
            "schema": {"anyOf": [schemas.TimelineRequest, _OTHER]},
            "examples": _examples(
                {
                    OWN: examples.REQUEST,
                    "ninjs": examples.NINJS,
                    "schema.org": examples.JSON_LD,
                    "news-please": examples.NEWS_PLEASE,
                    "trafilatura": examples.TRAFILATURA,
                }
            ),
        },
        "application/ld+json": {"schema": _OTHER, "example": examples.JSON_LD},
        "text/plain": {"schema": text, "example": examples.TEXT},
        "text/html": {"schema": text, "examples": _examples({OWN: examples.HTML, "page": examples.PAGE})},
        **{type: {"schema": text, "example": examples.NEWSML_G2} for type, kind in INPUTS.items() if kind == "xml"},
    }


_OTHER: dict[str, Any] = {
    "type": ["object", "array"],
    "description": "Another format, as its own specification says: "
    + " ".join(f"`{name}`: {row.help}" for name, row in FORMATS.items() if row.kind == "json"),
}


def _examples(values: dict[str, Any]) -> dict[str, Any]:
    return {name: {"value": value} for name, value in values.items()}


def _input() -> dict[str, Any]:
    return {
        "name": "input",
        "in": "query",
        "description": "The format of the body; otherwise recognised by its shape. One that could be several is 422.",
        "schema": {"type": "string", "enum": [OWN, *FORMATS]},
    }


def _format() -> dict[str, Any]:
    return {
        "name": "format",
        "in": "query",
        "description": "The form of the answer. Goes before `Accept`.",
        "schema": {"type": "string", "enum": list(RENDERERS), "default": next(iter(RENDERERS))},
    }


def _request_id() -> dict[str, Any]:
    return {
        "name": "X-Request-ID",
        "in": "header",
        "description": "Echoed, where it is at most 128 characters of printable ASCII without spaces.",
        "schema": {"type": "string"},
    }


def _fields() -> list[dict[str, Any]]:
    """The fields of a request as query parameters."""
    schema = MarshmallowPlugin()
    APISpec(title="", version="", openapi_version="3.1.0", plugins=[schema])
    assert schema.converter is not None
    found = []
    for name, field in schemas.TimelineRequest().fields.items():
        if name not in QUERY:
            continue
        shape = schema.converter.field2property(field)
        says = shape.pop("description", "")
        if "anyOf" in shape:
            shape["anyOf"] = [choice for choice in shape["anyOf"] if choice != {"type": "null"}]
        shape["type"] = next(kind for kind in shape["type"] if kind != "null")
        if "enum" in shape:
            shape["enum"] = [choice for choice in shape["enum"] if choice is not None]
        found.append(
            {
                "name": name,
                "in": "query",
                "description": f"{says} A field of the body goes before it.",
                "schema": shape,
                **({"style": "form", "explode": False} if shape["type"] == "array" else {}),
            }
        )
    return found


def _get(name: str, tag: str, summary: str, ok: dict[str, Any], *problems: int) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "tags": [tag],
            "summary": summary,
            "responses": {"200": ok, **_problems(405, *problems, 500)},
        }
    }


def _json(says: str, schema: Any) -> dict[str, Any]:
    return _content(says, "application/json", schema)


def _content(says: str, media_type: str, schema: Any) -> dict[str, Any]:
    return {"description": says, "headers": _named("X-Request-ID"), "content": {media_type: {"schema": schema}}}


def _problems(*statuses: int) -> dict[str, Any]:
    return {str(status): _problem(status) for status in statuses}


def _problem(status: int) -> dict[str, Any]:
    kinds = {name: kind for name, kind in PROBLEMS.items() if kind.status == status}
    extra = [name for name, kind in kinds.items() if kind.retry_after is not None]
    headers = ["X-Request-ID", *(["Retry-After"] if extra else []), *(["Allow"] if status == 405 else [])]
    content: dict[str, Any] = {"schema": schemas.Problem}
    if status == examples.PROBLEM["status"]:
        content["example"] = examples.PROBLEM
    return {
        "description": ", or: ".join(f"{kind.title} (`{name}`)" for name, kind in kinds.items()),
        "headers": _named(*headers),
        "content": {MEDIA_TYPE: content},
    }


def _named(*names: str) -> dict[str, Any]:
    return {name: _HEADERS[name] for name in names}
