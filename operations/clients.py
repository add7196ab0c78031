"""Clients of a running service: some that ask one after the other, and a crowd that asks at a given rate."""

from __future__ import annotations

import http.client
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.serving import Server

WAIT = 0.1
"""Seconds that a client waits that was refused. They should wait longer: see ``Retry-After``."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One request: the status, or the name of what cut it off, and how many seconds it took."""

    status: int | str
    seconds: float


@dataclass(slots=True)
class Run:
    """What became of some requests, and how long all of it took."""

    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def statuses(self) -> Counter[int | str]:
        """How many of each."""
        return Counter(outcome.status for outcome in self.outcomes)

    @property
    def rate(self) -> float:
        """Articles read a second."""
        return self.statuses[200] / self.seconds

    def slowest(self, share: float = 1.0) -> float:
        """The seconds that so large a share of the answers took at most."""
        took = sorted(outcome.seconds for outcome in self.outcomes)
        return took[max(0, round(share * len(took)) - 1)]

    def failed(self) -> int:
        """Requests that got neither a timeline nor a clean refusal."""
        return sum(count for status, count in self.statuses.items() if status not in {200, 429})


def ask(server: Server, article: str, connection: http.client.HTTPConnection | None = None) -> Outcome:
    """Sends one article, on the connection or on one of its own."""
    began = time.monotonic()
    try:
        if connection is not None:
            return Outcome(_send(connection, article), time.monotonic() - began)
        with closing(connect(server)) as own:
            return Outcome(_send(own, article), time.monotonic() - began)
    except (OSError, http.client.HTTPException) as error:
        if connection is not None:
            connection.close()
        return Outcome(type(error).__name__, time.monotonic() - began)


def connect(server: Server) -> http.client.HTTPConnection:
    """A connection that is kept while the service keeps it."""
    return http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=60)


def _send(connection: http.client.HTTPConnection, article: str) -> int:
    connection.request("POST", "/v1/timeline", article.encode(), {"Content-Type": "text/plain"})
    with connection.getresponse() as response:
        response.read()
        return response.status


def one_after_the_other(
    server: Server, articles: Iterator[str], clients: int, seconds: float, kept: bool = False
) -> Run:
    """So many clients, each sending its next article when it has its answer."""
    run, guard, end = Run(), threading.Lock(), time.monotonic() + seconds

    def client() -> None:
        with closing(connect(server)) as own:
            while time.monotonic() < end:
                with guard:
                    article = next(articles)
                outcome = ask(server, article, own if kept else None)
                run.outcomes.append(outcome)
                if outcome.status != 200:
                    time.sleep(WAIT)

    began = time.monotonic()
    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.seconds = time.monotonic() - began
    return run


def at_a_rate(server: Server, articles: Iterator[str], rate: float, seconds: float) -> Run:
    """So many articles a second, whether or not earlier ones were answered."""
    run, began = Run(), time.monotonic()
    with ThreadPoolExecutor(64) as pool:
        for number in range(int(rate * seconds)):
            time.sleep(max(0.0, began + number / rate - time.monotonic()))
            pool.submit(lambda article: run.outcomes.append(ask(server, article)), next(articles))
    run.seconds = time.monotonic() - began
    return run


def workers(server: Server) -> list[int]:
    """The process ids of the workers."""
    pid = server.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def memory(server: Server) -> int:
    """Bytes that the workers have in memory, shared pages counted with each."""
    statuses = [Path(f"/proc/{pid}/status").read_text() for pid in workers(server)]
    return sum(1024 * int(status.split("VmRSS:")[1].split()[0]) for status in statuses)
