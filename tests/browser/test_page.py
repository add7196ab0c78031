"""The page in a real browser, on the real service: asking, looking, choosing, filtering, taking."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import answer_with, ask
from tests.browser.made import EVENTS, TEXT, answer, units
from tests.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARTICLE = (
    "VELDHAVEN, 12 February 2013 – 🌉🌉 The old swing bridge collapsed on Monday, witnesses said.\n\n"
    "The bridge opened in May 1931. 👩‍🚒 Firefighters rescued two anglers yesterday. "
    "Work on a new crossing will begin on 25 March 2013."
)
HOSTILE = (
    "<script>document.title='owned'</script> The council met on 3 May 2012. "
    "<img src=x onerror=\"document.title='owned'\"> 🌉 The mayor "
    "<b onmouseover=alert(1)>resigned</b> on 4 May 2012. <svg onload=alert(1)> &lt;script&gt;alert(1)&lt;/script&gt; "
    "The bridge collapsed in March 2011. <iframe src='javascript:alert(1)'></iframe> {{ 7*7 }} ${7*7}"
)


def wait_for_text(page: Page) -> None:
    """Until an article stands in the box. Not by a script of the page's: its policy forbids to evaluate strings."""
    from playwright.sync_api import expect

    expect(page.locator("#text")).not_to_have_value("")


def lit(page: Page, kind: str) -> str:
    """The words of the article that are lit up as this kind."""
    return "".join(page.locator(f"#article .lit.{kind}").all_text_contents())


def titles(page: Page) -> list[str]:
    """The titles of the events that the list shows."""
    return page.locator("#list .row:not([hidden]) .title").all_text_contents()


