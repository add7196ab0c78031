"""``python -m evaluation [--shared FOLDER] [part ...]``: measures the answers and prints the figures."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from evaluation.answers import Answers, Extract, expressions_only, whole
from evaluation.corpora import Missing, Shared
from evaluation.scoring import Section, written

PARTS = (
    "published",
    "timexes",
    "event_mentions",
    "event_times",
    "wikinews",
    "tdg",
    "key_events",
    "annotated",
    "invented",
    "calibration",
)
FAST = ("timexes",)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a section for each part; 2 where the corpora, or texts of theirs, are not there."""
    options = _parser().parse_args(arguments)
    shared = shared_or_none(options.shared)
    if shared is None:
        return 2
    try:
        _measure(shared, options)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    return 0


def _measure(shared: Shared, options: argparse.Namespace) -> None:
    answers = Answers(_engine(shared, options))
    before = figures_of(options.against)
    sections = []
    for name in options.parts or (FAST if options.fast else PARTS):
        sections.append(part(name)(shared, answers))
        print(written(sections[-1], before.get(sections[-1].name, {}) if before else None), end="\n\n", flush=True)
    keep_errors(options.errors, sections)
    keep_figures(options.json, sections)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("parts", nargs="*", type=_known, metavar="part", help=", ".join(PARTS) + " (all)")
    parser.add_argument("--shared", type=Path, help="the folder that holds corpora/")
    parser.add_argument("--fast", action="store_true", help="time expressions only, parses kept in a temporary folder")
    parser.add_argument("--unseen", action="store_true", help="each document by weights not trained on it (minutes)")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write every error, a line each, tab-separated")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    parser.add_argument("--against", type=Path, metavar="FILE", help="kept figures to print the change from")
    return parser


def _engine(shared: Shared, options: argparse.Namespace) -> Extract:
    if options.fast:
        return expressions_only()
    if not options.unseen:
        return whole()
    from training.folds import cross_validated

    return cross_validated(shared)


def _known(name: str) -> str:
    if name not in PARTS:
        raise argparse.ArgumentTypeError(f"no part {name!r}; there are {', '.join(PARTS)}")
    return name


def shared_or_none(named: Path | None) -> Shared | None:
    """The corpora in the folder named, or in ``shared`` beside the project; says so where there are none."""
    shared = Shared(named or Path(__file__).resolve().parent.parent.parent / "shared")
    if shared.corpora.is_dir():
        return shared
    print(f"No corpora in {shared.corpora}: name the folder that holds them with --shared.", file=sys.stderr)
    return None


def part(name: str) -> Callable[[Shared, Answers], Section]:
    """What measures the part of that name."""
    evaluate: Callable[[Shared, Answers], Section] = import_module(f"evaluation.{name}").evaluate
    return evaluate


def keep_errors(path: Path | None, sections: Sequence[Section]) -> None:
    """Writes the errors of all sections, a line each."""
    if path is not None:
        path.write_text("".join(f"{line}\n" for one in sections for line in one.errors), encoding="utf-8")


def keep_figures(path: Path | None, sections: Sequence[Section]) -> None:
    """Writes the figures of all sections as JSON."""
    if path is not None:
        figures = {one.name: [asdict(figure) for figure in one.figures] for one in sections}
        path.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def figures_of(path: Path | None) -> dict[str, dict[str, float]] | None:
    """Figures that ``keep_figures`` kept: by section and name."""
    if path is None:
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {section: {figure["name"]: figure["ours"] for figure in figures} for section, figures in kept.items()}


if __name__ == "__main__":
    sys.exit(main())
