"""Every way to fail, in one shape.

The shape is ``{type, title, status, detail, instance, errors: [{pointer, detail}]}`` as ``application/problem+json``
(RFC 9457), with ``Retry-After`` where trying again may help.
"""

from __future__ import annotations

import gzip
import io
import json
import logging
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dateline.errors import ArticleError, ModelError
from dateline.extractor import Extractor
from dateline.nlp import Parser
from dateline.settings import Settings
from dateline.values import Article, CleanText
from dateline.web import create_app
from dateline.web.inputs import INPUTS
from dateline.web.problems import MOST_ERRORS, PROBLEMS
from dateline_schemas import Problem
from tests.handmade import Fake

Serving = Callable[..., FlaskClient]
URL = "/v1/timeline"
JSON = "application/json"
CANARY = "xyzzy-embargoed"
ENDLESS = "The council met on Monday. It had closed the bridge in March 2012, the mayor said.\n\n" * 8_000
"""Ten seconds' work and more."""


def problem(response: TestResponse, kind: str) -> dict[str, Any]:
    """The problem in a response, which must be of that kind and of the one shape."""
    row = PROBLEMS[kind]
    told = json.loads(response.data)
    assert (row.status, f"urn:problem-type:dateline:{kind}") == (response.status_code, told["type"])
    assert "application/problem+json" == response.content_type
    assert ["type", "title", "status", "detail", "instance", "errors"] == list(told)
    assert {} == Problem().validate(told)
    assert (row.title, row.status) == (told["title"], told["status"])
    assert response.headers["X-Request-ID"]
    assert (row.retry_after is not None) == ("Retry-After" in response.headers)
    return told


def post(client: FlaskClient, data: bytes | str, type: str = JSON, **options: Any) -> TestResponse:
    return client.post(URL, data=data, content_type=type, **options)


# --- 400 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="cut off"),
        pytest.param(b"{'text': 'a'}", id="Python, not JSON"),
        pytest.param(b'{"text": "a"} b', id="more after it"),
        pytest.param(b'{"text": "a", "min_confidence": NaN}', id="NaN"),
        pytest.param(b'{"text": "a", "min_confidence": -Infinity}', id="infinity"),
        pytest.param(b'{"text": "a", "text": "b"}', id="a name twice"),
        pytest.param(b'{"text": "a", "x": {"y": 1, "y": 1}}', id="a name twice, further in"),
        pytest.param(rb'{"text": "\ud800"}', id="half a surrogate pair"),
        pytest.param(rb'{"\udfff": "a"}', id="half a surrogate pair in a name"),
        pytest.param(b'{"text": "\xed\xa0\x80"}', id="half a surrogate pair in bytes"),
        pytest.param(b'{"text": "\xff"}', id="not UTF-8"),
        pytest.param(b'{"text": ' + b"[" * 100_000, id="nested deeply"),
        pytest.param(b'{"text": ' + b"[" * 900 + b'"\\u0041"' + b"]" * 900 + b"}", id="nested, and whole"),
        pytest.param(b'{"min_confidence": ' + b"9" * 5000 + b"}", id="a very long number"),
    ],
)
def test_a_body_that_is_not_json_is_malformed(client: FlaskClient, body: bytes) -> None:
    response = post(client, body)
    if b'"\\u0041"' in body:  # Deep, but JSON: then it is the field that is wrong.
        assert response.status_code in {400, 422}
    else:
        assert [] == problem(response, "malformed")["errors"]


@pytest.mark.parametrize(
    ("body", "type"),
    [
        pytest.param(b"caf\xe9", "text/plain", id="Latin-1 sent as UTF-8"),
        pytest.param(b"caf\xe9", "text/plain; charset=utf-8", id="Latin-1 said to be UTF-8"),
        pytest.param("é".encode(), "text/html; charset=us-ascii", id="UTF-8 said to be ASCII"),
        pytest.param(b"abc", "text/plain; charset=utf-16", id="half a code unit"),
        pytest.param(b"abc", "text/plain; charset=klingon", id="no such charset"),
        pytest.param(b"abc", "text/plain; charset=zip", id="a codec that is no charset"),
        pytest.param(b"abc", "text/plain; charset=punycode", id="a codec that is a trap"),
        pytest.param(b'{"text": "caf\xe9"}', "application/json; charset=ascii", id="JSON said to be ASCII"),
    ],
)
def test_a_body_that_is_not_in_its_charset_is_malformed(client: FlaskClient, body: bytes, type: str) -> None:
    assert "charset" in problem(post(client, body, type), "malformed")["detail"]


