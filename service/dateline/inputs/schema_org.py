"""schema.org's ``NewsArticle`` and its kin as JSON-LD: alone, in a list, in ``@graph``, as a page's main entity.

https://schema.org/NewsArticle
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import PayloadError
from dateline.inputs.reading import Parts, Reading, escaped

_ARTICLE = re.compile(r"(?:Article|Posting)\Z")
_PREFIX = re.compile(r"(?:schema:|https?://schema\.org/)")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_MAY_BE_OBJECTS = {"url", "inLanguage", "identifier"}
_DEEPEST = 8


def looks(payload: Any) -> bool:
    """Whether an article is in it, or ``articleBody``, which only schema.org has."""
    return any(True for _ in articles(payload)) or (isinstance(payload, dict) and "articleBody" in payload)


def read(payload: Any) -> Reading:
    """The one article that has a body. Raises ``PayloadError`` where there is none, or several."""
    found = list(articles(payload))
    if not found and isinstance(payload, dict) and "articleBody" in payload:
        found = [_parts("", payload)]
    if not found:
        raise PayloadError(("", "There is no object whose @type ends in Article or Posting."))
    full = [parts for parts in found if parts.data.get("articleBody") is not None]
    if len(full) > 1:
        raise PayloadError(*((parts.at, f"One of {len(full)} articles with a body.") for parts in full))
    return _read(full[0] if full else found[0])


def _read(parts: Parts) -> Reading:
    body, title, url = parts.string("articleBody"), parts.string("headline", "name"), parts.string("url", "@id")
    language, id = parts.string("inLanguage"), parts.string("identifier", "@id")
    stamps = parts.stamps(("datePublished", 0, 0.95), ("dateCreated", -1, 0.8), ("dateModified", 1, 0.8))
    return Reading(
        body=parts.needed(body, "articleBody"), title=title, url=url, language=language, id=id, stamps=stamps
    )


def articles(payload: Any, at: str = "", depth: int = 0) -> Iterator[Parts]:
    """Every object of an article's type, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(payload, list):
        for number, item in enumerate(payload):
            yield from articles(item, f"{at}/{number}", depth + 1)
    elif isinstance(payload, dict):
        if is_article(payload.get("@type")):
            yield _parts(at, payload)
        for name in _INSIDE:
            if isinstance(payload.get(name), (dict, list)):
                yield from articles(payload[name], f"{at}/{escaped(name)}", depth + 1)


def _parts(at: str, data: dict[str, Any]) -> Parts:
    """The object with plain names and values: without the vocabulary's prefix, out of ``@value`` and lists of one."""
    parts = Parts(at, {})
    for full, value in data.items():
        name, (place, plain) = _PREFIX.sub("", full, count=1), _plain(f"{at}/{escaped(full)}", value)
        if isinstance(plain, str) or name not in _MAY_BE_OBJECTS:
            parts.data[name], parts.places[name] = plain, place
    return parts


def _plain(at: str, value: Any) -> tuple[str, Any]:
    """A value out of ``@value`` and lists of one, and where it stands."""
    for _ in range(_DEEPEST):
        if isinstance(value, dict) and "@value" in value:
            at, value = f"{at}/@value", value["@value"]
        elif isinstance(value, list) and len(value) == 1:
            at, value = f"{at}/0", value[0]
    return at, value


def is_article(type: Any) -> bool:
    """Whether a ``@type``, one or a list, is an article's."""
    types = type if isinstance(type, list) else [type]
    return any(isinstance(one, str) and _ARTICLE.search(one) for one in types)
