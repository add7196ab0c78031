"""``POST /v1/timelines``: many articles in, one answer each out, in order; a bad one fails alone."""

from __future__ import annotations

import json
import logging
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dateline.batch import MOST_ARTICLES
from dateline.errors import ArticleError
from dateline.settings import Settings
from dateline.values import Article
from dateline.web import create_app, problems
from dateline.web.batch import TURN
from dateline.web.items import Reader
from dateline_schemas import Problem, TimelineItem
from tests.handmade import TEXT, Fake
from tests.web.test_errors import CANARY, Gate, problem

Serving = Callable[..., FlaskClient]
URL = "/v1/timelines"
NDJSON = "application/x-ndjson"


@pytest.fixture
def gate() -> Gate:
    return Gate()


def lines(*values: Any) -> bytes:
    return b"".join(value if isinstance(value, bytes) else json.dumps(value).encode() + b"\n" for value in values)


def items(response: TestResponse) -> list[dict[str, Any]]:
    """The items of an answer, each of the one shape."""
    assert 200 == response.status_code, response.text
    whole = json.loads(response.data) if response.mimetype == "application/json" else None
    made = whole if whole is not None else [json.loads(line) for line in response.data.splitlines()]
    for index, item in enumerate(made):
        assert index == item["index"]
        assert {} == TimelineItem(exclude=("timeline",)).validate({k: v for k, v in item.items() if k != "timeline"})
        assert ["index", "id", "status", "timeline" if item["status"] == 200 else "problem"] == list(item)
        if "problem" in item:
            assert {} == Problem().validate(item["problem"])
            assert item["status"] == item["problem"]["status"]
            assert item["problem"]["instance"].endswith(f"#{response.headers['X-Request-ID']}/{index}")
    return made


def kinds(response: TestResponse) -> list[str]:
    """What became of each: ok, or the kind of problem."""
    return [item["problem"]["type"].rpartition(":")[2] if "problem" in item else "ok" for item in items(response)]


def send(client: FlaskClient, *values: Any, **options: Any) -> TestResponse:
    return client.post(URL, data=lines(*values), content_type=NDJSON, **options)


@pytest.mark.parametrize("count", [0, 1, 2, MOST_ARTICLES, 2 * MOST_ARTICLES + 1])
@pytest.mark.parametrize("sent", ["application/json", NDJSON])
@pytest.mark.parametrize("wanted", ["application/json", NDJSON, None])
def test_a_timeline_for_each_article_in_order(client: FlaskClient, count: int, sent: str, wanted: str | None) -> None:
    articles = [{"text": TEXT, "id": f"n{number}"} for number in range(count)]
    data = json.dumps(articles) if sent == "application/json" else lines(*articles)
    response = client.post(URL, data=data, content_type=sent, headers={"Accept": wanted} if wanted else {})
    assert (wanted or sent) == response.mimetype
    assert [f"n{number}" for number in range(count)] == [item["timeline"]["id"] for item in items(response)]


@pytest.mark.parametrize("type", ["application/json", NDJSON])
def test_an_item_has_the_bytes_that_it_has_alone(client: FlaskClient, type: str) -> None:
    asked = [
        {"text": TEXT, "id": "é", "include": ["expressions"], "offset_unit": "utf16"},
        {"html": "<p>A", "min_confidence": 0.95},
        {"type": "text", "version": "1", "uri": "urn:x:1", "body_text": TEXT, "headline": "h"},
    ]
    alone = [client.post("/v1/timeline", json=one).data for one in asked]
    body = client.post(URL, data=json.dumps(asked) if type != NDJSON else lines(*asked), content_type=type).data
    told = json.loads(b"[" + body.strip().replace(b"\n", b",") + b"]" if type == NDJSON else body)
    assert [json.loads(one) for one in alone] == [item["timeline"] for item in told]
    assert all(b'"status":200,"timeline":' + one + b"}" in body for one in alone)


@pytest.mark.parametrize(
    ("kind", "pointers", "bad"),
    [
        pytest.param("malformed", [], b"{not json\n", id="not JSON"),
        pytest.param("malformed", [], b'{"text": "caf\xe9"}\n', id="not UTF-8"),
        pytest.param("malformed", [], b'{"text": "a", "text": "b"}\n', id="a name twice"),
        pytest.param("malformed", [], b"[" * 900 + b"\n", id="nested deeply"),
        pytest.param("too-large", [], {"text": "a" * 2000}, id="too large"),
        pytest.param("invalid", ["/text"], {"text": " "}, id="empty"),
        pytest.param("invalid", [""], {}, id="nothing"),
        pytest.param("invalid", None, "a string", id="a string"),
        pytest.param("invalid", None, 7, id="a number"),
        pytest.param("invalid", None, None, id="null"),
        pytest.param("invalid", ["/published", "/x"], {"text": "a", "published": "soon", "x": 1}, id="two fields"),
        pytest.param("invalid", ["/published"], {"text": "refused"}, id="found by the engine"),
        pytest.param("internal", [], {"text": "broken"}, id="a fault of ours"),
    ],
)
def test_a_bad_article_fails_alone(serving: Serving, kind: str, pointers: list[str] | None, bad: Any) -> None:
    def work(article: Article) -> None:
        if article.text == "refused":
            raise ArticleError("published", "No.")
        if article.text == "broken":
            raise RuntimeError

    client = serving(work, max_body=1000)
    response = send(client, {"text": "a"}, bad, {"text": "b"})
    assert ["ok", kind, "ok"] == kinds(response)
    if pointers is not None:
        assert pointers == [error["pointer"] for error in items(response)[1]["problem"]["errors"]]
    if not isinstance(bad, bytes):
        assert ["ok", kind, "ok"] == kinds(client.post(URL, json=[{"text": "a"}, bad, {"text": "b"}]))


