"""What every room's tests may use: the engine, loaded once, and the corpora where there are any."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dateline import Extractor

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The engine with its default model. Loading takes a second: once a run."""
    from dateline import Extractor

    return Extractor()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and articles beside the project; skips where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the project: corpora and articles are not part of it")
    return folder


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real service, under gunicorn, started as a user starts it: ``dateline serve``."""
    log = tmp_path_factory.mktemp("service") / "log"
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    with (
        log.open("wb") as output,
        subprocess.Popen(command, stdout=output, stderr=output, env=_environment()) as process,
    ):
        try:
            _wait_until_ready(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _environment() -> dict[str, str]:
    roots = os.pathsep.join([str(ROOT / "service"), str(ROOT / "schemas")])
    return {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")} | {
        "PYTHONPATH": roots
    }


def _wait_until_ready(address: str, process: subprocess.Popen[bytes], log: Path, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the service did not come up:\n{log.read_text(errors='replace')}")