@pytest.mark.parametrize(
    ("packed", "coding"),
    [
        pytest.param(b"plain", "gzip", id="not packed"),
        pytest.param(gzip.compress(b"text")[:-4], "gzip", id="gzip cut off"),
        pytest.param(zlib.compress(b"text")[:-2], "deflate", id="deflate cut off"),
        pytest.param(gzip.compress(b"text") + b"more", "gzip", id="rubbish after gzip"),
        pytest.param(zlib.compress(b"text") + b"more", "deflate", id="rubbish after deflate"),
        pytest.param(b"", "deflate", id="nothing"),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_malformed(client: FlaskClient, packed: bytes, coding: str) -> None:
    problem(post(client, packed, "text/plain", headers={"Content-Encoding": coding}), "malformed")


# --- 401 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [URL, "/v1/timelines"])
def test_without_a_key_where_there_are_keys(serving: Serving, tmp_path: Path, path: str) -> None:
    (tmp_path / "keys").write_text("first\n")
    response = serving(api_keys_file=str(tmp_path / "keys")).post(path, json={"text": "a"})
    problem(response, "unauthorized")
    assert response.headers["WWW-Authenticate"].startswith("Bearer")


# --- 404, 405, 406, 415 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/nothing", "/v1", "/v1/timeline/", "/dateline-static/nothing.js", "/%F0%9F%8C%89"])
def test_there_is_nothing_at_other_paths(client: FlaskClient, path: str) -> None:
    told = problem(client.get(path), "not-found")
    assert told["instance"].startswith(f"{path}#")


@pytest.mark.parametrize(
    ("allowed", "method", "path"),
    [
        ("OPTIONS, POST", "GET", URL),
        ("OPTIONS, POST", "DELETE", URL),
        ("GET, HEAD, OPTIONS", "POST", "/livez"),
        ("GET, HEAD, OPTIONS", "PUT", "/openapi.json"),
    ],
)
def test_other_methods_are_refused_and_the_right_ones_named(
    client: FlaskClient, allowed: str, method: str, path: str
) -> None:
    response = client.open(path, method=method)
    problem(response, "method-not-allowed")
    assert allowed == response.headers["Allow"]


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        pytest.param("?format=papyrus", None, id="unknown format"),
        pytest.param("?format=", None, id="empty format"),
        pytest.param("?format=json&format=json", None, id="two formats"),
        pytest.param("?format=papyrus", "application/json", id="an unknown format beside a known type"),
        pytest.param("", "application/x-papyrus", id="unknown type"),
        pytest.param("", "application/json;q=0", id="the only type refused"),
    ],
)
def test_a_form_that_there_is_not_is_not_acceptable(client: FlaskClient, query: str, accept: str | None) -> None:
    headers = {"Accept": accept} if accept else {}
    response = client.post(URL + query, json={"text": "a"}, headers=headers)
    assert "json" in problem(response, "not-acceptable")["detail"]


@pytest.mark.parametrize("accept", ["*/*", "application/*", "application/json", "text/x, */*;q=0.1", None])
def test_json_is_acceptable(client: FlaskClient, accept: str | None) -> None:
    response = client.post(URL, json={"text": "a"}, headers={"Accept": accept} if accept else {})
    assert (200, "application/json") == (response.status_code, response.content_type)


@pytest.mark.parametrize("type", ["", "application/x-yaml", "multipart/form-data; boundary=b", "text", "jason"])
def test_a_body_of_another_type_is_unsupported(client: FlaskClient, type: str) -> None:
    response = post(client, b"{}", type)
    assert "text/plain" in problem(response, "unsupported-media-type")["detail"]
    assert ", ".join(INPUTS) == response.headers["Accept"]


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip"])
def test_a_body_packed_otherwise_is_unsupported(client: FlaskClient, coding: str) -> None:
    response = post(client, b"{}", headers={"Content-Encoding": coding})
    problem(response, "unsupported-media-type")
    assert "gzip, deflate" == response.headers["Accept-Encoding"]


