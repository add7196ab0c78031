"""``python -m operations.load``: more load than it can carry, workers that are killed, workers that are replaced.

Starts the service itself, asks it over the loopback, prints ratios, and ends with 1 where a figure is missed.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Sequence

from dateline.settings import Settings
from evaluation.scoring import Figure, Section, Table, written
from operations.articles import articles
from operations.clients import Outcome, Run, at_a_rate, memory, one_after_the_other, workers
from tests.serving import Server, serving

PROBE = 0.05
"""Seconds in which a probe shall be answered."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables; 1 where a figure is missed."""
    parser = argparse.ArgumentParser(prog="python -m operations.load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long each part takes")
    seconds = min(600.0, parser.parse_args(arguments).seconds)
    sections = [overload(seconds), kills(seconds), replacements(seconds)]
    print("\n\n".join(written(section) for section in sections))
    return int(any(figure.reached not in {"", "yes"} for section in sections for figure in section.figures))


def overload(seconds: float) -> Section:
    """What it can carry, and twice of that."""
    with serving(log_level="ERROR") as server:
        count = Settings.load().processes
        one_after_the_other(server, articles(1), count, seconds / 10)
        crowds = (count, 2 * count, 4 * count)
        best = max(one_after_the_other(server, articles(crowd), crowd, seconds / 4).rate for crowd in crowds)
        best = max(best, at_a_rate(server, articles(8), 2 * best, seconds / 4).rate)
        before, probes = memory(server), Probes(server)
        with probes:
            over = at_a_rate(server, articles(9), 2 * best, seconds)
        after = memory(server)
    late = sum(outcome.seconds > 2 for outcome in over.outcomes)
    figures = (
        Figure("answers that are neither 200 nor 429", over.failed(), target=0, low=True),
        Figure("answers after more than 2 s", late, target=0, low=True),
        Figure("articles read, over the best", over.rate / best, target=0.9),
        Figure("memory of the workers, after over before", after / before, target=1.1, low=True),
        Figure("probes, median, over 50 ms", probes.run.slowest(0.5) / PROBE, target=1, low=True),
        Figure("probes, 95 in a hundred, over 50 ms", probes.run.slowest(0.95) / PROBE, target=1, low=True),
    )
    return Section("Twice the load", figures, (_statuses(over),))


def kills(seconds: float) -> Section:
    """A worker is killed every five seconds, among clients that ask one after the other."""
    killed: list[int] = []

    def kill(server: Server) -> None:
        killed.append(random.choice(workers(server) or [0]))  # noqa: S311 - no secret
        if killed[-1]:
            os.kill(killed[-1], signal.SIGKILL)

    with serving(log_level="ERROR") as server:
        run = _while(server, kill, 5, seconds, kept=False)
    most = 3 * len(killed)
    figures = (
        Figure("workers killed", len(killed)),
        Figure("requests cut off, over those that the killed could have in hand", _cut(run) / most, target=1, low=True),
        Figure("answers that are neither 200 nor 429", run.failed() - _cut(run), target=0, low=True),
    )
    return Section("Workers killed", figures, (_statuses(run),))


def replacements(seconds: float) -> Section:
    """All workers are replaced every five seconds; half of the clients keep their connection."""
    count: list[int] = []

    def replace(server: Server) -> None:
        server.process.send_signal(signal.SIGHUP)
        count.append(1)

    runs = []
    for kept in (False, True):
        with serving(log_level="ERROR") as server:
            runs.append(_while(server, replace, 5, seconds / 2, kept))
    figures = (
        Figure("times that all workers were replaced", len(count)),
        Figure("requests that failed, each on a connection of its own", runs[0].failed(), target=0, low=True),
        Figure("requests that failed, on kept connections", runs[1].failed(), target=0, low=True),
    )
    return Section("Workers replaced", figures, tuple(_statuses(run) for run in runs))


def _while(server: Server, happens: Callable[[Server], None], every: float, seconds: float, kept: bool) -> Run:
    """Clients ask, and now and then something happens."""
    over = threading.Event()

    def repeat() -> None:
        while not over.wait(every):
            happens(server)

    thread = threading.Thread(target=repeat)
    thread.start()
    try:
        return one_after_the_other(server, articles(3), 2 * Settings.load().processes, seconds, kept)
    finally:
        over.set()
        thread.join()


def _cut(run: Run) -> int:
    return sum(count for status, count in run.statuses.items() if isinstance(status, str))


def _statuses(run: Run) -> Table:
    rows = tuple((str(status), count) for status, count in sorted(run.statuses.items(), key=str))
    return Table("", ("answer", "requests"), rows)


class Probes:
    """Asks /readyz again and again while inside."""

    def __init__(self, server: Server) -> None:
        self.run = Run()
        self._server = server
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def _ask(self) -> None:
        while not self._over.wait(0.1):
            began = time.monotonic()
            status = self._server.get("/readyz").status
            self.run.outcomes.append(Outcome(status, time.monotonic() - began))

    def __enter__(self) -> Probes:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()


if __name__ == "__main__":
    raise SystemExit(main())
