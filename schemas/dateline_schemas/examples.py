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

NINJS: dict[str, Any] = {
    "standard": {"name": "ninjs", "version": "3.1"},
    "uri": "https://news.example/items/1",
    "type": "text",
    "language": "en-GB",
    "versionCreated": "2013-02-12T09:30:00+01:00",
    "headlines": [{"role": "main", "contentType": "text/plain", "value": "Oslo approves a new bridge"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": TEXT}],
}
JSON_LD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Oslo approves a new bridge",
    "datePublished": "2013-02-12T09:30:00+01:00",
    "articleBody": TEXT,
}
NEWS_PLEASE: dict[str, Any] = {
    "title": "Oslo approves a new bridge",
    "date_publish": "2013-02-12 09:30:00",
    "language": "en",
    "url": "https://news.example/bridge",
    "source_domain": "news.example",
    "maintext": TEXT,
}
TRAFILATURA: dict[str, Any] = {
    "title": "Oslo approves a new bridge",
    "hostname": "news.example",
    "date": "2013-02-12",
    "fingerprint": "0f3c9a6b1d2e4f58",
    "raw_text": TEXT,
    "text": TEXT,
    "language": None,
}
NEWSML_G2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:news.example:20130212:1" version="1"
    standard="NewsML-G2" standardversion="2.32" conformance="power" xml:lang="en">
<itemMeta><versionCreated>2013-02-12T09:30:00+01:00</versionCreated></itemMeta>
<contentMeta><headline>Oslo approves a new bridge</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>Oslo approves a new bridge</title></head><body><p>{TEXT}</p></body>
</html></inlineXML></contentSet>
</newsItem>
"""
PAGE = f"""<!doctype html>
<html lang="en">
<head>
<title>Oslo approves a new bridge | News</title>
<meta property="og:title" content="Oslo approves a new bridge">
<meta property="article:published_time" content="2013-02-12T09:30:00+01:00">
</head>
<body>
<div class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></div>
<article><h1>Oslo approves a new bridge</h1><p>{TEXT}</p></article>
<footer><p>Read the terms that we changed in May 2011.</p></footer>
</body>
</html>
"""


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
        "input": None,
        "body": None,
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

REQUESTS: list[dict[str, Any]] = [{**REQUEST, "id": "a"}, {**REQUEST, "id": "b", "published": "yesterday"}]
ITEMS: list[dict[str, Any]] = [
    {"index": 0, "id": "a", "status": 200, "timeline": {**ANSWER, "id": "a"}},
    {
        "index": 1,
        "id": "b",
        "status": 422,
        "problem": {**PROBLEM, "instance": "/v1/timelines#9b2f6c1e-7d0a-4a53-8f3e-2f4f1c0d9e11/1"},
    },
]
