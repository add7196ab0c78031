"""How fast the service is: what HTTP adds to the engine's own time, and what a second worker brings."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median
from time import perf_counter, sleep

from evaluation.answers import counted
from evaluation.corpora import Document
from evaluation.scoring import Figure, Section

CLIENTS = 2
"""For each worker: while one waits for its answer the other's article is read."""
START = 30.0
ENGINE = frozenset("clean parse read recognise infer ground extract count anchor weigh merge".split())
_STAGE = re.compile(r"(\w+);dur=([\d.]+)")


def service(documents: Sequence[Document], rounds: int) -> Section:
    """Both figures, each from servers that are started for it and ended after it."""
    alone, extra = _one_worker(documents, rounds)
    with serving(workers=2) as url:
        both = _rate(url, documents, rounds, workers=2)
    return Section(
        "service",
        (
            Figure("a request's milliseconds over the engine's", 1000 * extra, target=5.0, low=True),
            Figure("two workers over twice one", both / (2 * alone), target=0.85),
        ),
    )


def _one_worker(documents: Sequence[Document], rounds: int) -> tuple[float, float]:
    """Articles a second that one worker reads, and the median seconds of a request over those of the engine in it."""
    with serving(workers=1) as url:
        extra = [_over(url, document) for _ in range(rounds) for document in counted("over HTTP", documents)]
        return _rate(url, documents, rounds, workers=1), median(extra)


def _over(url: str, document: Document) -> float:
    start = perf_counter()
    engine = ask(url, document)
    return perf_counter() - start - engine


def _rate(url: str, documents: Sequence[Document], rounds: int, workers: int) -> float:
    """Articles a second, with enough clients to keep the workers busy."""
    work = [document for _ in range(rounds) for document in documents]
    with ThreadPoolExecutor(CLIENTS * workers) as clients:
        start = perf_counter()
        list(clients.map(lambda document: ask(url, document), work))
        return len(work) / (perf_counter() - start)


def ask(url: str, document: Document) -> float:
    """Sends an article until it is answered: a worker that is full says so, and another may not be. Gives the seconds
    that the engine took, as ``Server-Timing`` tells them."""
    body = json.dumps({"text": document.text, "published": document.published}).encode()
    request = urllib.request.Request(f"{url}/v1/timeline", body, {"Content-Type": "application/json"})
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                answer.read()
                stages = _STAGE.findall(answer.headers["Server-Timing"])
                return sum(float(took) for name, took in stages if name in ENGINE) / 1000
        except urllib.error.HTTPError as error:
            if error.code != 429:
                raise
            sleep(0.005)


@contextmanager
def serving(workers: int) -> Iterator[str]:
    """The address of a service with so many workers, ready to answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"DATELINE_WORKERS": str(workers), "DATELINE_LOG_LEVEL": "ERROR"}
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process)
            yield url
        finally:
            process.terminate()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = perf_counter() + START
    while perf_counter() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5):
                return
        except OSError:
            sleep(0.05)
    raise RuntimeError("The service did not start.")


def start_up() -> Section:
    """Seconds from the command to the first readiness."""
    start = perf_counter()
    with serving(workers=1):
        took = perf_counter() - start
    return Section("start", (Figure("seconds to ready", took, target=3.0, low=True),))
