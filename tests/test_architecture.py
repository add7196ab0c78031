"""The rooms of ``docs/design.md``, held to: imports only go down, and each library has one door.

Read from the source with ``ast``, so that an import inside a function counts and nothing has to be importable.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "service" / "dateline"
SCHEMAS = ROOT / "schemas" / "dateline_schemas"

FLOORS: tuple[frozenset[str], ...] = tuple(
    frozenset(floor.split())
    for floor in (
        "errors version",
        "dates",
        "values",
        "ruler",
        "nlp learned",
        "timex lang",
        "clean published events anchor weigh merge render inputs",
        "pipeline",
        "batch",
        "extractor",
        "__init__",
        "settings",
        "web",
        "bulk",
        "__main__",
    )
)
"""Bottom first. A room imports from floors below its own; from a room on its own floor only as ``BESIDE`` says."""

BESIDE = {
    ("lang", "timex"),  # a rule is a value that timex.rule defines
    ("timex", "lang"),  # the grammar in use is looked up by its language
    ("published", "clean"),  # both must know a printed stamp: one finds the day in it, one leaves it out
    ("inputs", "clean"),  # a page's main text is found among the paragraphs that clean finds
}

FRAMEWORKS = ("apispec", "flask", "gunicorn", "opentelemetry", "prometheus_client", "pythonjsonlogger", "werkzeug")

WORD_TABLES = {"lexicon", "predicates"}
"""Modules of a language that are rows and no code: as long as the language needs."""

CLOCK_AND_WORLD = {"asyncio", "http", "random", "secrets", "socket", "subprocess", "time", "urllib.request", "uuid"}
"""Modules that read the clock, the network or chance: nothing of the engine may."""

WORLD_CALLS = {"os.environ", "os.getenv", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"}


@dataclass(frozen=True, slots=True)
class Source:
    """One module: its file, dotted name, room and parsed source."""

    path: Path
    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The part after ``dateline.``: a folder or a module of the root; ``__init__`` for the public face."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else "__init__"

    @property
    def package(self) -> list[str]:
        """The parts that a relative import starts from."""
        return self.name.split(".") if self.path.name == "__init__.py" else self.name.split(".")[:-1]

    def imports(self) -> Iterator[str]:
        """Dotted names of what is imported, in functions and for type checking too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                above = self.package[: len(self.package) - node.level + 1] if node.level else []
                base = ".".join([*above, *([node.module] if node.module else [])])
                yield from (f"{base}.{alias.name}" for alias in node.names)

    def libraries(self) -> set[str]:
        """Top-level names of what is imported."""
        return {name.partition(".")[0] for name in self.imports()}

    def attributes(self) -> Iterator[str]:
        """Every ``name.attribute`` in the source."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield f"{node.value.id}.{node.attr}"


def read(path: Path, root: Path) -> Source:
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Source(path, name, ast.parse(path.read_text(encoding="utf-8")))


MODULES = [read(path, room.parent) for room in (ENGINE, SCHEMAS) for path in sorted(room.rglob("*.py"))]
DATELINE = [module for module in MODULES if module.name.split(".")[0] == "dateline"]
OUTER = {"web", "bulk", "__main__", "settings"}
HEART = [module for module in DATELINE if module.room not in OUTER]


def floor(room: str) -> int:
    return next(level for level, rooms in enumerate(FLOORS) if room in rooms)


def outside(modules: list[Source], library: str, doors: set[str]) -> list[str]:
    """Modules that import the library and are none of its doors (a door is a dotted name; what lies in it counts)."""
    users = [module.name for module in modules if library in module.libraries()]
    return [name for name in users if not any(name == door or name.startswith(f"{door}.") for door in doors)]


def test_every_room_has_a_floor() -> None:
    assert [] == sorted({module.room for module in DATELINE} - frozenset().union(*FLOORS))


@pytest.mark.parametrize("module", DATELINE, ids=lambda module: module.name)
def test_imports_only_go_down(module: Source) -> None:
    up = []
    for name in module.imports():
        if name.partition(".")[0] != "dateline":
            continue
        parts = name.split(".")
        room = parts[1] if any(parts[1] in rooms for rooms in FLOORS) else "__init__"
        free = room in {module.room, "version"} or (module.room, room) in BESIDE
        if not free and floor(room) >= floor(module.room):
            up.append(name)
    assert [] == up


def test_a_language_knows_only_what_a_rule_is_and_what_dates_are() -> None:
    allowed = ("dateline.dates", "dateline.timex.rule", "dateline.lang", "dateline.values")
    strangers = {
        module.name: names
        for module in DATELINE
        if module.room == "lang"
        and (names := [n for n in module.imports() if n.startswith("dateline") and not n.startswith(allowed)])
    }
    assert {} == strangers


def test_dates_know_no_other_room() -> None:
    names = [name for module in DATELINE if module.room == "dates" for name in module.imports()]
    assert [] == [name for name in names if name.startswith("dateline") and not name.startswith("dateline.dates")]


def test_the_schemas_import_nothing_of_the_engine() -> None:
    schemas = [module for module in MODULES if module.name.startswith("dateline_schemas")]
    assert schemas
    assert [] == [module.name for module in schemas if "dateline" in module.libraries()]


def test_only_the_web_and_the_json_renderer_know_the_schemas() -> None:
    assert [] == outside(DATELINE, "dateline_schemas", {"dateline.web", "dateline.render.json"})


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_nothing_below_the_web_knows_a_framework(framework: str) -> None:
    assert [] == outside(DATELINE, framework, {"dateline.web"})


def test_only_the_calendar_calls_dateparser() -> None:
    assert [] == outside(DATELINE, "dateparser", {"dateline.timex.calendar"})


def test_only_a_few_rooms_look_at_a_parse() -> None:
    """In ``timex`` only its context and tense do; ``recognise`` has the type to hand it there."""
    doors = {
        "dateline.nlp",
        "dateline.ruler",
        "dateline.timex.context",
        "dateline.timex.recognise",
        "dateline.timex.tense",
        "dateline.events",
        "dateline.anchor",
    }
    assert [] == outside(DATELINE, "spacy", doors)


def test_only_one_renderer_needs_the_calendar_library() -> None:
    assert [] == outside(DATELINE, "icalendar", {"dateline.render.ics"})


def test_only_nlp_loads_a_pipeline() -> None:
    assert ["dateline.nlp"] == [module.name for module in DATELINE if "spacy.load" in set(module.attributes())]


@pytest.mark.parametrize("module", HEART, ids=lambda module: module.name)
def test_the_engine_reads_no_clock_no_network_no_environment_no_chance(module: Source) -> None:
    names = {name for full in module.imports() for name in (full, full.partition(".")[0], full.rpartition(".")[0])}
    assert set() == names & CLOCK_AND_WORLD
    assert set() == set(module.attributes()) & WORLD_CALLS


@pytest.mark.parametrize(
    "module", [module for module in MODULES if module.path.stem not in WORD_TABLES], ids=lambda module: module.name
)
def test_a_module_can_be_held_in_mind(module: Source) -> None:
    assert len(module.path.read_text(encoding="utf-8").splitlines()) <= 450


@pytest.mark.parametrize(
    "package", [module for module in MODULES if module.path.name == "__init__.py"], ids=lambda package: package.name
)
def test_a_folder_says_what_may_live_in_it(package: Source) -> None:
    assert len((ast.get_docstring(package.tree) or "").strip()) >= 40


def test_the_import_roots_hold_no_loose_modules() -> None:
    assert [] == [str(path) for root in (ENGINE.parent, SCHEMAS.parent) for path in root.glob("*.py")]
