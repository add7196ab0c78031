"""What the routes of one blueprint share: the engine, its slot, the settings, and how the process is."""

from __future__ import annotations

import enum
import logging
import math
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from flask import Request

from dateline.inputs import article
from dateline.pipeline import Step
from dateline.settings import Settings
from dateline.values import Article, CleanText, Engine, Timeline
from dateline.web.keys import Keys
from dateline.web.metrics import Metrics
from dateline.web.problems import Problem
from dateline.web.slot import Share, Slot, Watch
from dateline.web.trace import Trace

_log = logging.getLogger("dateline.web")

WARM_UP = """<html><body><article>
<p>The council opened a new bridge over the river on Monday. It had closed the old one in March 2012.</p>
<p>Nobody was hurt when it fell.</p></article></body></html>"""


class Reads(Protocol):
    """What the web needs of an ``Extractor``."""

    @property
    def engine(self) -> Engine: ...

    def extract(self, article: Article, step: Step = ...) -> Timeline: ...

    def extract_batch(
        self, articles: Sequence[Article], steps: Sequence[Step], together: Step
    ) -> list[Timeline | Exception]: ...


class State(enum.Enum):
    """How the process is; the value is what /readyz says."""

    STARTING = "starting"
    READY = "ready"
    DRAINING = "draining"
    """Told to stop. Those in front should send nothing more; what comes all the same is still answered."""


class Service:
    """One engine behind one slot."""

    def __init__(self, extractor: Reads, settings: Settings) -> None:
        self.extractor = extractor
        self.settings = settings
        self.metrics = Metrics(extractor.engine)
        self.slot = Slot(settings.queue, self.metrics.one)
        self.keys = Keys(settings.api_keys_file)
        self.state = State.STARTING
        self._leaves = math.inf

    def warm_up(self) -> None:
        """Reads one page, then is ready. A failure is logged and leaves it not ready."""
        try:
            self.extractor.extract(article(WARM_UP, "html", published="2013-02-12"))
        except Exception:
            _log.exception("warm-up failed")
        else:
            self.state = State.READY

    def drain(self) -> None:
        """Says that it will stop."""
        self.state = State.DRAINING
        self._leaves = time.monotonic() + self.settings.drain + self.settings.time_budget / 2

    @property
    def leaving(self) -> bool:
        """Whether a batch under way must come to its end, so that its answer is not cut off when the process stops."""
        return time.monotonic() > self._leaves

    def admit(self, request: Request) -> None:
        """Raises ``Problem`` where no article can be taken: not from this caller, or not yet."""
        self.keys.check(request)
        if self.state is State.STARTING:
            raise Problem("not-ready", "The engine is still starting.")

    def watch(self, trace: Trace) -> Watch:
        """What keeps the time of a request, and tells it."""
        return Watch(trace, self.settings.time_budget, self.metrics.stage)

    def timeline(self, article: Article, watch: Watch) -> Timeline:
        """The article's timeline, in turn and within the time there is. Raises ``Problem``."""
        with self.slot.hold(watch):
            made = self.extractor.extract(article, self._bounded(watch.step))
        self.metrics.found(made)
        return made

    def timelines(
        self, articles: Sequence[Article], shares: Sequence[Share], together: Watch
    ) -> list[Timeline | Exception]:
        """The timelines of a few articles of a batch, in turn; an error stands in its timeline's place.

        Raises ``Problem`` where none of them was read.
        """
        with self.slot.turn(together):
            steps = [self._bounded(share.step) for share in shares]
            made = self.extractor.extract_batch(articles, steps, together.step)
        for timeline in made:
            if isinstance(timeline, Timeline):
                self.metrics.found(timeline)
        return made

    def _bounded(self, step: Step) -> Step:
        """The step, which refuses a text that is too long as soon as it is clean."""

        def go(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
            made = step(name, function, *arguments)
            if isinstance(made, CleanText) and len(made.text) > self.settings.max_characters:
                raise Problem("too-large", f"The limit is {self.settings.max_characters} characters of text.")
            return made

        return go
