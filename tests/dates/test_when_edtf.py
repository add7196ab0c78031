"""A time writes itself as the function does."""

from __future__ import annotations

from dateline.dates import Period, When, edtf


def test_a_time_knows_its_own_edtf() -> None:
    when = When.of(Period.month(2022, 2), approximate=True)
    assert "2022-02~" == when.edtf == edtf(when)
