"""The runner: what it asks, what it says, what it keeps."""

from __future__ import annotations

import io
import json
from itertools import count

import pytest

from evaluation import __main__ as runner
from evaluation import bench
from evaluation.answers import Answers, counted
from evaluation.corpora import Document
from evaluation.scoring import Figure, Section
from tests.evaluation.gold import timeline

DOCUMENTS = [Document("a", "One.", "1998-02-17"), Document("b", "Two.", None)]


def test_each_document_is_asked_once_however_many_parts_want_it():
    asked = []
    answers = Answers(lambda article: asked.append(article.text) or timeline(article.text), progress=None)
    answers("first", DOCUMENTS)
    answers("again", DOCUMENTS[::-1])
    assert ["One.", "Two."] == asked


def test_progress_says_how_many_documents_are_done():
    progress = io.StringIO()
    list(counted("corpus", DOCUMENTS, progress))
    assert ["corpus: 1/2", "corpus: 2/2"] == progress.getvalue().replace("\r", "\n").split("\n")[1:3]


def test_a_crash_names_the_document():
    def crash(article):
        raise RuntimeError("no")

    with pytest.raises(RuntimeError) as caught:
        Answers(crash, progress=None)("corpus", DOCUMENTS)
    assert ["while reading a"] == caught.value.__notes__


@pytest.mark.parametrize("main", [pytest.param(runner.main, id="evaluate"), pytest.param(bench.main, id="bench")])
def test_without_corpora_it_says_so(main, tmp_path, capsys):
    assert 2 == main(["--shared", str(tmp_path)])
    assert "No corpora in" in capsys.readouterr().err


def test_an_unknown_part_is_refused_with_the_known_ones(capsys):
    with pytest.raises(SystemExit):
        runner.main(["weather"])
    assert "key_events" in capsys.readouterr().err


@pytest.mark.parametrize("part", runner.PARTS)
def test_every_part_can_be_run(part):
    assert callable(runner.part(part))


def test_figures_and_errors_are_kept(tmp_path):
    sections = [Section("name", (Figure("F1", 50.0, target=60.0),), errors=("one\terror",))]
    runner.keep_figures(tmp_path / "figures.json", sections)
    runner.keep_errors(tmp_path / "errors.tsv", sections)
    kept = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert (50.0, 60.0) == (kept["name"][0]["ours"], kept["name"][0]["target"])
    assert {"name": {"F1": 50.0}} == runner.figures_of(tmp_path / "figures.json")
    assert "one\terror\n" == (tmp_path / "errors.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize("length", [10, 1_000, 3_000])
def test_a_bench_text_has_the_words_asked_for(length):
    articles = [Document("a", "word " * 120, None), Document("b", "other " * 350, None)]
    assert length == len(bench.text_of(articles, length).split())


def test_articles_for_memory_are_all_different():
    articles = bench.different(DOCUMENTS)
    first = [next(articles) for _ in range(30)]
    assert 30 == len(set(first))


def test_the_clock_adds_up_each_stage(monkeypatch):
    ticks = count()
    monkeypatch.setattr(bench, "perf_counter", lambda: next(ticks))
    clock = bench.Clock()
    assert [6, 2] == [clock("clean", max, 6, 2), clock("parse", min, 6, 2)]
    assert [50.0, 50.0] == [share for _, share in clock.table().rows]


def test_expressions_alone_are_read_without_events(monkeypatch, tmp_path):
    from evaluation import answers

    monkeypatch.setattr(answers.tempfile, "gettempdir", lambda: str(tmp_path))
    fast = Answers(answers.expressions_only(), progress=None)
    document = Document("a", "The bridge fell on 3 May 1998. It opened in 1931.", "1998-05-06")
    first, again = fast("", [document])[0], Answers(fast.extract, progress=None)("", [document])[0]
    assert ["1998-05-03", "1931"] == [one.value for one in first.timeline.expressions]
    assert first.timeline.expressions == again.timeline.expressions
    assert ((), ()) == (first.timeline.events, first.timeline.mentions)
    assert 1 == len(list(tmp_path.rglob("*.doc")))
