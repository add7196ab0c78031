"""``POST /v1/timeline``: what goes in, what comes out, and the headers of every answer."""

from __future__ import annotations

import gzip
import json
import logging
import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from dateline.render import RENDERERS
from dateline.settings import Settings
from dateline.values import Article
from dateline.web import create_app
from dateline.web.inputs import INPUTS as MEDIA_TYPES
from dateline.web.inputs import input_formats
from tests.handmade import TEXT, Fake

URL = "/v1/timeline"


@pytest.fixture
def fake() -> Fake:
    return Fake()


@pytest.fixture
def client(fake: Fake) -> FlaskClient:
    return create_app(Settings(), fake).test_client()


@pytest.mark.parametrize(
    ("article", "type", "body", "query"),
    [
        pytest.param(Article(text=TEXT), "application/json", {"text": TEXT}, "", id="JSON"),
        pytest.param(
            Article(paragraphs=("a", "<b>c</b>"), title="t", published="2022-09-15", timezone="Europe/Oslo",
                    url="https://example.org/", language="en", id="i"),
            "application/json; charset=utf-8",
            {"paragraphs": ["a", "<b>c</b>"], "title": "t", "published": "2022-09-15", "timezone": "Europe/Oslo",
             "url": "https://example.org/", "language": "en", "id": "i", "text": None},
            "",
            id="JSON with every field",
        ),
        pytest.param(Article(text=TEXT), "text/plain", TEXT, "", id="plain text"),
        pytest.param(Article(text="\ufeffa\r\n"), "text/plain", "\ufeffa\r\n", "", id="text to the letter"),
        pytest.param(Article(html="<p>a"), "text/html", "<p>a", "", id="HTML"),
        pytest.param(Article(text="café"), "text/plain; charset=ISO-8859-1", b"caf\xe9", "", id="Latin-1"),
        pytest.param(Article(text="café"), "text/plain; charset=utf-16", "café".encode("utf-16"), "", id="UTF-16"),
        pytest.param(
            Article(text="a", title="t & u", published="2022-09-15", timezone="Europe/Oslo", id="i"),
            "text/plain",
            "a",
            "title=t+%26+u&published=2022-09-15&timezone=Europe/Oslo&id=i",
            id="fields in the query",
        ),
        pytest.param(
            Article(text="a", title="body", published="2022-09-15"),
            "application/json",
            {"text": "a", "title": "body", "published": None},
            "title=query&published=2022-09-15",
            id="the body goes before the query",
        ),
    ],
)  # fmt: skip
def test_the_article_that_is_read(
    client: FlaskClient, fake: Fake, article: Article, type: str, body: Any, query: str
) -> None:
    data = json.dumps(body) if isinstance(body, dict) else body
    response = client.post(URL, data=data, content_type=type, query_string=query)
    assert 200 == response.status_code, response.text
    assert article == fake.articles[-1]


@pytest.mark.parametrize("coding", ["gzip", "GZip", "identity"])
def test_a_packed_body_is_the_same_article(client: FlaskClient, fake: Fake, coding: str) -> None:
    body = TEXT.encode()
    packed = body if coding == "identity" else gzip.compress(body)
    client.post(URL, data=packed, content_type="text/plain", headers={"Content-Encoding": coding})
    assert Article(text=TEXT) == fake.articles[-1]


@pytest.mark.parametrize("query", ["include=text,expressions", "include=text&include=expressions"])
def test_the_choices_in_the_query(client: FlaskClient, query: str) -> None:
    response = client.post(
        f"{URL}?{query}&offset_unit=utf16&min_confidence=0.95&format=json", data=TEXT, content_type="text/plain"
    )
    made = json.loads(response.data)
    assert (True, True, False) == ("text" in made["article"], "expressions" in made, "mentions" in made)
    assert [] == made["events"]
    assert 31 == made["expressions"][0]["start"]


def test_the_choices_in_json(client: FlaskClient) -> None:
    made = client.post(URL, json={"text": TEXT, "include": ["mentions", "undated"], "min_confidence": 0.95}).json
    assert ([], 2) == (made["events"], len(made["mentions"]))


def test_the_same_request_gives_the_same_bytes(client: FlaskClient) -> None:
    assert 1 == len({client.post(URL, json={"text": TEXT}).data for _ in range(3)})


