"""What a note on a form asks beyond the articles is shown, and never counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.status import Disposition
from tests.builders.contents import contents, figure
from tests.builders.judged import judged


@pytest.mark.parametrize(("count", "status"), [(20, "pass"), (19, "review")])
def test_a_note_on_a_measure(count, status):
    found = judged("harbin", contents([figure("staff_count", count)])).findings["note.staff"]
    assert (found.status, found.disposition) == (status, Disposition.NOTE)


@pytest.mark.parametrize(
    ("shares", "status"),
    [([30, 30], "pass"), ([40, "29.9"], "review"), ([None, 40], "pass"), ([None], "review"), ([], "review")],
)
def test_a_note_on_every_row_is_held_against_each(shares, status):
    listed = [
        {"product": f"服务{at}", "revenue_share": None if share is None else Decimal(str(share))}
        for at, share in enumerate(shares)
    ]
    found = judged("liaocheng-2021", contents(tables={"services": listed})).findings["note.services"]
    assert (found.status, found.disposition) == (status, Disposition.NOTE)
    assert ("服务1 29.9%" in found.message) == ("29.9" in shares)
