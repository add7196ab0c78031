"""ninjs, the IPTC's JSON for news: 1.x (flat), 2.x (arrays) and 3.x (camel case), and what Superdesk makes of 1.x.

https://iptc.org/std/ninjs/
"""

from __future__ import annotations

import re
from typing import Any

from dateline.inputs.reading import Found, Parts, Reading, only

_MARKS = ("$standard", "standard", "bodies", "headlines", "versioncreated", "versionCreated")
_BODY = re.compile(r"body_[a-zA-Z0-9_]+")
_BODIES = ("body_text", "body_xhtml", "body_html")
_MAIN = ("main", "body", "text", "html", "")
_HTML = ("text/html", "application/xhtml+xml", "application/xhtml")


def looks(payload: Any) -> bool:
    """Whether it has what only ninjs has."""
    if not isinstance(payload, dict):
        return False
    return any(name in _MARKS or _BODY.fullmatch(name) for name in payload)


def read(payload: Any) -> Reading:
    """The article. Its version's own date comes before that of the first: it is the day its words are about.

    Plain text goes before HTML. An embargo is never taken for publication. Raises ``PayloadError``.
    """
    parts = Parts("", payload)
    body, is_html = _listed_body(parts) if "bodies" in payload else _flat_body(parts)
    title = _listed(parts, "headlines") if "headlines" in payload else parts.string("headline")
    version = parts.stamps(("versioncreated", 0, 0.95), ("versionCreated", 0, 0.95), ("firstpublished", 0, 0.95))
    side = -1 if version else 0
    first = parts.stamps(
        *((name, side, 0.85) for name in ("firstcreated", "firstCreated", "contentcreated", "contentCreated"))
    )
    language, identity = parts.string("language"), parts.string("uri", "guid")
    return Reading(
        body=parts.needed(body, "bodies", *_BODIES),
        markup=is_html,
        title=title,
        language=language,
        id=identity,
        url=identity if identity and identity.value.startswith(("http://", "https://")) else None,
        stamps=version + first,
    )


def _flat_body(parts: Parts) -> tuple[Found | None, bool]:
    body = parts.string(*_BODIES)
    if body is None:
        others = [name for name in parts.data if _BODY.fullmatch(name)]
        body = only([found for name in others if name not in _BODIES and (found := parts.string(name))], "body")
    return body, body is not None and not body.at.endswith("text")


def _listed_body(parts: Parts) -> tuple[Found | None, bool]:
    plain = _listed(parts, "bodies", ("text/plain", ""))
    if plain is not None:
        return plain, False
    return _listed(parts, "bodies", _HTML), True


def _listed(parts: Parts, name: str, types: tuple[str, ...] = ()) -> Found | None:
    """The value in a list of ``{role, contenttype, value}`` of one of these types and of the best role there is.

    Raises ``PayloadError`` where several are equally good.
    """
    items = parts.data[name]
    if not isinstance(items, list):
        parts.wrong[parts.pointer(name)] = "Not a list."
        return None
    by_role: dict[str, list[Found]] = {}
    for number, item in enumerate(items):
        one = Parts(f"{parts.pointer(name)}/{number}", item if isinstance(item, dict) else {}, parts.wrong)
        if not isinstance(item, dict):
            parts.wrong[one.at] = "Not an object."
            continue
        value, role, type = one.string("value"), one.string("role"), one.string("contenttype", "contentType")
        if value is not None and (not types or (type.value.partition(";")[0].strip() if type else "") in types):
            by_role.setdefault(role.value if role else "", []).append(value)
    first = next((by_role[role] for role in _MAIN if role in by_role), None)
    return only(first if first is not None else [one for found in by_role.values() for one in found], name)
