"""Made-up results of a screening, and ways to fill in a call sheet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

HEADS = ("很满意", "基本满意", "不满意", "空号", "拒访", "否认接受服务")
TRADES = "精密 环保 食品 包装 软件 电气 建材 服饰".split()


def enterprise(number: int, **more: object) -> dict[str, object]:
    name = f"示例{number:03d}{TRADES[number % len(TRADES)]}有限公司"
    place = {"file": "名单.xlsx", "page": None, "sheet": "名单", "cell": f"B{number + 2}", "bbox": None, "text": name}
    row: dict[str, object] = {
        "no": number,
        "name": name,
        "is_micro": number % 3 != 0,
        "contact": f"联系{number}",
        "phone": f"1990000{number:04d}",
        "service": "培训",
        "fee": 0 if number % 2 else 1.5,
        "satisfied": True,
    }
    return {**row, **more, "evidence": place}


def voucher(number: int, amount: object, **more: object) -> dict[str, object]:
    place = {"file": "专审.pdf", "page": 2, "sheet": None, "cell": None, "bbox": [1.0, 2.0, 3.0, 4.0], "text": "x"}
    row = {"no": number, "number": f"{number:08d}", "date": "2025-03-05", "amount": amount, "fee_name": "培训费"}
    return {**row, **more, "evidence": place}


def screening(
    dossier: str = "卷1", rulebook: str = "liaocheng-2021", **tables: Sequence[Mapping[str, object]]
) -> dict[str, Any]:
    return {
        "contract": "dossier/1",
        "dossier": {"id": dossier, "path": dossier, "applicant": "甲城示例服务有限公司"},
        "rulebook": {"id": rulebook, "title": "某办法", "procedure": "application"},
        "application": {"registered_address": {"value": "山东省聊城市东昌府区示例路1号"}},
        "tables": dict(tables),
        "figures": [],
        "findings": [],
        "verdict": {"status": "review", "reasons": []},
    }


def results(folder: Path, *records: Mapping[str, Any]) -> Path:
    """A folder as ``dossier screen`` leaves it."""
    listed = [{"id": record["dossier"]["id"], "folder": record["dossier"]["id"]} for record in records]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "batch.json").write_text(json.dumps({"dossiers": listed}, ensure_ascii=False), encoding="utf-8")
    for record in records:
        place = folder / record["dossier"]["id"]
        place.mkdir(exist_ok=True)
        (place / "screening.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return folder


def sixty(folder: Path, rulebook: str = "harbin") -> Path:
    """Results with one dossier that lists sixty enterprises."""
    return results(folder, screening(rulebook=rulebook, enterprises=[enterprise(number) for number in range(1, 61)]))


def fill(path: Path, answers: Mapping[str, str], mark: str = "√", remarks: Mapping[str, str] | None = None) -> Path:
    """The call sheet filled in: label → the head to mark; ``remarks`` label → words."""
    book = load_workbook(path)
    page = book.worksheets[0]
    heads: dict[str, int] = {}
    start = 0
    for row in page.iter_rows():
        for cell in row:
            if cell.value in (*HEADS, "备注", "相符", "不相符", "未能核实", "核实金额（元）"):
                heads[cell.value] = cell.column
            if cell.value == "序号":
                start = cell.row + 2
    rows = {str(page.cell(row, 1).value): row for row in range(start, page.max_row + 1)}
    for label, head in answers.items():
        page.cell(rows[label], heads[head]).value = mark
    for label, words in (remarks or {}).items():
        page.cell(rows[label], heads["备注"]).value = words
    target = path.with_name("filled.xlsx")
    book.save(target)
    return target
