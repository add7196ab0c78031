"""``POST /v1/timeline`` with what other systems write."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from typing import Any

import pytest
from flask.testing import FlaskClient

from dateline.settings import Settings
from dateline.web import create_app
from dateline_schemas import examples
from tests.handmade import Fake
from tests.inputs.samples import HTML, JSON_LD, NINJS_1, PAGE, SAMPLES, TEXT, TRAFILATURA

URL = "/v1/timeline"
KNOWN = "dateline, ninjs, schema.org, news-please, trafilatura"


@pytest.fixture
def fake() -> Fake:
    return Fake()


@pytest.fixture
def client(fake: Fake) -> FlaskClient:
    return create_app(Settings(), fake).test_client()


def errors(response: Any) -> list[tuple[str, str]]:
    assert (422, "application/problem+json") == (response.status_code, response.content_type)
    return [(error["pointer"], error["detail"]) for error in response.json["errors"]]


@pytest.mark.parametrize(("name", "payload", "pointer"), SAMPLES.values(), ids=SAMPLES)
@pytest.mark.parametrize("type", ["application/json", "application/ld+json"])
def test_a_payload_is_recognised(
    client: FlaskClient, fake: Fake, name: str, payload: Any, pointer: str, type: str
) -> None:
    response = client.post(URL, data=json.dumps(payload), content_type=type)
    assert 200 == response.status_code, response.text
    told = response.json["article"]
    assert (name, pointer, len(fake.articles[-1].sent)) == (told["input"], told["body"], told["characters"])
    assert "en" == told["language"]


def test_our_own_request_has_no_other_format(client: FlaskClient) -> None:
    told = client.post(URL, json={"text": TEXT}).json["article"]
    assert (None, None) == (told["input"], told["body"])


@pytest.mark.parametrize("type", ["application/xml", "text/xml", "application/vnd.iptc.g2.newsitem+xml"])
def test_xml_is_recognised(client: FlaskClient, type: str) -> None:
    told = client.post(URL, data=examples.NEWSML_G2, content_type=type).json["article"]
    assert ("newsml-g2", None, len(examples.NEWSML_G2)) == (told["input"], told["body"], told["characters"])
    assert [("", "No input format has this shape. Known: newsml-g2.")] == errors(
        client.post(URL, data="<rss/>", content_type=type)
    )


def test_fields_in_the_query_go_before_the_payload(client: FlaskClient, fake: Fake) -> None:
    client.post(f"{URL}?published=2013-02-20&title=Mine&language=en", json=NINJS_1 | {"language": "fr"})
    read = fake.articles[-1]
    assert ("2013-02-20", "Mine", "en") == (read.published, read.title, read.language)


def test_a_payload_is_read_as_what_it_is_said_to_be(client: FlaskClient) -> None:
    both = NINJS_1 | {"articleBody": "The other."}
    told = client.post(f"{URL}?input=schema.org", json=both).json["article"]
    assert ("schema.org", "/articleBody") == (told["input"], told["body"])


@pytest.mark.parametrize(
    ("name", "input", "html"),
    [
        pytest.param("page", "", PAGE, id="a page"),
        pytest.param(None, "?input=dateline", PAGE, id="a page that is to be read whole"),
        pytest.param(None, "", HTML, id="a fragment"),
        pytest.param("page", "?input=page", HTML, id="a fragment that is said to be a page"),
    ],
)
def test_html_may_be_a_page(client: FlaskClient, name: str | None, input: str, html: str) -> None:
    told = client.post(URL + input, data=html, content_type="text/html").json["article"]
    assert (name, None, len(html)) == (told["input"], told["body"], told["characters"])


@pytest.mark.parametrize(
    ("expected", "query", "payload"),
    [
        pytest.param(
            [("", "This could be dateline, trafilatura. Say which with input.")], "", TRAFILATURA | {"html": HTML},
            id="ambiguous",
        ),
        pytest.param(
            [("", "No input format has this shape. Known: dateline, ninjs, schema.org, news-please, trafilatura.")],
            "", {"content": TEXT}, id="of no shape",
        ),
        pytest.param([("/body_text", "Not a string.")], "", {"body_text": 1}, id="a wrong body"),
        pytest.param(
            [("/inLanguage", "Not a supported language. Supported: en.")], "", JSON_LD | {"inLanguage": "nb-NO"},
            id="another language",
        ),
        pytest.param(
            [("/input", f"No input format for such a body. Known: {KNOWN}.")],
            "?input=nitf", NINJS_1, id="an unknown name",
        ),
        pytest.param(
            [("/input", f"No input format for such a body. Known: {KNOWN}.")],
            "?input=page", NINJS_1, id="a name of another kind",
        ),
        pytest.param(
            [("/input", f"No input format for such a body. Known: {KNOWN}.")],
            "?input=ninjs&input=ninjs", NINJS_1, id="named twice",
        ),
        pytest.param(
            [("/published", "Not an ISO 8601 date or date-time, such as 2022-09-15 or 2022-09-15T08:30:00Z.")],
            "?published=soon", NINJS_1, id="a wrong field in the query",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_clear_422(
    client: FlaskClient, expected: list[tuple[str, str]], query: str, payload: Any
) -> None:
    assert expected == errors(client.post(URL + query, json=payload))


def test_the_article_is_never_read_from_the_query(client: FlaskClient) -> None:
    assert ["/text"] == [pointer for pointer, _ in errors(client.post(f"{URL}?text=a", json=NINJS_1))]


def test_deep_json_is_a_problem_and_no_crash(client: FlaskClient) -> None:
    deep = '{"@graph":' * 50_000 + "1" + "}" * 50_000
    assert 400 == client.post(URL, data=deep, content_type="application/json").status_code
    assert 422 == client.post(URL, json={"@graph": [[[{"@type": "Article"}]]]}).status_code


@pytest.mark.skipif(importlib.util.find_spec("trafilatura") is None, reason="the extra `web` is not installed")
def test_what_the_library_for_pages_says_of_a_page_is_not_logged(capfd: pytest.CaptureFixture[str]) -> None:
    """In a process of its own: a configuration of logging is the whole process's."""
    code = (
        "import logging.config; from dateline.web.logs import config; logging.config.dictConfig(config('DEBUG'));"
        "import trafilatura; trafilatura.extract('<html>'); logging.getLogger('trafilatura.core').error('secret');"
        "logging.getLogger('other').error('said')"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    logged = capfd.readouterr().err
    assert ("said" in logged, "secret" in logged, "HTML tree" in logged) == (True, False, False)


def test_capabilities_list_the_input_formats(client: FlaskClient) -> None:
    told = {row["name"]: row["media_types"] for row in client.get("/v1/capabilities").json["input_formats"]}
    assert ["dateline", "ninjs", "schema.org", "news-please", "trafilatura", "page", "newsml-g2"] == list(told)
    assert (["application/json", "application/ld+json"], ["text/html"]) == (told["ninjs"], told["page"])
