"""What others import from us. A change here is a change of the contract: it goes into CHANGELOG.md."""

from __future__ import annotations

import importlib

import pytest

PUBLIC = {
    "dateline": """
        Article ArticleError DatelineError Event Extractor ModelError Period Publication Timeline Unit When
        __version__ edtf extract
    """,
    "dateline.web": "create_app create_blueprint",
    "dateline_schemas": "Capabilities ErrorItem Health Problem Timeline TimelineItem TimelineRequest Version errors_of",
}


@pytest.mark.parametrize(("package", "names"), PUBLIC.items(), ids=PUBLIC)
def test_a_package_offers_these_names(package: str, names: str) -> None:
    module = importlib.import_module(package)
    assert names.split() == sorted(module.__all__)
    assert [] == [name for name in module.__all__ if not hasattr(module, name)]