# --- 413 ----------------------------------------------------------------------------------------------------------


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


PACKED = {
    "gzip": ("gzip", gzip.compress),
    "gzip in two members": ("x-gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:])),
    "deflate": ("deflate", zlib.compress),
    "deflate without a header": ("deflate", raw_deflate),
    "identity": ("identity", bytes),
}


@pytest.mark.parametrize("packed", PACKED)
def test_the_limit_counts_bytes_unpacked(serving: Serving, packed: str) -> None:
    coding, pack = PACKED[packed]
    client = serving(max_body=1000)
    headers = {"Content-Encoding": coding}
    assert 200 == post(client, pack(b"a" * 1000), "text/plain", headers=headers).status_code
    told = problem(post(client, pack(b"a" * 1001), "text/plain", headers=headers), "too-large")
    assert "1000 bytes" in told["detail"]


def test_a_bomb_is_not_unpacked(client: FlaskClient) -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    assert len(bomb) < 200_000
    began = time.monotonic()
    problem(post(client, bomb, "text/plain", headers={"Content-Encoding": "gzip"}), "too-large")
    assert time.monotonic() - began < 1


def test_many_small_members_cost_linear_time(client: FlaskClient) -> None:
    members = gzip.compress(b"") * 40_000 + gzip.compress(b"text")
    began = time.monotonic()
    response = post(client, members, "text/plain", headers={"Content-Encoding": "gzip"})
    assert 200 == response.status_code
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(("status", "size"), [(200, 1000), (413, 1001), (413, 1_000_000)])
def test_a_body_of_unknown_length_is_counted_while_read(serving: Serving, status: int, size: int) -> None:
    stream = io.BytesIO(b"a" * size)
    response = serving(max_body=1000).post(
        URL,
        input_stream=stream,
        content_type="text/plain",
        environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": ""},
    )
    assert status == response.status_code
    assert stream.tell() < 100_000


def test_the_default_limit_is_a_mebibyte(client: FlaskClient) -> None:
    assert 200 == post(client, b"a" * 1024 * 1024, "text/plain").status_code
    problem(post(client, b"a" * (1024 * 1024 + 1), "text/plain"), "too-large")


def test_the_limit_of_characters_counts_the_text_and_not_its_markup(extractor: Extractor) -> None:
    client = create_app(Settings(max_characters=20), extractor).test_client()
    html = "<p class='a-very-long-name-that-does-not-count'>They met in May.</p>"
    assert 200 == post(client, html, "text/html").status_code
    assert "20 characters" in problem(post(client, "They met in May 2012. " * 2, "text/plain"), "too-large")["detail"]
    items = client.post("/v1/timelines", json=[{"text": "They met. " * 9}, {"text": "They met in May."}]).json
    assert [413, 200] == [item["status"] for item in items]


# --- 422 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pointers", "given"),
    [
        pytest.param(["/headline"], {"text": "a", "headline": "b"}, id="unknown field"),
        pytest.param(["/published"], {"text": "a", "published": "yesterday"}, id="wrong date"),
        pytest.param(["/text"], {"text": "  "}, id="empty text"),
        pytest.param(["/html", "/text"], {"text": "a", "html": "b"}, id="two bodies"),
        pytest.param([""], {"title": "a"}, id="no body"),
        pytest.param([""], ["text"], id="no object"),
        pytest.param(["/timezone"], {"text": "a", "timezone": "Mars"}, id="wrong time zone"),
        pytest.param(["/language"], {"text": "a", "language": "xx"}, id="unsupported language"),
        pytest.param(["/id", "/include/0", "/url"], {"text": "a", "id": 1, "url": [], "include": ["x"]}, id="three"),
    ],
)
def test_every_wrong_field_is_named_at_once(client: FlaskClient, pointers: list[str], given: Any) -> None:
    told = problem(client.post(URL, json=given), "invalid")
    assert pointers == [item["pointer"] for item in told["errors"]]
    assert all(item["detail"] for item in told["errors"])


