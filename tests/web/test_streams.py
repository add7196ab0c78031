"""Batches over real HTTP: written as they are made, beside single articles, and ended by a client that hangs up."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.serving import Server, serving

WORDS = "The bridge at pier {n} fell on {day} May 2012. It had been closed in 2009, and will reopen next year. "
ARTICLES = [
    {"id": str(n), "text": WORDS.format(n=n, day=1 + n % 28) * 2, "published": "2013-02-12"} for n in range(600)
]
BODY = "".join(json.dumps(article) + "\n" for article in ARTICLES).encode()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One worker, so that a batch is in everybody's way."""
    with serving(workers="1") as one:
        yield one


@contextmanager
def batch(server: Server, body: bytes = BODY) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=60)
    connection.request("POST", "/v1/timelines", body, {"Content-Type": "application/x-ndjson"})
    with connection.getresponse() as response:
        assert 200 == response.status
        yield response
    connection.close()


def test_an_item_is_what_the_article_gives_alone(server: Server) -> None:
    with batch(server, BODY[: BODY.index(b"\n", 4000)]) as response:
        lines = response.read().splitlines()
    assert lines
    for article, line in zip(ARTICLES, lines, strict=False):
        alone = server.post("/v1/timeline", json.dumps(article).encode(), "application/json").body
        assert line.endswith(b'"timeline":' + alone + b"}")


def test_answers_come_as_they_are_made_and_others_go_between(server: Server) -> None:
    with batch(server) as response:
        first = response.readline()
        began = time.monotonic()
        assert server.timeline(text="The dam broke in 2009.")["events"]
        assert 200 == server.get("/readyz").status
        between = time.monotonic() - began
        rest = response.read().splitlines()
        whole = time.monotonic() - began
    assert [str(n) for n in range(600)] == [json.loads(line)["id"] for line in [first, *rest]]
    assert between < whole / 2


def test_a_client_that_hangs_up_ends_its_batch(server: Server) -> None:
    with batch(server) as response:
        assert response.readline()
        response.close()
    end = time.monotonic() + 30
    while (status := server.post("/v1/timelines", b"[]", "application/json").status) == 429:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert 200 == status
    ended = [line for line in server.log() if line["message"] == "batch" and not line["whole"]]
    assert ended[-1]["items"] < 600


def test_a_stop_lets_a_batch_come_to_its_end() -> None:
    with serving(workers="1", time_budget="1") as server, batch(server, BODY) as response:
        response.readline()
        server.process.terminate()
        rest = [json.loads(line) for line in response.read().splitlines()]
        assert 599 == len(rest)
        assert {"200", "503"} >= {str(item["status"]) for item in rest}
        assert 0 == server.process.wait(60)
