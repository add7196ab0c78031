"""gunicorn's threaded worker, with time limits for clients: a slow one must not hold a thread that others need."""

from __future__ import annotations

import contextlib
import socket
import struct
import time
from typing import Any

from gunicorn.workers.gthread import _DEFER, ThreadWorker  # type: ignore[import-untyped]

from dateline.settings import Settings

SILENT = 0.1
"""Seconds that a thread waits for the first byte of a new connection; then it waits beside the threads."""


class Worker(ThreadWorker):  # type: ignore[misc]
    """Hangs up on requests that take longer than ``client_timeout`` to arrive, and on answers that nobody takes."""

    patience = Settings.load().client_timeout

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._begun: dict[Any, float] = {}
        self._requests: dict[Any, Any] = {}

    def handle(self, conn: Any) -> Any:
        """One request on a connection, in a thread of its own."""
        if not conn.initialized and not conn.wait_for_data(SILENT):
            return _DEFER
        seconds = int(self.patience)
        never_less = struct.pack("ll", seconds, int(1_000_000 * (self.patience - seconds)) or 1)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, never_less)
        self._begun[conn] = time.monotonic()
        try:
            return super().handle(conn)
        finally:
            self._begun.pop(conn, None)
            self._requests.pop(conn, None)

    def handle_request(self, req: Any, conn: Any) -> Any:
        """The same, once its head has been read."""
        self._requests[conn] = req
        return super().handle_request(req, conn)

    def notify(self) -> None:
        """Once a second, in the thread that accepts."""
        super().notify()
        late = time.monotonic() - self.patience
        for conn, begun in list(self._begun.items()):
            if begun < late and not _received(self._requests.get(conn)):
                with contextlib.suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)


def _received(request: Any) -> bool:
    """Whether all of the body was read: counted down to nothing, or the parser of its chunks done."""
    if request is None:
        return False
    reader = request.body.reader
    return not getattr(reader, "length", 0) and not getattr(reader, "parser", None)
