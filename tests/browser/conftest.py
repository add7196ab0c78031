"""A real browser on the page. Skips where there is no Chromium, or no playwright to drive it.

Whatever a test does, it fails when the page asked another host for anything, or when the browser found something to
complain of: a script's error, or something that the page's policy forbids.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ARGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once a run."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"there is no Chromium: none of {', '.join(NAMES)} is installed")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, service: Server) -> Iterator[Callable[..., Page]]:
    """Opens the page, at ``/`` of the real service where no address is given; options are those of the browser's
    context."""
    contexts = []
    foreign: list[str] = []
    complaints: list[str] = []

    def open_page(url: str = "", **options: Any) -> Page:
        context = browser.new_context(locale="en-GB", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        home = url or f"{service.url}/"
        page.on("request", lambda request: foreign.extend(_foreign(request.url, home)))
        page.on("console", lambda message: complaints.extend(_complaint(message)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(home)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == foreign
    assert [] == complaints


def _foreign(url: str, home: str) -> list[str]:
    here = urlsplit(url).netloc == urlsplit(home).netloc or url.startswith(("blob:", "data:"))
    return [] if here else [url]


def _complaint(message: Any) -> list[str]:
    """That an answer had an error status is no complaint: some tests ask for one."""
    return [message.text] if message.type == "error" and "Failed to load resource" not in message.text else []


@pytest.fixture
def page(opened: Callable[..., Page]) -> Page:
    """The page, on a wide screen."""
    return opened(viewport={"width": 1280, "height": 900})


def answer_with(page: Page, answer: Any, status: int = 200, headers: dict[str, str] | None = None) -> None:
    """From now on, articles are answered with this."""
    kind = "application/json" if status == 200 else "application/problem+json"

    def fulfil(route: Route) -> None:
        route.fulfill(status=status, body=json.dumps(answer), content_type=kind, headers=headers or {})

    page.route("**/v1/timeline*", fulfil)


def ask(page: Page, text: str, published: str = "") -> Any:
    """Pastes an article, asks, and returns what the service answered."""
    page.locator("#text").fill(text)
    page.locator("#published").fill(published)
    with page.expect_response("**/v1/timeline?*") as response:
        page.get_by_role("button", name="Find the events").click()
    page.locator("#answer").wait_for()
    return response.value.json()
