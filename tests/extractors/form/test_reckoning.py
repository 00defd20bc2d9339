"""From which day are the years of a dossier reckoned?"""

from __future__ import annotations

from datetime import date

import pytest

from extractors.form.reckoning import reckoning_day
from schemas.application import Entry
from schemas.days.reckoning import DayFrom
from schemas.locator import Locator
from schemas.trust import Doubt

AS_OF = date(2026, 3, 15)


def filed(text: str, *doubts: Doubt) -> Entry:
    place = Locator("申请表.docx", page=1, text=text, doubts=frozenset(doubts))
    return Entry("filed_on", text or None, "", text, place)


def test_the_day_it_was_received_stands_above_the_cover() -> None:
    day = reckoning_day(date(2026, 1, 5), [filed("2025-12-30")], AS_OF)
    assert (day.day, day.source) == (date(2026, 1, 5), DayFrom.RECEIVED)


def test_else_the_day_on_the_cover_with_its_place() -> None:
    day = reckoning_day(None, [filed("2025-12-30")], AS_OF)
    assert (day.day, day.source) == (date(2025, 12, 30), DayFrom.FILED)
    assert day.evidence is not None
    assert day.evidence.file == "申请表.docx"


def test_the_day_of_screening_itself_is_no_day_to_come() -> None:
    assert reckoning_day(None, [filed("2026-03-15")], AS_OF).source is DayFrom.FILED


@pytest.mark.parametrize("entries", [[], [filed("")]], ids=["no-such-blank", "left-blank"])
def test_else_the_as_of_date(entries: list[Entry]) -> None:
    day = reckoning_day(None, entries, AS_OF)
    assert (day.day, day.source, day.passed_over) == (AS_OF, DayFrom.AS_OF, "")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        pytest.param(filed("2026-03-16"), "晚于初审之日", id="the-day-after"),
        pytest.param(filed("2026-03"), "不是完整的日期", id="no-day"),
        pytest.param(filed("三月"), "不是完整的日期", id="words"),
        pytest.param(filed("2025-12-30", Doubt.RECOGNISED), "未能可靠读出", id="recognised-with-doubt"),
    ],
)
def test_a_date_that_cannot_be_the_day_is_passed_over_and_told(entry: Entry, why: str) -> None:
    day = reckoning_day(None, [entry], AS_OF)
    assert (day.day, day.source) == (AS_OF, DayFrom.AS_OF)
    assert why in day.passed_over


def test_a_date_recognised_well_counts() -> None:
    assert reckoning_day(None, [filed("2025-12-30", Doubt.FROM_PICTURE)], AS_OF).source is DayFrom.FILED
