"""gunicorn's settings, from ours: ``gunicorn -c python:dateline.web.gunicorn_conf``.

The model is loaded once, before the workers are made, and its memory is shared. In a worker one thread reads an
article; the others wait in the short line, refuse, or answer probes.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import signal
import sys
import tempfile
import threading
from pathlib import Path
from types import FrameType
from typing import Any

from dateline.settings import Settings
from dateline.settings import one_native_thread as _one_native_thread
from dateline.web.logs import config as _logging
from dateline.web.metrics import FOLDER, Places

_one_native_thread()  # workers are the parallelism, and a thread pool made before the fork would be lost in it
_SETTINGS = Settings.load()
_MEMORY = "/dev/shm"  # noqa: S108 - gunicorn's heartbeat file, which it opens safely, and a folder of figures of our own
_FAST = _MEMORY if os.access(_MEMORY, os.W_OK) else None
_OWN = FOLDER not in os.environ
_PLACES = Places()


def _made_folder() -> str:
    return tempfile.mkdtemp(prefix=f"dateline-{os.getpid()}-", dir=_FAST)


def _empty_folder() -> None:
    """The folder of figures, which must hold none of an earlier run."""
    folder = Path(os.environ.setdefault(FOLDER, _made_folder() if _OWN else ""))
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.db"):
        file.unlink()


def _remove_folder(parent: int) -> None:
    """At the end of the process that made it, also of one that could not start; workers end, too."""
    if os.getpid() == parent:
        shutil.rmtree(os.environ[FOLDER], ignore_errors=True)


_empty_folder()
if _OWN:
    atexit.register(_remove_folder, os.getpid())
_PLACES.use()

wsgi_app = "dateline.web:create_app()"
bind = f"{f'[{_SETTINGS.host}]' if ':' in _SETTINGS.host else _SETTINGS.host}:{_SETTINGS.port}"
workers = _SETTINGS.processes
worker_class = "dateline.web.worker.Worker"
threads = _SETTINGS.threads
preload_app = True
worker_tmp_dir = _FAST
control_socket_disable = True
timeout = int(_SETTINGS.time_budget) + 30
graceful_timeout = int(_SETTINGS.drain + _SETTINGS.time_budget) + 5
keepalive = 5
max_requests = _SETTINGS.max_requests
max_requests_jitter = _SETTINGS.max_requests // 5
limit_request_line = 8190
limit_request_fields = 64
limit_request_field_size = 8190
accesslog = None
logconfig_dict = _logging(_SETTINGS.log_level)


def when_ready(server: Any) -> None:
    """What is loaded stays: the collector shall not touch its pages, which the workers share."""
    gc.collect()
    gc.freeze()
    where = ", ".join(str(listener) for listener in server.LISTENERS)
    sys.stdout.write(f"Dateline listens on {where}: POST /v1/timeline, GET /docs\n")
    sys.stdout.flush()


def pre_fork(server: Any, worker: Any) -> None:
    """In the parent: the new worker's place among the figures."""
    worker.place = _PLACES.take()


def post_fork(server: Any, worker: Any) -> None:
    """In the worker: it takes that place."""
    _PLACES.own = str(worker.place)


def child_exit(server: Any, worker: Any) -> None:
    """In the parent, however the worker died."""
    _PLACES.give(worker.place)


def post_worker_init(worker: Any) -> None:
    """On SIGTERM readiness goes first, and only then does the worker stop taking requests."""
    service = worker.wsgi.extensions["dateline"]

    def leave(number: int, frame: FrameType | None) -> None:
        service.drain()
        if _SETTINGS.drain:
            threading.Timer(_SETTINGS.drain, worker.handle_exit, (number, frame)).start()
        else:
            worker.handle_exit(number, frame)

    signal.signal(signal.SIGTERM, leave)
    signal.siginterrupt(signal.SIGTERM, False)
