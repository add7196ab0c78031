"""The caller's own date."""

from __future__ import annotations

from dateline.errors import ArticleError
from dateline.published.finding import Case, Finding, local_day


def given(case: Case) -> Finding | None:
    """``Article.published``. A date-time with an offset counts as the day that it was in ``Article.timezone``.

    Raises ``ArticleError`` where it is not an ISO 8601 date or date-time.
    """
    published = case.article.published
    if published is None:
        return None
    day = local_day(published, case.zone)
    if day is None:
        raise ArticleError("published", f"Not an ISO 8601 date or date-time: {published!r}.")
    return Finding("given", "the request", 1.0, day)
