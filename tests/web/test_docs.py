"""The contract and the page to try it, from our own files only."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from dateline.settings import Settings
from dateline.web import create_app
from dateline.web.openapi import document
from tests.handmade import Fake


def test_the_contract_is_served(client: FlaskClient) -> None:
    assert document() == client.get("/openapi.json").json


def test_the_page_loads_only_what_we_serve(client: FlaskClient) -> None:
    page = client.get("/docs").text
    wanted = re.findall(r'(?:src|href|data-url)="([^"]+)"', page)
    assert 6 == len(wanted)
    for path in wanted[1:]:
        with client.get(path) as response:
            assert (path, 200) == (path, response.status_code)
    assert ["data:,"] == [path for path in wanted if not path.startswith("/")]


def test_the_page_has_no_inline_script_or_style(client: FlaskClient) -> None:
    page = client.get("/docs").text
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert [] == re.findall(r"<style|style=|\son\w+=|javascript:", page)


def test_the_policy_lets_nothing_else_in(client: FlaskClient) -> None:
    policy = client.get("/docs").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert [] == re.findall(r"unsafe|https?:|\*", policy)


@pytest.mark.parametrize(
    ("type", "name"),
    [
        ("text/javascript; charset=utf-8", "swagger-ui/swagger-ui-bundle.js"),
        ("text/css; charset=utf-8", "swagger-ui/swagger-ui.css"),
        ("text/javascript; charset=utf-8", "docs.js"),
    ],
)
def test_vendored_files_are_served_as_what_they_are(client: FlaskClient, type: str, name: str) -> None:
    with client.get(f"/dateline-static/{name}") as response:
        assert type == response.content_type


def test_the_licence_stands_beside_what_it_is_for(client: FlaskClient) -> None:
    with client.get("/dateline-static/swagger-ui/LICENSE") as response:
        assert b"Apache License" in response.data


def test_the_page_can_be_switched_off() -> None:
    client = create_app(Settings(docs=False, page=False), Fake()).test_client()
    assert [404, 404, 200] == [
        client.get(path).status_code for path in ("/docs", "/dateline-static/docs.js", "/openapi.json")
    ]
