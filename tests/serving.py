"""The real service, as ``dateline serve`` starts it, for tests over real HTTP."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent
ROOTS = [str(ROOT / "service"), str(ROOT / "schemas")]
"""Where the service finds its code."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Message[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Server:
    """A running service."""

    url: str
    process: subprocess.Popen[str]
    errors: IO[str]

    def get(self, path: str) -> Answer:
        return self._send(urllib.request.Request(self.url + path))

    def post(self, path: str, body: bytes, type: str, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()} | {"Content-Type": type}
        return self._send(urllib.request.Request(self.url + path, body, named))

    def timeline(self, **fields: Any) -> Any:
        """The answer to one article sent as JSON."""
        answer = self.post("/v1/timeline", json.dumps(fields).encode(), "application/json")
        assert answer.status == 200, answer.body
        return answer.json

    def _send(self, request: urllib.request.Request) -> Answer:
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())

    def stop(self) -> int:
        """Asks it to stop, waits, and returns its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def log(self) -> list[dict[str, Any]]:
        """The lines on stderr so far, each of which must be JSON."""
        self.errors.seek(0)
        return [json.loads(line) for line in self.errors]


@contextmanager
def serving(**settings: str) -> Iterator[Server]:
    """Serves on a free port while inside; ``settings`` by name."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(ROOTS), "DATELINE_PORT": "0"}
    env |= {f"DATELINE_{name.upper()}": value for name, value in settings.items()}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "dateline", "serve"], env=env, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        with process:
            try:
                yield Server(_listening(process, errors), process, errors)
            finally:
                if process.poll() is None:
                    process.terminate()


def _listening(process: subprocess.Popen[str], errors: IO[str]) -> str:
    assert process.stdout is not None
    found = re.search(r"listens on (\S+):", process.stdout.readline())
    if found is None:
        errors.seek(0)
        raise AssertionError(f"did not start: {errors.read()}")
    return found[1]
