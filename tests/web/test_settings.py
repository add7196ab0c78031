"""Settings: one table, read from the environment, all of it documented."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from environs import EnvValidationError

from dateline.settings import PREFIX, Settings, _quota, usable_cores

ROWS = fields(Settings)


@pytest.mark.parametrize(
    ("name", "expected", "given"),
    [
        ("model", "other", "other"),
        ("port", 0, "0"),
        ("time_budget", 2.5, "2.5"),
        ("docs", False, "no"),
        ("log_level", "DEBUG", "DEBUG"),
    ],
)
def test_a_setting_is_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, name: str, expected: Any, given: str
) -> None:
    monkeypatch.setenv(PREFIX + name.upper(), given)
    assert Settings(**{name: expected}) == Settings.load()


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"PORT": "http", "QUEUE": "-1", "TIME_BUDGET": "0", "LOG_LEVEL": "LOUD", "THREADS": "1"}
    for name, value in wrong.items():
        monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(EnvValidationError) as caught:
        Settings.load()
    assert {PREFIX + name for name in wrong} == set(caught.value.error_messages)


def test_probes_keep_a_thread() -> None:
    assert Settings().queue + 3 <= Settings().threads


def test_a_queue_that_leaves_probes_no_thread_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_QUEUE", "3")
    with pytest.raises(EnvValidationError, match="At most DATELINE_THREADS - 3"):
        Settings.load()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_setting_is_documented(root: Path, row: Any) -> None:
    line = f"| `{PREFIX}{row.name.upper()}` | `{row.default}` | {row.metadata['help']} |"
    assert line in (root / "docs" / "http.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("expected", "text"),
    [(2, "200000 100000"), (None, "max 100000"), (0, "50000 100000"), (None, "rubbish")],
    ids=["two cores", "no limit", "half a core", "unreadable"],
)
def test_the_quota_of_a_container_is_read(tmp_path: Path, expected: int | None, text: str) -> None:
    (tmp_path / "cpu.max").write_text(text)
    assert expected == _quota(tmp_path / "cpu.max")


def test_there_is_always_a_worker() -> None:
    assert usable_cores() >= 1
    assert (3, usable_cores()) == (Settings(workers=3).processes, Settings().processes)
