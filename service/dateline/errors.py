"""What can go wrong, for callers of the library.

    DatelineError
    ├── ArticleError      the article cannot be used: names the field
    └── ModelError        the language pipeline cannot be loaded
"""


class DatelineError(Exception):
    """Base of everything that Dateline raises on purpose."""


class ArticleError(DatelineError, ValueError):
    """The article cannot be used. ``field`` is the name of the wrong field, ``detail`` says what is wrong."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(f"{field}: {detail}")
        self.field = field
        self.detail = detail


class ModelError(DatelineError):
    """The language pipeline cannot be loaded, or lacks what the engine needs."""
