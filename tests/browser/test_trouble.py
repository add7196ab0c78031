"""When something is wrong, the page says what, where and what to do; it never shows the answer to another question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import answer_with, ask
from tests.browser.made import TEXT, answer, problem

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route


def press(page: Page, text: str = TEXT) -> None:
    page.locator("#text").fill(text)
    page.locator("#submit").click()


def test_an_empty_article_is_said_by_its_field(page: Page) -> None:
    press(page, " ")
    page.locator("#text-error:not(:empty)").wait_for()
    assert "empty" in page.locator("#text-error").inner_text()
    assert "true" == page.locator("#text").get_attribute("aria-invalid")
    assert "text" == page.evaluate("document.activeElement.id")
    ask(page, "The bridge fell on 3 May 2012.")
    assert page.locator("#text").get_attribute("aria-invalid") is None
    assert page.locator("#problem").is_hidden()


def test_each_wrong_field_is_said_where_it_is(page: Page) -> None:
    errors = [{"pointer": "/published", "detail": "Not a date."}, {"pointer": "/language", "detail": "Not known."}]
    answer_with(page, problem(422, "The request is not valid", "See errors.", errors), 422)
    press(page)
    page.locator("#problem").wait_for()
    assert "Not a date." == page.locator("#published-error").inner_text()
    assert "/language Not known." in page.locator("#problem").inner_text()
    assert "Not a date." not in page.locator("#problem").inner_text()


@pytest.mark.parametrize(
    ("expected", "status", "headers"),
    [
        ("Try again in 7 seconds.", 429, {"Retry-After": "7"}),
        ("Try again in 1 second.", 503, {"Retry-After": "1"}),
        ("Made up title", 500, {}),
    ],
)
def test_a_busy_or_broken_service_is_asked_again_by_a_button(
    page: Page, expected: str, status: int, headers: dict[str, str]
) -> None:
    answer_with(page, problem(status, "Made up title", "Made up detail."), status, headers)
    press(page)
    page.locator("#problem").wait_for()
    assert expected in page.locator("#problem").inner_text()
    assert "problem" == page.evaluate("document.activeElement.id")
    page.unroute("**/v1/timeline*")
    answer_with(page, answer())
    page.get_by_role("button", name="Try again").click()
    page.locator("#row-e1").wait_for()
    assert page.locator("#problem").is_hidden()


def test_too_long_an_article_is_said_before_it_is_sent(page: Page) -> None:
    page.locator("#formats button").first.wait_for(state="attached")
    press(page, "The bridge fell. " * 70_000)
    page.locator("#problem").wait_for()
    assert "too long" in page.locator("#problem").inner_text()
    assert 0 == page.get_by_role("button", name="Try again").count()


def test_the_services_own_413_is_shown(page: Page) -> None:
    answer_with(page, problem(413, "The body is too large", "The limit is 5 bytes."), 413)
    press(page)
    page.locator("#problem").wait_for()
    assert "The limit is 5 bytes." in page.locator("#problem").inner_text()


def test_an_error_page_of_a_proxy_is_no_crash(page: Page) -> None:
    page.route("**/v1/timeline*", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"))
    press(page)
    page.locator("#problem").wait_for()
    assert "502" in page.locator("#problem").inner_text()


def test_no_network_is_said(page: Page) -> None:
    page.route("**/v1/timeline*", lambda route: route.abort("connectionrefused"))
    press(page)
    page.locator("#problem").wait_for()
    assert "cannot be reached" in page.locator("#problem").inner_text()


def test_an_article_without_events_is_said_to_have_none(page: Page) -> None:
    ask(page, "Bread is made of flour and water.")
    assert "No dated events" in page.locator("#none").inner_text()
    assert page.locator("#chart").is_hidden()


def test_an_unknown_publication_date_is_said_and_can_be_given(page: Page) -> None:
    ask(page, "The old bridge collapsed yesterday. It had opened in May 1931.")
    assert "Publication date unknown" in page.locator("#facts").inner_text()
    page.get_by_role("button", name="Give the date").click()
    assert "published" == page.evaluate("document.activeElement.id")


def test_a_warning_is_shown(page: Page) -> None:
    answer_with(page, answer(warnings=[{"code": "made", "detail": "<b>Beware</b> of this."}]))
    ask(page, TEXT)
    assert "<b>Beware</b> of this." in page.locator(".warnings").inner_text()


def test_it_says_that_it_is_busy(page: Page) -> None:
    held: list[Route] = []
    page.route("**/v1/timeline*", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks what it is given
    press(page)
    page.locator("#busy").wait_for()
    assert "true" == page.locator("#answer").get_attribute("aria-busy")
    held[0].fulfill(json=answer())
    page.locator("#row-e1").wait_for()
    assert page.locator("#busy").is_hidden()
    assert "false" == page.locator("#answer").get_attribute("aria-busy")


def test_a_late_answer_never_replaces_a_newer_one(page: Page) -> None:
    held: list[Route] = []
    page.route("**/v1/timeline*", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks what it is given
    press(page, "First.")
    page.locator("#busy").wait_for()
    with page.expect_event("requestfailed"):
        press(page, TEXT)
    page.wait_for_timeout(50)
    assert 2 == len(held)
    held[1].fulfill(json=answer())
    page.locator("#row-e1").wait_for()
    held[0].fulfill(json=answer(events=[]))
    page.wait_for_timeout(200)
    assert 6 == page.locator("#list .row").count()
    assert TEXT == page.locator("#article").text_content()
    assert page.locator("#problem").is_hidden()
