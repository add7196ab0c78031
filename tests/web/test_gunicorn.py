"""The service as it is run: gunicorn, the real engine, real HTTP, real signals."""

from __future__ import annotations

import gzip
import http.client
import json
import threading
import time

import pytest

from dateline_schemas import examples
from tests.serving import Server, serving

ARTICLE = (
    "OSLO – The city council approved a new bridge over the Aker river on Monday. 🌉 "
    "The old bridge collapsed in March 2012. Three people died."
)
CANARY = "xyzzyembargoed"


def test_it_is_ready_once_it_listens(service: Server) -> None:
    assert [(200, {"status": "alive"}), (200, {"status": "ready"})] == [
        (answer.status, answer.json) for answer in (service.get("/livez"), service.get("/readyz"))
    ]


def test_an_article_gives_its_events(service: Server) -> None:
    made = service.timeline(text=ARTICLE, published="2013-02-12")
    dates = {(event["when"]["edtf"], event["mentions"][0]["trigger"]["text"]) for event in made["events"]}
    assert dates >= {("2012-03", "collapsed"), ("2013-02-11", "approved")}
    for event in made["events"]:
        quotes = [quote for mention in event["mentions"] for quote in mention.values()]
        assert [quote["text"] for quote in quotes] == [ARTICLE[quote["start"] : quote["end"]] for quote in quotes]


def test_the_example_of_the_contract_is_what_is_answered(service: Server) -> None:
    shown = examples.ANSWER["events"][0]
    made = service.timeline(**examples.REQUEST)
    event = next(event for event in made["events"] if event["mentions"] == shown["mentions"])
    same = ("when", "status", "kind", "places")
    assert {name: shown[name] for name in same} == {name: event[name] for name in same}
    assert ("explicit", shown["basis"]["quote"]) == (event["basis"]["kind"], event["basis"]["quote"])
    assert examples.ANSWER["article"] == made["article"]


def test_the_three_ways_to_send_it_give_the_same_events(service: Server) -> None:
    path = "/v1/timeline?published=2013-02-12"
    html = f"<p>{ARTICLE}</p>".encode()
    answers = [
        service.timeline(text=ARTICLE, published="2013-02-12"),
        service.post(path, ARTICLE.encode(), "text/plain").json,
        service.post(path, html, "text/html").json,
        service.post(path, gzip.compress(html), "text/html; charset=utf-8", Content_Encoding="gzip").json,
    ]
    events = [[(event["title"], event["when"]["edtf"]) for event in answer["events"]] for answer in answers]
    assert events[0]
    assert [events[0]] * 3 == events[1:]


def test_every_worker_gives_the_same_bytes(service: Server) -> None:
    body = json.dumps({"text": ARTICLE, "include": ["text", "expressions", "mentions", "undated"]}).encode()
    answers = [service.post("/v1/timeline", body, "application/json") for _ in range(8)]
    assert 1 == len({answer.body for answer in answers})
    assert {200} == {answer.status for answer in answers}


def test_the_time_of_each_stage_is_told(service: Server) -> None:
    headers = service.post("/v1/timeline", ARTICLE.encode(), "text/plain").headers
    stages = [stage.partition(";")[0] for stage in headers["Server-Timing"].split(", ")]
    assert ["wait", "clean", "parse"] == stages[:3]
    assert "render" == stages[-1]


def test_a_body_over_the_limit_is_refused_and_the_next_is_read(service: Server) -> None:
    for _ in range(5):
        answer = service.post("/v1/timeline", b"a" * 4_000_000, "text/plain")
        assert (413, "application/problem+json") == (answer.status, answer.headers["Content-Type"])
    assert 200 == service.post("/v1/timeline", b"a", "text/plain").status


def test_a_body_in_chunks_is_read_and_counted(service: Server) -> None:
    host = service.url.removeprefix("http://")
    headers = {"Content-Type": "text/plain"}
    statuses = []
    for pieces in ([ARTICLE[:50].encode(), ARTICLE[50:].encode()], [b"a" * 65_536] * 40):
        connection = http.client.HTTPConnection(host, timeout=60)
        connection.request("POST", "/v1/timeline", iter(pieces), headers, encode_chunked=True)
        with connection.getresponse() as response:
            statuses.append(response.status)
        connection.close()
    assert [200, 413] == statuses


def test_probes_are_answered_while_every_worker_is_busy_and_the_queue_is_full() -> None:
    long = (ARTICLE * 200).encode()
    answers: list[int] = []
    with serving(workers="1", queue="1") as server:
        threads = [
            threading.Thread(target=lambda: answers.append(server.post("/v1/timeline", long, "text/plain").status))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        time.sleep(0.2)
        began = time.monotonic()
        assert [200, 200] == [server.get(path).status for path in ("/livez", "/readyz")]
        assert time.monotonic() - began < 2
        for thread in threads:
            thread.join()
    assert {200: True, 429: True} == {status: status in answers for status in (200, 429)}
    assert set(answers) == {200, 429}


def test_a_stop_lets_readiness_go_first_and_finishes_what_is_under_way() -> None:
    long = (ARTICLE * 100).encode()
    answers: list[int] = []
    with serving(workers="1", drain="1") as server:
        thread = threading.Thread(target=lambda: answers.append(server.post("/v1/timeline", long, "text/plain").status))
        thread.start()
        time.sleep(0.2)
        server.process.terminate()
        time.sleep(0.3)
        assert (503, "application/problem+json") == (
            (answer := server.get("/readyz")).status,
            answer.headers["Content-Type"],
        )
        assert 200 == server.post("/v1/timeline", b"They met in May 2012.", "text/plain").status
        thread.join()
        assert 0 == server.stop()
    assert [200] == answers


def test_the_log_is_json_and_says_nothing_of_the_article() -> None:
    with serving(workers="1", log_level="DEBUG") as server:
        path = f"/v1/timeline?title={CANARY}&published="
        for published, body, type in (
            ("2013-02-12", CANARY, "text/plain"),
            ("2013-02-12", f"<p>{CANARY}", "text/html"),
            (CANARY, CANARY, "text/plain"),
            ("", json.dumps({CANARY: CANARY}), "application/json"),
            ("", f"{{{CANARY}", "application/json"),
        ):
            server.post(path + published, body.encode(), type, X_Request_ID="r-7")
        server.stop()
        lines = server.log()
    requests = [line for line in lines if line["logger"] == "dateline.access"]
    assert [200, 200, 422, 422, 400] == [line["status"] for line in requests]
    assert {"r-7"} == {line["request_id"] for line in requests}
    assert {"timestamp", "level", "logger", "message"} <= set.intersection(*(set(line) for line in lines))
    assert CANARY not in json.dumps(lines)
    assert "127.0.0.1" not in json.dumps(requests)


def test_a_start_that_fails_says_why() -> None:
    with pytest.raises(AssertionError, match="no_such_model"), serving(model="no_such_model", workers="1"):
        pass
