"""The two articles of ``../shared/articles``, sent over HTTP as they are: what their readers are promised."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.serving import Server

DAY = "2022-09-15"


@dataclass(frozen=True, slots=True)
class Row:
    """An event that the answer must hold: one of its words, and what may be said of it."""

    word: str
    when: set[str]
    basis: set[str]
    status: set[str]

    def fits(self, event: dict[str, Any]) -> bool:
        words = {mention["trigger"]["text"] for mention in event["mentions"]}
        return (
            self.word in words
            and event["when"]["edtf"] in self.when
            and event["basis"]["kind"] in self.basis
            and event["status"] in self.status
        )


OCCURRED = {"occurred"}
TALKS = {
    "the end of the Soviet Union": Row("demise", {"1991"}, {"explicit"}, OCCURRED),
    "the SCO was founded": Row("founded", {"2001"}, {"explicit"}, OCCURRED),
    "the February meeting": Row("meeting", {"2022-02"}, {"relative"}, OCCURRED),
    "Russia invaded Ukraine": Row(
        "invaded", {"2022-02", "2022-02~", "2022-02/.."}, {"narrative", "relative"}, OCCURRED
    ),
    "Beijing agreed to pay in roubles and yuan": Row("agreed", {"2022-08"}, {"relative"}, OCCURRED),
    "the Samarkand summit": Row("summit", {DAY}, {"implicit", "relative"}, OCCURRED),
    "the party congress": Row("congress", {"2022-10"}, {"relative"}, {"planned"}),
}
PACKAGING = ("Copyright", "Additional reporting", "Also Read", "Â", "<", "http")


def answer(service: Server, shared: Path, name: str, published: str | None) -> Any:
    query = f"?published={published}" if published else ""
    sent = (shared / "articles" / name).read_bytes()
    got = service.post(f"/v1/timeline{query}", sent, "text/plain")
    assert got.status == 200, got.body
    return got.json


@pytest.fixture(scope="module", params=[None, DAY], ids=["day of publication found", "day of publication given"])
def talks(request: pytest.FixtureRequest, service: Server, shared: Path) -> Any:
    """The printed list of paragraphs."""
    return answer(service, shared, "samarkand-talks.list.txt", request.param)


@pytest.fixture(scope="module")
def explainer(service: Server, shared: Path) -> Any:
    """The plain text, with its day of publication."""
    return answer(service, shared, "samarkand-explainer.txt", DAY)


@pytest.mark.parametrize("row", TALKS.values(), ids=TALKS)
def test_the_talks_hold_each_event_once(talks: Any, row: Row) -> None:
    assert 1 == sum(row.fits(event) for event in talks["events"])


def test_the_exercises_and_the_visits_lie_in_the_weeks_before(talks: Any) -> None:
    sent = [event for event in talks["events"] if "sent" in {m["trigger"]["text"] for m in event["mentions"]}]
    assert sent
    for event in sent:
        when = event["when"]
        assert "2022-06-01" <= when["earliest"] <= when["latest"] == DAY
        assert (True, "occurred") == (when["approximate"], event["status"])


def test_the_day_of_publication_is_the_one_that_the_links_bear(talks: Any) -> None:
    assert DAY == talks["article"]["published"]["value"]


def test_the_invasion_is_one_event(talks: Any) -> None:
    invasions = [
        event
        for event in talks["events"]
        if {m["trigger"]["text"] for m in event["mentions"]} & {"invaded", "invasion"}
    ]
    assert [True] == [len(event["mentions"]) >= 5 for event in invasions]


def test_no_event_is_made_of_packaging(talks: Any, explainer: Any) -> None:
    titles = [event["title"] for event in talks["events"] + explainer["events"]]
    sentences = [m["sentence"]["text"] for event in explainer["events"] for m in event["mentions"]]
    assert [] == [words for words in titles + sentences for piece in PACKAGING if piece in words]


@pytest.mark.parametrize("untimed", ["pandemic", "lockdowns", "sanctions"])
def test_what_the_text_does_not_date_is_not_dated(talks: Any, untimed: str) -> None:
    triggers = [m["trigger"]["text"] for event in talks["events"] for m in event["mentions"]]
    assert untimed not in triggers


def test_the_meeting_to_come_is_a_plan_or_on_the_day(explainer: Any) -> None:
    meetings = [e for e in explainer["events"] if {m["trigger"]["text"] for m in e["mentions"]} & {"meet", "meeting"}]
    assert meetings
    assert [] == [e["title"] for e in meetings if e["status"] != "planned" and e["when"]["edtf"] != DAY]


@pytest.mark.parametrize("published", [None, DAY])
def test_seclusion_runs_from_the_beginning_of_2020(service: Server, shared: Path, published: str | None) -> None:
    events = answer(service, shared, "samarkand-explainer.txt", published)["events"]
    assert {"2020/..", "2020-01/.."} & {event["when"]["edtf"] for event in events}


def test_without_a_day_of_publication_only_what_2020_says_is_left(service: Server, shared: Path) -> None:
    got = answer(service, shared, "samarkand-explainer.txt", None)
    assert "publication-date-unknown" in {warning["code"] for warning in got["warnings"]}
    assert {"2020"} == {event["when"]["edtf"][:4] for event in got["events"]}
