"""What every input format gives, and how the strings of a payload are taken out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dateline.errors import PayloadError
from dateline.values import Dropped, Payload, Stamp, Warn


class Found(NamedTuple):
    """A string of the payload and its JSON pointer."""

    at: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as a payload has it. ``markup`` says that the body is HTML; ``bare`` that the body is all that was
    sent, so that it needs no pointer."""

    body: Found
    markup: bool = False
    bare: bool = False
    title: Found | None = None
    url: Found | None = None
    language: Found | None = None
    id: Found | None = None
    stamps: tuple[Stamp, ...] = ()
    aside: tuple[Dropped, ...] = ()
    warnings: tuple[Warn, ...] = ()

    @property
    def fields(self) -> dict[str, str]:
        """The fields of ``Article`` that were found. Of a language tag ("en-GB") the language."""
        found = {"html" if self.markup else "text": self.body.value}
        for name, one in self._others():
            found[name] = one.value
        if self.language is not None:
            found["language"] = self.language.value.replace("_", "-").partition("-")[0].lower()
        return found

    @property
    def pointers(self) -> dict[str, str]:
        """For each of these fields, where it stood."""
        return {"html" if self.markup else "text": self.body.at} | {name: one.at for name, one in self._others()}

    def _others(self) -> Iterator[tuple[str, Found]]:
        named = (("title", self.title), ("url", self.url), ("language", self.language), ("id", self.id))
        return ((name, found) for name, found in named if found is not None)

    def payload(self, format: str) -> Payload:
        """What goes with the article."""
        return Payload(format, None if self.bare else self.body.at, self.stamps, self.aside, self.warnings)


@dataclass(slots=True)
class Parts:
    """The strings of one object of a payload. Takes what is there and notes what is wrong; ``checked`` raises it.

    ``places`` has the pointers of members that do not stand right in the object under their own name.
    """

    at: str
    data: dict[str, Any]
    wrong: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def pointer(self, name: str) -> str:
        """The JSON pointer (RFC 6901) of a member."""
        return self.places.get(name, f"{self.at}/{escaped(name)}")

    def string(self, *names: str) -> Found | None:
        """The first of these members that is there and not blank. A null is the same as none."""
        for name in names:
            value = self.data.get(name)
            if value is not None and not isinstance(value, str):
                self.wrong[self.pointer(name)] = "Not a string."
            elif value and value.strip():
                return Found(self.pointer(name), value)
        return None

    def stamps(self, *rows: tuple[str, int, float]) -> tuple[Stamp, ...]:
        """The stamps of these names that are there, each with its side and its confidence."""
        found = ((self.string(name), side, confidence) for name, side, confidence in rows)
        return tuple(Stamp(one.at, one.value, side, confidence) for one, side, confidence in found if one is not None)

    def needed(self, body: Found | None, *names: str) -> Found:
        """The body. Raises ``PayloadError`` where there is none, with all else that is wrong."""
        if body is None and not self.wrong:
            self.wrong[self.at] = f"There is no body. Looked for: {', '.join(names)}."
        self.checked()
        assert body is not None
        return body

    def checked(self) -> None:
        """Raises ``PayloadError`` with all that is wrong."""
        if self.wrong:
            raise PayloadError(*self.wrong.items())


def escaped(name: str) -> str:
    """A name as it stands in a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def only(found: list[Found], what: str) -> Found | None:
    """The one that was found. Raises ``PayloadError`` pointing at all where there are several."""
    if len(found) > 1:
        raise PayloadError(*((one.at, f"One of {len(found)} that could be the {what}.") for one in found))
    return found[0] if found else None
