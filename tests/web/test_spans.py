"""OpenTelemetry: a span a request, under it one a stage, and no word of the article in any; without it nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from dateline.settings import Settings
from dateline.values import Article
from dateline.web import create_app, spans
from tests.handmade import Fake

pytest.importorskip("opentelemetry.sdk", reason="the SDK of OpenTelemetry is not installed")

from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

URL = "/v1/timeline"
CANARY = "Zyxwvutopia"
Serving = Callable[..., FlaskClient]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    """The spans that have ended."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    yield exporter
    provider.shutdown()


def attributes(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def test_a_request_is_a_span_and_each_stage_one_under_it(client: FlaskClient, kept: InMemorySpanExporter) -> None:
    client.post(URL, json={"text": CANARY, "title": CANARY}, headers={"X-Request-ID": "r-7"}, buffered=True)
    *stages, whole = kept.get_finished_spans()
    assert ["wait", "clean", "parse", "render"] == [stage.name for stage in stages]
    assert {whole.context.span_id} == {stage.parent.span_id for stage in stages if stage.parent}
    assert (f"POST {URL}", None, trace.SpanKind.SERVER) == (whole.name, whole.parent, whole.kind)
    assert attributes(whole) == {
        "http.request.method": "POST",
        "http.route": URL,
        "http.response.status_code": 200,
        "dateline.request_id": "r-7",
    }
    assert [{}] * 4 == [attributes(stage) for stage in stages]


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/metrics"])
def test_probes_are_not_traced(client: FlaskClient, kept: InMemorySpanExporter, path: str) -> None:
    client.get(path, buffered=True)
    assert () == kept.get_finished_spans()


def test_a_request_belongs_to_the_trace_that_its_headers_name(client: FlaskClient, kept: InMemorySpanExporter) -> None:
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    client.post(URL, json={"text": "a"}, headers={"traceparent": parent}, buffered=True)
    whole = kept.get_finished_spans()[-1]
    assert whole.parent is not None
    assert parent == f"00-{whole.context.trace_id:032x}-{whole.parent.span_id:016x}-01"


def test_a_request_belongs_to_a_span_around_the_application(client: FlaskClient, kept: InMemorySpanExporter) -> None:
    named = {"traceparent": "00-" + "1" * 32 + "-" + "2" * 16 + "-01"}
    with trace.get_tracer("host").start_as_current_span("around") as around:
        client.post(URL, json={"text": "a"}, headers=named, buffered=True)
    whole = next(span for span in kept.get_finished_spans() if span.name == f"POST {URL}")
    assert whole.parent == around.get_span_context()


def broken(article: Article) -> None:
    raise ValueError(f"cannot read {article.text}")


@pytest.mark.parametrize(
    ("status", "problem", "failed", "work", "given"),
    [
        pytest.param(422, "invalid", None, lambda article: None, {CANARY: CANARY}, id="the request's fault"),
        pytest.param(500, "internal", "internal", broken, {"text": CANARY}, id="our fault"),
    ],
)
def test_a_problem_is_told_by_its_kind_alone(
    serving: Serving,
    kept: InMemorySpanExporter,
    status: int,
    problem: str,
    failed: str | None,
    work: Any,
    given: dict[str, str],
) -> None:
    serving(work).post(f"{URL}?title={CANARY}", json=given, buffered=True)
    ended = kept.get_finished_spans()
    told = attributes(ended[-1])
    assert (status, problem, failed) == (
        told["http.response.status_code"],
        told["dateline.problem"],
        told.get("error.type"),
    )
    assert (failed is not None) == (ended[-1].status.status_code is trace.StatusCode.ERROR)
    assert [()] * len(ended) == [span.events for span in ended]
    assert CANARY not in "".join(span.to_json() for span in ended)


def test_a_stage_that_fails_says_so(serving: Serving, kept: InMemorySpanExporter) -> None:
    serving(broken).post(URL, json={"text": CANARY}, buffered=True)
    stage = next(span for span in kept.get_finished_spans() if span.name == "clean")
    assert {"error.type": "ValueError"} == attributes(stage)
    assert (trace.StatusCode.ERROR, None) == (stage.status.status_code, stage.status.description)


def test_the_stages_of_a_batch_are_under_its_request(client: FlaskClient, kept: InMemorySpanExporter) -> None:
    client.post("/v1/timelines", json=[{"text": "a"}] * 20, buffered=True)
    *stages, whole = kept.get_finished_spans()
    assert (20, 2) == tuple([stage.name for stage in stages].count(name) for name in ("clean", "wait"))
    assert {whole.context.span_id} == {stage.parent.span_id for stage in stages if stage.parent}


def test_an_unknown_method_is_not_quoted(client: FlaskClient, kept: InMemorySpanExporter) -> None:
    client.open(f"/{CANARY}", method=CANARY.upper(), buffered=True)
    assert [("_OTHER", 404)] == [
        (span.name, attributes(span)["http.response.status_code"]) for span in kept.get_finished_spans()
    ]


def test_without_the_library_all_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    spans._library.cache_clear()
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    response = create_app(Settings(), Fake()).test_client().post(URL, json={"text": "a"})
    spans._library.cache_clear()
    assert 200 == response.status_code
    assert ["wait", "clean", "parse", "render"] == [
        stage.partition(";")[0] for stage in response.headers["Server-Timing"].split(", ")
    ]
