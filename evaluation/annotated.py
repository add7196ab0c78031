"""Whole timelines against ``corpus/key-events.jsonl``, our own annotation by the guidelines of ``key-events``.

The annotation holds no text: each article is found in the corpora by its name, and must be the one that was annotated.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from evaluation.answers import Answers
from evaluation.corpora import Document, KeyDocument, Missing, Shared, tdg, timeml
from evaluation.key_events import section
from evaluation.key_timelines import judge
from evaluation.scoring import Section

ANNOTATION = Path(__file__).resolve().parent.parent / "corpus" / "key-events.jsonl"


def evaluate(shared: Shared, answers: Answers) -> Section:
    """The figures of ``key_events``; nobody has measured a baseline or a peer here."""
    judged = judge(shared, answers, "our annotation", annotated(shared))
    return section("key events, our annotation", shared, judged, beside={})


def annotated(shared: Shared, annotation: Path = ANNOTATION) -> list[KeyDocument]:
    """The articles that we annotated, in order of their names; ``Missing`` where they or their texts are not there."""
    if not annotation.is_file():
        raise Missing(f"No annotation in {annotation}.")
    documents = [*tdg(shared), *timeml(shared, "timebank"), *timeml(shared, "aquaint")]
    texts = {document.id: document for document in documents}
    lines = annotation.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [key_document(row, _annotated(row, texts)) for row in rows]


def _annotated(row: dict[str, Any], texts: dict[str, Document]) -> Document:
    """The document that a row annotates; ``Missing`` unless it is there, and the same."""
    name: str = row["doc"]
    document = texts.get(name)
    if document is None:
        raise Missing(f"{name} was annotated and is in none of tdg, timebank and aquaint.")
    if sha256(document.text.encode()).hexdigest() != row["sha256"] or document.published != row["dct"]:
        raise Missing(f"{name}: text or date of publication differ from what was annotated.")
    return Document(name, document.text, document.published)


def key_document(row: dict[str, Any], document: Document) -> KeyDocument:
    """The annotation of an article beside its text, in the shape of ``key-events``: no words quoted, no traps."""
    events = [_event(f"e{number}", event, document.text) for number, event in enumerate(row["events"], 1)]
    gold = {"doc": document.id, "dct": document.published, "events": events, "undated_traps": []}
    return KeyDocument(document, gold)


def _event(name: str, event: dict[str, Any], text: str) -> dict[str, Any]:
    triggers = [{"text": text[start:end], "start": start, "end": end} for start, end in event["triggers"]]
    return event | {"id": name, "triggers": triggers, "quote_start": None, "quote_end": None}
