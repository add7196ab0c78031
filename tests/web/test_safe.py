"""Embargoes: the article's text goes into the answer and nowhere else, and nothing leaves the machine.

The service runs with an audit hook of Python's, which writes down every connection, name look-up, started program and
file opened for writing.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path

import pytest

from dateline.render import available
from tests.serving import ROOT, Server, serving

CANARY = "Zyxwvutopia"
TEXT = f"The bridge of {CANARY} fell on 31 February 2012. {CANARY} mourned on Monday, {CANARY} said."
HOOK = """
import os, sys
_REPORT = open(os.environ["AUDIT_REPORT"], "a", buffering=1)
_WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec")
def _hook(event, arguments):
    if event in _WATCHED:
        _REPORT.write(f"{event} {arguments!r}\\n")
    elif event == "open" and not isinstance(arguments[0], int) and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
        _REPORT.write(f"write {arguments[0]!r}\\n")
sys.addaudithook(_hook)
"""
SPANS = """
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor
_SPANS = open(os.environ["SPANS_REPORT"], "a", buffering=1)
trace.set_tracer_provider(TracerProvider(shutdown_on_exit=False))
trace.get_tracer_provider().add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter(out=_SPANS)))
"""
TRACED = importlib.util.find_spec("opentelemetry") is not None
"""Whether the spans are looked into, too."""


def ask_for_everything(server: Server) -> list[int]:
    """Answers of every kind, good and bad."""
    send, path = server.post, f"/v1/timeline?title={CANARY}"
    whole = json.dumps({"text": TEXT, "id": CANARY, "include": ["text", "mentions", "expressions", "undated"]})
    answers = [send(f"{path}&format={form}", TEXT.encode(), "text/plain") for form in available()]
    answers += [
        send("/v1/timeline", whole.encode(), "application/json"),
        send("/v1/timeline", f"<html><body><p>{TEXT}</p></body></html>".encode(), "text/html"),
        send("/v1/timeline", gzip.compress(TEXT.encode()), "text/plain", Content_Encoding="gzip"),
        send("/v1/timelines", f"[{whole}, {{}}, 1]".encode(), "application/json"),
        send("/v1/timelines", f"{whole}\n{{{CANARY}\n".encode(), "application/x-ndjson"),
        send(f"{path}&published={CANARY}", TEXT.encode(), "text/plain"),
        send(path, f"{{{CANARY}".encode(), "application/json"),
        send(path, json.dumps({CANARY: CANARY}).encode(), "application/json"),
        send(path, TEXT.encode() + b"\xff", "text/plain"),
        send(path, TEXT.encode(), f"text/plain; charset={CANARY}"),
        send(path, TEXT.encode(), f"application/{CANARY}"),
        send(path, TEXT.encode() * 30_000, "text/plain"),
        send(f"/is-no-path?{CANARY}", b"", "text/plain"),
        server.get("/docs"),
        server.get("/"),
    ]
    return [answer.status for answer in answers]


@pytest.fixture
def hooked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report of a service that is started in the test."""
    (tmp_path / "hook").mkdir()
    (tmp_path / "figures").mkdir()
    (tmp_path / "tmp").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(HOOK + SPANS * TRACED)
    monkeypatch.setenv("AUDIT_REPORT", str(tmp_path / "report"))
    monkeypatch.setenv("SPANS_REPORT", str(tmp_path / "spans"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path / "figures"))
    monkeypatch.setattr("tests.serving.ROOTS", [str(ROOT / "service"), str(ROOT / "schemas"), str(tmp_path / "hook")])
    return tmp_path / "report"


def test_the_text_goes_nowhere_and_nothing_leaves_the_machine(hooked: Path) -> None:
    with serving(workers="1", log_level="DEBUG") as server:
        started = hooked.read_text()
        statuses = ask_for_everything(server)
        figures = server.get("/metrics").body.decode()
        held = b"".join(path.read_bytes() for path in hooked.parent.rglob("*") if path.is_file())
        server.stop()
        log = "\n".join(json.dumps(line) for line in server.log())
    report = hooked.read_text().removeprefix(started).splitlines()
    assert {200, 400, 404, 413, 415, 422} == set(statuses)
    assert "dateline_articles_total" in figures
    assert "write" in started, "the hook hears nothing"
    assert not TRACED or b'"http.route"' in held, "no span was made"
    assert [] == [line for line in report if not line.startswith("write ")]
    known = ("/figures/", "/dev/null", "wgunicorn")
    assert [] == [line for line in report if not any(name in line for name in known)]
    assert CANARY not in figures
    assert CANARY not in log
    assert CANARY.encode() not in held
