"""What do the options of ``dossier standing`` mean: days in any spelling, lists of dossiers, pairs?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from extractors.values.dates import iso_date
from schemas.errors import UsageError


def given_day(option: str, said: str) -> date:
    """A day, however it is written: 2026-03-15, 2026年3月15日."""
    read = iso_date(said)
    if read is None or len(read) != len("2026-03-15"):
        raise UsageError(f"{option} “{said}”不是日期。请写成 2026-03-15 这样。")
    return date.fromisoformat(read)


def day_if_given(option: str, said: str) -> date | None:
    """A day, where one is given."""
    return given_day(option, said) if said else None


def today() -> date:
    """The day of the call."""
    return datetime.now().astimezone().date()


def split(said: Sequence[str]) -> list[str]:
    """D01,D02、D03 as three."""
    parts = [part.strip() for one in said for part in one.replace("，", "、").replace(",", "、").split("、")]
    return [part for part in parts if part]


def pairs(said: Sequence[str] | None, wrong: str) -> dict[str, str]:
    """键=值, given several times."""
    parted = [one.partition("=") for one in said or ()]
    if any(not mark or not value for _, mark, value in parted):
        raise UsageError(wrong)
    return {key.strip(): value.strip() for key, _, value in parted}
