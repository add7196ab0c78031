"""API keys, where a file names some: kept as digests, compared in constant time, read anew when the file changes."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
from pathlib import Path

from flask import Request

from dateline.web.problems import Problem

_log = logging.getLogger("dateline.web")
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="dateline"'}


class Keys:
    """The keys in a file, one a line; blank lines and those with # in front are none. An empty path: all may ask.

    Raises ``OSError`` where the file cannot be read at first. Later the keys that were known stay.
    """

    def __init__(self, path: str) -> None:
        self._path = Path(path) if path else None
        self._seen: tuple[int, ...] = ()
        self._digests: tuple[bytes, ...] = ()
        if self._path is not None:
            self._read(self._path)

    def check(self, request: Request) -> None:
        """Raises ``Problem`` where the request bears none of the keys."""
        if self._path is None:
            return
        try:
            self._read(self._path)
        except OSError as error:
            _log.error("API keys cannot be read: those known stay", extra={"error": type(error).__name__})
        given = _digest(_given(request).encode())
        if not sum([hmac.compare_digest(given, known) for known in self._digests]):
            raise Problem("unauthorized", "Send an API key: Authorization: Bearer KEY.", headers=_CHALLENGE)

    def _read(self, path: Path) -> None:
        state = os.stat(path)
        seen = (state.st_mtime_ns, state.st_size, state.st_ino)
        if seen == self._seen:
            return
        lines = [line.strip() for line in path.read_bytes().splitlines()]
        self._digests = tuple(_digest(line) for line in lines if line and not line.startswith(b"#"))
        self._seen = seen


def _given(request: Request) -> str:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else request.headers.get("X-API-Key", "")


def _digest(key: bytes) -> bytes:
    """All of one length, so that comparing tells nothing of a key's."""
    return hashlib.sha256(key).digest()
