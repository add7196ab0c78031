"""Life and death under gunicorn: workers that are killed or replaced, clients that are slow, probes among the busy."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.serving import Server, serving

ARTICLE = "The old bridge collapsed in March 2012. The council met on Monday. "
LONG = (ARTICLE * 150).encode()


def workers(server: Server) -> list[int]:
    pid = server.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def connected(server: Server) -> socket.socket:
    host, port = server.url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=30)


def test_probes_are_quick_while_every_worker_is_busy() -> None:
    with serving(workers="1") as server:
        thread = threading.Thread(target=lambda: server.post("/v1/timeline", LONG * 3, "text/plain"))
        thread.start()
        time.sleep(0.3)
        took = []
        while thread.is_alive() and len(took) < 40:
            began = time.monotonic()
            assert 200 == server.get("/readyz").status
            took.append(time.monotonic() - began)
        thread.join()
    assert sorted(took)[len(took) // 2] < 0.05


def test_a_worker_that_is_killed_costs_what_it_had_in_hand() -> None:
    outcomes: list[int | str] = []

    def send(server: Server) -> None:
        try:
            outcomes.append(server.post("/v1/timeline", LONG * 5, "text/plain").status)
        except OSError:
            outcomes.append("cut")

    with serving(workers="1") as server:
        thread = threading.Thread(target=send, args=(server,))
        thread.start()
        time.sleep(0.3)
        os.kill(workers(server)[0], signal.SIGKILL)
        thread.join()
        assert ["cut"] == outcomes
        assert 200 == server.post("/v1/timeline", ARTICLE.encode(), "text/plain").status
        assert 0 == server.stop()


def test_workers_are_replaced_and_no_request_fails() -> None:
    answers: list[int | str] = []
    stop = threading.Event()

    def ask(server: Server) -> None:
        while not stop.is_set():
            try:
                answers.append(server.post("/v1/timeline", ARTICLE.encode(), "text/plain").status)
            except OSError as error:
                answers.append(type(error).__name__)

    with serving(workers="2") as server:
        before = set(workers(server))
        threads = [threading.Thread(target=ask, args=(server,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        server.process.send_signal(signal.SIGHUP)
        end = time.monotonic() + 30
        while before & set(workers(server)) and time.monotonic() < end:
            time.sleep(0.1)
        stop.set()
        for thread in threads:
            thread.join()
        assert not before & set(workers(server))
    assert {200} == set(answers)


@pytest.mark.parametrize(
    ("begin", "drip"),
    [
        pytest.param(b"POST /v1/timeline HTTP/1.1\r\nX-A: ", b"a", id="head"),
        pytest.param(
            b"POST /v1/timeline HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9999\r\n\r\n",
            b"a",
            id="body",
        ),
        pytest.param(
            b"POST /v1/timeline HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"1\r\na\r\n",
            id="body in chunks",
        ),
    ],
)
def test_slow_clients_are_hung_up_on_and_others_served(begin: bytes, drip: bytes) -> None:
    with serving(workers="1", client_timeout="1") as server, ExitStack() as stack:
        slow = [stack.enter_context(connected(server)) for _ in range(8)]
        gone = set()
        for client in slow:
            client.sendall(begin)
        end = time.monotonic() + 15
        while len(gone) < len(slow) and time.monotonic() < end:
            time.sleep(0.2)
            for client in set(slow) - gone:
                try:
                    client.sendall(drip)
                    client.settimeout(0.01)
                    client.recv(10_000)
                    gone.add(client)
                except TimeoutError:
                    pass
                except OSError:
                    gone.add(client)
        assert len(slow) == len(gone)
        assert 200 == server.post("/v1/timeline", ARTICLE.encode(), "text/plain").status


def test_connections_that_say_nothing_keep_no_thread() -> None:
    with serving(workers="1") as server, ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(connected(server))
        time.sleep(0.5)
        began = time.monotonic()
        assert 200 == server.get("/livez").status
        assert time.monotonic() - began < 1


def test_a_request_longer_in_hand_than_a_client_may_take_is_answered() -> None:
    with serving(workers="1", client_timeout="0.5") as server:
        assert 200 == server.post("/v1/timeline", LONG * 4, "text/plain").status
