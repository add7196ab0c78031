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
    ("Boris is the third storm to hit Peru", "hit", "Boris is the third storm to hit Peru."),
    ("Ada Brown won the seat", "won", "It was Ada Brown who won the seat."),
    ("Who shot the mayor", "shot", "Nobody knows who shot the mayor."),
    ("What happened in Lima", "happened", "He never spoke of what happened in Lima."),
    ("Guard passed out", "passed", "The guard passed out."),
    ("Police sent divers to recover the boat", "recover", "Police sent divers to recover the boat."),
    ("Offer had been due to expire", "expire", "The offer had been due to expire."),
    ("This was denied by Acme", "denied", "This was denied by Acme."),
    ("Ada Brown lost her seat", "lost", "Ada Brown lost her seat."),
    ("Mayor said: Bridge is closed", "said", "“The bridge is closed,” the mayor said."),
    (
        "Acme announced it plans to open a mine in Peru",
        "announced",
        "Acme announced that it plans to open a mine in Peru.",
    ),
    (
        "Storm destroyed hundreds of homes, schools and shops",
        "destroyed",
        "The storm destroyed hundreds of homes, schools and shops along the northern coast of the island.",
    ),
]

PRONOUNS = [
    ("Cole won a medal", "won", "Ben Cole trained in Leeds. Cole met the widow of Tim Webb. He won a medal."),
    ("Mr Hale won", "won", "For Mr Hale, who described Mr Cole as a friend, the trip was long. He won."),
    ("Acme will close the mine", "close", "Peru waited. Acme said it will close the mine."),
    ("Ada Brown and Ben Gray's talks in Rome", "talks", "Ada Brown and Ben Gray met. Nobody saw their talks in Rome."),
    ("Rescue team was attacked", "attacked", "The rescue team was clearing mines when it was attacked."),
    ("It was sold", "sold", "A van was stolen. It was sold."),
    ("Council reduced it", "reduced", "Acme sent a bill. The council reduced it."),
]


@pytest.mark.parametrize(("title", "trigger", "text"), TITLES, ids=[title for title, *_ in TITLES])
def test_a_title_says_who_did_what(title: str, trigger: str, text: str, read_events: Read) -> None:
    assert title == read_events(text)[trigger].title


@pytest.mark.parametrize(("title", "trigger", "text"), PRONOUNS, ids=[title for title, *_ in PRONOUNS])
def test_a_pronoun_is_named_where_the_text_tells_whom(title: str, trigger: str, text: str, read_events: Read) -> None:
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
