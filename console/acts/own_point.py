"""另加: a finding of the clerk's own."""

from __future__ import annotations

from console.acts.seat import Seat
from pipeline.decisions import file as decisions_file
from pipeline.decisions import own
from pipeline.decisions.own import NewFinding
from schemas.errors import UsageError
from schemas.status import Disposition


def add(seat: Seat) -> str:
    """Written down under a number of its own."""
    text, page = seat.said("text"), seat.said("page")
    if not text:
        raise UsageError("请写明发现的问题。")
    file = seat.said("file")
    at = int(page) if file and page.isdecimal() and int(page) else None
    box = decisions_file.box(seat.said("box"), "") if at else None
    found = NewFinding(text, seat.said("article"), file, at, seat.said("disposition") or Disposition.SUPPLEMENT, box)
    written = own.add(seat.desk(text), found)
    return f"另提一项：{written.text}"
