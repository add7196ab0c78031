"""What can go wrong, for callers of the library.

DatelineError
├── ArticleError      the article cannot be used: names the field
├── PayloadError      no article can be found in what was sent: points at what is wrong
├── ModelError        the language pipeline cannot be loaded
├── ExtraError        a library that an extra brings is not installed
└── BulkError         a file of articles cannot be read into a file of timelines
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of everything that Dateline raises on purpose."""


class ArticleError(DatelineError, ValueError):
    """The article cannot be used. ``field`` is the name of the wrong field, ``detail`` says what is wrong."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(f"{field}: {detail}")
        self.field = field
        self.detail = detail


class PayloadError(DatelineError, ValueError):
    """No article can be found in what was sent. ``wrong`` has JSON pointers, each with what is wrong there."""

    def __init__(self, *wrong: tuple[str, str]) -> None:
        super().__init__("; ".join(f"{pointer}: {detail}" if pointer else detail for pointer, detail in wrong))
        self.wrong = wrong

    def __reduce__(self) -> tuple[type[PayloadError], tuple[tuple[str, str], ...]]:
        return PayloadError, self.wrong


class ModelError(DatelineError):
    """The language pipeline cannot be loaded, or lacks what the engine needs."""


class ExtraError(DatelineError):
    """What was asked for needs a library that is not installed; the message names the extra that brings it."""


class BulkError(DatelineError):
    """A file of articles cannot be read into a file of timelines, or not further; the message says why."""