def cut(text: str, span: dict[str, Any]) -> str:
    """The words at offsets in UTF-16."""
    return text.encode("utf-16-le")[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")


# --- asking and looking -----------------------------------------------------------------------------------------------


def test_a_pasted_article_gives_its_events(page: Page) -> None:
    said = ask(page, ARTICLE)
    assert len(said["events"]) >= 3
    assert [event["title"] for event in said["events"]] == titles(page)
    assert page.locator("#article").inner_text().strip() == ARTICLE
    assert "12 February 2013" in page.locator("#facts").inner_text()


def test_a_given_publication_date_is_sent_and_shown(page: Page) -> None:
    said = ask(page, "The old bridge collapsed yesterday.", published="2013-02-12")
    assert ["2013-02-11"] == [event["when"]["edtf"] for event in said["events"]]
    assert "12 February 2013, as given" in page.locator("#facts").inner_text()


def test_the_sample_is_one_press_away(page: Page) -> None:
    page.get_by_role("button", name="Open the sample").click()
    page.locator("#list .row").first.wait_for()
    assert len(titles(page)) >= 5


def test_the_publication_dates_words_light_up(page: Page) -> None:
    said = ask(page, ARTICLE)
    page.get_by_role("button", name="Show where").click()
    assert said["article"]["published"]["evidence"]["quote"] == lit(page, "date")


@pytest.mark.parametrize("text", [ARTICLE, HOSTILE], ids=["emoji", "hostile"])
def test_every_events_words_light_up(page: Page, text: str) -> None:
    said = ask(page, text)
    assert said["events"]
    for event in said["events"]:
        page.locator(f"#row-{event['id']} > .head").click()
        expected = "".join(cut(text, mention["trigger"]) for mention in event["mentions"])
        assert expected == lit(page, "trigger")
        assert event["mentions"][0]["trigger"]["text"] in unescape(expected)
        if event["basis"]["quote"]:
            assert event["basis"]["quote"] in page.locator(f"#why-{event['id']}").inner_text()
        if event["basis"]["start"] is not None and cut(text, event["basis"]) != expected:
            assert cut(text, event["basis"]) in lit(page, "date") + lit(page, "trigger")
        assert event["basis"]["explanation"] in page.locator(f"#why-{event['id']}").inner_text()


def test_a_hostile_article_stays_text(page: Page) -> None:
    ask(page, HOSTILE)
    for head in page.locator("#list .head").all():
        head.click()
    assert page.locator("#article").text_content() == HOSTILE
    assert "owned" not in page.title()
    assert 0 == page.locator("#answer :is(script, img, iframe, b)").count()


@pytest.mark.parametrize("place", ["list", "drawing", "article"])
def test_an_event_can_be_chosen_everywhere(page: Page, place: str) -> None:
    answer_with(page, answer())
    ask(page, TEXT)
    page.locator("[data-view=all]").click()
    where = {"list": "#row-e2 > .head", "drawing": "#drawing [data-event=e2]", "article": "#article [data-event=e2]"}
    page.locator(where[place]).click()
    assert ["found", "3 May 2000"] == [lit(page, "trigger"), lit(page, "date")]
    whole = "".join(page.locator("#article .lit").all_text_contents())
    assert "Divers found it on 3 May 2000." == whole
    assert page.locator("#why-e2").is_visible()
    assert "true" == page.locator("#row-e2 > .head").get_attribute("aria-expanded")
    assert 1 == page.locator("#drawing .chosen").count()
    assert "Divers found it" in (page.locator("#picked").text_content() or "")


# --- the drawing ------------------------------------------------------------------------------------------------------

PLACES = """() => Object.fromEntries([...document.querySelectorAll('#drawing .event')].map((mark) => {
    const shape = mark.querySelector('.stretch, .shape').getBoundingClientRect();
    return [mark.dataset.event, {left: shape.left, right: shape.right, middle: (shape.left + shape.right) / 2}];
}))"""


def test_the_drawing_is_in_proportion_to_time(page: Page) -> None:
    answer_with(page, answer())
    ask(page, TEXT)
    page.locator("[data-view=all]").click()
    marks = page.evaluate(PLACES)
    year = (marks["e6"]["left"] - marks["e1"]["left"]) / 5  # 1990 to 1995
    assert pytest.approx(year, rel=0.1) == marks["e1"]["right"] - marks["e1"]["left"]
    assert pytest.approx(10.34 * year, rel=0.02) == marks["e2"]["middle"] - marks["e1"]["left"]
    assert pytest.approx(25 * year, rel=0.02) == marks["e5"]["left"] - marks["e1"]["left"]


ENDS = {"left": ".fade-left", "right": ".fade-right", "bar": ".even", "dot": ".shape"}


def test_open_ends_fade_on_their_side_and_a_day_is_a_dot(page: Page) -> None:
    answer_with(page, answer())
    ask(page, TEXT)
    page.locator("[data-view=all]").click()
    drawn = {
        event["id"]: [
            name
            for name, selector in ENDS.items()
            if page.locator(f"#drawing [data-event={event['id']}] {selector}").count()
        ]
        for event in EVENTS
    }
    assert {"e1": ["bar"], "e2": ["dot"], "e3": ["right"], "e4": ["left"], "e5": ["right"], "e6": ["bar"]} == drawn


def test_events_far_from_the_others_are_in_the_overview_and_one_press_away(page: Page) -> None:
    ask(page, "The mill opened in 1805. The mill burned on 3 May 2012. The owner died on 4 May 2012. "
              "The roof collapsed on 5 May 2012. The street was closed on 7 May 2012.")  # fmt: skip
    assert "1 event outside" in page.locator("#stretch").inner_text()
    assert page.locator("#overview").is_visible()
    assert 5 == page.locator("#overview .tiny").count()
    page.locator("[data-view=all]").click()
    assert 5 == page.locator("#drawing .event").count()
    assert page.locator("#overview").is_hidden()
    page.locator("[data-view=dense]").click()
    page.locator("#list .head").first.click()
    assert 1 == page.locator("#drawing .chosen").count()


def test_choosing_what_is_in_view_leaves_the_view_as_it_is(page: Page) -> None:
    long = {**EVENTS[0], "id": "long", "when": {**EVENTS[0]["when"], "latest": "2009-12-31"}}
    answer_with(page, answer([long, *EVENTS]))
    ask(page, TEXT)
    page.locator("[data-view=all]").click()
    for _ in range(3):
        page.locator("[data-view=in]").click()
    before = page.locator("#stretch").inner_text()
    page.locator("#drawing [data-event=long]").click()
    assert "sank" == lit(page, "trigger")
    assert before == page.locator("#stretch").inner_text()


# --- by keyboard ------------------------------------------------------------------------------------------------------


def test_everything_works_from_the_keyboard(page: Page) -> None:
    answer_with(page, answer())
    page.keyboard.press("Tab")
    assert "Skip to the article" == page.evaluate("document.activeElement.textContent")
    page.locator("#text").focus()
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Control+Enter")
    page.locator("#row-e1 > .head").wait_for()
    assert "answer" == page.evaluate("document.activeElement.id")
    page.locator("#row-e1 > .head").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "found" == lit(page, "trigger")
    page.keyboard.press("End")
    page.keyboard.press("Space")
    assert "tried" == lit(page, "trigger")
    page.keyboard.press("Escape")
    assert "" == lit(page, "trigger")
    page.keyboard.press("Home")
    assert "e1" == page.evaluate("document.activeElement.dataset.event")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "article" == page.evaluate("document.activeElement.id")


# --- filters ----------------------------------------------------------------------------------------------------------


def test_filters_by_status_and_confidence(page: Page) -> None:
    answer_with(page, answer())
    ask(page, TEXT)
    page.locator("[data-view=all]").click()
    assert 6 == len(titles(page))
    page.get_by_label("Alleged").uncheck()
    assert 5 == len(titles(page)) == page.locator("#drawing .event").count()
    assert "5 of 6" == page.locator("#count").inner_text()
    page.get_by_label("Confidence at least").fill("75")
    assert ["Ferry sank", "Divers found it", "Nobody was tried"] == titles(page)
    assert 3 == page.locator("#drawing .event").count() == page.locator("#article .word").count()
    page.get_by_label("Happened", exact=False).first.uncheck()
    page.get_by_label("Did not happen").uncheck()
    assert "No event passes the filters." == page.locator("#none").inner_text()


def test_an_event_that_is_filtered_out_is_no_longer_chosen(page: Page) -> None:
    answer_with(page, answer())
    ask(page, TEXT)
    page.locator("#row-e4 > .head").click()
    page.get_by_label("Alleged").uncheck()
    assert 0 == page.locator("#article .lit").count()


# --- taking it along --------------------------------------------------------------------------------------------------


def test_every_format_that_the_service_has_can_be_downloaded(page: Page, service: Server) -> None:
    ask(page, ARTICLE)
    page.get_by_label("Confidence at least").fill("10")
    formats = [format["name"] for format in service.get("/v1/capabilities").json["formats"]]
    assert [f"{name}" for name in formats] == page.locator("#formats button").all_text_contents()
    fields = {"text": ARTICLE, "offset_unit": "utf16", "min_confidence": 0.1}
    names = []
    for name in formats:
        with page.expect_download() as download:
            page.locator(f"[data-format={name}]").click()
        expected = service.post(f"/v1/timeline?format={name}", json.dumps(fields).encode(), "application/json").body
        assert expected == Path(download.value.path()).read_bytes()
        names.append(download.value.suggested_filename)
    assert len(set(names)) == len(names)
    assert "timeline.json" in names


def test_the_copied_command_asks_the_same(opened: Callable[..., Page]) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    text = 'It\'s 🌉 "quoted" $HOME `id` \\ and !! done.\nThe old bridge collapsed on 3 May 2012.'
    said = ask(page, text, published="2013-02-12")
    page.get_by_role("button", name="Copy as curl").click()
    page.get_by_text("Copied.").first.wait_for()
    command = page.evaluate("navigator.clipboard.readText()")
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert said == json.loads(done.stdout)


def test_a_file_can_be_opened(page: Page) -> None:
    html = "<p>The old <b>bridge</b> collapsed on 3 May 2012 – caf\xe9.</p>"
    page.locator("#file").set_input_files({"name": "a.html", "mimeType": "text/html", "buffer": html.encode("cp1252")})
    wait_for_text(page)
    assert ["html", html] == [page.locator("#kind").input_value(), page.locator("#text").input_value()]
    with page.expect_request("**/v1/timeline?*") as request:
        page.get_by_role("button", name="Find the events").click()
    assert ["text/html; charset=utf-8", html] == [request.value.headers["content-type"], request.value.post_data]
    page.locator("#list .head").first.click()
    assert "collapsed" == lit(page, "trigger")


NINJS = {
    "versioncreated": "2013-02-12T09:30:00Z",
    "headline": "🌉 A bridge",
    "body_text": "🌉 The old bridge collapsed yesterday, it's said.\r\nIt had opened in May 1931.",
}
LISTED = ["🌉 The old bridge collapsed on 3 May 2012.", "It had opened in May 1931."]
NEWSML = (
    '<?xml version="1.0" encoding="UTF-8"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>'
    "<versionCreated>2013-02-12T09:30:00Z</versionCreated></itemMeta><contentSet>"
    '<inlineData contenttype="text/plain">'
    "🌉 The old bridge collapsed on 3 May 2012. It had opened in May 1931.</inlineData>"
    "</contentSet></newsItem>"
)


@pytest.mark.parametrize(
    ("expected", "sent"),
    [
        (NINJS["body_text"], json.dumps(NINJS)),
        (NINJS["body_text"], json.dumps({"text": NINJS["body_text"], "published": "2013-02-12"})),
        ("\n\n".join(LISTED), json.dumps({"paragraphs": LISTED})),
        (str(LISTED), str(LISTED)),
        ("<p>The old bridge <b>collapsed</b> on 3 May 2012.</p>",) * 2,
        (NEWSML, NEWSML),
    ],
    ids=["ninjs", "own", "own paragraphs", "printed list", "html", "newsml"],
)
def test_what_a_newsroom_has_can_be_pasted(page: Page, expected: str, sent: str) -> None:
    said = ask(page, sent)
    assert expected == page.locator("#article").text_content()
    assert "collapsed" in [event["mentions"][0]["trigger"]["text"] for event in said["events"]]
    for event in said["events"]:
        page.locator(f"#row-{event['id']} > .head").click()
        assert "".join(cut(expected, mention["trigger"]) for mention in event["mentions"]) == lit(page, "trigger")


def test_a_file_can_be_dropped(page: Page) -> None:
    page.evaluate("""() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["The bridge fell in 2012."], "a.txt", {type: "text/plain"}));
        const drop = new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true});
        document.getElementById("text").dispatchEvent(drop);
    }""")
    wait_for_text(page)
    assert "The bridge fell in 2012." == page.locator("#text").input_value()


def test_editing_brings_the_article_back(page: Page) -> None:
    ask(page, ARTICLE)
    page.get_by_role("button", name="Edit").click()
    assert ARTICLE == page.locator("#text").input_value()
    said = ask(page, "The mill burned on 3 May 2012.")
    assert [event["title"] for event in said["events"]] == titles(page)


def test_made_offsets_are_utf16() -> None:
    """What the hand-made answers stand on."""
    assert [5, 2] == [units("🌉 Th"), units("🌉")]
    assert all(cut(TEXT, mention["trigger"]) == mention["trigger"]["text"] for e in EVENTS for mention in e["mentions"])
