"""Which form of the timeline is answered: ``?format=``, else the best of ``Accept``, else JSON."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from dateline.render import RENDERERS, render
from dateline.settings import Settings
from dateline.values import Article
from dateline.web import create_app
from tests.handmade import TEXT, TIMELINE, Fake

URL = "/v1/timeline"
TYPES = {
    "json": "application/json",
    "timelinejs": "application/vnd.dateline.timelinejs+json",
    "ics": "text/calendar; charset=utf-8",
    "jsonld": "application/ld+json",
    "csv": "text/csv; charset=utf-8",
    "timeml": "application/vnd.dateline.timeml+xml; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "ninjs": "application/vnd.dateline.ninjs+json",
}


@pytest.fixture
def client() -> FlaskClient:
    return create_app(Settings(), Fake()).test_client()


def test_every_format_has_a_type() -> None:
    assert list(TYPES) == list(RENDERERS)


@pytest.mark.parametrize("name", TYPES)
def test_a_format_by_name_and_by_its_type_is_the_same_answer(client: FlaskClient, name: str) -> None:
    expected = render(replace(TIMELINE, article=Article(text=TEXT)), name).body
    by_name = client.post(f"{URL}?format={name}", json={"text": TEXT})
    by_type = client.post(URL, json={"text": TEXT}, headers={"Accept": RENDERERS[name].media_type})
    assert (200, TYPES[name], expected) == (by_name.status_code, by_name.content_type, by_name.data)
    assert (200, TYPES[name], expected) == (by_type.status_code, by_type.content_type, by_type.data)


@pytest.mark.parametrize(
    ("name", "accept"),
    [
        ("json", "*/*"),
        ("json", ""),
        ("ics", "text/calendar, */*;q=0.1"),
        ("ics", "text/calendar, */*"),
        ("json", "text/calendar;q=0.5, */*"),
        ("csv", "text/calendar;q=0.2, text/csv;q=0.8, application/json;q=0.5"),
        ("ics", "text/*"),
        ("markdown", "text/*;q=0.3, text/markdown;q=0.4"),
        ("timelinejs", "application/json;q=0.1, */*;q=0.9"),
        ("timelinejs", "application/json;q=0, */*"),
        ("jsonld", 'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"'),
        ("csv", "Text/CSV; charset=utf-8; header=present"),
        ("json", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"),
        ("json", "application/json, text/plain, */*"),
    ],
)
def test_accept_prefers(client: FlaskClient, name: str, accept: str) -> None:
    response = client.post(URL, json={"text": TEXT}, headers={"Accept": accept})
    assert (200, TYPES[name]) == (response.status_code, response.content_type)


def test_the_name_goes_before_accept(client: FlaskClient) -> None:
    response = client.post(f"{URL}?format=csv", json={"text": TEXT}, headers={"Accept": "text/calendar"})
    assert TYPES["csv"] == response.content_type


@pytest.mark.parametrize(
    ("query", "accept"),
    [("?format=papyrus", "*/*"), ("", "text/calendar;q=0, text/plain"), ("", "*/*;q=0"), ("?format=CSV", "text/csv")],
)
def test_a_form_that_there_is_not_names_those_there_are(client: FlaskClient, query: str, accept: str) -> None:
    response = client.post(URL + query, json={"text": TEXT}, headers={"Accept": accept})
    known = TYPES if query else [renderer.media_type for renderer in RENDERERS.values()]
    assert (406, []) == (response.status_code, [name for name in known if name not in response.json["detail"]])


def test_a_format_whose_library_is_missing_is_not_acceptable(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.render.find_spec", lambda name: None)
    response = client.post(f"{URL}?format=ics", json={"text": TEXT})
    assert (406, True) == (response.status_code, "ics needs an extra" in response.json["detail"])
    assert 406 == client.post(URL, json={"text": TEXT}, headers={"Accept": "text/calendar"}).status_code
    assert "ics" not in [form["name"] for form in client.get("/v1/capabilities").json["formats"]]


def test_choices_hold_in_every_format(client: FlaskClient) -> None:
    for name in set(TYPES) - {"timeml"}:
        response = client.post(f"{URL}?format={name}", json={"text": TEXT, "min_confidence": 0.95})
        assert b"collapsed in March" not in response.data, name
