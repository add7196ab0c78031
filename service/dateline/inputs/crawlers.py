"""What crawlers write: the JSON of news-please and of trafilatura.

https://github.com/fhamborg/news-please, https://trafilatura.readthedocs.io
"""

from __future__ import annotations

from typing import Any

from dateline.inputs.reading import Parts, Reading

_TRAFILATURA = ("hostname", "fingerprint", "raw_text", "source-hostname", "filedate", "sitename")


def looks_news_please(payload: Any) -> bool:
    """Whether it has the one name that only news-please uses."""
    return isinstance(payload, dict) and "maintext" in payload


def news_please(payload: Any) -> Reading:
    """An article that news-please crawled. Its dates have no time zone. Raises ``PayloadError``."""
    parts = Parts("", payload)
    body, title = parts.string("maintext"), parts.string("title", "title_page", "title_rss")
    url, language = parts.string("url"), parts.string("language")
    stamps = parts.stamps(("date_publish", 0, 0.9), ("date_modify", 1, 0.7), ("date_download", 1, 0.9))
    return Reading(body=parts.needed(body, "maintext"), title=title, url=url, language=language, stamps=stamps)


def looks_trafilatura(payload: Any) -> bool:
    """Whether it has a text, and beside it what only trafilatura adds."""
    return isinstance(payload, dict) and "text" in payload and any(name in payload for name in _TRAFILATURA)


def trafilatura(payload: Any) -> Reading:
    """A page that trafilatura read. Its date is what it found in the page. Raises ``PayloadError``."""
    parts = Parts("", payload)
    body, title, url = parts.string("text", "raw_text"), parts.string("title"), parts.string("url", "source")
    language, id = parts.string("language"), parts.string("id")
    stamps = parts.stamps(("date", 0, 0.85))
    return Reading(
        body=parts.needed(body, "text", "raw_text"), title=title, url=url, language=language, id=id, stamps=stamps
    )
