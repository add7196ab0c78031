"""Time expressions: what they say, and what they mean."""

from dateline.timex.calendar import order_in, read_complete
from dateline.timex.explain import explain
from dateline.timex.ground import counted, ground
from dateline.timex.recognise import recognise

__all__ = ["counted", "explain", "ground", "order_in", "read_complete", "recognise"]
