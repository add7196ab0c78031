"""The corpora are read whole and exactly."""

from __future__ import annotations

import pytest

from dateline.values import Span
from evaluation.corpora import (
    event_times,
    key_events,
    key_module,
    read_timeml,
    tdg,
    timeml,
    timenorm_pairs,
    wikinews,
)
from tests.evaluation.gold import SHARED, needs_corpora

INVENTED = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-02-17T00:00:00">02/17/98</TIMEX3></DCT>
<TEXT>
The R&amp;D wing <EVENT eid="e1" class="OCCURRENCE">fell</EVENT> <TIMEX3 tid="t1" type="DATE" value="1998-02-13"
mod="END">on <b/>Friday</TIMEX3>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" pos="VERB"/>
<TLINK relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/></TimeML>"""


@pytest.fixture
def invented(tmp_path):
    path = tmp_path / "invented.tml"
    path.write_text(INVENTED, encoding="utf-8")
    return read_timeml(path)


def test_the_text_is_the_content_without_tags_and_entities(invented):
    assert "\nThe R&D wing fell on Friday.\n" == invented.text


def test_the_day_of_creation_is_the_publication_date(invented):
    assert "1998-02-17" == invented.published


def test_times_and_events_stand_where_their_words_stand(invented):
    (timex,), (event,) = invented.timexes, invented.events
    assert ("on Friday", "1998-02-13", "END") == (timex.span.of(invented.text), timex.value, timex.mod)
    assert ("fell", "OCCURRENCE", "PAST") == (event.span.of(invented.text), event.kind, event.tense)


def test_links_join_events_not_instances(invented):
    (link,) = invented.links
    assert ("e1", "IS_INCLUDED", "t1") == (link.source, link.relation, link.target)


@needs_corpora
@pytest.mark.parametrize(("corpus", "count"), [("timebank", 174), ("aquaint", 73)])
def test_timeml_texts_are_those_that_key_events_rebuilds(corpus, count):
    rebuild = key_module(SHARED, "texts")._tml
    read = timeml(SHARED, corpus)
    folder = SHARED.corpora / corpus
    assert count == len(read)
    assert [rebuild(folder / f"{one.id}.tml") for one in read] == [(one.text, one.published) for one in read]


@needs_corpora
def test_wikinews_events_know_the_date_of_what_they_refer_to():
    read = wikinews(SHARED)
    dated = [event for document in read for event in document.events if event.when]
    assert 30 == len(read)
    assert 150 < len(dated)
    assert not [event.when for event in dated if "X" in event.when]


@needs_corpora
def test_key_events_have_texts_and_gold():
    read = key_events(SHARED)
    assert (22, 294) == (len(read), sum(len(one.gold["events"]) for one in read))


@needs_corpora
def test_every_label_of_event_times_is_of_an_event_of_timebank():
    events = {document.id: {event.id for event in document.events} for document in timeml(SHARED, "timebank")}
    labels = event_times(SHARED)
    assert 1187 == sum(len(found) for found in labels.values())
    assert [] == [(name, event) for name, found in labels.items() for event in found if event not in events[name]]


@needs_corpora
def test_timenorm_expressions_are_paragraphs():
    read = timenorm_pairs(SHARED)
    assert (177, 1243) == (len(read), sum(len(one.timexes) for one in read))
    assert [] == [one.id for one in read if "\n\n".join(t.span.of(one.text) for t in one.timexes) != one.text]


@needs_corpora
def test_every_edge_of_tdg_joins_two_places_of_the_text():
    read = tdg(SHARED)
    assert 400 == len(read)
    assert [] == [(one.id, node.id) for one in read for node in one.events + one.timexes if not node.span.of(one.text)]
    assert all(one.creation == Span(0, one.text.index("\n")) for one in read)
