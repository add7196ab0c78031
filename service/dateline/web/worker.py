"""gunicorn's threaded worker, with time limits for clients: a slow one must not hold a thread that others need. What is
refused here is told as everything else is."""

from __future__ import annotations

import contextlib
import math
import socket
import struct
import time
from typing import Any

from gunicorn import util  # type: ignore[import-untyped]
from gunicorn.workers.gthread import _DEFER, ThreadWorker  # type: ignore[import-untyped]

from dateline.settings import Settings
from dateline.web import refusals

SILENT = 0.1
"""Seconds that a thread waits for the first byte of a new connection; then it waits beside the threads."""

LINGER = 0.5
"""Seconds that a thread waits for the rest of a request that was refused before it was read."""


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
        kept = False
        try:
            kept = super().handle(conn)
            return kept
        finally:
            request = self._requests.pop(conn, None)
            if not kept:
                if request is None and time.monotonic() - self._begun.get(conn, math.inf) > self.patience:
                    self._refuse(conn.sock, 408, f"The request did not arrive within {self.patience:g} s.")
                _end(conn.sock, 0 if _received(request) else LINGER)
            self._begun.pop(conn, None)

    def handle_request(self, req: Any, conn: Any) -> Any:
        """The same, once its head has been read."""
        self._requests[conn] = req
        return super().handle_request(req, conn)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """Answers a request that could not be read."""
        self._refuse(client, *refusals.refusal(exc), exc)

    def _refuse(self, sock: Any, status: int, detail: str, error: Exception | None = None) -> None:
        """Answers once, and ends the connection."""
        now = time.monotonic()
        conn = next((conn for conn in list(self._begun) if conn.sock is sock), None)
        took = now - self._begun.pop(conn, now)
        self.wsgi.extensions["dateline"].metrics.answered("other", status, "other", took)
        with contextlib.suppress(OSError):
            util.write_nonblock(sock, refusals.answer(status, detail, error))

    def notify(self) -> None:
        """Once a second, in the thread that accepts."""
        super().notify()
        late = time.monotonic() - self.patience
        for conn, begun in list(self._begun.items()):
            if begun < late and not _received(self._requests.get(conn)):
                with contextlib.suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)


def _end(sock: Any, seconds: float) -> None:
    """Says that no more will come, and takes what is still on its way: an answer is lost if a connection is closed over
    unread bytes. gunicorn does that later, for up to two seconds, in the thread that accepts; now it finds the end."""
    end = time.monotonic() + seconds
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_WR)
        while (left := end - time.monotonic()) > 0:
            sock.settimeout(left)
            if not sock.recv(65_536):
                break
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RD)


def _received(request: Any) -> bool:
    """Whether all of the body was read: counted down to nothing, or the parser of its chunks done."""
    if request is None:
        return False
    reader = request.body.reader
    return not getattr(reader, "length", 0) and not getattr(reader, "parser", None)
