"""The contract as it is checked in: generated from the code, valid, and honest about its examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from dateline.render import RENDERERS
from dateline.web.openapi import document
from dateline.web.problems import PROBLEMS
from dateline.web.routes import ROUTES
from dateline_schemas import TimelineRequest, examples

DOCUMENT = document()


def validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/components/schemas/{schema}", "components": DOCUMENT["components"]})


def test_the_file_is_what_the_code_generates(root: Path) -> None:
    """Regenerate with ``dateline openapi > schemas/openapi.json``."""
    assert DOCUMENT == json.loads((root / "schemas" / "openapi.json").read_text(encoding="utf-8"))


def test_the_document_is_valid() -> None:
    assert "3.1.0" == DOCUMENT["openapi"]
    validate(DOCUMENT)


def test_every_route_is_documented() -> None:
    documented = {(path, method.upper()) for path, operations in DOCUMENT["paths"].items() for method in operations}
    assert {(route.path, route.method) for route in ROUTES} == documented


@pytest.mark.parametrize("path", ["/v1/timeline", "/v1/timelines"])
def test_every_problem_of_a_main_route_is_documented(path: str) -> None:
    responses = DOCUMENT["paths"][path]["post"]["responses"]
    statuses = {kind.status for kind in PROBLEMS.values()} - {404}
    assert {"200", *map(str, statuses)} == set(responses)
    for status in statuses:
        assert ["application/problem+json"] == list(responses[str(status)]["content"])
    assert {"429", "503"} == {status for status, said in responses.items() if "Retry-After" in said["headers"]}


def test_every_form_of_the_answer_is_documented() -> None:
    content = DOCUMENT["paths"]["/v1/timeline"]["post"]["responses"]["200"]["content"]
    assert {renderer.media_type for renderer in RENDERERS.values()} == set(content)


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        ("TimelineRequest", examples.REQUEST),
        ("Timeline", examples.ANSWER),
        ("Problem", examples.PROBLEM),
        ("TimelineItem", examples.ITEMS[0]),
        ("TimelineItem", examples.ITEMS[1]),
    ],
    ids=["request", "answer", "problem", "item", "bad item"],
)
def test_an_example_is_valid(schema: str, example: Any) -> None:
    assert [] == [error.message for error in validator(schema).iter_errors(example)]


def test_the_example_is_a_request_we_take() -> None:
    assert examples.REQUEST == TimelineRequest().load(examples.REQUEST)


def test_nulls_are_said_to_be_possible() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    assert ["string", "null"] == schemas["When"]["properties"]["earliest"]["type"]
    assert {"type": "null"} in schemas["Event"]["properties"]["when"]["anyOf"]


def test_all_but_what_must_be_asked_for_is_always_there() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    optional = {
        f"{name}.{field}"
        for name, schema in schemas.items()
        if name != "TimelineRequest"
        for field in schema["properties"]
        if field not in schema.get("required", [])
    }
    of_either = {"TimelineItem.timeline", "TimelineItem.problem"}
    assert {"Article.text", "Timeline.expressions", "Timeline.mentions"} == optional - of_either