@pytest.mark.parametrize(
    ("pointers", "query"),
    [
        pytest.param(["/headline"], "headline=a", id="unknown"),
        pytest.param(["/published"], "published=soon", id="wrong date"),
        pytest.param(["/html"], "html=a", id="a body in the query"),
        pytest.param(["/published"], "published=2022-01-01&published=2022-01-02", id="given twice"),
        pytest.param(["/include/1"], "include=text,all", id="unknown include"),
        pytest.param(["/min_confidence"], "min_confidence=high", id="no number"),
        pytest.param(["/min_confidence"], "min_confidence=nan", id="NaN"),
        pytest.param(["/a", "/language", "/timezone"], "timezone=x&language=y&a=b", id="three"),
    ],
)
def test_every_wrong_query_parameter_is_named_at_once(client: FlaskClient, pointers: list[str], query: str) -> None:
    told = problem(post(client, "text", "text/plain", query_string=query), "invalid")
    assert pointers == [item["pointer"] for item in told["errors"]]


def test_a_field_that_only_the_engine_finds_wrong_is_named(serving: Serving) -> None:
    def refuse(article: Article) -> None:
        raise ArticleError("published", "Off the calendar.")

    told = problem(serving(refuse).post(URL, json={"text": "a"}), "invalid")
    assert [{"pointer": "/published", "detail": "Off the calendar."}] == told["errors"]


def test_what_is_wrong_in_query_and_body_is_named_together(client: FlaskClient) -> None:
    told = problem(client.post(URL + "?timezone=Mars&html=a", json={"text": ""}), "invalid")
    assert ["/html", "/text", "/timezone"] == [item["pointer"] for item in told["errors"]]


def test_a_query_parameter_is_checked_where_the_body_goes_before_it(client: FlaskClient) -> None:
    given = {"text": "a", "published": "2022-01-01"}
    told = problem(client.post(URL + "?published=soon", json=given), "invalid")
    assert ["/published"] == [item["pointer"] for item in told["errors"]]


def test_an_unknown_name_is_answered_with_the_known_ones(client: FlaskClient) -> None:
    told = problem(client.post(URL, json={"text": "a", "date": "b"}), "invalid")
    assert told["errors"][0]["detail"].startswith("Unknown field. Known: text, html, paragraphs, title, published")


def test_a_million_wrong_fields_are_not_all_listed(client: FlaskClient) -> None:
    given = {"text": "a", **{f"x{number}": 1 for number in range(50_000)}}
    told = problem(client.post(URL, json=given), "invalid")
    assert MOST_ERRORS + 1 == len(told["errors"])
    assert {"pointer": "", "detail": f"And {50_000 - MOST_ERRORS} more."} == told["errors"][-1]


# --- 429, 503 -----------------------------------------------------------------------------------------------------


class Gate:
    """Work that says when it has begun and goes on when told to."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.open = threading.Event()

    def __call__(self, article: Article) -> None:
        self.begun.release()
        assert self.open.wait(10)


@pytest.fixture
def gate() -> Gate:
    return Gate()


def waiting(client: FlaskClient, count: int, answers: list[int]) -> list[threading.Thread]:
    def send() -> None:
        answers.append(client.post(URL, json={"text": "a"}).status_code)

    threads = [threading.Thread(target=send) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


def test_when_the_queue_is_full_more_are_refused_at_once(serving: Serving, gate: Gate) -> None:
    client = serving(gate, queue=1)
    service = client.application.extensions["dateline"]
    answers: list[int] = []
    threads = waiting(client, 2, answers)
    assert gate.begun.acquire(timeout=10)
    while service.slot._places._value:  # until the second stands in line
        time.sleep(0.01)
    response = client.post(URL, json={"text": "a"})
    problem(response, "busy")
    assert "1" == response.headers["Retry-After"]
    assert [200, 200] == [client.get(path).status_code for path in ("/livez", "/readyz")]
    gate.open.set()
    for thread in threads:
        thread.join(10)
    assert [200, 200] == answers
    assert 200 == client.post(URL, json={"text": "a"}).status_code


def test_time_that_runs_out_while_waiting(serving: Serving, gate: Gate) -> None:
    client = serving(gate, time_budget=0.2)
    threads = waiting(client, 1, [])
    assert gate.begun.acquire(timeout=10)
    told = problem(client.post(URL, json={"text": "a"}), "out-of-time")
    assert "while waiting" in told["detail"]
    gate.open.set()
    threads[0].join(10)


def test_time_that_runs_out_between_stages(serving: Serving) -> None:
    client = serving(lambda article: time.sleep(0.1), time_budget=0.05)
    response = client.post(URL, json={"text": "a"})
    assert "before the stage 'parse'" in problem(response, "out-of-time")["detail"]
    assert "clean;dur=" in response.headers["Server-Timing"]


@pytest.fixture
def read(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Notes the length of each text that the model reads."""
    lengths: list[int] = []
    parse = Parser.parse

    def noting(parser: Parser, clean: CleanText) -> Any:
        lengths.append(len(clean.text))
        return parse(parser, clean)

    monkeypatch.setattr(Parser, "parse", noting)
    return lengths


