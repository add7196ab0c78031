"""Documentation runs. In README.md, CONTRIBUTING.md and docs/ a fenced block named

- ``python`` is executed: statements as they stand, sessions (``>>>``) as doctests; the blocks of a page share names;
- ``console`` is typed: each line after ``$`` is a command, what follows is what it prints. ``dateline`` is this
  project's, and ``curl`` asks the real service, started for the test, in place of ``localhost:8000``;
- ``sh`` is one script, to be copied; it is run where it begins with one of ``RUN``. The others install, build or serve:
  whatever they ask of make must exist;
- ``json`` or ``text`` right after a ``console`` or ``sh`` block, with nothing between, is what its last command prints.

Where nothing is shown, the command must succeed. Commands run in a folder with an ``article.html`` and ``article.txt``.

Sample answers are shortened. In text, ``…`` stands for anything. In JSON, fields may be left out, ``…`` inside a string
stands for anything, and ``"…"`` as last element of a list for any further elements.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
ADDRESS = "localhost:8000"
RUN = ("curl ", "dateline ", "echo ", "printf ")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its page, the line of its first row, its language and text, and whether nothing stands between it
    and the block before."""

    page: Path
    line: int
    language: str
    text: str
    adjoins: bool

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what it should print."""

    block: Block
    line: str
    prints: str

    def __str__(self) -> str:
        return f"{self.block} {self.line[:40]}"


def blocks_of(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    blocks, end = [], 0
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        line = text.count("\n", 0, match.start(2)) + 1
        blocks.append(Block(page, line, match[1], match[2], adjoins=not text[end : match.start()].strip()))
        end = match.end()
    return blocks


def commands_of(block: Block, after: Block | None) -> list[Command]:
    """The block's commands, each with what it prints; in a console, lines that end in a backslash go on."""
    if block.language == "console":
        typed = re.findall(r"^\$ ((?:.*\\\n)*.*)\n?((?:(?!\$ ).*\n?)*)", block.text, re.MULTILINE)
    else:
        typed = [(block.text, "")] if block.language == "sh" and block.text.startswith(RUN) else []
    commands = [Command(block, line, printed.strip()) for line, printed in typed]
    shown = after is not None and after.adjoins and after.language in {"json", "text"}
    if commands and not commands[-1].prints and after is not None and shown:
        commands[-1] = Command(block, commands[-1].line, after.text.strip())
    return commands


BLOCKS = {page: blocks_of(page) for page in PAGES}
COMMANDS = [
    command
    for blocks in BLOCKS.values()
    for block, after in pairwise([*blocks, None])
    if block is not None
    for command in commands_of(block, after)
]


def like(expected: str, actual: str) -> bool:
    """Whether the text is the expected one, ``…`` standing for anything and any run of blanks for any other."""
    pieces = [
        r"\s+".join(re.escape(word) for word in piece.split(" ")) for piece in " ".join(expected.split()).split("…")
    ]
    return re.fullmatch(".*?".join(pieces), actual.strip(), re.DOTALL) is not None


def differences(expected: Any, actual: Any, at: str = "") -> list[str]:
    """Where the answer is not as the sample says, as pointers with both values."""
    match expected, actual:
        case dict(), dict():
            missing = [f"{at}/{name}: missing" for name in expected if name not in actual]
            both = [name for name in expected if name in actual]
            return missing + [d for name in both for d in differences(expected[name], actual[name], f"{at}/{name}")]
        case [*items, "…"], list() if len(actual) >= len(items):
            return differences(items, actual[: len(items)], at)
        case list(), list() if len(expected) == len(actual):
            pairs = enumerate(zip(expected, actual, strict=True))
            return [d for index, (one, other) in pairs for d in differences(one, other, f"{at}/{index}")]
        case str(), str() if like(expected, actual):
            return []
    return [] if expected == actual else [f"{at}: expected {expected!r}, got {actual!r}"]


ARTICLE = "<h1>Bridge falls</h1><p>The old bridge over the Wren collapsed on <b>Monday</b>.</p>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where commands run: two articles, and in ``bin`` the command ``dateline``, so that nothing need be installed."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "article.html").write_text(ARTICLE)
    (folder / "article.txt").write_text(re.sub("<.*?>", " ", ARTICLE))
    script = folder / "bin" / "dateline"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m dateline "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return folder


def typed(line: str, folder: Path) -> str:
    """What the shell prints for the command; a test fails where it fails."""
    roots = os.pathsep.join([str(ROOT / "service"), str(ROOT / "schemas")])
    path = os.pathsep.join([str(folder / "bin"), os.environ.get("PATH", "")])
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": roots, "PATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    printed = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode(errors="replace") + printed
    return printed


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(b.language == "python" for b in BLOCKS[page])], ids=lambda page: page.name
)
def test_python_blocks_run(page: Path) -> None:
    names: dict[str, Any] = {"__name__": "__docs__"}
    for block in BLOCKS[page]:
        if block.language != "python":
            continue
        if ">>> " in block.text:
            run_session(block, names)
        else:
            exec(compile("\n" * (block.line - 1) + block.text, str(page), "exec"), names)


def run_session(block: Block, names: dict[str, Any]) -> None:
    """A block of ``>>>`` lines as a doctest, in the names of the page."""
    source = block.text.replace("…", "...")
    test = doctest.DocTestParser().get_doctest(source, names, str(block), str(block.page), block.line - 1)
    report = io.StringIO()
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    with contextlib.redirect_stdout(report):
        failed = runner.run(test, clear_globs=False).failed
    names.update(test.globs)
    assert failed == 0, report.getvalue()


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_commands_print_what_they_show(command: Command, folder: Path, request: pytest.FixtureRequest) -> None:
    line = command.line
    if ADDRESS in line:
        if shutil.which("curl") is None:
            pytest.skip("no curl here")
        line = line.replace(ADDRESS, request.getfixturevalue("service").url.removeprefix("http://"))
    if not command.prints:
        typed(line.replace("curl ", "curl --fail-with-body "), folder)
    elif command.prints.startswith("{"):
        printed = typed(line, folder)
        assert [] == differences(json.loads(command.prints), json.loads(printed)), printed
    else:
        printed = typed(line, folder)
        assert like(command.prints, printed), printed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_asks_of_make_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    asked = re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set() == set(asked) - set(targets)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!\w+://|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [] == [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_are_of_a_known_kind(page: Path) -> None:
    assert {block.language for block in BLOCKS[page]} <= {"", "console", "json", "python", "sh", "text"}


@pytest.mark.parametrize(
    ("expected", "actual", "found"),
    [
        pytest.param({"a": 1}, {"a": 1, "b": 2}, [], id="fields may be left out"),
        pytest.param({"a": "on … day"}, {"a": "on the third day"}, [], id="ellipsis in a string"),
        pytest.param(["x", "…"], ["x", "y", "z"], [], id="further elements"),
        pytest.param({"a": 1}, {"b": 1}, ["/a: missing"], id="a field that is not there"),
        pytest.param([1], [1, 2], [": expected [1], got [1, 2]"], id="an element too many"),
        pytest.param({"a": [1.5]}, {"a": [2]}, ["/a/0: expected 1.5, got 2"], id="another value"),
    ],
)
def test_samples_are_compared_as_this_page_says(expected: Any, actual: Any, found: list[str]) -> None:
    assert found == differences(expected, actual)
