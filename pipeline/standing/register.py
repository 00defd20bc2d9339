"""How is the ledger of a day written: as rows of a workbook, as JSON for programs?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.standing.ledger.events import KINDS, Event
from pipeline.standing.ledger.platforms import Holder, code_of
from pipeline.standing.overview import DUE_KINDS, Overview, last_report, on_time, who
from pipeline.standing.reckon.dues import Due, Window
from pipeline.standing.reckon.states import State, recheck_due
from schemas.errors import UsageError
from schemas.names import enterprise_key
from schemas.regulation.standing import WHO

HEADS = (
    "序号",
    "平台",
    "统一社会信用代码",
    "县区",
    "类型",
    "状态",
    "认定文号",
    "认定日期",
    "起算日",
    "期满日",
    "下次复核",
    "最近报送",
    "说明",
    "疑问",
)
DUE_HEADS = ("事项", "谁", "对象", "县区", "内容", "期间", "期限", "情况", "依据")
_NAMED = 3
_UNTOLD = ("no", "event", "at", "by", "previous", "hash", "platform", "platforms", "rulebook", "doubts", "figures")
_FACTS = {
    "number": "文号",
    "day": "日期",
    "from": "起算日",
    "until": "截止日",
    "type": "类型",
    "period": "期间",
    "received": "收到",
    "inspector": "检查方",
    "result": "结果",
    "source": "来源",
    "proven": "是否查实",
    "ground": "情形",
    "first_day": "公示第一天",
    "working_days": "工作日",
    "sites": "网站",
    "objections": "异议",
    "since": "变更日",
    "name": "名称",
    "note": "说明",
    "round": "批次",
    "dossier": "卷宗",
    "title": "平台名称",
    "functions": "功能",
}


def only(seen: Overview, said: str) -> Overview:
    """The overview of the one platform that is meant."""
    meant = [
        one
        for one in seen.holders
        if (one.code and one.code == code_of(said))
        or enterprise_key(said) in {enterprise_key(name) for name in (one.name, *one.former)}
    ]
    if not meant:
        raise UsageError(f"台账中没有“{said}”。请写统一社会信用代码或全称。")
    return replace(seen, holders=tuple(meant))


def rows(seen: Overview) -> list[list[object]]:
    """One row a platform and regulation."""
    return [_row(number, holder, how, seen) for number, (holder, how) in enumerate(seen.states(), 1)]


def _row(number: int, holder: Holder, how: State, seen: Overview) -> list[object]:
    title = holder.title_on(seen.as_of)
    recheck = recheck_due(holder, seen.as_of)
    return [
        number,
        holder.name,
        holder.code,
        holder.county,
        title.kind if title else "",
        how.title,
        title.number if title else "",
        str(title.day or "") if title else "",
        str(title.start) if title else "",
        str(title.ends or "") if title else "",
        str(recheck or "") if how.id not in ("lost", "expired") else "",
        last_report(holder),
        "；".join((*how.notes, *(f"曾用名 {name}" for name in holder.former))),
        "；".join(holder.doubts),
    ]


def due_rows(seen: Overview, dues: Iterable[Due]) -> list[list[object]]:
    """One row a matter."""
    books = [holder.rulebook for holder in seen.holders]
    return [
        [
            DUE_KINDS[due.kind],
            who(due, books),
            due.subject,
            due.county,
            due.what,
            due.period,
            str(due.day or "未定"),
            f"已办（{due.done}）" if due.done else on_time(due, seen.as_of),
            due.article,
        ]
        for due in dues
    ]


def grouped(rows: Sequence[list[object]]) -> list[list[object]]:
    """The rows with those that differ only in whom they are about put into one: 甲公司、乙公司等 40 个."""
    at = DUE_HEADS.index("对象")
    groups: dict[tuple[object, ...], list[str]] = {}
    for row in rows:
        groups.setdefault((*row[:at], *row[at + 1 :]), []).append(str(row[at]))
    return [[*key[:at], _some(names), *key[at:]] for key, names in groups.items()]


def _some(names: Sequence[str]) -> str:
    return "、".join(names) if len(names) <= _NAMED else f"{'、'.join(names[:_NAMED])}等 {len(names)} 个"


def workbook_of(seen: Overview) -> bytes:
    """register.xlsx of the ledger: platforms, what is still due within the year, hints, events."""
    until = seen.as_of.replace(year=seen.as_of.year + 1, month=12, day=31)
    hints = [[one.holder.name, one.ground.article, one.ground.asks, one.why] for one in seen.hints()]
    events = [event_row(event) for event in seen.ledger.events]
    return workbook(
        [
            ReportSheet("台账", HEADS, rows(seen), frozen=2),
            ReportSheet("到期", DUE_HEADS, due_rows(seen, seen.open(until)), frozen=3),
            ReportSheet("提示（由人认定）", ("平台", "条款", "情形", "依据"), hints),
            ReportSheet("记录", ("号", "事项", "对象", "日期", "内容", "记录人", "记录时间"), events),
        ]
    )


def event_row(event: Event) -> list[object]:
    """One event for people."""
    about = "、".join(subject.name or subject.code for subject in event.subjects) or event.text("county")
    return [event.no, KINDS[event.kind], about, str(event.day or ""), _said(event), event.by, event.at]


def _said(event: Event) -> str:
    told = []
    for key, fact in event.facts.items():
        if key not in _UNTOLD and key in _FACTS:
            shown = {True: "是", False: "否"}.get(fact) if isinstance(fact, bool) else None
            text = shown or WHO.get(str(fact), "") or ("、".join(fact) if isinstance(fact, list) else str(fact))
            told.append(f"{_FACTS[key]} {text}")
    return "；".join(told)


def as_json(seen: Overview) -> dict[str, object]:
    """The ledger of the day for programs."""
    return {
        "as_of": seen.as_of.isoformat(),
        "events": seen.ledger.count,
        "last_hash": seen.ledger.last_hash,
        "platforms": [_platform(holder, how, seen) for holder, how in seen.states()],
        "hints": [
            {
                "platform": one.holder.key,
                "name": one.holder.name,
                "ground": one.ground.id,
                "article": one.ground.article,
                "why": one.why,
                "events": list(one.events),
            }
            for one in seen.hints()
        ],
    }


def _platform(holder: Holder, how: State, seen: Overview) -> dict[str, object]:
    title = holder.title_on(seen.as_of)
    recheck = recheck_due(holder, seen.as_of)
    return {
        "key": holder.key,
        "name": holder.name,
        "code": holder.code,
        "county": holder.county,
        "rulebook": holder.rulebook.id,
        "state": how.id,
        "state_title": how.title,
        "since": _iso(how.since),
        "until": _iso(how.until),
        "article": how.article,
        "number": title.number if title else "",
        "day": _iso(title.day) if title else None,
        "starts": _iso(title.start) if title else None,
        "ends": _iso(title.ends) if title else None,
        "start_assumed": bool(title and title.assumed),
        "recheck_due": _iso(recheck),
        "barred_until": _iso(how.until) if how.id == "lost" else None,
        "last_report": last_report(holder),
        "notes": list(how.notes),
        "doubts": list(holder.doubts),
        "events": [event.no for event in holder.events],
    }


def dues_json(seen: Overview, dues: Sequence[Due], window: Window) -> dict[str, object]:
    """What is due for programs."""
    books = [holder.rulebook for holder in seen.holders]
    return {
        "as_of": seen.as_of.isoformat(),
        "since": window.since.isoformat(),
        "until": window.until.isoformat(),
        "dues": [
            {
                "kind": due.kind,
                "by": due.by,
                "who": who(due, books),
                "subject": due.subject,
                "county": due.county,
                "rulebook": due.rulebook,
                "article": due.article,
                "what": due.what,
                "period": due.period,
                "due": _iso(due.day),
                "next_working": _iso(due.next_working),
                "done": _iso(due.done),
                "overdue_days": due.overdue(seen.as_of),
                "note": due.note,
            }
            for due in dues
        ],
    }


def _iso(day: object) -> str | None:
    return None if day is None else str(day)
