"""What the corpora teach about times, and that no document is taught and asked at once."""

from __future__ import annotations

import pytest

from dateline.learned import trained
from evaluation.annotated import annotated
from evaluation.corpora import Document, KeyDocument, tdg, timeml
from tests.evaluation.gold import SHARED, needs_corpora
from training import anchoring
from training.anchoring import FOLDS, Reader, fold_of, teach_timelines

TEXT = "The bridge fell on Friday. Officials closed the road in 1995."


def _event(word, when):
    start = TEXT.index(word)
    return {"when": when, "triggers": [{"text": word, "start": start, "end": start + len(word)}]}


def _key(*events):
    return KeyDocument(Document("invented", TEXT, "1998-02-17"), {"events": list(events)})


def _right(edtf, event):
    return edtf == event["when"]


@pytest.fixture(scope="module")
def reader(extractor):
    return Reader(extractor, [trained("dateline.events")] * FOLDS)


@pytest.mark.parametrize(
    ("lessons", "events"),
    [
        pytest.param(2, [_event("fell", "1998-02-13"), _event("closed", "1995")], id="a lesson a trigger"),
        pytest.param(1, [_event("fell", "1998-02-13"), _event("closed", "1994")], id="none where no option is right"),
        pytest.param(0, [_event("bridge", "1998-02-13")], id="none where we have no mention"),
    ],
)
def test_an_annotated_event_teaches_which_times_of_its_triggers_are_right(lessons, events, reader):
    found = list(teach_timelines("corpus", [_key(*events)], reader, _right, 2.0))
    assert lessons == len(found)
    assert {("corpus", "invented", 2.0)} >= {(one.corpus, one.document, one.case.weight) for one in found}


def test_the_date_of_the_event_decides_which_options_are_right(reader):
    keys = [_key(_event("closed", when)) for when in ("1995", "1998-02-17")]
    then, now = (one.case for one in teach_timelines("corpus", keys, reader, _right, 1.0))
    assert then.options == now.options
    assert [] == [n for n, both in enumerate(zip(then.right, now.right, strict=True)) if all(both)]


@pytest.mark.parametrize(
    ("corpus", "weight"),
    [
        pytest.param("key-events", anchoring.DATED, id="key-events"),
        pytest.param("annotated", anchoring.ANNOTATED, id="our annotation"),
        pytest.param("invented", anchoring.INVENTED, id="invented articles"),
    ],
)
@needs_corpora
def test_a_timeline_corpus_teaches_under_its_name_and_weight(corpus, weight, reader, monkeypatch):
    for read in ("key_events", "annotated", "invented"):
        monkeypatch.setattr(anchoring, read, lambda *shared: [_key(_event("closed", "1995") | {"accept": []})])
    taught = anchoring.TEACHERS[corpus](SHARED, reader)
    assert [(corpus, weight)] == [(one.corpus, one.case.weight) for one in taught]


# --- reading once ---------------------------------------------------------------------------------------------------


@pytest.fixture
def counting(extractor, monkeypatch):
    """A reader, and the articles that its engine was asked to read."""
    asked, extract = [], extractor.extract
    monkeypatch.setattr(
        extractor, "extract", lambda article, step: asked.append(article.sent) or extract(article, step)
    )
    return Reader(extractor), asked


def test_a_document_of_several_corpora_is_read_once(counting):
    reader, asked = counting
    first = reader.read(Document("tdg_7", TEXT, "1998-02-17"))
    assert reader.read(Document("tdg_7", TEXT, "1998-02-17", timexes=())) is first
    assert [TEXT] == asked


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Document("tdg_8", TEXT, "1998-02-17"), id="another name, perhaps another fold"),
        pytest.param(Document("tdg_7", "It fell.", "1998-02-17"), id="another text"),
        pytest.param(Document("tdg_7", TEXT, None), id="another day"),
    ],
)
def test_what_differs_is_read_itself(other, counting):
    reader, asked = counting
    reader.read(Document("tdg_7", TEXT, "1998-02-17"))
    reader.read(other)
    assert [TEXT, other.text] == asked


def test_mentions_are_found_by_the_weights_of_events(extractor, reader):
    document = Document("tdg_7", TEXT, "1998-02-17")
    assert () == Reader(extractor).read(document).mentions
    assert ["fell", "closed"] == [one.span.of(TEXT) for one in reader.read(document).mentions]


# --- folds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["tdg_37313", "apple_37313"])
def test_a_wikinews_article_is_in_one_fold_under_each_of_its_names(name):
    assert fold_of("37313") == fold_of(name)


@needs_corpora
def test_an_article_that_we_annotated_is_in_the_fold_that_it_has_in_its_corpus():
    corpora = [*tdg(SHARED), *timeml(SHARED, "timebank"), *timeml(SHARED, "aquaint")]
    folds = {}
    for document in corpora:
        folds.setdefault(document.text, set()).add(fold_of(document.id))
    assert [] == [
        key.document.id for key in annotated(SHARED) if folds[key.document.text] != {fold_of(key.document.id)}
    ]
