"""The blueprint in somebody else's application."""

from __future__ import annotations

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from werkzeug.exceptions import NotFound

from dateline.settings import Settings
from dateline.web import create_app, create_blueprint
from tests.handmade import Fake

PROBLEM = "application/problem+json"


@pytest.fixture
def first() -> Fake:
    return Fake()


@pytest.fixture
def second() -> Fake:
    return Fake()


@pytest.fixture
def host(first: Fake, second: Fake) -> FlaskClient:
    """A host with a 404 page, static files and a faulty page of its own, and two of ours in it."""
    app = Flask("host", static_folder=None)
    app.register_blueprint(create_blueprint(first, url_prefix="/news"))
    app.register_blueprint(create_blueprint(second, Settings(max_body=10), name="small", url_prefix="/small"))

    @app.errorhandler(404)
    def not_found(error: NotFound) -> tuple[str, int]:
        return "the host's own page", 404

    @app.get("/gone")
    def gone() -> str:
        abort(410)

    @app.get("/own")
    def own() -> str:
        return "own"

    return app.test_client()


def test_it_answers_under_its_prefix(host: FlaskClient, first: Fake) -> None:
    response = host.post("/news/v1/timeline", json={"text": "a"})
    assert (200, "a") == (response.status_code, first.articles[-1].text)


def test_two_have_an_engine_and_settings_each(host: FlaskClient, first: Fake, second: Fake) -> None:
    read = len(first.articles)
    assert 200 == host.post("/small/v1/timeline", data="a", content_type="text/plain").status_code
    assert (read, "a") == (len(first.articles), second.articles[-1].text)
    long = {"data": "a" * 11, "content_type": "text/plain"}
    assert [200, 413] == [host.post(f"/{name}/v1/timeline", **long).status_code for name in ("news", "small")]


@pytest.mark.parametrize(
    ("status", "method", "path"),
    [(405, "GET", "/news/v1/timeline"), (415, "POST", "/news/v1/timeline"), (405, "POST", "/news/livez")],
)
def test_its_own_errors_are_problems(host: FlaskClient, status: int, method: str, path: str) -> None:
    response = host.open(path, method=method)
    assert (status, PROBLEM) == (response.status_code, response.content_type)
    assert response.json["instance"].startswith(f"{path}#")


@pytest.mark.parametrize("path", ["/nothing", "/news/nothing"])
def test_the_hosts_404_page_is_untouched(host: FlaskClient, path: str) -> None:
    assert "the host's own page" == host.get(path).text


@pytest.mark.parametrize(("status", "path"), [(410, "/gone"), (200, "/own"), (405, "/own")])
def test_the_hosts_answers_are_untouched(host: FlaskClient, status: int, path: str) -> None:
    response = host.post(path) if status == 405 else host.get(path)
    assert (status, "text/html; charset=utf-8") == (response.status_code, response.content_type)
    assert not {"X-Request-ID", "X-Content-Type-Options"} & set(response.headers.keys())


def test_the_host_keeps_its_handlers_configuration_and_routes() -> None:
    app = Flask("host")
    before = ({**app.config}, {**app.extensions}, dict(app.before_request_funcs), dict(app.after_request_funcs))
    app.register_blueprint(create_blueprint(Fake(), url_prefix="/news"))
    hooks = [{name: funcs for name, funcs in each.items() if name != "dateline"}
             for each in (app.before_request_funcs, app.after_request_funcs)]  # fmt: skip
    assert before == (app.config, app.extensions, *hooks)
    assert {"dateline"} == {name for name, handlers in app.error_handler_spec.items() if any(handlers.values())}
    rules = [str(rule) for rule in app.url_map.iter_rules() if not str(rule).startswith("/news/")]
    assert ["/static/<path:filename>"] == rules


@pytest.mark.parametrize(
    ("base", "path", "script"),
    [
        ("/news", "/news/openapi.json", ""),
        ("/app/news", "/news/openapi.json", "/app"),
    ],
    ids=["prefix", "prefix under SCRIPT_NAME"],
)
def test_the_contract_and_the_page_know_where_they_stand(host: FlaskClient, base: str, path: str, script: str) -> None:
    said = host.get(path, environ_overrides={"SCRIPT_NAME": script}).json
    assert [{"url": base}] == said["servers"]
    page = host.get("/news/docs", environ_overrides={"SCRIPT_NAME": script}).text
    assert f'data-url="{base}/openapi.json"' in page
    assert f'src="{base}/dateline-static/docs.js"' in page


def test_it_stands_at_the_root_of_a_host_with_static_files_of_its_own() -> None:
    app = Flask("host")
    app.register_blueprint(create_blueprint(Fake()))
    with app.test_client().get("/dateline-static/docs.js") as response:
        assert 200 == response.status_code


def test_a_prefix_that_a_trusted_proxy_names_is_believed() -> None:
    headers = {"X-Forwarded-Prefix": "/news"}
    believed, ignored = (
        create_app(Settings(trusted_proxies=hops), Fake()).test_client().get("/openapi.json", headers=headers).json
        for hops in (1, 0)
    )
    assert ("/news", "/") == (believed["servers"][0]["url"], ignored["servers"][0]["url"])
