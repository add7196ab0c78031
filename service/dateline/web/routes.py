"""The routes: one function each, one row each in ``ROUTES``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from flask import Response, request, url_for

from dateline.render import available, render
from dateline.render.json import encoded
from dateline.web import batch, openapi, trace
from dateline.web import page as pages
from dateline.web.inputs import INPUTS, article_of, format_of, input_formats
from dateline.web.problems import Problem, instance
from dateline.web.service import Service, State
from dateline_schemas import Capabilities, Health, Version
from dateline_schemas.fields import INCLUDES, LANGUAGES, OFFSET_UNITS


@dataclass(frozen=True, slots=True)
class Route:
    """A path, the method it takes, and the function that answers. GET means HEAD, too."""

    path: str
    method: str
    answer: Callable[[Service], Response]

    @property
    def name(self) -> str:
        """The endpoint's name."""
        return self.answer.__name__


def timeline(service: Service) -> Response:
    """One article in, its timeline out."""
    service.admit(request)
    format = format_of(request)
    article, options = article_of(request, service.settings.max_body)
    watch = service.watch(trace.current())
    found = service.timeline(article, watch)
    rendered = watch.step("render", render, found, format, options)
    return Response(
        rendered.body,
        mimetype=rendered.media_type,
        headers={"Cache-Control": "no-store", "Vary": "Accept"},
    )


def timelines(service: Service) -> Response:
    """Many articles in, one timeline each out. The first few are made before the answer begins: while nothing is
    written, the whole can still be refused."""
    service.admit(request)
    media_type = batch.type_of(request)
    current = trace.current()
    items = batch.items_of(request, service.settings, current)
    written = batch.written(batch.answers(service, items, current, instance()), media_type)
    response = Response(
        chain([next(written, b"")], written),
        mimetype=media_type,
        headers={"Cache-Control": "no-store", "Vary": "Accept"},
    )
    response.call_on_close(written.close)  # type: ignore[attr-defined]
    return response


def capabilities(service: Service) -> Response:
    """What this service can do."""
    settings = service.settings
    return _json(
        Capabilities().dump(
            {
                "engine": service.extractor.engine,
                "languages": LANGUAGES,
                "inputs": list(INPUTS),
                "input_formats": [
                    {"name": name, "media_types": types, "description": says} for name, types, says in input_formats()
                ],
                "formats": [
                    {"name": name, "media_type": renderer.media_type, "description": renderer.help}
                    for name, renderer in available().items()
                ],
                "include": INCLUDES,
                "offset_units": OFFSET_UNITS,
                "limits": {
                    "body_bytes": settings.max_body,
                    "characters": settings.max_characters,
                    "seconds": settings.time_budget,
                    "queue": settings.queue,
                    "batch_bytes": settings.max_batch_body,
                    "batch_items": settings.max_batch_items,
                },
            }
        )
    )


def livez(service: Service) -> Response:
    """The process is alive."""
    return _json(Health().dump({"status": "alive"}))


def readyz(service: Service) -> Response:
    """Whether articles should be sent here."""
    if service.state is State.READY:
        return _json(Health().dump({"status": "ready"}))
    if service.state is State.STARTING:
        raise Problem("not-ready", "The engine is still starting.")
    raise Problem("draining", "This process is shutting down.")


def version(service: Service) -> Response:
    """What is running."""
    return _json(Version().dump(service.extractor.engine))


def metrics(service: Service) -> Response:
    """The figures of all workers."""
    page = service.metrics.page()
    if page is None:
        raise Problem("not-found", "No figures are kept: the extra `server` is not installed.")
    return Response(page[0], content_type=page[1], headers={"Cache-Control": "no-cache"})


def contract(service: Service) -> Response:
    """The OpenAPI document."""
    base = url_for(".contract").removesuffix("/openapi.json") or "/"
    return _json(openapi.document(base))


def page(service: Service) -> Response:
    """The page: an article in, its timeline to look at."""
    return pages.page(with_docs=service.settings.docs)


def docs(service: Service) -> Response:
    """A page to try it."""
    return pages.docs()


ROUTES = (
    Route("/v1/timeline", "POST", timeline),
    Route("/v1/timelines", "POST", timelines),
    Route("/v1/capabilities", "GET", capabilities),
    Route("/openapi.json", "GET", contract),
    Route("/", "GET", page),
    Route("/docs", "GET", docs),
    Route("/livez", "GET", livez),
    Route("/readyz", "GET", readyz),
    Route("/version", "GET", version),
    Route("/metrics", "GET", metrics),
)


def _json(value: Any) -> Response:
    return Response(encoded(value), content_type="application/json", headers={"Cache-Control": "no-cache"})
