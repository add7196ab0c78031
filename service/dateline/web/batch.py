"""``POST /v1/timelines``: many articles in, one timeline each out, in order, written as they are made."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial

from flask import Request

from dateline.batch import batches
from dateline.errors import PayloadError
from dateline.inputs import format_named
from dateline.nlp import attempt
from dateline.render import Options, render
from dateline.settings import Settings
from dateline.values import Article, Rendered, Timeline
from dateline.web import body
from dateline.web.inputs import accepted, query_fields
from dateline.web.items import Item, Reader, answered, refused
from dateline.web.problems import Problem, invalid, problem_of
from dateline.web.service import Service
from dateline.web.slot import Share, Watch
from dateline.web.trace import Trace
from dateline_schemas import ErrorItem, errors_of

JSON = "application/json"
NDJSON = "application/x-ndjson"
TYPES = (JSON, NDJSON)
"""Media types of batches and of their answers."""

TURN = 8_000
"""Characters that a batch may read in one turn at the engine: a quarter of a second's work, which others wait for."""

_log = logging.getLogger("dateline.web")


def type_of(request: Request) -> str:
    """The media type of the answer: what ``Accept`` prefers, else that of the body. Raises ``Problem``."""
    if request.args.getlist("format") not in ([], ["json"]):
        raise Problem("not-acceptable", "A batch is answered in the format json only; others: POST /v1/timeline.")
    own = request.mimetype if request.mimetype in TYPES else JSON
    if not request.accept_mimetypes:
        return own
    return accepted(request.accept_mimetypes, {name: name for name in sorted(TYPES, key=lambda name: name != own)})


def items_of(request: Request, settings: Settings, trace: Trace) -> Iterator[Item]:
    """The items of the body, each read when it is asked for. Raises ``Problem`` where the whole is wrong."""
    if request.mimetype not in TYPES:
        known = ", ".join(TYPES)
        raise Problem("unsupported-media-type", f"Content-Type may be {known}.", headers={"Accept": known})
    raw, charset = body.read(request, settings.max_batch_body), request.mimetype_params.get("charset", "utf-8")
    tell = partial(problem_of, request_id=trace.id)
    reader = Reader(settings.max_body, _input(request), _fields(request), problem_of=tell)
    if request.mimetype == NDJSON:
        _few_enough(sum(1 for _ in _lines(raw)), settings.max_batch_items)
        return (reader.line(index, line) for index, line in enumerate(_lines(raw)))
    values = body.json_value(raw, charset)
    if not isinstance(values, list):
        raise invalid([ErrorItem(pointer="", detail="Not a list of articles.")])
    _few_enough(len(values), settings.max_batch_items)
    return (reader.value(index, value) for index, value in enumerate(values))


def _input(request: Request) -> str | None:
    name = ",".join(request.args.getlist("input")) or None
    try:
        return format_named(name, "json") if name else None
    except PayloadError as error:
        raise invalid([ErrorItem(pointer=pointer, detail=detail) for pointer, detail in error.wrong]) from error


def _fields(request: Request) -> dict[str, object]:
    """The fields in the query, which are for every item."""
    fields, wrong = query_fields(request.args)
    if wrong:
        raise invalid(errors_of(wrong))
    return fields


def _few_enough(count: int, most: int) -> None:
    if count > most:
        raise Problem("too-large", f"The limit is {most} articles in a batch.")


def _lines(raw: bytes) -> Iterator[bytes]:
    """The lines that are not blank."""
    return (line for line in io.BytesIO(raw) if line.strip())


def written(chunks: Iterator[list[bytes]], media_type: str) -> Iterator[bytes]:
    """The answers as a body, as they come: lines, or a list."""
    with closing(chunks):  # type: ignore[type-var]
        if media_type == NDJSON:
            for chunk in chunks:
                yield b"".join(line + b"\n" for line in chunk)
            return
        before = b"["
        for chunk in chunks:
            yield before + b",\n".join(chunk)
            before = b",\n"
        yield b"[]\n" if before == b"[" else b"]\n"


def answers(service: Service, items: Iterator[Item], trace: Trace, instance: str) -> Iterator[list[bytes]]:
    """The answers, a few items at a time. The engine is free whenever one is handed out, and when it is closed.

    ``trace`` gets the time of the stages so far. Raises ``Problem`` at once where another batch is being read.
    """
    count, whole = 0, False
    with service.slot.hold_batch():
        try:
            for few in batches(items, lambda item: item.length, TURN):
                count += len(few)
                yield _answers(service, few, trace, instance)
            whole = True
        except Exception as error:  # the server would log its message, which may quote an article
            raise problem_of(error, trace.id) from None
        finally:
            took = round(1000 * (time.monotonic() - trace.began), 1)
            _log.info("batch", extra={"request_id": trace.id, "items": count, "whole": whole, "milliseconds": took})


def _answers(service: Service, few: list[Item], trace: Trace, instance: str) -> list[bytes]:
    together = service.watch(trace.part())
    asked = [item.asked for item in few if not isinstance(item.asked, Problem)]
    shares = [Share(together) for _ in asked]
    made = _timelines(service, [article for article, _ in asked], shares, together)
    rendered = iter([_rendered(*one) for one in zip(made, asked, shares, strict=True)])
    lines = []
    for item in few:
        got = item.asked if isinstance(item.asked, Problem) else next(rendered)
        if isinstance(got, Rendered):
            lines.append(answered("index", item, got.body))
        else:
            problem = problem_of(got, trace.id)
            service.metrics.refused(problem.kind)
            lines.append(refused("index", item, problem, f"{instance}/{item.place}"))
    _sum(trace, [together, *shares])
    return lines


def _timelines(
    service: Service, articles: list[Article], shares: list[Share], together: Watch
) -> list[Timeline | Exception]:
    """What each article gives. What fails for all fails for each."""
    if not articles:
        return []
    try:
        if service.leaving:
            raise Problem("draining", "This process is shutting down. Send this article again.")
        return service.timelines(articles, shares, together)
    except Exception as error:
        return [error] * len(articles)


def _rendered(made: Timeline | Exception, asked: tuple[Article, Options], share: Share) -> Rendered | Exception:
    if isinstance(made, Exception):
        return made
    result: Rendered | Exception = attempt(share.step, "render", render, made, "json", asked[1])
    return result


def _sum(trace: Trace, watches: list[Watch]) -> None:
    """Adds the times of the stages to those of the request."""
    for watch in watches:
        for name, took in watch.trace.stages.items():
            trace.add(name, took)
