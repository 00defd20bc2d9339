"""拟推荐 or 不推荐: the mark of a whole dossier, as ``dossier decide … outcome`` writes it."""

from __future__ import annotations

from console.acts.seat import Seat
from pipeline.decisions import record
from schemas.decisions import OUTCOME, TITLES, Choice
from schemas.errors import UsageError

_CHOICES = {"recommend": Choice.RECOMMEND, "decline": Choice.DECLINE}


def marked(seat: Seat) -> str:
    """The mark that the form asks for (``choice``), with its reason."""
    choice = _CHOICES.get(seat.said("choice"))
    if choice is None:
        raise UsageError("请选择拟推荐或不推荐。")
    if not seat.reason:
        raise UsageError("请写明理由，一个词也可以。")
    record.decide(seat.desk(), OUTCOME, choice)
    return f"已标记“{TITLES[choice]}”"
