"""``dateline bulk``: a file of articles in, one of timelines out; killed and gone on with, nothing lost or doubled."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline import Article, ArticleError, Extractor, bulk
from dateline.__main__ import main
from dateline.bulk import Task, work
from dateline.render import RENDERERS
from dateline_schemas import Problem
from tests.handmade import Fake
from tests.serving import ROOT

WORDS = "The bridge at pier {n} fell on {day} May 2012. It had been closed in 2009, and will reopen next year."
ARTICLES: list[Any] = [
    {"id": f"n{n}", "published": "2013-02-12", "text": WORDS.format(n=n, day=1 + n % 28) * 3} for n in range(300)
]
BAD = {10: {"id": "empty", "text": ""}, 150: {"id": "two", "text": "a", "html": "b"}, 299: "a string"}


def lines(*values: Any) -> bytes:
    return b"".join(value if isinstance(value, bytes) else json.dumps(value).encode() + b"\n" for value in values)


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bulk") / "in.jsonl"
    some = [BAD.get(number, article) for number, article in enumerate(ARTICLES)]
    path.write_bytes(lines(*some[:50], b"\n", *some[50:], b"{torn"))
    return path


def command(source: Path, target: Path, *options: str) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "service"), str(ROOT / "schemas")])}
    words = [sys.executable, "-m", "dateline", "bulk", str(source), str(target), "--workers", "2", *options]
    return subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.fixture(scope="module")
def whole(source: Path) -> Path:
    """The output of a run that nothing interrupted."""
    target = source.with_name("whole.jsonl")
    with command(source, target) as process:
        _, errors = process.communicate(timeout=120)
    assert 3 == process.returncode, errors
    assert [f"dateline: 297 timelines in {target}, 4 failures in {target}.failed.jsonl"] == errors.decode().splitlines()
    return target


def failures(target: Path) -> Path:
    return target.with_name(target.name + ".failed.jsonl")


def test_every_article_has_one_line_in_order(whole: Path) -> None:
    good, bad = read(whole), read(failures(whole))
    assert [11, 152, 301, 302] == [record["line"] for record in bad]
    assert sorted({*range(1, 303)} - {51, 11, 152, 301, 302}) == [record["line"] for record in good]
    assert [f"n{n}" for n in range(300) if n not in BAD] == [record["id"] for record in good]
    assert all({"2012-05", "2009"} & {event["when"]["edtf"][:7] for event in r["timeline"]["events"]} for r in good)


def test_a_failure_says_what_was_wrong_with_which_line(whole: Path) -> None:
    empty, two, string, torn = read(failures(whole))
    assert ["empty", "two", None, None] == [record["id"] for record in (empty, two, string, torn)]
    assert [422, 422, 422, 400] == [record["status"] for record in (empty, two, string, torn)]
    assert ["/text"] == [error["pointer"] for error in empty["problem"]["errors"]]
    assert "in.jsonl#11" == empty["problem"]["instance"]
    assert [{}] * 4 == [Problem().validate(record["problem"]) for record in (empty, two, string, torn)]


def test_a_timeline_is_what_the_article_gives_alone(whole: Path, extractor: Extractor) -> None:
    for number in (0, 77, 298):
        alone = extractor.extract(Article(**ARTICLES[number]))
        record = next(record for record in read(whole) if record["id"] == f"n{number}")
        assert json.loads(bulk.render(alone).body) == record["timeline"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_a_run_that_is_killed_is_gone_on_with(source: Path, whole: Path) -> None:
    """Killed twice in mid-run, its last line torn each time: the same bytes in the end, and no process left over."""
    target = source.with_name("killed.jsonl")
    for least in (1, 100):
        with command(source, target, "--resume") as process:
            wait_for(lambda least=least: target.exists() and target.read_bytes().count(b"\n") > least)
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            orphans = children.read_text().split() if children.exists() else []
            process.kill()
            process.communicate()
        assert target.read_bytes() != whole.read_bytes()
        with target.open("ab") as file:
            file.write(whole.read_bytes()[:500])
        with failures(target).open("ab") as file:
            file.write(b'{"li')
        wait_for(lambda orphans=orphans: not [pid for pid in orphans if alive(pid)])
    with command(source, target, "--resume") as process:
        _, errors = process.communicate(timeout=120)
    assert 3 == process.returncode
    assert b"of them before" in errors
    assert whole.read_bytes() == target.read_bytes()
    assert failures(whole).read_bytes() == failures(target).read_bytes()


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def alive(pid: str) -> bool:
    """Whether the process runs: not gone, and not dead and waiting to be taken notice of."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# --- in this process ----------------------------------------------------------------------------------------------


class Inline:
    """A pool that works here and now."""

    def __init__(self) -> None:
        self.seen: list[int] = []

    def __enter__(self) -> Inline:
        return self

    def __exit__(self, *_: Any) -> None: ...

    def submit(self, function: Callable[..., Any], task: Task, given: list[tuple[int, bytes]]) -> Any:
        from concurrent.futures import Future

        self.seen += [number for number, _ in given]
        future: Future[Any] = Future()
        future.set_result(function(task, given))
        return future

    def shutdown(self, **_: Any) -> None: ...


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Inline:
    inline, fake = Inline(), Fake()
    monkeypatch.setattr(bulk, "_pool", lambda workers: inline)
    monkeypatch.setattr(bulk, "_extractor", lambda model: fake)
    return inline


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_bytes(lines(*({"text": "a", "id": str(n)} for n in range(40))))
    return path


