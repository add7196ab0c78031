"""The whole contract, asked what schemathesis makes of it: no 500, no status, header or body that the document does
not tell of, nothing wrong that is taken and nothing right that is refused.

What is right in another format is said by that format's own specification, not by ours; so the check that nothing right
is refused is made where bodies are our own, and all others on everything.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import CHECKS

from dateline.settings import Settings
from dateline.web import create_app
from dateline.web.openapi import document
from tests.handmade import Fake

asked = settings(
    max_examples=60,
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


def cannot_tell(case: schemathesis.Case) -> list[Any]:
    """Any string is text, and an article in a batch fails alone, with 200 for the whole."""
    plain = case.method == "GET" or (case.path == "/v1/timeline" and case.media_type == "application/json")
    return [] if plain else [WRONG_IS_REFUSED]


@whole.parametrize()
@asked
def test_whatever_is_asked_the_answer_is_one_that_the_contract_tells_of(case: schemathesis.Case) -> None:
    case.call_and_validate(excluded_checks=[RIGHT_IS_TAKEN, *cannot_tell(case)])


@own.parametrize()
@asked
def test_what_the_contract_says_is_right_is_taken(case: schemathesis.Case) -> None:
    case.call_and_validate(excluded_checks=cannot_tell(case))
