"""Figures for Prometheus: right in one process and over several workers, with labels of our own words only."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from dateline.settings import Settings
from dateline.web import create_app
from dateline.web.metrics import METRICS, Places, Row
from tests.handmade import Fake
from tests.serving import serving

Figures = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def figures(text: str) -> Figures:
    """Name and labels to value."""
    return {
        (sample.name.removeprefix("dateline_"), tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_what_was_asked_and_found_is_counted(client: FlaskClient) -> None:
    client.post("/v1/timeline", json={"text": "abcd"})
    client.post("/v1/timeline", json={})
    client.get("/nowhere/in/particular")
    client.post("/v1/timelines", json=[{"text": "ab"}, {"text": ""}])
    told = figures(client.get("/metrics").text)
    expected = {
        ("requests_total", (("route", "/v1/timeline"), ("status", "200"))): 1,
        ("requests_total", (("route", "/v1/timeline"), ("status", "422"))): 1,
        ("requests_total", (("route", "other"), ("status", "404"))): 1,
        ("requests_total", (("route", "/v1/timelines"), ("status", "200"))): 1,
        ("problems_total", (("kind", "invalid"),)): 2,
        ("problems_total", (("kind", "not-found"),)): 1,
        ("articles_total", ()): 2,
        ("characters_total", ()): 6,
        ("events_total", ()): 2,
        ("warnings_total", (("code", "made-by-hand"),)): 2,
        ("stage_seconds_count", (("stage", "wait"),)): 2,
        ("waiting", ()): 0,
        ("reading", ()): 0,
        ("info", (("model", "handmade"), ("model_version", "1.0"), ("version", "0.1.0"))): 1,
    }
    assert expected == {name: told.get(name) for name in expected}
    assert told["memory_bytes", ()] > 10_000_000


def test_two_services_in_one_process_count_each_for_itself() -> None:
    one, other = (create_app(Settings(), Fake()).test_client() for _ in range(2))
    one.post("/v1/timeline", json={"text": "a"})
    counted = [figures(client.get("/metrics").text)["articles_total", ()] for client in (one, other)]
    assert [1, 0] == counted


def test_they_can_be_switched_off() -> None:
    assert 404 == create_app(Settings(metrics=False), Fake()).test_client().get("/metrics").status_code


def test_without_the_library_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.web.metrics.importlib.util.find_spec", lambda name: None)
    client = create_app(Settings(), Fake()).test_client()
    assert 200 == client.post("/v1/timeline", json={"text": "a"}).status_code
    assert "not-found" in client.get("/metrics").json["type"]


def test_workers_are_told_together_and_a_dead_one_stays_counted(tmp_path: Path) -> None:
    body = json.dumps({"text": "They met in May 2012."}).encode()
    (tmp_path / "counter_7.db").write_bytes(b"of an earlier run")
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(tmp_path)
    try:
        with serving(workers="2") as server:
            for _ in range(12):
                assert 200 == server.post("/v1/timeline", body, "application/json").status
            assert 12 == figures(server.get("/metrics").body.decode())["articles_total", ()]
            for _ in range(3):
                for pid in _children(server.process.pid):
                    os.kill(pid, signal.SIGKILL)
                _wait_for(lambda: 200 == server.get("/livez").status)
            for _ in range(4):
                assert 200 == server.post("/v1/timeline", body, "application/json").status
            told = figures(server.get("/metrics").body.decode())
            assert (16, 0, 0) == (told["articles_total", ()], told["waiting", ()], told["reading", ()])
            places = {path.stem.rsplit("_", 1)[1] for path in tmp_path.iterdir()}
            assert places <= {"0", "1", "2"}, "files pile up"
    finally:
        del os.environ["PROMETHEUS_MULTIPROC_DIR"]


def test_the_folder_of_figures_goes_with_the_service() -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir():
        pytest.skip("no /dev/shm here")
    with serving(workers="1") as server:
        found = list(memory.glob(f"dateline-{server.process.pid}-*"))
        assert 0 == server.stop()
    assert [False] == [folder.exists() for folder in found]


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _wait_for(true: object, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            if true():  # type: ignore[operator]
                return
        except OSError:
            pass
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_place_goes_from_a_dead_worker_to_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    (tmp_path / "gauge_livesum_1.db").touch()
    (tmp_path / "counter_1.db").touch()
    places = Places()
    first, second = places.take(), places.take()
    places.give(first)
    assert (1, 2, 1, 3) == (first, second, places.take(), places.take())
    assert ["counter_1.db"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("row", METRICS, ids=lambda row: row.name)
def test_every_metric_is_documented(root: Path, row: Row) -> None:
    labels = ", ".join(f"`{label}`" for label in row.labels)
    line = f"| `{row.full_name}` | {row.kind.lower()} | {labels} | {row.help} |"
    assert line in (root / "docs" / "operations.md").read_text(encoding="utf-8")
