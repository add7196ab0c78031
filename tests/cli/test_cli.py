"""The command line: what it prints, where, and its exit status."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline import Extractor, __main__, __version__
from dateline.__main__ import main
from dateline.render import RENDERERS
from dateline.web.openapi import document

TEXT = "The old bridge collapsed in March 2012. The council met on Monday."


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """The engine that is loaded already."""
    monkeypatch.setattr(__main__, "_extractor", lambda: extractor)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


def dates(out: str) -> list[str]:
    return [event["when"]["edtf"] for event in json.loads(out)["events"]]


@pytest.mark.usefixtures("engine")
def test_extract_prints_the_timeline_of_a_file(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["extract", str(article), "--published", "2013-02-12"])
    said = capsys.readouterr()
    assert (["2012-03", "2013-02-11"], "") == (dates(said.out), said.err)
    assert 1 == said.out.count("\n")


@pytest.mark.usefixtures("engine")
def test_extract_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert 0 == main(["extract", "-", "--published", "2013-02-12"])
    assert ["2012-03", "2013-02-11"] == dates(capsys.readouterr().out)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("name", "options"), [("a.html", []), ("a.txt", ["--html"])], ids=["by its name", "by option"])
def test_extract_reads_html(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, options: list[str]) -> None:
    path = tmp_path / name
    path.write_text("<p>The bridge <b>collapsed</b> in March&nbsp;2012.</p>")
    assert 0 == main(["extract", str(path), "--include", "text,expressions", *options])
    made = json.loads(capsys.readouterr().out)
    assert "<b>" not in made["article"]["text"]
    assert ["2012-03"] == [one["value"] for one in made["expressions"]]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("name", RENDERERS)
def test_extract_prints_every_format(article: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str) -> None:
    assert 0 == main(["extract", str(article), "--published", "2013-02-12", "--format", name])
    said = capfdbinary.readouterr()
    assert (True, b"\n", b"") == (b"ollapsed" in said.out, said.out[-1:], said.err)


@pytest.mark.usefixtures("engine")
def test_a_format_whose_library_is_missing_names_the_extra(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.render.find_spec", lambda name: None)
    assert 1 == main(["extract", str(article), "--format", "ics"])
    assert "dateline[ical]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("status", "says", "arguments"),
    [
        (2, "No such file", ["extract", "nowhere.txt"]),
        (2, "--published: Not an ISO 8601 date", ["extract", "ARTICLE", "--published", "soon"]),
        (2, "--min-confidence: Not a valid number", ["extract", "ARTICLE", "--min-confidence", "high"]),
        (2, "--include: Not one of", ["extract", "ARTICLE", "--include", "all"]),
        (2, "--timezone: Not an IANA", ["extract", "ARTICLE", "--timezone", "Mars"]),
        (2, "FILE: The article is empty", ["extract", os.devnull]),
        (2, "not UTF-8", ["extract", sys.executable]),
        (2, "not an ISO 8601 date", ["explain", "May", "--published", "soon"]),
        (2, "DATELINE_PORT: Not a valid integer", ["serve", "--port", "http"]),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    status: int, says: str, arguments: list[str], article: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("DATELINE_PORT", "8000")
    assert status == main([str(article) if word == "ARTICLE" else word for word in arguments])
    said = capsys.readouterr()
    assert says in said.err
    assert ("", 1, "dateline: ") == (said.out, said.err.count("\n"), said.err[:10])


def test_a_model_that_is_not_there_is_a_failure(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_MODEL", "no_such_model")
    assert 1 == main(["extract", str(article)])
    assert "no_such_model" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["extract"], ["extract", "-", "--format", "papyrus"], ["reckon"]])
def test_wrong_usage_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert 2 == caught.value.code
    assert "usage: dateline" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert f"dateline {__version__}\n" == capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        (["the 3rd of March", "XXXX-03-03", "2013-03-03", "publication date 2013-02-12"],
         ["the 3rd of March", "--published", "2013-02-12"]),
        (["No time expression"], ["the cat sat"]),
    ],
    ids=["a date", "none"],
)  # fmt: skip
def test_explain_prints_the_derivation(
    words: list[str], arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["explain", *arguments])
    said = capsys.readouterr().out
    assert [] == [word for word in words if word not in said]


def test_openapi_prints_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["openapi"])
    assert document() == json.loads(capsys.readouterr().out)


def test_serve_becomes_gunicorn(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    monkeypatch.setattr(os, "execv", lambda *command: started.append(command))
    monkeypatch.setenv("DATELINE_HOST", "before")
    monkeypatch.setenv("DATELINE_PORT", "1")
    assert 0 == main(["serve", "--host", "0.0.0.0", "--port", "8080"])
    assert ("0.0.0.0", "8080") == (os.environ["DATELINE_HOST"], os.environ["DATELINE_PORT"])
    assert ["-m", "gunicorn", "--config", "python:dateline.web.gunicorn_conf"] == started[0][1][1:]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("name", "options"), [("item.json", []), ("item", ["--input", "ninjs"])], ids=["by its name", "by option"]
)
def test_extract_reads_other_formats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, options: list[str]
) -> None:
    path = tmp_path / name
    path.write_text(json.dumps({"versioncreated": "2013-02-12T09:30:00Z", "body_text": TEXT}))
    assert 0 == main(["extract", str(path), *options])
    out = capsys.readouterr().out
    assert ["2012-03", "2013-02-11"] == dates(out)
    assert ("ninjs", "/body_text") == tuple(json.loads(out)["article"][field] for field in ("input", "body"))


@pytest.mark.parametrize(
    ("says", "payload"),
    [
        ("FILE: This could be ninjs, schema.org. Say which with input.", {"body_text": "a", "articleBody": "b"}),
        ("FILE, /body_text: Not a string.", {"body_text": 1}),
        ("--language: Not a supported language", {"body_text": "a", "language": "fr"}),
        ("FILE: There is no body", {"versioncreated": "2013-02-12"}),
    ],
    ids=["ambiguous", "wrong", "another language", "no body"],
)
def test_extract_says_what_is_wrong_with_a_payload(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], says: str, payload: Any
) -> None:
    path = tmp_path / "item.json"
    path.write_text(json.dumps(payload))
    assert 2 == main(["extract", str(path)])
    assert capsys.readouterr().err.startswith(f"dateline: {says}")
