"""Who did what to whom, in the article's words."""

from __future__ import annotations

import pytest

from dateline.events.titles import MAX_WORDS
from tests.events.conftest import Read

TITLES = [
    ("Russia and Chile signed a treaty", "signed", "Russia and Chile signed a treaty."),
    ("Beijing agreed to pay for gas", "pay", "Beijing agreed to pay for gas."),
    ("Company refused to sign the deal", "sign", "The company refused to sign the deal."),
    ("Bridge in Genoa collapsed", "collapsed", "Officials said that the bridge in Genoa collapsed."),
    ("Old mayor was arrested by police", "arrested", "The old mayor, who denies it, was arrested by police."),
    ("Ada Brown resigned", "resigned", "Ada Brown wept. She resigned."),
    ("Acme Corp. sold the mine", "sold", "Acme Corp. was founded in Perth. It sold the mine."),
    ("Striking miners blocked the road", "blocked", "Striking miners marched in Lima. They blocked the road."),
    ("Peru sold its oldest mine", "sold", "Peru sold its oldest mine."),
    ("Face-to-face talks in Vienna", "talks", "Nobody expected face-to-face talks in Vienna."),
    ("Ada Brown resigned", "resigned", "Ada Brown, formerly of Acme, resigned."),
    ("Leaders held talks in Vienna", "talks", "Leaders held talks in Vienna."),
    ("Invasion of Kuwait", "invasion", "The world condemned the invasion of Kuwait."),
]


@pytest.mark.parametrize(("title", "trigger", "text"), TITLES, ids=[title for title, *_ in TITLES])
def test_a_title_says_who_did_what(title: str, trigger: str, text: str, read_events: Read) -> None:
    assert title == read_events(text)[trigger].title


def test_a_title_is_short(read_events: Read) -> None:
    council, library = "of the old town " * 20, "in the street behind the market " * 20
    text = f"The council {council}closed the library {library}."
    assert len(read_events(text)["closed"].title.split()) <= MAX_WORDS


def test_participants_have_roles_and_places_are_places(read_events: Read) -> None:
    mention = read_events("French troops killed two rebels in Mali.")["killed"]
    assert [(each.text, each.role) for each in mention.participants] == [
        ("French troops", "agent"),
        ("two rebels", "patient"),
        ("Mali", "place"),
    ]
