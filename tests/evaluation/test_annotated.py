"""Our annotation of further articles: held to the texts that it was made on, and in the form of ``key-events``."""

from __future__ import annotations

import json
import re
from hashlib import sha256

import pytest

from evaluation import __main__ as runner
from evaluation.annotated import annotated
from evaluation.corpora import Missing, Shared, key_events, wikinews
from tests.evaluation.gold import SHARED, needs_corpora

TEXT = "February 17 , 1998\nThe bridge fell today ."
EVENT = {
    "title": "Bridge falls", "when": "1998-02-17", "accept": ["1998-02-16"], "basis": "relative",
    "modality": "occurred", "salience": 3, "triggers": [[30, 34]],
}  # fmt: skip
ROW = {"doc": "tdg_7", "dct": "1998-02-17", "sha256": sha256(TEXT.encode()).hexdigest(), "events": [EVENT]}


@pytest.fixture
def invented(tmp_path):
    """Corpora of one article of TDG's kind."""
    (tmp_path / "corpora" / "tdg").mkdir(parents=True)
    article = f'filename:<doc id="7">:SNT_LIST\n{TEXT}\nEDGE_LIST\n1_2_2\tEvent\t0_0_3\tincluded\n'
    (tmp_path / "corpora" / "tdg" / "train.txt").write_text(article, encoding="utf-8")
    return Shared(tmp_path)


def _annotation(shared, row):
    path = shared.root / "annotation.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_an_article_is_found_by_its_name_and_shaped_as_the_scorer_takes_it(invented):
    (key,) = annotated(invented, _annotation(invented, ROW))
    (event,) = key.gold["events"]
    assert (TEXT, "1998-02-17") == (key.document.text, key.document.published)
    assert [{"text": "fell", "start": 30, "end": 34}] == event["triggers"]
    assert ("e1", "1998-02-17", ["1998-02-16"], None) == tuple(
        event[k] for k in ("id", "when", "accept", "quote_start")
    )
    assert [] == key.gold["undated_traps"]


@pytest.mark.parametrize(
    ("says", "change"),
    [
        pytest.param("tdg_7: text or date", {"sha256": sha256(b"another").hexdigest()}, id="another text"),
        pytest.param("tdg_7: text or date", {"dct": "1998-02-18"}, id="another day"),
        pytest.param("tdg_8 was annotated and is in none", {"doc": "tdg_8"}, id="no text"),
    ],
)
def test_a_text_that_was_not_annotated_is_refused(says, change, invented):
    with pytest.raises(Missing, match=says):
        annotated(invented, _annotation(invented, ROW | change))


def test_without_the_annotation_it_says_where_it_should_be(invented):
    with pytest.raises(Missing, match=r"No annotation in .*nowhere"):
        annotated(invented, invented.root / "nowhere")


def test_without_the_texts_the_runner_says_so(invented, monkeypatch, capsys):
    monkeypatch.setattr(runner, "whole", lambda: None)
    assert 2 == runner.main(["--shared", str(invented.root), "annotated"])
    assert "is in none of tdg, timebank and aquaint" in capsys.readouterr().err


# --- the annotation itself ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def keys():
    return annotated(SHARED)


@needs_corpora
def test_every_trigger_stands_on_words(keys):
    assert [] == [
        (key.document.id, trigger["text"])
        for key in keys
        for trigger in _triggers(key)
        if not _on_words(key.document.text, trigger["start"], trigger["end"])
    ]


def _triggers(key):
    return [trigger for event in key.gold["events"] for trigger in event["triggers"]]


def _on_words(text, start, end):
    """Whether a word begins where the span begins, and one ends where it ends."""
    words = [word.span() for word in re.finditer(r"\w+", text)]
    return start in {first for first, _ in words} and end in {last for _, last in words}


@needs_corpora
def test_no_article_of_another_timeline_corpus_is_annotated_again(keys):
    others = {key.document.text for key in key_events(SHARED)} | {document.text for document in wikinews(SHARED)}
    assert [] == [key.document.id for key in keys if key.document.text in others]
