"""What a time expression says, before anybody knows when it was written. (Owned by the timex room; being built.)"""

from __future__ import annotations

from typing import Any

Say = Any
