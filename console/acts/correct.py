"""更正: what really stands there, in place of what was read."""

from __future__ import annotations

from console.acts.seat import Seat
from extractors.clerk.value_overrides import UnfitError, parsed
from pipeline.decisions import record
from schemas.clerk_input import in_words, title_of
from schemas.errors import UsageError


def correct(seat: Seat) -> str:
    """The value written down; an empty one says that the paper is blank there."""
    what = seat.said("what")
    if not what:
        raise UsageError("请选择要更正的值。")
    written = record.correct(seat.desk(seat.reason or "按原件更正"), what, seat.form.get("value", ""))
    return f"更正：{title_of(what)}为“{written.value or '（空白）'}”"


def reads_as(what: str, value: str, unit: str) -> str:
    """How these words would be read, or why they cannot be, for showing while they are typed."""
    try:
        found = parsed(what, value)
    except UnfitError as error:
        return f"不能作为该处的值：{error}"
    if found is None:
        return "空白"
    shown = in_words(found)
    return f"读作 {shown} {unit}".rstrip()