def test_a_bad_article_keeps_its_id(client: FlaskClient) -> None:
    assert ["x", None, None] == [
        item["id"] for item in items(send(client, {"id": "x", "text": ""}, {"id": 7, "text": ""}, b"{\n"))
    ]


def test_blank_lines_are_skipped_and_any_line_end_will_do(client: FlaskClient) -> None:
    body = b'\xef\xbb\xbf{"text": "a"}\r\n\r\n \t\n\n{"text": "b"}'
    assert ["ok", "ok"] == kinds(client.post(URL, data=body, content_type=NDJSON))


def test_the_fields_of_the_query_are_for_every_article() -> None:
    fake = Fake()
    client = create_app(Settings(), fake).test_client()
    query = "?published=2020-01-02&language=en"
    kinds(client.post(URL + query, json=[{"text": "a"}, {"text": "b", "published": "2021-01-01"}]))
    assert ["2020-01-02", "2021-01-01"] == [article.published for article in fake.articles[1:]]


@pytest.mark.parametrize(
    ("kind", "query", "type", "body"),
    [
        pytest.param("malformed", "", "application/json", b'[{"text": "a"},', id="a list cut off"),
        pytest.param("invalid", "", "application/json", b'{"text": "a"}', id="no list"),
        pytest.param("invalid", "?html=a", NDJSON, b"", id="wrong query"),
        pytest.param("invalid", "?input=papyrus", NDJSON, b"", id="unknown input"),
        pytest.param("unsupported-media-type", "", "text/plain", b"a", id="text"),
        pytest.param("not-acceptable", "?format=csv", NDJSON, b"", id="another format"),
        pytest.param("too-large", "", NDJSON, b"{}\n" * 4, id="too many lines"),
        pytest.param("too-large", "", "application/json", b"[1,2,3,4]", id="too many in a list"),
        pytest.param("too-large", "", NDJSON, b" " * 501, id="too many bytes"),
    ],
)
def test_a_batch_that_is_wrong_as_a_whole(serving: Serving, kind: str, query: str, type: str, body: bytes) -> None:
    client = serving(max_batch_items=3, max_batch_body=500)
    problem(client.post(URL + query, data=body, content_type=type), kind)


def test_a_form_that_is_neither_lines_nor_a_list_is_not_acceptable(client: FlaskClient) -> None:
    problem(send(client, {"text": "a"}, headers={"Accept": "text/csv"}), "not-acceptable")


def test_the_headers_are_those_of_a_single_answer(client: FlaskClient) -> None:
    response = send(client, {"text": "a"}, headers={"X-Request-ID": "desk-7"})
    assert ("desk-7", "no-store") == (response.headers["X-Request-ID"], response.headers["Cache-Control"])
    stages = [stage.partition(";")[0] for stage in response.headers["Server-Timing"].split(", ")]
    assert ["wait", "parse", "clean", "render"] == stages


def test_the_log_tells_how_many_and_no_word_of_them(serving: Serving, caplog: pytest.LogCaptureFixture) -> None:
    def broken(article: Article) -> None:
        raise ValueError(article.text)

    with caplog.at_level(logging.DEBUG):
        response = send(serving(broken), {"text": CANARY, "id": CANARY}, {"x": CANARY}, {"id": "x", "title": CANARY})
        assert ["internal", "invalid", "invalid"] == kinds(response)
    told = next(record for record in caplog.records if record.message == "batch")
    assert (3, True) == (told.items, told.whole)  # type: ignore[attr-defined]
    assert CANARY not in str([vars(record) for record in caplog.records])


def test_articles_are_answered_as_they_are_made(serving: Serving) -> None:
    """The answer has begun when only the first few were read; a client that hangs up ends the work."""
    read: list[Article] = []
    client = serving(read.append)
    response = send(client, *[{"text": "a"}] * 100, buffered=False)
    assert MOST_ARTICLES == len(read)
    parts = response.iter_encoded()
    next(parts)
    next(parts)
    assert 2 * MOST_ARTICLES == len(read)
    response.close()
    assert ["ok"] == kinds(send(client, {"text": "b"}))
    assert 2 * MOST_ARTICLES + 1 == len(read)


