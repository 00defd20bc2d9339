"""A ledger of platforms in a folder, written as the commands write it: two regulations, two counties."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from pipeline.hash_chain import Signature
from pipeline.standing.ledger import file as ledger
from pipeline.standing.ledger.record import ReportedEvent, entry, void
from schemas.uscc import check_character, inner_check_character

SIGNED = Signature("张三", "2026-03-09T10:00:00+08:00")
ZHENGZHOU, HARBIN = "甲示例服务有限公司", "丁示例服务有限公司"


def code(number: int) -> str:
    """A sound code, made up."""
    body = f"MA{number:06d}"
    first = f"91410105{body}{inner_check_character(body)}"
    return first + check_character(first)


def put(folder: Path, *told: ReportedEvent) -> list[int]:
    """These events, in this order; gives back their numbers."""
    return ledger.write(folder, lambda kept: [entry(one, kept) for one in told], SIGNED)


def taken_back(folder: Path, number: int, reason: str) -> None:
    """This event is void."""
    ledger.write(folder, lambda kept: [void(number, reason, kept)], SIGNED)


def known(name: str, day: str, rulebook: str, *, number: int, county: str) -> ReportedEvent:
    """A title from before."""
    facts = {"day": day, "number": "样工信〔2024〕45号", "name": name, "county": county}
    return ReportedEvent(code(number), "known", facts, rulebook)


def small(folder: Path) -> Path:
    """Four platforms: one that was failed twice, one that lost its title, one renamed, one under another regulation."""
    put(
        folder,
        known(ZHENGZHOU, "2024-06-30", "zhengzhou", number=1, county="金水区"),
        known("乙示例服务有限公司", "2024-06-30", "zhengzhou", number=2, county="新郑市"),
        known("丙示例服务有限公司", "2023-06-30", "zhengzhou", number=3, county="金水区"),
        known(HARBIN, "2024-02-29", "harbin", number=4, county="道里区"),
    )
    failed = {"inspector": "bureau", "result": "不合格"}
    put(
        folder,
        ReportedEvent(code(1), "inspection", {"day": "2025-05-10", **failed}),
        ReportedEvent(code(1), "inspection", {"day": "2025-11-10", **failed}),
        ReportedEvent(code(2), "lost", {"day": "2025-08-01", "ground": "unlawful", "number": "样工信〔2025〕9号"}),
        ReportedEvent(code(3), "changed", {"since": "2025-04-01", "name": "戊示例服务有限公司"}),
        ReportedEvent(code(1), "complaint", {"day": "2026-01-05", "source": "来信", "proven": False}),
    )
    taken_back(folder, 9, "记错单位")
    return folder


def name_list(rows: Sequence[Sequence[object]]) -> bytes:
    """A bureau's own list with a merged title, its 文号 and day in words below it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["郑州市中小企业公共服务示范平台名单"])
    sheet.append(["（样工信〔2024〕45号　二〇二四年六月三十日）"])
    sheet.append(["序号", "平台名称", "统一社会信用代码", "县（市、区）", "认定日期"])
    for row in rows:
        sheet.append(list(row))
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A2:E2")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def five_hundred() -> bytes:
    """Five hundred platforms in four counties, days in four spellings, one of them left to the heading."""
    counties, days = ("甲区", "乙区", "丙县", "丁市"), ("2024年6月30日", "二〇二四年六月三十日", "2024.6.30", "")
    return name_list(
        [[at, f"样例{at:03d}服务有限公司", code(at), counties[at % 4], days[at % 4]] for at in range(1, 501)]
    )
