"""认可, 程序有误, 豁免: one decision, over one finding or several that stand together; and a second person's look."""

from __future__ import annotations

from datetime import date

from console.acts.seat import Seat
from console.models.people import Role
from pipeline import wording
from pipeline.decisions import record
from schemas.decisions import Choice
from schemas.errors import UsageError

SAID = {Choice.ACCEPT: "认可", Choice.OVERRULE: "程序有误", Choice.WAIVE: "豁免"}


def accept(seat: Seat) -> str:
    """The finding holds."""
    return _decided(seat, Choice.ACCEPT, seat.reason)


def overrule(seat: Seat) -> str:
    """The program is wrong."""
    return _decided(seat, Choice.OVERRULE, seat.reason)


def waive(seat: Seat) -> str:
    """It holds and is let go; until when, where that is said, is part of the reason."""
    until = seat.said("until")
    if until:
        try:
            until = wording.day(date.fromisoformat(until))
        except ValueError as error:
            raise UsageError("期限应如 2026-03-15。") from error
    return _decided(seat, Choice.WAIVE, f"{seat.reason}（至{until}补齐）" if until else seat.reason)


def confirm(seat: Seat) -> str:
    """Another person has looked at a waiver, and stands by it."""
    if Role.CHECKER not in seat.person.roles:
        raise UsageError("豁免条件须由复核人复核。")
    record.confirm(seat.desk("复核"), _only(seat))
    return f"已复核“{wording.rule_title(_only(seat))}”的豁免"


def _decided(seat: Seat, choice: Choice, reason: str) -> str:
    if not reason:
        raise UsageError("请写明理由，一个词也可以。")
    if not seat.rules:
        raise UsageError("请选择要核定的提示。")
    record.decide_together(seat.desk(reason), seat.rules, choice)
    first = wording.rule_title(seat.rules[0])
    return f"{SAID[choice]}：{first}" + (f"等 {len(seat.rules)} 项" if len(seat.rules) > 1 else "")


def _only(seat: Seat) -> str:
    if len(seat.rules) != 1:
        raise UsageError("请选择一项提示。")
    return seat.rules[0]
