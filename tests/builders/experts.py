"""Made-up experts, results to review, and score sheets filled in as experts do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.builders import sampling

FIVE = (
    ("赵评", "教授", "示例大学", ""),
    ("钱审", "高级工程师", "示例研究院", ""),
    ("孙议", "研究员", "示例协会", ""),
    ("李定", "高级会计师", "示例会计师事务所", ""),
    ("周断", "处长", "示例局", ""),
)


def roster(path: Path, people: Sequence[Sequence[str]] = FIVE) -> Path:
    """A list with a title above its heads, as bureaus keep them."""
    book = Workbook()
    sheet = book.active
    sheet.append(["示例市专家名单"])
    sheet.append(["序号", "姓 名", "职务／职称", "工作单位", "回避"])
    for number, person in enumerate(people, 1):
        sheet.append([number, *person])
    book.save(path)
    return path


def judged(dossier: str, *judgements: str, **more: Any) -> dict[str, Any]:
    """A screening with these judgement clauses and one condition."""
    passage = {
        "file": "报告.docx",
        "page": 3,
        "sheet": None,
        "cell": None,
        "bbox": None,
        "text": "张三负责，拥有品牌。",
    }
    record = sampling.screening(dossier, **more.pop("tables", {}))
    findings = [
        finding("condition.enterprises_served", "pass", expected="不少于30家", actual="申报表 52 家", article="第七条"),
        *(
            finding(f"judgement.{one}", "review", expected=f"有{one}", article="第八条", evidence=[passage])
            for one in judgements
        ),
    ]
    return {**record, "as_of": "2026-03-15", "findings": findings, **more}


def finding(rule: str, status: str, **more: Any) -> dict[str, Any]:
    kept = {"message": "", "expected": "", "actual": "", "article": "", "caused_by": "", "evidence": []}
    disposition = "note" if rule.startswith("judgement.") else "verify"
    return {"rule": rule, "status": status, "disposition": disposition, **kept, **more}


def fill(path: Path, marks: Mapping[str, Sequence[object]]) -> Path:
    """The sheet with these marks typed in, dossier by dossier."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=6):
        for at, mark in enumerate(marks.get(str(row[0].value), ()), 2):
            row[at].value = mark
    book.save(path)
    return path
