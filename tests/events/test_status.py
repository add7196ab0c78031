"""Whether what a word names happened, as the text tells it."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

STATUSES = [
    ("occurred", "signed", "The two governments signed a treaty."),
    ("occurred", "signed", "The two governments have signed a treaty."),
    ("occurred", "crashed", "Police said the lorry crashed near Leeds."),
    ("planned", "visit", "The president will visit Ghana."),
    ("planned", "open", "The museum plans to open a second hall."),
    ("planned", "pay", "The firm agreed to pay for the repairs."),
    ("planned", "arrive", "The ship is expected to arrive in Oslo."),
    ("planned", "visit", "Ministers discussed the planned visit to Lima."),
    ("negated", "sign", "The minister refused to sign the treaty."),
    ("negated", "attend", "The minister did not attend."),
    ("planned", "open", "The museum will not open until 2015."),
    ("occurred", "come", "The minister did not come until Friday."),
    ("occurred", "leave", "The minister did not leave before Friday."),
    ("negated", "speak", "The minister did not speak before the vote."),
    ("negated", "survived", "No passenger survived."),
    ("negated", "reach", "Negotiators failed to reach a deal."),
    ("conditional", "strike", "The union could strike over pay."),
    ("conditional", "closes", "If the plant closes, hundreds of jobs go."),
    ("alleged", "stole", "Prosecutors allege that he stole the painting."),
    ("alleged", "bribing", "She was accused of bribing a judge."),
    ("alleged", "poisoned", "The officer was reportedly poisoned."),
    ("ongoing", "building", "The city is building a new bridge."),
    ("planned", "conclude", "The talks are supposed to conclude in May."),
    ("planned", "leading", "She will do a good job leading the team."),
    ("negated", "changed", "The minister did not believe that anything had changed."),
    ("alleged", "broke", "He does not accept that the firm broke the law."),
    ("alleged", "stole", "The clerk denied that she stole the ring."),
    ("conditional", "fired", "Nobody knows whether he resigned or was fired."),
]


@pytest.mark.parametrize(
    ("status", "trigger", "text"), STATUSES, ids=[f"{status}: {text}" for status, _, text in STATUSES]
)
def test_a_mention_says_whether_it_happened(status: str, trigger: str, text: str, read_events: Read) -> None:
    assert status == read_events(text)[trigger].status


GROUPS = [
    ("PAST NONE", "voted", "Parliament voted."),
    ("PRESENT PERFECTIVE", "voted", "Parliament has voted."),
    ("PAST PERFECTIVE", "voted", "Parliament had voted."),
    ("PRESENT PROGRESSIVE", "voting", "Parliament is voting."),
    ("PRESENT PERFECTIVE_PROGRESSIVE", "voting", "Parliament has been voting."),
    ("FUTURE NONE", "vote", "Parliament will vote."),
    ("INFINITIVE NONE", "vote", "Parliament wants to vote."),
    ("NONE NONE", "meeting", "A meeting in Rome followed."),
]


@pytest.mark.parametrize(("expected", "trigger", "text"), GROUPS, ids=[text for *_, text in GROUPS])
def test_tense_and_aspect_are_those_of_timeml(expected: str, trigger: str, text: str, read_events: Read) -> None:
    mention = read_events(text)[trigger]
    assert expected == f"{mention.tense} {mention.aspect}"
