"""The whole contract, asked what schemathesis makes of it: no 500, no status, header or body that the document does
not tell of, nothing wrong that is taken and nothing right that is refused.

Every check of schemathesis' is made but for the rows of ``EXCEPTIONS`` and ``OF_OTHERS``, each with its reason.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import CHECKS
from schemathesis.core.parameters import ParameterLocation

from dateline.settings import Settings
from dateline.web import create_app
from dateline.web.openapi import document
from tests.handmade import Fake

asked = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
ZONES = {"type": "string", "enum": ["UTC", "Europe/Oslo", "America/Argentina/Ushuaia", "Etc/GMT+12"]}
app = create_app(Settings(), Fake())


def own_only() -> dict[str, Any]:
    """The document without other formats, and with what JSON Schema cannot say, or what its readers overlook: the time
    zones that there are, and that no paragraph is blank."""
    narrow = deepcopy(document())
    fields = narrow["components"]["schemas"]["TimelineRequest"]["properties"]
    fields["timezone"] = {"enum": [*ZONES["enum"], None]}
    fields["paragraphs"]["items"] = {"type": "string", "enum": ["a", "It fell."]}
    for path, keep in (("/v1/timeline", {"application/json", "text/plain"}), ("/v1/timelines", {"application/json"})):
        operation = narrow["paths"][path]["post"]
        content = operation["requestBody"]["content"]
        operation["requestBody"]["content"] = {type: body for type, body in content.items() if type in keep}
        operation["parameters"] = [
            each | {"schema": ZONES} if each["name"] == "timezone" else each
            for each in operation["parameters"]
            if each["name"] != "input"
        ]
        schema = content["application/json"]["schema"]
        target = schema.get("items", schema)
        target["anyOf"] = target["anyOf"][:1]
        content["application/json"].pop("examples", None)
    return narrow


@schemathesis.serializer("application/xml", "text/xml", "application/vnd.iptc.g2.newsitem+xml", "application/x-ndjson")
def as_it_is(context: Any, value: Any) -> bytes:
    """What is no JSON is sent as it was made."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


whole = schemathesis.openapi.from_wsgi("/openapi.json", app)
own = schemathesis.openapi.from_dict(own_only())
own.app = app
RIGHT_IS_TAKEN, WRONG_IS_REFUSED = map(CHECKS.get_one, ("positive_data_acceptance", "negative_data_rejection"))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A check that is left out: where, and why."""

    check: Any
    why: str
    applies: Callable[[schemathesis.Case], bool]


def wrong_body(case: schemathesis.Case) -> bool:
    """Whether it is the body that was made wrong, and not a parameter."""
    body = case.meta.components.get(ParameterLocation.BODY) if case.meta else None
    return body is not None and body.mode.is_negative


EXCEPTIONS = (
    LeftOut(
        WRONG_IS_REFUSED,
        "any string is an article: of a body that is none of JSON's, none is wrong",
        lambda case: case.media_type in {"text/plain", "text/html"} and wrong_body(case),
    ),
    LeftOut(
        WRONG_IS_REFUSED,
        "an article in a batch fails alone, with a status of its own; the whole is 200",
        lambda case: case.path == "/v1/timelines" and wrong_body(case),
    ),
)
"""What no check can see. Everywhere, and only there."""

OF_OTHERS = LeftOut(
    RIGHT_IS_TAKEN,
    "what is right in another format, and which time zones there are, is said elsewhere: made up for in ``own``",
    lambda case: case.method == "POST",
)


def left_out(case: schemathesis.Case, *exceptions: LeftOut) -> list[Any]:
    return [exception.check for exception in exceptions if exception.applies(case)]


@whole.parametrize()
@asked
def test_whatever_is_asked_the_answer_is_one_that_the_contract_tells_of(case: schemathesis.Case) -> None:
    case.call_and_validate(excluded_checks=left_out(case, OF_OTHERS, *EXCEPTIONS))


@own.parametrize()
@asked
def test_what_the_contract_says_is_right_is_taken(case: schemathesis.Case) -> None:
    case.call_and_validate(excluded_checks=left_out(case, *EXCEPTIONS))
