"""The page at /: what is served, and under which policy. What it does is tested in a browser, in tests/browser."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from dateline.settings import Settings
from dateline.web import create_app
from tests.handmade import Fake


def test_it_loads_only_what_we_serve_and_by_relative_addresses(client: FlaskClient) -> None:
    wanted = re.findall(r'(?:src|href)="([^"#]+)"', client.get("/").text)
    assert len(wanted) >= 4
    assert [] == [path for path in wanted if path.startswith("/") or ":" in path]
    for path in wanted:
        with client.get(f"/{path.removeprefix('./')}") as response:
            assert (path, 200) == (path, response.status_code)


def test_it_has_no_inline_script_or_style(client: FlaskClient) -> None:
    page = client.get("/").text
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert [] == re.findall(r"<style|style=|\son\w+=|javascript:", page)


def test_its_policy_lets_nothing_else_in_and_no_string_become_markup(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert [] == re.findall(r"unsafe|https?:|data:|\*", policy)


@pytest.mark.parametrize(
    ("type", "name"),
    [
        ("text/javascript; charset=utf-8", "page.js"),
        ("text/css; charset=utf-8", "page.css"),
        ("text/plain; charset=utf-8", "sample.txt"),
        ("image/svg+xml; charset=utf-8", "icon.svg"),
    ],
)
def test_its_files_are_served_as_what_they_are(client: FlaskClient, type: str, name: str) -> None:
    with client.get(f"/dateline-static/page/{name}") as response:
        assert type == response.content_type


@pytest.mark.parametrize(
    ("expected", "settings"),
    [
        ([200, 200, 200], {}),
        ([404, 200, 200], {"page": False}),
        ([200, 404, 200], {"docs": False}),
        ([404, 404, 404], {"page": False, "docs": False}),
    ],
    ids=["both", "docs only", "page only", "neither"],
)
def test_each_page_can_be_switched_off(expected: list[int], settings: dict[str, bool]) -> None:
    client = create_app(Settings(**settings), Fake()).test_client()
    paths = ("/", "/docs", "/dateline-static/page/sample.txt")
    said = []
    for path in paths:
        with client.get(path) as response:
            said.append(response.status_code)
    assert expected == said


def test_it_links_to_the_reference_where_there_is_one(client: FlaskClient) -> None:
    without = create_app(Settings(docs=False), Fake()).test_client()
    assert [True, False] == ['href="docs"' in some.get("/").text for some in (client, without)]
