"""Every setting of the service and the command line: its name, default and meaning, in one table.

Each is read from the environment as ``DATELINE_`` and its name in capitals. The engine reads none of them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from environs import Env, EnvValidationError
from marshmallow.validate import OneOf, Range, Validator

from dateline.nlp import DEFAULT_MODEL

PREFIX = "DATELINE_"


def _row(default: Any, help: str, validate: Validator | None = None) -> Any:
    return field(default=default, metadata={"help": help, "validate": validate})


@dataclass(frozen=True, slots=True)
class Settings:
    """The table. Make one with other values for tests, or ``Settings.load()`` it from the environment."""

    model: str = _row(DEFAULT_MODEL, "spaCy pipeline: an installed package, or a folder.")
    host: str = _row("127.0.0.1", "Address to listen on; 0.0.0.0 for all.")
    port: int = _row(8000, "Port to listen on; 0 for any free one.", Range(0, 65535))
    workers: int = _row(0, "Worker processes; 0 for one a usable core.", Range(0, 256))
    threads: int = _row(5, "Threads a worker: one reads an article, the others wait or answer probes.", Range(3, 64))
    queue: int = _row(2, "Requests that may wait for a worker; more get 429. At most threads - 3.", Range(0, 61))
    max_body: int = _row(1024 * 1024, "Largest body in bytes, counted unpacked; more gets 413.", Range(1))
    max_characters: int = _row(700_000, "Most characters of an article's text, cleaned; more gets 413.", Range(1))
    max_batch_body: int = _row(16 * 1024 * 1024, "As max_body, for a whole batch; each article has max_body.", Range(1))
    max_batch_items: int = _row(1000, "Articles in a batch; more get 413.", Range(1))
    time_budget: float = _row(30.0, "Seconds that a request may take, waiting included; more gets 503.", Range(0.001))
    client_timeout: float = _row(10.0, "Seconds in which a request must arrive, and an answer be taken.", Range(0.1))
    max_requests: int = _row(100_000, "Requests after which a worker is replaced, more or less; 0 for never.", Range(0))
    drain: float = _row(0.0, "Seconds after SIGTERM in which /readyz is 503 while requests are served.", Range(0))
    page: bool = _row(True, "Whether the page at / is served.")
    docs: bool = _row(True, "Whether /docs is served.")
    metrics: bool = _row(True, "Whether /metrics is served.")
    api_keys_file: str = _row("", "File of API keys, one a line, read anew when it changes; none: all may ask.")
    cors_origins: str = _row("", "Origins, with blanks between, whose pages may ask; none: no other page may.")
    trusted_proxies: int = _row(0, "Proxies in front whose X-Forwarded headers are believed.", Range(0))
    log_level: str = _row("INFO", "Least level to log.", OneOf(("DEBUG", "INFO", "WARNING", "ERROR")))

    @classmethod
    def load(cls) -> Settings:
        """The settings of this process's environment. Raises ``EnvValidationError`` naming every wrong one."""
        env = Env(prefix=PREFIX, eager=False)
        values = {row.name: _read(env, row) for row in fields(cls)}
        env.seal()
        if values["queue"] > values["threads"] - 3:
            says = f"At most {PREFIX}THREADS - 3, so that beside a batch a probe always finds a thread."
            messages = {f"{PREFIX}QUEUE": [says]}
            raise EnvValidationError(f"Environment variables invalid: {messages}", messages)
        return cls(**values)

    @property
    def processes(self) -> int:
        """How many workers to start."""
        return self.workers or usable_cores()


def _read(env: Env, row: Any) -> Any:
    kind = type(row.default).__name__
    reader = getattr(env, kind)
    return reader(row.name.upper(), row.default, validate=row.metadata["validate"])


def one_native_thread() -> None:
    """For a process of our own, before numpy is loaded: articles are too small for its threads, which get into each
    other's way. What the environment says goes before."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def usable_cores() -> int:
    """Cores that this process may use: its affinity, and the container's quota where there is one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, _quota() or cores))


def _quota(path: Path = Path("/sys/fs/cgroup/cpu.max")) -> int | None:
    try:
        most, period = path.read_text().split()
        return None if most == "max" else int(most) // int(period)
    except (OSError, ValueError):
        return None
