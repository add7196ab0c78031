"""What every room's tests may use: the engine, loaded once, and the corpora where there are any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.serving import Server, serving

if TYPE_CHECKING:
    from dateline import Extractor

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The engine with its default model. Loading takes a second: once a run."""
    from dateline import Extractor

    return Extractor()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and articles beside the project; skips where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the project: corpora and articles are not part of it")
    return folder


@pytest.fixture(scope="session")
def service() -> Iterator[Server]:
    """The real service, under gunicorn. For tests that leave it as it was."""
    with serving() as server:
        yield server
