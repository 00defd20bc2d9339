"""初审汇总表: one row per dossier, and what is missing, falls short, differs or must be looked at."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import IO

from pipeline import wording
from pipeline.reports import amendments, office_columns
from pipeline.reports.register import _LOOKED_AT, heads, is_applied_for, own_measures, row
from pipeline.reports.workbook import ReportSheet, long_workbook, workbook
from pipeline.results.batch import Batch
from schemas.decisions import AppliedDecision, recommended
from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.measures import Measure
from schemas.office import OfficeSummary
from schemas.status import Disposition, MaterialStatus, Status

_Over = Mapping[str, AppliedDecision]
_AMENDED = "经办人更正"
"""The sheet that is there only where somebody corrected something."""
_FINDING = ["卷宗编号", "申请单位", "条款", "项目", "情况", "说明", "要求", "各处所载", "原因", "位置", "经办人核定"]
_CORRECTION = ["卷宗编号", "申请单位", "项目", "程序读到", "经办人更正为", "位置", "理由", "姓名", "日期", "情况"]
HELD = 150
"""Dossiers whose rows are held in memory: of more they are written one by one."""


def render(batch: Batch) -> bytes:
    """register.xlsx of the batch."""
    own = own_measures(batch.screenings)
    sheets = _sheets(batch.office.summary, own)
    rows: list[list[Sequence[object]]] = [[] for _ in sheets]
    for at, cells in _rows(batch, own):
        rows[at].append(cells)
    filled = [replace(sheet, rows=of) for sheet, of in zip(sheets, rows, strict=True)]
    return workbook([sheet for sheet in filled if sheet.rows or sheet.name != _AMENDED])


def write(batch: Batch, target: IO[bytes]) -> None:
    """The same, of a large batch without holding its rows; what it shows is the same, its bytes are not."""
    if len(batch.screenings) <= HELD:
        target.write(render(batch))
    else:
        amended = any(screening.contents.amended for screening in batch.screenings)
        own = own_measures(batch.screenings)
        sheets = [sheet for sheet in _sheets(batch.office.summary, own) if amended or sheet.name != _AMENDED]
        long_workbook(target, sheets, _rows(batch, own))


def _sheets(summary: OfficeSummary | None, measures: Sequence[Measure]) -> list[ReportSheet]:
    own = [ReportSheet(summary.title, [column.title for column in summary.columns], (), 20)] if summary else []
    return [
        ReportSheet("初审汇总表", heads(measures), (), 20, frozen=4),
        ReportSheet("缺件", ["卷宗编号", "申请单位", "条款", "项目", "情况", "说明", "经办人核定"], (), frozen=2),
        ReportSheet("不符合条件", _FINDING, (), frozen=2),
        ReportSheet("勾稽差异", _FINDING, (), frozen=2),
        ReportSheet("跨卷宗重复", ["项目", "涉及卷宗", "情况", "说明", "位置"], ()),
        ReportSheet("需人工核实", _FINDING, (), frozen=2),
        *own,
        ReportSheet(_AMENDED, _CORRECTION, (), frozen=2),
    ]


def _rows(batch: Batch, own: Sequence[Measure]) -> Iterator[tuple[int, Sequence[object]]]:
    """The number of a sheet with a row of it: the batch is gone through once."""
    summary, applied = batch.office.summary, itertools.count(1)
    last = 7 if summary else 6
    yield from ((4, row) for row in _shared(batch))
    for number, screening in enumerate(batch.screenings, 1):
        over = batch.decisions.get(screening.id, {})
        yield 0, row(screening, number, over, own=own)
        yield from ((1, missing) for missing in _missing(screening, over))
        yield from ((2, short) for short in _findings(screening, wording.falls_short, over))
        yield from ((3, differing) for differing in _findings(screening, _differs, over))
        yield from ((5, open_) for open_ in _findings(screening, _to_look_at, over))
        if summary and is_applied_for(screening) and recommended(over):
            yield 6, office_columns.values(summary, row(screening, next(applied), over, sourced=False))
        yield from ((last, corrected) for corrected in _amended(screening))


def _amended(screening: Screening) -> Iterator[list[object]]:
    """What clerks corrected, beside what was read."""
    for amended in screening.contents.amended:
        yield [
            *_whose(screening),
            amendments.title(amended),
            amendments.read(amended),
            amendments.value(amended),
            wording.places([amended.place]) if amended.place else "",
            amended.told.reason,
            amended.told.name,
            amended.told.date.isoformat(),
            amendments.STANDINGS[amended.standing],
        ]


def _decided(over: Mapping[str, AppliedDecision], rule: str) -> str:
    if rule not in over:
        return ""
    applied = over[rule]
    stale = "；核定之后依据已有变化，请重新核定" if applied.stale else ""
    decision = applied.decision
    return f"{applied.title}：{decision.reason}（{decision.name}，{decision.date.isoformat()}）{stale}"


def _differs(finding: Finding) -> bool:
    return wording.family(finding) == "crosscheck" and finding.status in (Status.FAIL, Status.REVIEW)


def _to_look_at(finding: Finding) -> bool:
    return finding.status in _LOOKED_AT and finding.disposition is not Disposition.NOTE


def _missing(screening: Screening, over: _Over) -> Iterator[list[object]]:
    """What is to be handed in or filled in: checklist items first, then blanks of the forms."""
    for material in screening.materials:
        if material.status in (MaterialStatus.MISSING, MaterialStatus.PARTIAL) and not material.optional:
            yield [
                *_whose(screening),
                material.article,
                material.title,
                wording.MATERIALS[material.status],
                material.note,
                _decided(over, f"material.{material.item}"),
            ]
    for finding in screening.findings:
        if wording.family(finding) == "form" and finding.status is Status.FAIL:
            yield [
                *_whose(screening),
                finding.article,
                wording.rule_title(finding.rule, screening),
                wording.status(finding, screening),
                finding.message,
                _decided(over, finding.rule),
            ]


def _findings(screening: Screening, wanted: Callable[[Finding], bool], over: _Over) -> Iterator[list[object]]:
    for finding in screening.findings:
        if wanted(finding):
            yield [
                *_whose(screening),
                finding.article,
                wording.rule_title(finding.rule, screening),
                wording.status(finding, screening),
                finding.message,
                finding.expected,
                finding.actual,
                wording.REASONS[finding.reason] if finding.reason else "",
                wording.places(finding.evidence),
                _decided(over, finding.rule),
            ]


def _shared(batch: Batch) -> Iterator[list[object]]:
    for finding in batch.findings:
        if finding.status is not Status.PASS:
            yield [
                wording.rule_title(finding.rule),
                "、".join(finding.dossiers),
                wording.STATUSES[finding.status],
                finding.message,
                wording.places(finding.evidence),
            ]


def _whose(screening: Screening) -> list[object]:
    return [screening.id, screening.contents.applicant]