@pytest.mark.parametrize(
    ("expected", "length"),
    [(MOST_ARTICLES, 10), (2, TURN // 2), (1, TURN * 2)],
    ids=["short ones", "middling ones", "long ones"],
)
def test_a_turn_is_short(serving: Serving, expected: int, length: int) -> None:
    read: list[Article] = []
    response = send(serving(read.append), *[{"text": "a" * length}] * 20, buffered=False)
    assert expected == len(read)
    response.close()


def test_an_answer_that_is_never_read_frees_its_place(serving: Serving) -> None:
    client = serving()
    send(client, *[{"text": "a"}] * 100, buffered=False).close()
    assert ["ok"] == kinds(send(client, {"text": "b"}))


def test_one_batch_at_a_time(serving: Serving) -> None:
    client = serving()
    first = send(client, *[{"text": "a"}] * 100, buffered=False)
    problem(send(client, {"text": "b"}), "busy")
    assert 200 == client.post("/v1/timeline", json={"text": "c"}).status_code
    assert 100 == len(items(first))
    assert ["ok"] == kinds(send(client, {"text": "b"}))


def test_a_single_article_goes_between_the_parts_of_a_batch(serving: Serving, gate: Gate) -> None:
    read: list[str] = []

    def work(article: Article) -> None:
        read.append(article.id or "")
        if article.id == "0":
            gate(article)

    client = serving(work)
    slot = client.application.extensions["dateline"].slot
    threads = [
        threading.Thread(target=lambda: items(send(client, *[{"text": "a", "id": str(n)} for n in range(40)]))),
        threading.Thread(target=lambda: client.post("/v1/timeline", json={"text": "a", "id": "single"})),
    ]
    threads[0].start()
    assert gate.begun.acquire(timeout=10)
    threads[1].start()
    while len(slot._engine._line) < 2:
        time.sleep(0.01)
    gate.open.set()
    for thread in threads:
        thread.join(10)
    assert MOST_ARTICLES == read.index("single")
    assert 41 == len(read)


def test_time_is_counted_for_each_article(serving: Serving) -> None:
    def work(article: Article) -> None:
        time.sleep(0.3 if article.text == "slow" else 0.02)

    made = kinds(send(serving(work, time_budget=0.25), *[{"text": "a"}] * 15, {"text": "slow"}, {"text": "b"}))
    assert ["ok"] * 15 + ["out-of-time", "ok"] == made


def test_time_that_runs_out_while_waiting_fails_those_who_waited(serving: Serving, gate: Gate) -> None:
    client = serving(gate, time_budget=0.2)
    thread = threading.Thread(target=lambda: client.post("/v1/timeline", json={"text": "a"}))
    thread.start()
    assert gate.begun.acquire(timeout=10)
    assert ["out-of-time", "malformed"] == kinds(send(client, {"text": "a"}, b"{\n"))
    gate.open.set()
    thread.join(10)
    assert ["ok"] == kinds(send(client, {"text": "a"}))


def test_what_breaks_the_shared_parse_fails_those_who_shared_it() -> None:
    fake = Fake()
    client = create_app(Settings(), fake).test_client()

    def broken(articles: Any) -> None:
        raise MemoryError

    fake.together = broken
    assert ["internal", "internal"] == kinds(client.post(URL, json=[{"text": "a"}, {"text": "b"}]))
    fake.together = lambda articles: None
    assert ["ok"] == kinds(client.post(URL, json=[{"text": "a"}]))


def test_a_fault_between_articles_breaks_the_answer_off_and_quotes_none(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    value = Reader.value

    def broken(reader: Reader, place: int, given: Any) -> Any:
        if place > MOST_ARTICLES:
            raise ValueError(CANARY)
        return value(reader, place, given)

    monkeypatch.setattr(Reader, "value", broken)
    with pytest.raises(problems.Problem, match="The fault is logged") as raised:
        client.post(URL, json=[{"text": CANARY}] * 40, buffered=True)
    assert CANARY not in "".join(traceback.format_exception(raised.value)) + caplog.text
    assert ["ValueError"] == [record.error for record in caplog.records if record.message == "request failed"]  # type: ignore[attr-defined]


def test_a_process_that_stops_brings_a_batch_to_its_end(serving: Serving) -> None:
    client = serving(time_budget=0.1)
    service = client.application.extensions["dateline"]
    response = client.post(URL, json=[{"text": "a"}] * 40, buffered=False)
    service.drain()
    assert not service.leaving
    time.sleep(0.1)
    assert service.leaving
    assert ["ok"] * MOST_ARTICLES + ["draining"] * (40 - MOST_ARTICLES) == kinds(response)


def test_the_limits_are_told(client: FlaskClient) -> None:
    limits = client.get("/v1/capabilities").json["limits"]
    assert (16 * 1024 * 1024, 1000) == (limits["batch_bytes"], limits["batch_items"])


def test_a_body_of_many_short_lines_costs_linear_time(serving: Serving) -> None:
    began = time.monotonic()
    problem(serving().post(URL, data=b"{}\n" * 5_000_000, content_type=NDJSON), "too-large")
    assert time.monotonic() - began < 5


def test_what_a_batch_may_not_is_documented(root: Path) -> None:
    text = (root / "docs" / "http.md").read_text(encoding="utf-8")
    assert f"at most {MOST_ARTICLES} articles or {TURN:,} characters" in text
