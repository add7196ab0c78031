"""The command line: ``dateline extract``, ``bulk``, ``explain``, ``serve``, ``openapi``.

Exit status: 0 done, 1 it failed, 2 the arguments or the input are wrong, 3 some articles of many have no timeline. One
line on stderr says what.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from environs import EnvValidationError

from dateline.errors import DatelineError
from dateline.inputs import INPUTS, OWN, Kind
from dateline.render import RENDERERS, render
from dateline.settings import PREFIX, Settings, one_native_thread
from dateline.version import __version__

if TYPE_CHECKING:
    from dateline import Extractor

FIELDS = {
    "title": "the headline",
    "published": "publication date, ISO 8601 (default: inferred from the article)",
    "timezone": "IANA zone of a publication date without offset (default: UTC)",
    "url": "address of the article, evidence for its date; never fetched",
    "language": "ISO 639-1 (default: en)",
    "id": "echoed in the answer",
    "include": "more in the answer: text, expressions, mentions, undated (with commas)",
    "min-confidence": "leave out events below this, 0 to 1",
    "offset-unit": "what offsets count: codepoint or utf16",
}
"""The options of ``extract`` that are fields of a request."""

_KINDS: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonld": "json",
    ".xml": "xml",
}
"""What files of these names are written in."""


class InputError(Exception):
    """What the user gave cannot be used."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    options = _parser().parse_args(argv)
    try:
        return options.run(options) or 0
    except InputError as error:
        return _say(str(error), 2)
    except EnvValidationError as error:
        return _say(_wrong_settings(error), 2)
    except DatelineError as error:
        return _say(str(error), 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _wrong_settings(error: EnvValidationError) -> str:
    messages = error.error_messages
    if not isinstance(messages, Mapping):
        return str(error)
    return "; ".join(f"{name}: {' '.join(says)}" for name, says in messages.items())


def _say(what: str, status: int) -> int:
    sys.stderr.write(f"dateline: {what}\n")
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("dateline", description="The dated events of a news article.")
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    extract = commands.add_parser("extract", help="print the timeline of an article")
    extract.add_argument("file", metavar="FILE", help="the article, in UTF-8; - for standard input")
    extract.add_argument("--html", action="store_true", help="it is HTML (as files named *.html are)")
    extract.add_argument("--input", choices=(OWN, *INPUTS), help="its format (default: recognised by its shape)")
    extract.add_argument("--format", choices=RENDERERS, default=next(iter(RENDERERS)), help="form of the answer")
    for name, says in FIELDS.items():
        extract.add_argument(f"--{name}", help=says)
    extract.set_defaults(run=_extract)

    _bulk_options(commands.add_parser("bulk", help="read a file of articles into a file of timelines"))

    explain = commands.add_parser("explain", help="print how a phrase is read: rule, what it says, what it means, why")
    explain.add_argument("phrase", metavar="PHRASE")
    explain.add_argument("--published", help="the day it is read on, ISO 8601 (default: unknown)")
    explain.set_defaults(run=_explain)

    serve = commands.add_parser("serve", help="serve over HTTP", description=f"Settings: {PREFIX}* in the environment.")
    for name in ("host", "port", "workers"):
        serve.add_argument(f"--{name}", help=f"instead of {PREFIX}{name.upper()}")
    serve.set_defaults(run=_serve)

    openapi = commands.add_parser("openapi", help="print the contract as OpenAPI 3.1")
    openapi.set_defaults(run=_openapi)
    return parser


def _bulk_options(bulk: argparse.ArgumentParser) -> None:
    inputs = [OWN, *(name for name, row in INPUTS.items() if row.kind == "json")]
    bulk.add_argument("source", type=Path, metavar="IN", help="articles, one JSON object a line")
    bulk.add_argument("target", type=Path, metavar="OUT", help="timelines, a line each")
    bulk.add_argument("--failed", type=Path, metavar="FILE", help="problems, a line each (default: OUT.failed.jsonl)")
    bulk.add_argument("--resume", action="store_true", help="go on with OUT: what has its line is not read again")
    bulk.add_argument("--workers", type=_count, help="processes (default: one a usable core)")
    bulk.add_argument("--format", choices=RENDERERS, default=next(iter(RENDERERS)), help="form of the timelines")
    bulk.add_argument("--input", choices=inputs, help="format of the articles (default: recognised, each by itself)")
    bulk.set_defaults(run=_bulk)


def _count(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 256:
        raise argparse.ArgumentTypeError("Not a number from 1 to 256.")
    return int(word)


def _bulk(options: argparse.Namespace) -> int:
    from dateline.bulk import Task, run

    settings = Settings.load()
    if not RENDERERS[options.format].installed:
        raise InputError(f"The format {options.format} needs the extra {RENDERERS[options.format].extra}.")
    failed = options.failed or options.target.with_name(options.target.name + ".failed.jsonl")
    task = Task(settings.model, options.format, options.input, settings.max_body, options.source.name)
    workers = options.workers or settings.processes
    try:
        tally = run(options.source, options.target, failed, task, workers=workers, resume=options.resume)
    except OSError as error:
        raise InputError(f"{error.filename or options.target}: {error.strerror}") from error
    except KeyboardInterrupt:
        return _say("interrupted; --resume goes on", 130)
    before = f" ({tally.before} of them before)" if tally.before else ""
    said = f"{tally.timelines} timelines in {options.target}, {tally.failed} failures in {failed}{before}"
    return _say(said, 3 if tally.failed else 0)


def _extract(options: argparse.Namespace) -> None:
    from dateline.web.body import json_value
    from dateline.web.inputs import read_as
    from dateline.web.problems import Problem

    kind, sent = _kind(options), _read(options.file)
    try:
        payload = json_value(sent.encode(), "utf-8") if kind == "json" else sent
        article, chosen = read_as(options.input, payload, kind, _fields(options))
    except Problem as problem:
        wrong = [f"{_name(error['pointer'])}: {error['detail']}" for error in problem.errors]
        raise InputError("; ".join(wrong) or f"FILE: {problem.detail}") from problem
    timeline = _extractor().extract(article)
    sys.stdout.buffer.write(render(timeline, options.format, chosen).body.rstrip(b"\n") + b"\n")
    sys.stdout.flush()


def _kind(options: argparse.Namespace) -> Kind:
    """What the file is written in: by the options, else by its name, else text."""
    if options.html:
        return "html"
    if options.input in INPUTS:
        return INPUTS[options.input].kind
    return _KINDS.get(Path(options.file).suffix.lower(), "text")


def _fields(options: argparse.Namespace) -> dict[str, Any]:
    """The fields of a request, as the command line gives them."""
    given = {name.replace("-", "_"): getattr(options, name.replace("-", "_")) for name in FIELDS}
    if given["include"] is not None:
        given["include"] = [name for name in given["include"].split(",") if name]
    if given["min_confidence"] is not None:
        given["min_confidence"] = _number(given["min_confidence"])
    return {name: value for name, value in given.items() if value is not None}


def _name(pointer: str) -> str:
    """A wrong field by the name that the user knows it by."""
    field = pointer.strip("/").partition("/")[0].replace("_", "-")
    if field in {*FIELDS, "input"}:
        return f"--{field}"
    return "FILE" if field in {"", "text", "html"} else f"FILE, {pointer}"


def _number(word: str) -> float | str:
    try:
        return float(word)
    except ValueError:
        return word


def _read(name: str) -> str:
    """A file's text, line ends as they are."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 (byte {error.start})") from error


def _explain(options: argparse.Namespace) -> None:
    from dateline.timex import explain

    published = None if options.published is None else _day(options.published)
    sys.stdout.write(explain(options.phrase, published) + "\n")


def _day(word: str) -> date:
    try:
        return datetime.fromisoformat(word).date()
    except ValueError as error:
        raise InputError(f"--published: not an ISO 8601 date: {word!r}") from error


def _serve(options: argparse.Namespace) -> None:
    """Becomes gunicorn. Its process starts anew, so that native libraries see the settings made for them."""
    for name in ("host", "port", "workers"):
        if getattr(options, name) is not None:
            os.environ[PREFIX + name.upper()] = getattr(options, name)
    Settings.load()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:dateline.web.gunicorn_conf"]
    os.execv(sys.executable, command)  # noqa: S606 - no shell, and nothing of the user's in it


def _openapi(options: argparse.Namespace) -> None:
    from dateline.web.openapi import document

    sys.stdout.write(json.dumps(document(), indent=2, ensure_ascii=False) + "\n")


def _extractor() -> Extractor:
    from dateline import Extractor

    one_native_thread()
    return Extractor(Settings.load().model)


if __name__ == "__main__":
    sys.exit(main())
