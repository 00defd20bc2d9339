"""In which words do the papers after recognition say days, numbers and events?"""

from __future__ import annotations

from datetime import date

from pipeline.rulebook.quantities import spelled
from pipeline.standing.ledger.events import Event
from pipeline.standing.reckon.dues import Due
from schemas.days.periods import period
from schemas.regulation.standing import WHO


def chinese_day(day: date | None) -> str:
    """2026年6月30日."""
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def numeral_of(count: int) -> str:
    """Years as a text writes them: 三; of two, 两."""
    return "两" if count == 2 else spelled(count)


def object_of(title: str) -> str:
    """What is recognised: 样例市中小企业公共服务示范平台, as the regulation's title says it."""
    before, mark, _ = title.partition("平台")
    return f"{before}{mark}" if mark else title


def period_in_words(said: str) -> str:
    """2026年第一季度, for 2026Q1."""
    read = period(said)
    return read.title if read else said


def event_in_words(event: Event) -> str:
    """An inspection: 2026-05-10 推荐单位 合格（现场核看）."""
    who = WHO.get(event.text("inspector"), "")
    note = f"（{event.text('note')}）" if event.text("note") else ""
    return f"{event.day} {who} {event.text('result')}{note}"


def report_state(due: Due, as_of: date) -> str:
    """How a report stands: 已逾期 12 天, 5 天后到期."""
    late = due.overdue(as_of)
    if due.day is None:
        return "未收到"
    if late:
        return f"逾期 {late} 天"
    left = ((due.next_working or due.day) - as_of).days
    return "今日到期" if left == 0 else f"{left} 天后到期"
