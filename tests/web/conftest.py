"""The service over an engine made by hand: fast, and it can be made slow, full or broken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from dateline.settings import Settings
from dateline.values import Article
from dateline.web import create_app
from tests.handmade import Fake


@pytest.fixture
def client() -> FlaskClient:
    """A client of the service with its defaults."""
    return create_app(Settings(), Fake()).test_client()


@pytest.fixture
def serving() -> Callable[..., FlaskClient]:
    """Makes a client: what the engine does with an article, and settings by name."""

    def make(work: Callable[[Article], Any] = lambda article: None, **settings: Any) -> FlaskClient:
        def unless_warming_up(article: Article) -> None:
            if article.published != "2013-02-12":
                work(article)

        return create_app(Settings(**settings), Fake(unless_warming_up)).test_client()

    return make
