"""What a date can be: units, periods of the calendar, the times they make, and how those are written.

No spaCy, no language, no Flask. Every value is frozen; every operation is a pure function of its arguments.
"""

from dateline.dates.edtf import edtf
from dateline.dates.period import Period, Unit
from dateline.dates.when import Clock, Part, When

__all__ = ["Clock", "Part", "Period", "Unit", "When", "edtf"]
