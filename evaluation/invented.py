"""Whole timelines against ``corpus/invented.jsonl``: news articles that nobody published, invented to be annotated.

They are of 1987 to 2026 and of many desks and styles, where the other corpora end in 2012 and are of few. Nothing real
is told in them, so that their texts can be part of the project.
"""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.annotated import key_document
from evaluation.answers import Answers
from evaluation.corpora import Document, KeyDocument, Missing, Shared
from evaluation.key_events import section
from evaluation.key_timelines import judge
from evaluation.scoring import Section

ARTICLES = Path(__file__).resolve().parent.parent / "corpus" / "invented.jsonl"


def evaluate(shared: Shared, answers: Answers) -> Section:
    """The figures of ``key_events``; nobody has measured a baseline or a peer here."""
    judged = judge(shared, answers, "invented articles", invented())
    return section("key events, invented articles", shared, judged, beside={})


def invented(articles: Path = ARTICLES) -> list[KeyDocument]:
    """The invented articles with their annotation, in order of their names; ``Missing`` where they are not there."""
    if not articles.is_file():
        raise Missing(f"No invented articles in {articles}.")
    rows = (json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines())
    return [key_document(row, Document(row["doc"], row["text"], row["dct"])) for row in rows]
