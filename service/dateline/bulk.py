"""``dateline bulk``: a file of articles in, a file of timelines out, read by several processes.

The output only ever grows, a whole line for an article, in the order of the input. So a run that was killed is gone on
with: what has its line is not read again, and half a line at the end is cut off.
"""

from __future__ import annotations

import os
import re
import signal
import threading
import traceback
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from tqdm import tqdm  # type: ignore[import-untyped]

from dateline.batch import batches
from dateline.errors import BulkError
from dateline.extractor import Extractor
from dateline.render import Options, render
from dateline.render.json import encoded
from dateline.settings import one_native_thread
from dateline.values import Article, Timeline
from dateline.web.items import Item, Reader, answered, refused
from dateline.web.problems import Problem, expected

AHEAD = 4
"""Tasks a process that are under way or wait to be written: enough to keep it busy, few enough to keep memory flat."""

_RECORD = re.compile(rb'\{"line":(\d{1,15}),')


@dataclass(frozen=True, slots=True)
class Task:
    """What a process must know: the model, the format of the timelines, that of the input where one is named, the most
    bytes of an article, and what the input is called."""

    model: str
    format: str = "json"
    input: str | None = None
    limit: int = 1024 * 1024
    source: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines the files have in the end, and how many of them were there before."""

    timelines: int
    failed: int
    before: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input: its number from 1, what it says, and where it ends in the file."""

    number: int
    raw: bytes
    end: int


def run(source: Path, target: Path, failed: Path, task: Task, *, workers: int = 1, resume: bool = False) -> Tally:
    """Reads every article of ``source`` (JSON lines); its timeline goes into ``target`` or its problem into ``failed``.

    Raises ``BulkError`` where it cannot begin or go on, ``ModelError`` where there is no such model, and ``OSError``.
    """
    if source.resolve() in {target.resolve(), failed.resolve()} or target.resolve() == failed.resolve():
        raise BulkError("The input, the output and the file of failures must be three files.")
    with ExitStack() as stack:
        lines = stack.enter_context(source.open("rb"))
        good = stack.enter_context(_opened(target, resume))
        bad = stack.enter_context(_opened(failed, resume))
        done = bytearray()
        timelines, failures = _mark(good, done), _mark(bad, done)
        before = timelines + failures
        shown = stack.enter_context(tqdm(total=source.stat().st_size, unit="B", unit_scale=True, disable=None))
        pool = stack.enter_context(_pool(workers))
        for end, records in _made(pool, _left(lines, done), task, AHEAD * workers):
            timelines += _write(good, [line for read, line in records if read])
            failures += _write(bad, [line for read, line in records if not read])
            shown.set_postfix(timelines=timelines, failed=failures, refresh=False)
            shown.update(end - shown.n)
        for file in (good, bad):
            os.fsync(file.fileno())
    return Tally(timelines, failures, before)


def _write(file: IO[bytes], lines: list[bytes]) -> int:
    file.write(b"".join(lines))
    file.flush()
    return len(lines)


def _opened(path: Path, resume: bool) -> IO[bytes]:
    """The file, to be read and written at its end, and for this process alone."""
    file = path.open("a+b")
    try:
        _lock(file, path)
        if not resume and file.seek(0, os.SEEK_END):
            raise BulkError(f"{path} is there already. Go on with it (--resume), or name another.")
    except BaseException:
        file.close()
        raise
    return file


def _lock(file: IO[bytes], path: Path) -> None:
    """Where the system has no such locks, there is none."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BulkError(f"{path} is being written by another process.") from error


def _mark(file: IO[bytes], done: bytearray) -> int:
    """Marks the lines of the input that have one here, a byte each, and returns how many. Cuts a torn one off."""
    file.seek(0)
    count = whole = 0
    for line in file:
        if not line.endswith(b"\n"):
            file.truncate(whole)
            break
        found = _RECORD.match(line)
        if found is None:
            raise BulkError(f"{file.name}, line {count + 1}, was not written by dateline bulk.")
        number = int(found[1])
        done.extend(bytes(max(0, number + 1 - len(done))))
        done[number] = 1
        count, whole = count + 1, whole + len(line)
    file.seek(0, os.SEEK_END)
    return count


def _left(lines: IO[bytes], done: bytearray) -> Iterator[Line]:
    """The lines that are not blank and not done."""
    end = 0
    for number, raw in enumerate(lines, 1):
        end += len(raw)
        if raw.strip() and not (number < len(done) and done[number]):
            yield Line(number, raw, end)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Processes begun anew. One native thread each: the processes are the parallelism."""
    one_native_thread()
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin)


def _begin() -> None:
    """In a new process: Ctrl-C is for the first one; when that is gone, however it went, so is this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _made(
    pool: ProcessPoolExecutor, lines: Iterator[Line], task: Task, most: int
) -> Iterator[tuple[int, list[tuple[bool, bytes]]]]:
    """In order: how far the input is read, and for each of a few lines whether it was read and its line."""
    ahead: deque[tuple[int, Future[list[tuple[bool, bytes]]]]] = deque()
    try:
        for few in batches(lines, lambda line: len(line.raw)):
            ahead.append((few[-1].end, pool.submit(work, task, [(line.number, line.raw) for line in few])))
            if len(ahead) == most:
                end, future = ahead.popleft()
                yield end, future.result()
        for end, future in ahead:
            yield end, future.result()
    except BrokenProcessPool as error:
        raise BulkError("A process died: out of memory? What was written stays; --resume goes on.") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


# --- in a process -------------------------------------------------------------------------------------------------


def work(task: Task, lines: list[tuple[int, bytes]]) -> list[tuple[bool, bytes]]:
    """For each line whether it was read, and the line to write."""
    reader = Reader(task.limit, task.input, problem_of=_problem)
    items = [reader.line(number, raw) for number, raw in lines]
    asked = [item.asked for item in items if not isinstance(item.asked, Problem)]
    made = iter(zip(_extractor(task.model).extract_batch([article for article, _ in asked]), asked, strict=True))
    return [_record(item, task, *_outcome(item, made)) for item in items]


@cache
def _extractor(model: str) -> Extractor:
    return Extractor(model)


def _outcome(item: Item, made: Iterator[tuple[Timeline | Exception, tuple[Article, Options]]]) -> tuple[Any, Options]:
    """The item's timeline, or what was wrong with it, and the choices."""
    if isinstance(item.asked, Problem):
        return item.asked, Options()
    timeline, (_, options) = next(made)
    return timeline, options


def _record(item: Item, task: Task, made: Timeline | Exception, options: Options) -> tuple[bool, bytes]:
    try:
        if isinstance(made, Exception):
            raise made
        return True, answered("line", item, _written(made, task.format, options)) + b"\n"
    except Exception as error:
        instance = f"{quote(task.source)}#{item.place}"
        return False, refused("line", item, _problem(error), instance) + b"\n"


def _written(timeline: Timeline, format: str, options: Options) -> bytes:
    """The timeline in the format as JSON: itself where it is, else a string."""
    rendered = render(timeline, format, options)
    return rendered.body.strip() if rendered.media_type.endswith("json") else encoded(rendered.body.decode())


def _problem(error: Exception) -> Problem:
    """What to tell of an exception: of a fault of ours its place, not its message, which might quote the article."""
    place = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" in {Path(frame.filename).name}, line {frame.lineno}" for frame in place)
    return expected(error) or Problem("internal", f"{type(error).__name__}{where}.")
