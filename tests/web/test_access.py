"""Who may ask: API keys, other origins; and the headers that every answer bears."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

URL = "/v1/timeline"
Serving = Callable[..., FlaskClient]


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    path = tmp_path / "keys"
    path.write_text("# of the desk\nfirst\n\n  second-ü  \n", encoding="utf-8")
    return path


def status(client: FlaskClient, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(URL, json={"text": "a"}, headers=named).status_code


@pytest.mark.parametrize(
    ("expected", "headers"),
    [
        pytest.param(200, {"Authorization": "Bearer first"}, id="bearer"),
        pytest.param(200, {"Authorization": "bearer  first "}, id="the scheme in small letters"),
        pytest.param(200, {"X_API_Key": "first"}, id="header of its own"),
        pytest.param(401, {}, id="none"),
        pytest.param(401, {"Authorization": "Bearer "}, id="empty"),
        pytest.param(401, {"Authorization": "Bearer third"}, id="wrong"),
        pytest.param(401, {"Authorization": "Bearer firs"}, id="cut short"),
        pytest.param(401, {"Authorization": "Bearer # of the desk"}, id="a note"),
        pytest.param(401, {"Authorization": "Basic first"}, id="another scheme"),
        pytest.param(401, {"X_API_Key": "\xff\xfe"}, id="rubbish"),
    ],
)
def test_a_key_lets_in(serving: Serving, keys: Path, expected: int, headers: dict[str, str]) -> None:
    assert expected == status(serving(api_keys_file=str(keys)), **headers)


def test_keys_change_without_a_restart(serving: Serving, keys: Path) -> None:
    client = serving(api_keys_file=str(keys))
    for text, expected in (("third\n", [401, 200]), ("first\nthird\n", [200, 200]), ("", [401, 401])):
        fresh = keys.with_name("fresh")
        fresh.write_text(text)
        os.replace(fresh, keys)
        assert expected == [status(client, X_API_Key=key) for key in ("first", "third")]


def test_a_file_that_goes_away_leaves_the_known_keys(serving: Serving, keys: Path) -> None:
    client = serving(api_keys_file=str(keys))
    keys.unlink()
    assert [200, 401] == [status(client, X_API_Key=key) for key in ("first", "third")]


def test_a_file_that_is_not_there_stops_the_start(serving: Serving, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        serving(api_keys_file=str(tmp_path / "none"))


def test_probes_need_no_key(serving: Serving, keys: Path) -> None:
    client = serving(api_keys_file=str(keys))
    assert [200] * 3 == [client.get(path).status_code for path in ("/livez", "/readyz", "/v1/capabilities")]


DESK = "https://desk.example"


@pytest.mark.parametrize(
    ("expected", "allowed", "origin"),
    [
        pytest.param(DESK, f"{DESK} https://b.example", DESK, id="named"),
        pytest.param(None, f"{DESK}", "https://evil.example", id="not named"),
        pytest.param(None, f"{DESK}", f"{DESK}.evil.example", id="longer"),
        pytest.param(None, f"{DESK}", "null", id="null"),
        pytest.param(None, "", DESK, id="none is named"),
        pytest.param(None, "*", DESK, id="a star is no origin"),
    ],
)
@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_other_origins_may_ask_where_they_are_named(
    serving: Serving, expected: str | None, allowed: str, origin: str, method: str
) -> None:
    headers = {"Origin": origin, "Content-Type": "text/plain"}
    response = serving(cors_origins=allowed).open(URL, method=method, data=b"a", headers=headers)
    assert expected == response.headers.get("Access-Control-Allow-Origin")
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert (bool(allowed)) == ("Origin" in response.headers.get("Vary", ""))
    assert (method == "OPTIONS" and expected is not None) == ("Access-Control-Allow-Methods" in response.headers)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", URL),
        ("GET", URL),
        ("GET", "/"),
        ("GET", "/docs"),
        ("GET", "/metrics"),
        ("GET", "/nothing"),
        ("GET", "/dateline-static/docs.js"),
    ],
)
def test_every_answer_bears_headers_that_make_it_harmless(client: FlaskClient, method: str, path: str) -> None:
    with client.open(path, method=method) as response:
        assert "nosniff" == response.headers["X-Content-Type-Options"]
        assert "DENY" == response.headers["X-Frame-Options"]
        assert "no-referrer" == response.headers["Referrer-Policy"]
        policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'" if path in {"/", "/docs"} else "default-src 'none'")
