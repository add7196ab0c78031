"""From the bytes of a request to text or JSON. A body is counted unpacked, and unpacking stops at the limit."""

from __future__ import annotations

import codecs
import contextlib
import gzip
import io
import json
import zlib
from typing import Any, NoReturn

from flask import Request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dateline.web.problems import Problem

ENCODINGS = ("gzip", "deflate")
_BROKEN = "The body breaks off, or its chunks are wrong."
_CHARSETS = ("ascii", "utf-8", "utf-8-sig", "utf-16", "utf-32", "iso8859-", "cp125", "mac-roman", "koi8-")
"""The beginnings of Python's names for the charsets that news is sent in. Not every codec: some are not charsets."""


def read(request: Request, limit: int) -> bytes:
    """The body, unpacked. Raises ``Problem`` where it is too large, packed otherwise, or broken."""
    raw = _sent(request, limit)
    coding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if coding in {"identity", ""}:
        return raw
    if coding not in ENCODINGS and coding != "x-gzip":
        known = ", ".join(ENCODINGS)
        raise Problem(
            "unsupported-media-type",
            f"Content-Encoding may be {known} or none.",
            headers={"Accept-Encoding": known},
        )
    return _unpacked(raw, coding, limit)


def _sent(request: Request, limit: int) -> bytes:
    """The bytes as they came. The framework silently cuts a body in chunks at its limit: it gets one byte more."""
    request.max_content_length = limit + 1
    read = 0
    try:
        raw = request.get_data(cache=False)
        if (read := len(raw)) < min(request.content_length or 0, limit + 1):
            raise Problem("malformed", _BROKEN)
        if read <= limit:
            return raw
    except RequestEntityTooLarge:
        pass
    except (HTTPException, Problem):
        raise
    except Exception as error:  # the server's own, which we do not know
        raise Problem("malformed", _BROKEN) from error
    _skip(request, read, 8 * limit)
    raise _too_large(limit)


def _skip(request: Request, read: int, most: int) -> None:
    """Reads on, within reason: a client that is still sending would not see the answer, only a closed connection."""
    stream = request.environ["wsgi.input"]
    length = request.content_length
    left = most if length is None else min(most, length - read)
    with contextlib.suppress(Exception):  # the answer is the same, however the rest is broken
        while left > 0 and (piece := stream.read(min(left, 65_536))):
            left -= len(piece)


def _unpacked(raw: bytes, coding: str, limit: int) -> bytes:
    """Never more than one byte over the limit is made."""
    unpack = _inflated if coding == "deflate" else _gunzipped
    try:
        whole = unpack(raw, limit + 1)
    except EOFError as error:
        raise Problem("malformed", "The packed body is cut off.") from error
    except (zlib.error, gzip.BadGzipFile) as error:
        raise Problem("malformed", "The body is not packed as Content-Encoding says.") from error
    if len(whole) > limit:
        raise _too_large(limit)
    return whole


def _gunzipped(raw: bytes, most: int) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
        return stream.read(most)


def _inflated(raw: bytes, most: int) -> bytes:
    """zlib by its first two bytes; else without a header, which some clients send."""
    has_header = raw[:1] != b"" and raw[0] & 15 == 8 and int.from_bytes(raw[:2]) % 31 == 0
    stream = zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
    whole = stream.decompress(raw, most)
    if not stream.eof and len(whole) < most:
        raise EOFError
    if stream.unused_data:
        raise zlib.error("more after the end")
    return whole


def _too_large(limit: int) -> Problem:
    return Problem("too-large", f"The limit is {limit} bytes, counted unpacked.")


def text(raw: bytes, charset: str) -> str:
    """The body as text. Raises ``Problem`` where the charset is not known, or the body not in it."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        name = ""
    if not name.startswith(_CHARSETS):
        raise Problem("malformed", "The charset of Content-Type is not known. UTF-8 always is.")
    try:
        return raw.decode(name)
    except UnicodeError as error:
        raise Problem("malformed", f"The body is not text in its charset, {name}.") from error


def json_value(raw: bytes, charset: str) -> Any:
    """The body as I-JSON (RFC 7493): no name twice in an object, no NaN or infinity, no half of a surrogate pair.

    Raises ``Problem``.
    """
    words = text(raw, charset).removeprefix("\ufeff")
    try:
        value = json.loads(words, object_pairs_hook=_unique, parse_constant=_no_number)
        _all_text(words, value)
    except RecursionError as error:
        raise Problem("malformed", "The body is nested too deeply.") from error
    except UnicodeEncodeError as error:
        raise Problem("malformed", "The body holds half of a surrogate pair.") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Problem("malformed", f"The body is not JSON: {error.msg} at {place}.") from error
    except ValueError as error:
        raise Problem("malformed", "The body is not JSON: a number has too many digits.") from error
    return value


def _all_text(words: str, value: Any) -> None:
    """Raises ``UnicodeEncodeError`` where a string holds half a pair: only an escape can make one."""
    if "\\u" in words:
        json.dumps(value, ensure_ascii=False).encode()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise Problem("malformed", "The body is not I-JSON: an object has the same name twice.")
    return made


def _no_number(word: str) -> NoReturn:
    raise Problem("malformed", f"The body is not JSON: {word} is no number there.")
