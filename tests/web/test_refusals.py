"""What gunicorn refuses before the application sees it: in the one shape, and with no word of it in the log."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from email.message import Message

import pytest

from dateline_schemas import Problem
from tests.serving import Server, serving

CANARY = "Zyxwvutopia"
HOST = b"Host: a\r\n"
TEXT = b"POST /v1/timeline HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
LONG = CANARY.encode() * 1_000


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(workers="1", client_timeout="2", log_level="DEBUG") as one:
        yield one


def connected(server: Server) -> socket.socket:
    host, port = server.url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=30)


def answered(client: socket.socket) -> tuple[int, Message, bytes]:
    with http.client.HTTPResponse(client) as response:
        response.begin()
        return response.status, response.headers, response.read()


REFUSED = [
    pytest.param(400, f"{CANARY}\r\n\r\n".encode(), id="no HTTP"),
    pytest.param(400, f"GET /?title={CANARY} HTTP/7.1\r\n\r\n".encode(), id="version"),
    pytest.param(400, f"G{{}}T /?title={CANARY} HTTP/1.1\r\n\r\n".encode(), id="method"),
    pytest.param(400, b"GET / HTTP/1.1\r\n" + HOST + f"{CANARY} A: b\r\n\r\n".encode(), id="name of a header"),
    pytest.param(400, TEXT + f"Content-Length: {CANARY}\r\n\r\n".encode(), id="length"),
    pytest.param(400, TEXT + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", id="two lengths"),
    pytest.param(414, b"GET /?title=" + LONG + b" HTTP/1.1\r\n" + HOST + b"\r\n", id="long request line"),
    pytest.param(414, b"GET /?title=" + LONG * 10 + b" HTTP/1.1\r\n" + HOST + b"\r\n", id="very long request line"),
    pytest.param(417, TEXT + f"Content-Length: 1\r\nExpect: {CANARY}\r\n\r\n".encode(), id="expectation"),
    pytest.param(431, b"GET / HTTP/1.1\r\n" + HOST + b"X-A: " + LONG + b"\r\n\r\n", id="long header"),
    pytest.param(431, b"GET / HTTP/1.1\r\n" + HOST + b"X-A: b\r\n" * 100 + b"\r\n", id="many headers"),
    pytest.param(408, f"GET /?title={CANARY}".encode(), id="a head that does not end"),
]


@pytest.mark.parametrize(("status", "raw"), REFUSED)
def test_what_is_refused_before_the_application_has_the_one_shape(server: Server, status: int, raw: bytes) -> None:
    with connected(server) as client:
        client.sendall(raw)
        got, headers, body = answered(client)
    told = json.loads(body)
    assert (status, "application/problem+json", "close") == (got, headers["Content-Type"], headers["Connection"])
    assert ("about:blank", status, f"#{headers['X-Request-ID']}") == (told["type"], told["status"], told["instance"])
    assert {} == Problem().validate(told)
    assert "nosniff" == headers["X-Content-Type-Options"]
    line = next(line for line in server.log() if line.get("request_id") == headers["X-Request-ID"])
    assert ("WARNING", "request refused", status) == (line["level"], line["message"], line["status"])
    assert CANARY not in body.decode()


def test_chunks_that_are_none_are_malformed(server: Server) -> None:
    with connected(server) as client:
        client.sendall(TEXT + b"Transfer-Encoding: chunked\r\n\r\n" + CANARY.encode() + b"\r\n\r\n")
        status, _, body = answered(client)
    assert (400, "urn:problem-type:dateline:malformed") == (status, json.loads(body)["type"])


def test_a_body_that_breaks_off_is_no_fault_of_ours(server: Server) -> None:
    for length in (b"Content-Length: 99\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n63\r\nabc"):
        with connected(server) as client:
            client.sendall(TEXT + length)
            client.shutdown(socket.SHUT_WR)
            assert 400 == answered(client)[0]
    assert [] == [line for line in server.log() if line["level"] == "ERROR"]


def test_clients_that_do_not_hang_up_are_in_nobodys_way(server: Server) -> None:
    raws = [b"NO HTTP\r\n\r\n", b"GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"]
    with ExitStack() as stack:
        for raw in raws * 6:
            client = stack.enter_context(connected(server))
            client.sendall(raw)
        time.sleep(0.3)
        began = time.monotonic()
        assert 200 == server.get("/livez").status
        assert time.monotonic() - began < 3  # by gunicorn alone 24


def test_refusals_are_counted_and_no_word_of_them_is_kept(server: Server) -> None:
    with connected(server) as client:
        client.sendall(f"{CANARY}\r\n\r\n".encode())
        answered(client)
    figures = server.get("/metrics").body.decode()
    assert 'dateline_requests_total{route="other",status="400"}' in figures
    log = json.dumps(server.log())
    assert [] == [word for word in (CANARY, "ip=") if word in log + figures]
