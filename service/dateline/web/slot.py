"""The one place at the engine that a worker has, the short line in front of it, and the time a request may take."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Literal

from dateline.web.problems import Problem
from dateline.web.trace import Trace


class Watch:
    """Keeps the time of one request: how long each stage takes, and whether any is left."""

    def __init__(self, trace: Trace, budget: float, tell: Callable[[str, float], object] = lambda *_: None) -> None:
        self.trace = trace
        self.budget = budget
        self.tell = tell

    @property
    def left(self) -> float:
        """Seconds left, negative when it has run out."""
        return self.trace.began + self.budget - time.monotonic()

    def step(self, name: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Runs one stage or a piece of it (see ``pipeline.Step``). Raises ``Problem`` where no time is left to."""
        if self.left <= 0:
            raise self.out_of_time(f"{'in' if name in self.trace.stages else 'before'} the stage {name!r}")
        began = time.monotonic()
        try:
            with self.trace.around(name):
                return function(*arguments)
        finally:
            took = time.monotonic() - began
            self.trace.add(name, took)
            self.tell(name, took)

    def out_of_time(self, where: str) -> Problem:
        """What to raise."""
        return Problem("out-of-time", f"The {self.budget:g} s for this request ran out {where}.")


class Share(Watch):
    """Keeps the time of one article of a batch: its own stages count, and those of ``together``, which all share."""

    def __init__(self, together: Watch) -> None:
        super().__init__(together.trace.part(), together.budget, together.tell)
        self.together = together

    @property
    def left(self) -> float:
        """Seconds left, negative when it has run out."""
        return self.budget - sum(self.trace.stages.values()) - sum(self.together.trace.stages.values())


class Turns:
    """A lock that goes to those who wait in the order in which they came."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._line: deque[threading.Event] = deque()

    def take(self, timeout: float) -> bool:
        """Whether it was got within so many seconds."""
        turn = threading.Event()
        with self._guard:
            self._line.append(turn)
            if self._line[0] is turn:
                return True
        if turn.wait(timeout):
            return True
        with self._guard:
            if self._line[0] is turn:
                return True
            self._line.remove(turn)
            return False

    def give(self) -> None:
        """Hands it on."""
        with self._guard:
            self._line.popleft()
            if self._line:
                self._line[0].set()


class Slot:
    """One request at the engine, ``queue`` waiting, more are refused at once. Beside them one batch, which takes its
    turn for a few articles at a time."""

    def __init__(
        self,
        queue: int,
        one: Callable[[Literal["waiting", "reading"]], AbstractContextManager[None]] = lambda name: nullcontext(),
    ) -> None:
        """``one`` counts those who are waiting and reading."""
        self.queue = queue
        self._one = one
        self._places = threading.Semaphore(1 + queue)
        self._batch = threading.Lock()
        self._engine = Turns()

    @contextmanager
    def hold(self, watch: Watch) -> Iterator[None]:
        """The engine, to oneself. Raises ``Problem``: busy at once, or out of time while waiting."""
        if not self._places.acquire(blocking=False):
            raise Problem("busy", f"One request is being read and {self.queue} wait. Try again soon.")
        try:
            with self.turn(watch):
                yield
        finally:
            self._places.release()

    @contextmanager
    def hold_batch(self) -> Iterator[None]:
        """The one batch's place, which is not yet the engine. Raises ``Problem``: busy at once."""
        if not self._batch.acquire(blocking=False):
            raise Problem("busy", "Another batch is being read. Try again soon, or send its articles one by one.")
        try:
            yield
        finally:
            self._batch.release()

    @contextmanager
    def turn(self, watch: Watch) -> Iterator[None]:
        """The engine, when those who came before have had it. Raises ``Problem``: out of time while waiting."""
        with self._one("waiting"):
            watch.step("wait", self._take, watch)
        try:
            with self._one("reading"):
                yield
        finally:
            self._engine.give()

    def _take(self, watch: Watch) -> None:
        if not self._engine.take(max(0.0, watch.left)):
            raise watch.out_of_time("while waiting for the engine")
