"""撤销: the last change about a finding, value or file; what stood before stands again."""

from __future__ import annotations

from console.acts.seat import Seat
from pipeline import wording
from pipeline.decisions import taking_back
from schemas.errors import UsageError


def undo(seat: Seat) -> str:
    """One change back; once more goes one further."""
    what = seat.said("what") or (seat.rules[0] if seat.rules else "")
    if not what:
        raise UsageError("请选择要撤销的核定。")
    taking_back.undo(seat.out, seat.dossier, what, seat.person.name, seat.expected)
    return f"已撤销：{wording.rule_title(what)}"
