"""What ``/metrics`` tells: figures of all workers together, in the text format of Prometheus. Labels are words of our
own and nothing of a request: no text, no address, no id."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from dateline.values import Engine, Timeline

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that names the folder in which workers keep their figures; without it a process has its own."""

_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


@dataclass(frozen=True, slots=True)
class Row:
    """One metric: its name without ``dateline_``, kind, meaning and labels. Of a gauge, how workers' values are one."""

    name: str
    kind: Literal["Counter", "Gauge", "Histogram"]
    help: str
    labels: tuple[str, ...] = ()
    together: Literal["livesum", "livemax", "max"] = "livesum"

    @property
    def full_name(self) -> str:
        """As Prometheus has it."""
        return f"dateline_{self.name}"


METRICS = (
    Row("requests_total", "Counter", "Requests answered; route is other where there is none.", ("route", "status")),
    Row("request_seconds", "Histogram", "Seconds until an answer begins.", ("route",)),
    Row(
        "stage_seconds",
        "Histogram",
        "Seconds that a stage, or a piece of the parse, took; wait is in line.",
        ("stage",),
    ),
    Row("waiting", "Gauge", "Requests in line for an engine now."),
    Row("reading", "Gauge", "Engines that are reading now."),
    Row("problems_total", "Counter", "Requests, and articles of batches, that got a problem.", ("kind",)),
    Row("articles_total", "Counter", "Articles read."),
    Row("characters_total", "Counter", "Characters of the articles read."),
    Row("events_total", "Counter", "Dated events found."),
    Row("warnings_total", "Counter", "Warnings in timelines.", ("code",)),
    Row("memory_bytes", "Gauge", "Resident memory of the largest worker, shared pages included.", (), "livemax"),
    Row("info", "Gauge", "Always 1; the labels say what runs.", ("version", "model", "model_version"), "max"),
)


class Metrics:
    """The figures of one service. Without the library (extra ``server``) it keeps none."""

    def __init__(self, engine: Engine) -> None:
        self._kept: dict[str, Any] = {}
        if importlib.util.find_spec("prometheus_client") is None:
            return
        import prometheus_client as library

        self._registry = library.CollectorRegistry()
        for row in METRICS:
            more: dict[str, Any] = {"Gauge": {"multiprocess_mode": row.together}, "Histogram": {"buckets": _BUCKETS}}
            make = getattr(library, row.kind)
            self._kept[row.name] = make(
                row.full_name, row.help, row.labels, registry=self._registry, **more.get(row.kind, {})
            )
        self._set("info", 1, version=engine.version, model=engine.model, model_version=engine.model_version)

    def page(self) -> tuple[bytes, str] | None:
        """The figures of all workers and the media type, or None where none are kept."""
        if not self._kept:
            return None
        from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
        from prometheus_client.multiprocess import MultiProcessCollector

        registry = self._registry
        if FOLDER in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry), CONTENT_TYPE_LATEST

    def answered(self, route: str, status: int, problem: str | None, seconds: float) -> None:
        """A request got an answer, which may be a problem."""
        self._add("requests_total", route=route, status=str(status))
        self._time("request_seconds", seconds, route=route)
        if problem is not None:
            self.refused(problem)
        self._set("memory_bytes", _resident())

    def refused(self, kind: str) -> None:
        """A request or an article got a problem of this kind."""
        self._add("problems_total", kind=kind)

    def stage(self, name: str, seconds: float) -> None:
        """A stage took so long."""
        self._time("stage_seconds", seconds, stage=name)

    def found(self, timeline: Timeline) -> None:
        """An article was read."""
        self._add("articles_total")
        self._add("characters_total", len(timeline.article.sent))
        self._add("events_total", len(timeline.events))
        for warning in timeline.warnings:
            self._add("warnings_total", code=warning.code)

    @contextmanager
    def one(self, name: Literal["waiting", "reading"]) -> Iterator[None]:
        """One more is waiting, or reading, while inside."""
        if name not in self._kept:
            yield
            return
        with self._kept[name].track_inprogress():
            yield

    def _add(self, name: str, amount: float = 1, **labels: str) -> None:
        if (metric := self._of(name, labels)) is not None:
            metric.inc(amount)

    def _time(self, name: str, seconds: float, **labels: str) -> None:
        if (metric := self._of(name, labels)) is not None:
            metric.observe(seconds)

    def _set(self, name: str, value: float, **labels: str) -> None:
        if (metric := self._of(name, labels)) is not None:
            metric.set(value)

    def _of(self, name: str, labels: dict[str, str]) -> Any:
        metric = self._kept.get(name)
        return metric.labels(**labels) if metric is not None and labels else metric


def _resident() -> int:
    """Bytes of memory that this process has; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


class Places:
    """Which files of figures each worker writes: a number that a new worker takes over from a dead one, so that the
    files do not grow in number however often workers are replaced, and what the dead had counted stays counted."""

    def __init__(self) -> None:
        self.own = "0"
        self._taken: set[int] = set()

    def take(self) -> int:
        """The least number that no living worker has."""
        place = next(number for number in range(1, len(self._taken) + 2) if number not in self._taken)
        self._taken.add(place)
        return place

    def give(self, place: int) -> None:
        """The worker is dead: its number is free, and its gauges are gone."""
        from prometheus_client.multiprocess import mark_process_dead

        self._taken.discard(place)
        mark_process_dead(place)  # type: ignore[no-untyped-call]

    def use(self) -> None:
        """From now on metrics that are made are kept under ``own``."""
        from prometheus_client import values

        values.ValueClass = values.MultiProcessValue(lambda: self.own)  # type: ignore[no-untyped-call]