def test_time_that_runs_out_inside_the_parse(extractor: Extractor, read: list[int]) -> None:
    client = create_app(Settings(time_budget=1), extractor).test_client()
    read.clear()
    response = client.post(URL, json={"text": ENDLESS})
    assert "in the stage 'parse'" in problem(response, "out-of-time")["detail"]
    assert 0 < sum(read) < len(ENDLESS) / 4
    assert 1 == response.headers["Server-Timing"].count("parse;")


def test_time_that_runs_out_inside_the_parse_of_an_article_of_a_batch(extractor: Extractor, read: list[int]) -> None:
    client = create_app(Settings(time_budget=1), extractor).test_client()
    read.clear()
    items = client.post("/v1/timelines", json=[{"text": "a"}, {"text": ENDLESS}, {"text": "b"}]).get_json()
    assert [200, 503, 200] == [item["status"] for item in items]
    assert 0 < sum(read) < len(ENDLESS) / 4


def test_an_engine_that_cannot_read_is_not_ready(caplog: pytest.LogCaptureFixture) -> None:
    def broken(article: Article) -> None:
        raise RuntimeError

    client = create_app(Settings(), Fake(broken)).test_client()
    problem(client.get("/readyz"), "not-ready")
    problem(client.post(URL, json={"text": "a"}), "not-ready")
    assert 200 == client.get("/livez").status_code
    assert ["warm-up failed"] == [record.message for record in caplog.records if record.levelno >= logging.ERROR]


def test_readiness_goes_first_and_what_comes_is_still_answered(client: FlaskClient) -> None:
    assert {"status": "ready"} == client.get("/readyz").json
    client.application.extensions["dateline"].drain()
    problem(client.get("/readyz"), "draining")
    assert 200 == client.post(URL, json={"text": "a"}).status_code


def test_a_model_that_is_not_there_stops_the_start() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        create_app(Settings(model="no_such_model"))


# --- 500 ----------------------------------------------------------------------------------------------------------


def test_a_fault_of_ours_tells_nothing_and_is_logged_with_the_request_id(
    serving: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(article: Article) -> None:
        raise ValueError(f"cannot read {article.text}")

    client = serving(broken)
    with caplog.at_level(logging.DEBUG):
        response = client.post(URL, json={"text": CANARY}, headers={"X-Request-ID": "r-1"})
    problem(response, "internal")
    assert "r-1" == response.headers["X-Request-ID"]
    assert not any(word in response.text for word in (CANARY, "ValueError", "Traceback", ".py"))
    record = next(record for record in caplog.records if record.levelno == logging.ERROR)
    assert ("r-1", "ValueError") == (record.request_id, record.error)  # type: ignore[attr-defined]
    assert "in broken" in record.places  # type: ignore[attr-defined]
    assert CANARY not in str([vars(record) for record in caplog.records])


def test_after_a_fault_the_engine_is_free_again(serving: Serving) -> None:
    def broken(article: Article) -> None:
        if article.text == "bad":
            raise ValueError

    client = serving(broken, queue=0)
    assert [500, 200, 500, 200] == [
        client.post(URL, json={"text": text}).status_code for text in ("bad", "good", "bad", "good")
    ]


# --- the table ----------------------------------------------------------------------------------------------------


def test_every_kind_of_problem_has_a_test_here() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert [] == [kind for kind in PROBLEMS if f'"{kind}")' not in source]


@pytest.mark.parametrize("kind", PROBLEMS)
def test_every_kind_of_problem_is_documented(root: Path, kind: str) -> None:
    row = PROBLEMS[kind]
    retry = "" if row.retry_after is None else row.retry_after
    line = f"| {row.status} | `{kind}` | {row.title} | {retry} |"
    assert line in (root / "docs" / "http.md").read_text(encoding="utf-8")
