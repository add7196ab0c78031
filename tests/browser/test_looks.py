"""Narrow and wide, light and dark, for everyone; under a prefix; with nothing from anywhere else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask
from werkzeug.serving import make_server

from dateline.web import create_blueprint
from tests.browser.conftest import answer_with, ask
from tests.browser.made import EVENTS, TEXT, answer, problem
from tests.handmade import Fake

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (Path(__file__).parent / "data" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
LONG = "<" + "Pneumono" * 40 + "> " + TEXT


def asking(page: Page) -> None:
    """As it opens."""


def answered(page: Page) -> None:
    """With an answer, and an event opened."""
    answer_with(page, answer(warnings=[{"code": "made", "detail": "Beware."}]))
    ask(page, TEXT)
    page.locator("#row-e2 > .head").click()
    page.get_by_label("Alleged").uncheck()


def refused(page: Page) -> None:
    """With something wrong."""
    errors = [{"pointer": "/text", "detail": "Empty."}, {"pointer": "/url", "detail": "No."}]
    answer_with(page, problem(422, "Not valid", "See errors.", errors), 422)
    page.locator("#text").fill(TEXT)
    page.get_by_role("button", name="Find the events").click()
    page.locator("#problem").wait_for()


STATES = (asking, answered, refused)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(
    opened: Callable[..., Page], viewport: dict[str, int], scheme: str, state: Callable[[Page], None]
) -> None:
    page = opened(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    state(page)
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [(v["id"], v["impact"], [node["html"][:120] for node in v["nodes"]]) for v in found["violations"]]
    assert [] == told


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(opened: Callable[..., Page], width: int) -> None:
    page = opened(viewport={"width": width, "height": 740})
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    ask(page, LONG, published="2013-02-12")
    for head in page.locator("#list .head").all():
        head.click()
        assert width >= page.evaluate("document.documentElement.scrollWidth")


def test_a_thousand_events_still_fit(opened: Callable[..., Page]) -> None:
    page = opened(viewport=WIDE)
    events = [{**EVENTS[i % 6], "id": f"many{i}"} for i in range(1000)]
    answer_with(page, answer(events))
    ask(page, TEXT)
    assert 1000 == page.locator("#drawing .event").count()
    assert 1500 > page.locator("#drawing").bounding_box()["height"]  # type: ignore[index]
    spent = page.evaluate("""async () => {
        const start = performance.now();
        document.querySelector('#row-many500 > .head').click();
        await new Promise(requestAnimationFrame);
        return performance.now() - start;
    }""")
    assert 2000 > spent


def test_targets_are_large_enough_for_fingers(opened: Callable[..., Page]) -> None:
    page = opened(viewport=NARROW, has_touch=True)
    answered(page)
    sizes = page.evaluate(
        "[...document.querySelectorAll('button, .chip, select, input[type=date], .pick')]"
        ".filter((it) => it.offsetParent).map((it) => [it.textContent.trim(), it.getBoundingClientRect().height])"
    )
    assert [] == [(name, height) for name, height in sizes if height < 24]


def luminance(page: Page) -> float:
    """How light the page's ground is, 0 to 255."""
    channels: list[int] = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    return sum(channels[:3]) / 3


def test_it_is_dark_where_the_reader_wants_it_dark(opened: Callable[..., Page]) -> None:
    assert 200 < luminance(opened(color_scheme="light"))
    assert 60 > luminance(opened(color_scheme="dark"))


def test_it_asks_for_nothing_from_elsewhere(browser: Any, service: Any) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{service.url}/")
    ask(page, TEXT)
    page.close()
    assert len(asked) >= 10
    assert [] == [url for url in asked if not url.startswith(f"{service.url}/")]


def test_no_string_can_become_markup(browser: Any, service: Any) -> None:
    page = browser.new_page()
    page.goto(f"{service.url}/")
    said = page.evaluate("try { document.body.innerHTML = '<i>' } catch (error) { error.name }")
    page.close()
    assert "TypeError" == said


@pytest.fixture
def prefixed() -> Iterator[str]:
    """A host application with the blueprint under a prefix: the address of the page."""
    app = Flask("host")
    app.register_blueprint(create_blueprint(Fake(), url_prefix="/news/dates"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/news/dates/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_works_under_a_prefix(opened: Callable[..., Page], prefixed: str) -> None:
    page = opened(prefixed)
    ask(page, "🌉 The old bridge collapsed in March 2012. Officials plan repairs.")
    page.locator("#list .head").first.click()
    assert ["collapsed"] == page.locator("#article .lit.trigger").all_text_contents()
    assert page.locator("#formats button").count() >= 1
    page.get_by_role("link", name="API reference").click()
    assert page.url == f"{prefixed}docs"
