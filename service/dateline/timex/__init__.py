"""Time expressions: what they say, and what they mean."""

from dateline.timex.calendar import order_in, read_complete

__all__ = ["order_in", "read_complete"]
