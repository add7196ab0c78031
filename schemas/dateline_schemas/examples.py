"""An article of our own and its answer: what the documentation shows."""

from __future__ import annotations

from typing import Any

TEXT = (
    "OSLO – The city council approved a new bridge over the Aker river on Monday. "
    "The old bridge collapsed in March 2012. Work will begin next year."
)
PUBLISHED = "2013-02-12"

REQUEST: dict[str, Any] = {"text": TEXT, "published": PUBLISHED}
HTML = "<p>The old bridge <b>collapsed</b> in March 2012.</p>"


def _at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def _quoted(words: str) -> dict[str, Any]:
    found = _at(words)
    return {"quote": found["text"], "start": found["start"], "end": found["end"]}


ANSWER: dict[str, Any] = {
    "id": None,
    "article": {
        "title": None,
        "language": "en",
        "characters": len(TEXT),
        "published": {
            "value": PUBLISHED,
            "precision": "day",
            "source": "given",
            "confidence": 1.0,
            "evidence": None,
        },
    },
    "events": [
        {
            "id": "5f0c1d2e3a4b",
            "title": "The old bridge collapsed",
            "when": {
                "edtf": "2012-03",
                "earliest": "2012-03-01",
                "latest": "2012-03-31",
                "precision": "month",
                "approximate": False,
                "display": "March 2012",
                "time": None,
            },
            "basis": {
                "kind": "explicit",
                **_quoted("March 2012"),
                "rule": "month year",
                "anchor": None,
                "explanation": '"March 2012" names the month and the year.',
            },
            "status": "occurred",
            "kind": "occurrence",
            "participants": [{"role": "patient", "label": None, **_at("The old bridge")}],
            "places": [],
            "mentions": [
                {"trigger": _at("collapsed"), "sentence": _at("The old bridge collapsed in March 2012.")},
            ],
            "salience": 0.41,
            "confidence": 0.95,
        }
    ],
    "warnings": [],
    "engine": {"name": "dateline", "version": "0.1.0", "model": "en_core_web_sm", "model_version": "3.8.0"},
}

PROBLEM: dict[str, Any] = {
    "type": "urn:problem-type:dateline:invalid",
    "title": "The request is not valid",
    "status": 422,
    "detail": "One thing is wrong with the request: see errors.",
    "instance": "/v1/timeline#9b2f6c1e-7d0a-4a53-8f3e-2f4f1c0d9e11",
    "errors": [
        {
            "pointer": "/published",
            "detail": "Not an ISO 8601 date or date-time, such as 2022-09-15 or 2022-09-15T08:30:00Z.",
        }
    ],
}
