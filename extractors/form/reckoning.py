"""From which day are the years of this dossier reckoned (contract §12)?

In:     the day it was received, the entries of its form as the clerk reads them, the as-of date.
Out:    the day with its source: received, else 填报日期 on the cover, else the as-of date.
Raises: nothing. A 填报日期 that is no day, is yet to come, or was recognised with doubt, is passed over and told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extractors import values
from schemas.application import Entry
from schemas.days.reckoning import DayFrom, ReckoningDay
from schemas.trust import is_sure

_WHOLE = len("2026-03-15")


def reckoning_day(received: date | None, entries: Sequence[Entry], as_of: date) -> ReckoningDay:
    """The day that counts, and where it comes from."""
    if received is not None:
        return ReckoningDay(received, DayFrom.RECEIVED)
    filed = next((entry for entry in entries if entry.key == "filed_on" and entry.value is not None), None)
    if filed is None:
        return ReckoningDay(as_of)
    read = values.iso_date(str(filed.value)) or ""
    why = _not_taken(filed, read, as_of)
    if why:
        return ReckoningDay(as_of, evidence=filed.evidence, passed_over=f"填报日期“{filed.text}”{why}，未采用")
    return ReckoningDay(date.fromisoformat(read), DayFrom.FILED, filed.evidence)


def _not_taken(filed: Entry, read: str, as_of: date) -> str:
    """Why 填报日期 is not the day, in Chinese; empty where it is."""
    if len(read) < _WHOLE:
        return "不是完整的日期"
    if date.fromisoformat(read) > as_of:
        return "晚于初审之日"
    return "" if is_sure(filed.doubts) else "在扫描件或照片中，未能可靠读出"
