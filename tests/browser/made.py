"""Answers made by hand, about an article of our own: every status, every kind of end, whatever the engine finds."""

from __future__ import annotations

from typing import Any

TEXT = (
    "🌉 The ferry sank in 1990. Divers found it on 3 May 2000. The hull may be raised after June 2010. "
    "The owner, it is alleged, fled before 2005. The search has gone on since 2015. Nobody was tried in 1995."
)
ENGINE = {"name": "dateline", "version": "0", "model": "handmade", "model_version": "1"}


def units(text: str) -> int:
    """How long JavaScript finds it."""
    return len(text.encode("utf-16-le")) // 2


def at(words: str, text: str = TEXT) -> dict[str, Any]:
    """The words and where they stand, in UTF-16."""
    start = units(text[: text.index(words)])
    return {"text": words, "start": start, "end": start + units(words)}


def event(id: str, title: str, dates: tuple[str | None, str | None], status: str, **words: Any) -> dict[str, Any]:
    """An event from ``earliest`` to ``latest``; ``trigger``, ``sentence`` and ``quote`` are words of the text."""
    earliest, latest = dates
    quote = at(words["quote"])
    return {
        "id": id,
        "title": title,
        "when": {
            "edtf": "2000", "earliest": earliest, "latest": latest, "precision": words.get("precision", "year"),
            "approximate": False, "display": words["quote"], "time": None,
        },
        "basis": {
            "kind": "explicit", "quote": quote["text"], "start": quote["start"], "end": quote["end"], "rule": "made",
            "anchor": None, "explanation": f"Because of {words['quote']}.",
        },
        "status": status,
        "kind": "occurrence",
        "participants": [],
        "places": [],
        "mentions": [{"trigger": at(words["trigger"]), "sentence": at(words["sentence"])}],
        "salience": 0.5,
        "confidence": words["confidence"],
    }  # fmt: skip


EVENTS = [
    event("e1", "Ferry sank", ("1990-01-01", "1990-12-31"), "occurred", trigger="sank", quote="1990",
          sentence="🌉 The ferry sank in 1990.", confidence=0.95),
    event("e2", "Divers found it", ("2000-05-03", "2000-05-03"), "occurred", trigger="found", quote="3 May 2000",
          sentence="Divers found it on 3 May 2000.", confidence=0.9, precision="day"),
    event("e3", "Hull may be raised", ("2010-07-01", None), "conditional", trigger="raised", quote="June 2010",
          sentence="The hull may be raised after June 2010.", confidence=0.6, precision="interval"),
    event("e4", "Owner fled", (None, "2004-12-31"), "alleged", trigger="fled", quote="2005",
          sentence="The owner, it is alleged, fled before 2005.", confidence=0.4, precision="interval"),
    event("e5", "Search has gone on", ("2015-01-01", None), "ongoing", trigger="gone", quote="2015",
          sentence="The search has gone on since 2015.", confidence=0.7, precision="interval"),
    event("e6", "Nobody was tried", ("1995-01-01", "1995-12-31"), "negated", trigger="tried", quote="1995",
          sentence="Nobody was tried in 1995.", confidence=0.8),
]  # fmt: skip


def answer(events: list[dict[str, Any]] | None = None, **more: Any) -> dict[str, Any]:
    """A whole answer."""
    article = {"title": None, "language": "en", "characters": len(TEXT), "published": None}
    said = {"id": None, "article": article, "events": EVENTS if events is None else events, "warnings": []}
    return said | {"engine": ENGINE} | more


def problem(status: int, title: str, detail: str, errors: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """A problem as the service tells it."""
    kind = "urn:problem-type:dateline:made"
    return {"type": kind, "title": title, "status": status, "detail": detail, "instance": "/", "errors": errors or []}
