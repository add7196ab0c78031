"""TimelineJS3 itself draws what we write for it. Skips where it is not installed: it is no part of the project.
`make test` installs it where there is npm; by hand:

npm install --prefix . --no-save @knight-lab/timelinejs@3.9.11
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.render import render
from dateline.render.words import line
from dateline.values import Timeline
from tests.browser.conftest import ask
from tests.render.samples import EMPTY, HOSTILE, TIMES, about, dated

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DRAW = "data => { window.drawn = new TL.Timeline('drawn', data, {font: null, hash_bookmark: false}); }"
READ = """() => ({
    errors: drawn.config.getErrors(),
    starts: drawn.config.events.map(event => event.start_date.data.date_obj.getFullYear()),
    headlines: [...document.querySelectorAll('.tl-slide .tl-headline')].map(one => one.textContent.trim()),
    dates: [...document.querySelectorAll('.tl-slide .tl-headline-date')].map(one => one.textContent.trim()),
    foreign: document.querySelectorAll('#drawn script, #drawn iframe, .tl-text-content :is(a, img, b)').length,
    alerts: window.alerts,
})"""

Draw = Callable[[Timeline], Any]
DrawData = Callable[[Any], Any]


@pytest.fixture(scope="module")
def draw_data(browser: Browser, root: Path) -> Iterator[DrawData]:
    """Draws JSON with the library, which may ask nobody for anything; returns what it made of it."""
    folder = root / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
    if not folder.is_dir():
        pytest.skip("TimelineJS3 is not installed: npm install --no-save @knight-lab/timelinejs@3.9.11")
    page = browser.new_page(viewport={"width": 900, "height": 600})
    page.route("**/*", lambda route: route.abort())
    page.set_content("<!doctype html><div id='drawn' style='height: 500px'></div>")
    page.evaluate("() => { window.alerts = 0; window.alert = () => { window.alerts += 1; }; }")
    page.add_style_tag(path=folder / "css" / "timeline.css")
    page.add_script_tag(path=folder / "js" / "timeline.js")

    def drawn(data: Any) -> Any:
        page.evaluate("document.getElementById('drawn').replaceChildren()")
        page.evaluate(DRAW, data)
        page.wait_for_function("drawn.config && (drawn.ready || drawn.config.getErrors().length)")
        return page.evaluate(READ)

    yield drawn
    page.close()


@pytest.fixture
def draw(draw_data: DrawData) -> Draw:
    """Draws what we write for a timeline."""
    return lambda timeline: draw_data(json.loads(render(timeline, "timelinejs").body))


def test_every_sort_of_time_is_drawn(draw: Draw) -> None:
    made = draw(dated(*TIMES))
    assert ([], len(TIMES)) == (made["errors"], len(made["starts"]))
    assert made["starts"] == sorted(made["starts"])
    assert {"early 2010", "from 24 February 2012", "until March 2012", "1990s"} <= set(made["dates"])


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_words_of_an_article_are_shown_and_do_nothing(draw: Draw, words: str) -> None:
    made = draw(about(words))
    assert ([], 0, 0) == (made["errors"], made["foreign"], made["alerts"])
    assert {line(words)} <= set(made["headlines"])


def test_a_timeline_without_events_is_told_by_the_library(draw: Draw) -> None:
    assert ["Timeline configuration has no events"] == [error.split(".")[0] for error in draw(EMPTY)["errors"]]


def test_what_the_page_downloads_is_drawn(draw_data: DrawData, page: Page) -> None:
    said = ask(page, "🌉 The mill opened in 1805. <b>It</b> burned on 3 May 2012 & was rebuilt in June 2013.")
    with page.expect_download() as download:
        page.locator("[data-format=timelinejs]").click()
    made = draw_data(json.loads(Path(download.value.path()).read_bytes()))
    assert ([], 0) == (made["errors"], made["foreign"])
    assert [event["title"] for event in said["events"]] == made["headlines"]
    assert [1805, 2012, 2013] == made["starts"]