def test_the_id_is_echoed(client: FlaskClient) -> None:
    assert "desk-7" == client.post(URL, json={"text": TEXT, "id": "desk-7"}).json["id"]


@pytest.mark.parametrize("given", ["desk-7", "a" * 128, "~!@#$%^&*()"])
def test_a_request_id_is_echoed(client: FlaskClient, given: str) -> None:
    assert given == client.get("/livez", headers={"X-Request-ID": given}).headers["X-Request-ID"]


@pytest.mark.parametrize("given", ["", "a" * 129, "two words", "caf\xe9", None])
def test_a_request_id_is_made_where_none_can_be_echoed(client: FlaskClient, given: str | None) -> None:
    headers = {} if given is None else {"X-Request-ID": given}
    made = [client.get("/livez", headers=headers).headers["X-Request-ID"] for _ in range(2)]
    assert made[0] != made[1]
    assert all(uuid.UUID(one) for one in made)


def test_server_timing_has_a_figure_for_each_stage(client: FlaskClient) -> None:
    timing = client.post(URL, json={"text": TEXT}).headers["Server-Timing"]
    assert ["wait", "clean", "parse", "render"] == re.findall(r"(\w+);dur=\d+\.\d", timing)


def test_an_answer_is_kept_by_no_cache_and_sniffed_by_no_browser(client: FlaskClient) -> None:
    headers = client.post(URL, json={"text": TEXT}).headers
    assert ("no-store", "nosniff", "Accept") == tuple(
        headers[name] for name in ("Cache-Control", "X-Content-Type-Options", "Vary")
    )


def test_the_log_has_a_line_a_request_and_no_word_of_the_article(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post(
            f"{URL}?title=CANARY&url=CANARY&id=CANARY", data="CANARY " + TEXT, content_type="text/plain",
            headers={"X-Request-ID": "r-1"},
        )  # fmt: skip
        client.post(f"{URL}?CANARY=CANARY", data="CANARY", content_type="text/plain")
        client.post(URL, data='{"CANARY"', content_type="application/json")
    lines = [record for record in caplog.records if record.name == "dateline.access"]
    assert [("r-1", "POST", URL, 200), 422, 400] == [
        (vars(lines[0])["request_id"], vars(lines[0])["method"], vars(lines[0])["path"], vars(lines[0])["status"]),
        *(vars(line)["status"] for line in lines[1:]),
    ]
    assert "CANARY" not in str([vars(record) for record in caplog.records])


def test_a_slow_body_counts_against_the_budget(serving: Callable[..., FlaskClient]) -> None:
    assert 503 == serving(time_budget=1e-9).post(URL, json={"text": "a"}).status_code


# --- the other routes ---------------------------------------------------------------------------------------------


def test_capabilities_say_what_can_be_asked_for() -> None:
    client = create_app(
        Settings(max_body=7, max_characters=5, time_budget=1.5, queue=1, max_batch_body=70, max_batch_items=3), Fake()
    ).test_client()
    said = client.get("/v1/capabilities").json
    assert {
        "engine": {"name": "dateline", "version": "0.1.0", "model": "handmade", "model_version": "1.0"},
        "languages": ["en"],
        "inputs": list(MEDIA_TYPES),
        "input_formats": [
            {"name": name, "media_types": types, "description": says} for name, types, says in input_formats()
        ],
        "formats": [
            {"name": name, "media_type": renderer.media_type, "description": renderer.help}
            for name, renderer in RENDERERS.items()
        ],
        "include": ["text", "expressions", "mentions", "undated"],
        "offset_units": ["codepoint", "utf16"],
        "limits": {"body_bytes": 7, "characters": 5, "seconds": 1.5, "queue": 1, "batch_bytes": 70, "batch_items": 3},
    } == said


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ({"status": "alive"}, "/livez"),
        ({"status": "ready"}, "/readyz"),
        ({"name": "dateline", "version": "0.1.0", "model": "handmade", "model_version": "1.0"}, "/version"),
    ],
)
def test_machines_are_told_how_we_are(client: FlaskClient, expected: dict[str, str], path: str) -> None:
    assert (200, expected) == (client.get(path).status_code, client.get(path).json)
    assert (200, b"") == (client.head(path).status_code, client.head(path).data)


def test_options_names_the_methods(client: FlaskClient) -> None:
    response = client.options(URL)
    assert (204, "OPTIONS, POST") == (response.status_code, response.headers["Allow"])
