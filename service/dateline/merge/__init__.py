"""Many mentions, one event: gathers what names one happening, and makes the article's timeline of the happenings."""

from dateline.merge.timeline import merge

__all__ = ["merge"]
