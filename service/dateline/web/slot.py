"""The one place at the engine that a worker has, the short line in front of it, and the time a request may take."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from dateline.web.problems import Problem
from dateline.web.trace import Trace


class Watch:
    """Keeps the time of one request: how long each stage takes, and whether any is left."""

    def __init__(self, trace: Trace, budget: float) -> None:
        self.trace = trace
        self.budget = budget

    @property
    def left(self) -> float:
        """Seconds left, negative when it has run out."""
        return self.trace.began + self.budget - time.monotonic()

    def step(self, name: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Runs one stage (see ``pipeline.Step``). Raises ``Problem`` where no time is left to begin it."""
        if self.left <= 0:
            raise self.out_of_time(f"before the stage {name!r}")
        began = time.monotonic()
        try:
            return function(*arguments)
        finally:
            self.trace.stages.append((name, time.monotonic() - began))

    def out_of_time(self, where: str) -> Problem:
        """What to raise."""
        return Problem("out-of-time", f"The {self.budget:g} s for this request ran out {where}.")


class Slot:
    """One request at the engine, ``queue`` waiting, more are refused at once."""

    def __init__(self, queue: int) -> None:
        self.queue = queue
        self._places = threading.Semaphore(1 + queue)
        self._engine = threading.Lock()

    @contextmanager
    def hold(self, watch: Watch) -> Iterator[None]:
        """The engine, to oneself. Raises ``Problem``: busy at once, or out of time while waiting."""
        if not self._places.acquire(blocking=False):
            raise Problem("busy", f"One request is being read and {self.queue} wait. Try again soon.")
        try:
            watch.step("wait", self._take, watch)
            try:
                yield
            finally:
                self._engine.release()
        finally:
            self._places.release()

    def _take(self, watch: Watch) -> None:
        if not self._engine.acquire(timeout=max(0.0, watch.left)):
            raise watch.out_of_time("while waiting for the engine")
