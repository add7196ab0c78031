"""One article of many, as a batch over HTTP and ``dateline bulk`` read it and answer it. A bad one fails alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from dateline.render import Options
from dateline.render.json import encoded
from dateline.values import Article
from dateline.web import body
from dateline.web.inputs import read_as
from dateline.web.problems import Problem, told


@dataclass(frozen=True, slots=True)
class Item:
    """One article and the choices for it, or why there is none. ``place`` is where it stood; ``id`` the caller's."""

    place: int
    id: str | None
    asked: tuple[Article, Options] | Problem

    @property
    def length(self) -> int:
        """How much there is to read, in characters."""
        return 0 if isinstance(self.asked, Problem) else len(self.asked[0].sent)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads items, in the format called ``input`` where one is named. ``fields`` are for all items; ``limit`` is in
    bytes; ``problem_of`` tells what is told of an exception."""

    limit: int
    input: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    _: KW_ONLY
    problem_of: Callable[[Exception], Problem]

    def line(self, place: int, raw: bytes) -> Item:
        """The item in one line of NDJSON."""
        try:
            if len(raw) > self.limit:
                raise self._too_large()
            value = body.json_value(raw, "utf-8")
        except Problem as problem:
            return Item(place, None, problem)
        return self._read(place, value)

    def value(self, place: int, value: Any) -> Item:
        """The item in a value out of a JSON list; it counts as it is written shortest."""
        return self._read(place, value) if len(encoded(value)) <= self.limit else Item(place, None, self._too_large())

    def _read(self, place: int, value: Any) -> Item:
        given = value.get("id") if isinstance(value, dict) else None
        try:
            asked = read_as(self.input, value, "json", dict(self.fields))
        except Exception as error:
            return Item(place, given if isinstance(given, str) else None, self.problem_of(error))
        return Item(place, asked[0].id, asked)

    def _too_large(self) -> Problem:
        return Problem("too-large", f"The limit for one article is {self.limit} bytes.")


def answered(name: str, item: Item, timeline: bytes) -> bytes:
    """The line of an item that was read. ``name`` is what its place is called; ``timeline`` is JSON."""
    return _line({name: item.place, "id": item.id, "status": 200}, "timeline", timeline)


def refused(name: str, item: Item, problem: Problem, instance: str) -> bytes:
    """The line of an item that was not."""
    status, why = told(problem, instance)
    return _line({name: item.place, "id": item.id, "status": status}, "problem", why)


def _line(head: dict[str, Any], name: str, value: bytes) -> bytes:
    return encoded(head)[:-1] + f',"{name}":'.encode() + value + b"}"
