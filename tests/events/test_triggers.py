"""Which words name events, of which class."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

CLASSES = [
    ("OCCURRENCE", "collapsed", "The roof collapsed."),
    ("OCCURRENCE", "summit", "Leaders left the summit early."),
    ("REPORTING", "said", "The mayor said the bridge was safe."),
    ("ASPECTUAL", "began", "Work began on the tunnel."),
    ("I_ACTION", "refused", "The court refused to hear the case."),
    ("I_STATE", "wants", "The team wants to win."),
    ("PERCEPTION", "saw", "Villagers saw the plane."),
    ("STATE", "owns", "The bank owns the building."),
]


@pytest.mark.parametrize(("kind", "trigger", "text"), CLASSES, ids=[f"{kind}: {text}" for kind, _, text in CLASSES])
def test_an_event_word_has_its_timeml_class(kind: str, trigger: str, text: str, read_events: Read) -> None:
    assert kind == read_events(text)[trigger].kind


NOT_EVENTS = [
    ("helicopter", "He flew a helicopter."),
    ("According", "According to the mayor, it rained."),
    ("will", "The mayor will resign."),
]


@pytest.mark.parametrize(("word", "text"), NOT_EVENTS, ids=[text for _, text in NOT_EVENTS])
def test_a_word_that_names_no_event_is_left_alone(word: str, text: str, read_events: Read) -> None:
    assert word not in read_events(text)


def test_noun_and_verb_of_one_happening_share_a_family(read_events: Read) -> None:
    mentions = read_events("The army invaded. The invasion was condemned.")
    assert mentions["invaded"].family == mentions["invasion"].family
