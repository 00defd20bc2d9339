"""What does the text given for an option mean, or why does it mean nothing?"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from schemas.errors import UsageError


def day(option: str, text: str) -> date:
    """A date; today where none is given."""
    if not text:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text} 不是日期。请写成 2026-03-15 这样。") from error


def number(option: str, text: str) -> Decimal:
    """A number, with or without thousands' commas and a percent sign."""
    try:
        value = Decimal(text.strip().rstrip("%％").replace(",", "") or "x")
    except InvalidOperation as error:
        raise UsageError(f"{option} “{text}”不是数字。") from error
    if not value.is_finite():
        raise UsageError(f"{option} “{text}”不是数字。")
    return value


def number_if_given(option: str, text: str) -> Decimal | None:
    """A number, where one is given."""
    return number(option, text) if text else None