@pytest.mark.parametrize(
    ("again", "cut"),
    [
        pytest.param([], None, id="all done"),
        pytest.param([40], -1, id="the last line torn by a byte"),
        pytest.param([40], -100, id="the last line torn"),
        pytest.param([*range(1, 41)], 7, id="the first line torn"),
        pytest.param([*range(1, 41)], 0, id="empty"),
    ],
)
def test_what_is_read_again(pool: Inline, small: Path, again: list[int], cut: int | None) -> None:
    target = small.with_name("out.jsonl")
    assert 0 == main(["bulk", str(small), str(target)])
    whole = target.read_bytes()
    target.write_bytes(whole[:cut])
    pool.seen.clear()
    assert 0 == main(["bulk", str(small), str(target), "--resume"])
    assert again == pool.seen
    assert whole == target.read_bytes()


def test_a_hole_is_filled(pool: Inline, small: Path) -> None:
    """What a failed disk lost, or a user took out to have it read again."""
    target = small.with_name("out.jsonl")
    main(["bulk", str(small), str(target)])
    kept = [line for line in target.read_bytes().splitlines(True) if not line.startswith(b'{"line":7,')]
    target.write_bytes(b"".join(kept))
    pool.seen.clear()
    assert 0 == main(["bulk", str(small), str(target), "--resume"])
    assert [7] == pool.seen
    assert {*range(1, 41)} == {record["line"] for record in read(target)}


def test_what_is_there_is_not_written_over(pool: Inline, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = small.with_name("out.jsonl")
    target.write_bytes(b"precious\n")
    assert 1 == main(["bulk", str(small), str(target)])
    assert "--resume" in capsys.readouterr().err
    assert 1 == main(["bulk", str(small), str(target), "--resume"])
    assert "line 1, was not written by dateline bulk" in capsys.readouterr().err
    assert (b"precious\n", []) == (target.read_bytes(), pool.seen)


def test_two_runs_do_not_write_one_file(pool: Inline, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("fcntl")
    target = small.with_name("out.jsonl")
    with bulk._opened(target, resume=False):
        assert 1 == main(["bulk", str(small), str(target)])
    assert "another process" in capsys.readouterr().err
    assert 0 == main(["bulk", str(small), str(target)])


@pytest.mark.parametrize(
    ("status", "says", "words"),
    [
        pytest.param(1, "three files", ["in.jsonl", "in.jsonl"], id="the output is the input"),
        pytest.param(1, "three files", ["in.jsonl", "o", "--failed", "o"], id="one file for both"),
        pytest.param(2, "none.jsonl: No such file", ["none.jsonl", "o"], id="no input"),
        pytest.param(2, "No such file", ["in.jsonl", "none/o"], id="no folder"),
    ],
)
def test_what_cannot_be_begun(
    small: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    status: int,
    says: str,
    words: list[str],
) -> None:
    monkeypatch.chdir(small.parent)
    before = small.read_bytes()
    assert status == main(["bulk", *words])
    assert says in capsys.readouterr().err
    assert before == small.read_bytes()


def test_failures_go_into_the_file_that_is_named(pool: Inline, tmp_path: Path) -> None:
    source, target, failed = (tmp_path / name for name in ("in", "out", "bad"))
    source.write_bytes(lines({"text": "a"}, {"text": ""}))
    assert 3 == main(["bulk", str(source), str(target), "--failed", str(failed)])
    assert ([1], [2]) == tuple([record["line"] for record in read(path)] for path in (target, failed))
    assert {"in", "out", "bad"} == {path.name for path in tmp_path.iterdir()}


def test_the_progress_is_silent_where_nobody_looks(
    pool: Inline, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["bulk", str(small), str(small.with_name("out"))])
    said = capsys.readouterr()
    assert ("", 1) == (said.out, said.err.count("\n"))


@pytest.mark.parametrize("format", RENDERERS)
def test_every_format_stands_in_a_line(monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    monkeypatch.setattr(bulk, "_extractor", lambda model: Fake())
    if not RENDERERS[format].installed:
        pytest.skip(f"the extra {RENDERERS[format].extra} is not installed")
    [(good, line)] = work(Task("", format), [(1, b'{"text": "a", "id": "x"}')])
    record = json.loads(line)
    assert (True, ["line", "id", "status", "timeline"], 1) == (good, list(record), line.count(b"\n"))
    assert isinstance(record["timeline"], dict | list if RENDERERS[format].media_type.endswith("json") else str)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        pytest.param("invalid", ArticleError("published", "No."), id="the article's"),
        pytest.param("internal", ValueError("xyzzy"), id="ours"),
    ],
)
def test_an_article_that_cannot_be_read_fails_alone(
    monkeypatch: pytest.MonkeyPatch, kind: str, error: Exception
) -> None:
    def refuse(article: Article) -> None:
        if article.text == "bad":
            raise error

    monkeypatch.setattr(bulk, "_extractor", lambda model: Fake(refuse))
    made = work(Task(""), [(1, b'{"text": "a"}'), (2, b'{"text": "bad", "id": "x"}'), (3, b'{"text": "b"}')])
    assert [True, False, True] == [good for good, _ in made]
    record = json.loads(made[1][1])
    assert ("x", f"urn:problem-type:dateline:{kind}") == (record["id"], record["problem"]["type"])
    assert "xyzzy" not in made[1][1].decode()


def test_a_line_over_the_limit_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_extractor", lambda model: Fake())
    made = work(Task("", limit=20), [(1, b'{"text": "a"}'), (2, b'{"text": "' + b"a" * 20 + b'"}')])
    assert [200, 413] == [json.loads(line)["status"] for _, line in made]


def test_a_model_that_is_not_there_is_said(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.environ["DATELINE_MODEL"] = "no_such_model"
    try:
        assert 1 == main(["bulk", str(small), str(small.with_name("out")), "--workers", "1"])
    finally:
        del os.environ["DATELINE_MODEL"]
    assert "no_such_model" in capsys.readouterr().err
