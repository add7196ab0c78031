"""gunicorn's settings, from ours: ``gunicorn -c python:dateline.web.gunicorn_conf``.

The model is loaded once, before the workers are made, and its memory is shared. In a worker one thread reads an
article; the others wait in the short line, refuse, or answer probes.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from types import FrameType
from typing import Any

# Before numpy is loaded: workers are the parallelism, and a thread pool made before the fork would be lost in it.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from dateline.settings import Settings  # noqa: E402
from dateline.web.logs import config as _logging  # noqa: E402

_SETTINGS = Settings.load()
_MEMORY = "/dev/shm"  # noqa: S108 - only gunicorn's heartbeat file, which it opens safely

wsgi_app = "dateline.web:create_app()"
bind = f"{f'[{_SETTINGS.host}]' if ':' in _SETTINGS.host else _SETTINGS.host}:{_SETTINGS.port}"
workers = _SETTINGS.processes
worker_class = "gthread"
threads = _SETTINGS.threads
preload_app = True
worker_tmp_dir = _MEMORY if os.access(_MEMORY, os.W_OK) else None
control_socket_disable = True
timeout = int(_SETTINGS.time_budget) + 30
graceful_timeout = int(_SETTINGS.drain + _SETTINGS.time_budget) + 5
keepalive = 5
accesslog = None
logconfig_dict = _logging(_SETTINGS.log_level)


def when_ready(server: Any) -> None:
    """What is loaded stays: the collector shall not touch its pages, which the workers share."""
    gc.collect()
    gc.freeze()
    where = ", ".join(str(listener) for listener in server.LISTENERS)
    sys.stdout.write(f"Dateline listens on {where}: POST /v1/timeline, GET /docs\n")
    sys.stdout.flush()


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
