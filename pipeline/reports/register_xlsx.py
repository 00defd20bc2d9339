"""初审汇总表: one row per dossier, and what is missing, falls short, differs or must be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pipeline import wording
from pipeline.reports import amendments
from pipeline.reports.register import _LOOKED_AT, heads, row
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.results.batch import Batch
from schemas.decisions import AppliedDecision
from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.status import Disposition, MaterialStatus, Status

_Over = Mapping[str, Mapping[str, AppliedDecision]]


def render(batch: Batch) -> bytes:
    """register.xlsx of the batch."""
    over = {one.id: batch.decisions.get(one.id, {}) for one in batch.screenings}
    rows = [row(screening, at, over[screening.id]) for at, screening in enumerate(batch.screenings, 1)]
    return workbook(
        [
            ReportSheet("初审汇总表", heads(), rows, 20, frozen=4),
            _missing(batch.screenings, over),
            _findings("不符合条件", batch.screenings, wording.falls_short, over),
            _findings("勾稽差异", batch.screenings, _differs, over),
            _shared(batch),
            _findings("需人工核实", batch.screenings, _to_look_at, over),
            *_amended(batch.screenings),
        ]
    )


def _amended(screenings: Iterable[Screening]) -> list[ReportSheet]:
    """What clerks corrected, beside what was read; no sheet where nobody corrected anything."""
    rows: list[list[object]] = [
        [
            *_whose(screening),
            amendments.title(one),
            amendments.read(one),
            amendments.value(one),
            wording.places([one.place]) if one.place else "",
            one.told.reason,
            one.told.name,
            one.told.date.isoformat(),
            amendments.STANDINGS[one.standing],
        ]
        for screening in screenings
        for one in screening.contents.amended
    ]
    heads = ["卷宗编号", "申请单位", "项目", "程序读到", "经办人更正为", "位置", "理由", "姓名", "日期", "情况"]
    return [ReportSheet("经办人更正", heads, rows, frozen=2)] if rows else []


def _decided(over: Mapping[str, AppliedDecision], rule: str) -> str:
    if rule not in over:
        return ""
    one = over[rule]
    stale = "；核定之后依据已有变化，请重新核定" if one.stale else ""
    return f"{one.title}：{one.decision.reason}（{one.decision.name}，{one.decision.date.isoformat()}）{stale}"


def _differs(finding: Finding) -> bool:
    return wording.family(finding) == "crosscheck" and finding.status in (Status.FAIL, Status.REVIEW)


def _to_look_at(finding: Finding) -> bool:
    return finding.status in _LOOKED_AT and finding.disposition is not Disposition.NOTE


def _missing(screenings: Iterable[Screening], over: _Over) -> ReportSheet:
    """What is to be handed in or filled in: checklist items first, then blanks of the forms."""
    rows: list[list[object]] = []
    for screening in screenings:
        rows += [
            [
                *_whose(screening),
                material.article,
                material.title,
                wording.MATERIALS[material.status],
                material.note,
                _decided(over[screening.id], f"material.{material.item}"),
            ]
            for material in screening.materials
            if material.status in (MaterialStatus.MISSING, MaterialStatus.PARTIAL) and not material.optional
        ]
        rows += [
            [
                *_whose(screening),
                finding.article,
                wording.rule_title(finding.rule, screening),
                wording.status(finding, screening),
                finding.message,
                _decided(over[screening.id], finding.rule),
            ]
            for finding in screening.findings
            if wording.family(finding) == "form" and finding.status is Status.FAIL
        ]
    return ReportSheet("缺件", ["卷宗编号", "申请单位", "条款", "项目", "情况", "说明", "经办人核定"], rows, frozen=2)


def _findings(
    name: str, screenings: Iterable[Screening], wanted: Callable[[Finding], bool], over: _Over
) -> ReportSheet:
    rows = [
        [
            *_whose(screening),
            finding.article,
            wording.rule_title(finding.rule, screening),
            wording.status(finding, screening),
            finding.message,
            finding.expected,
            finding.actual,
            wording.REASONS[finding.reason] if finding.reason else "",
            wording.places(finding.evidence),
            _decided(over[screening.id], finding.rule),
        ]
        for screening in screenings
        for finding in screening.findings
        if wanted(finding)
    ]
    titles = ["卷宗编号", "申请单位", "条款", "项目", "情况", "说明", "要求", "各处所载", "原因", "位置", "经办人核定"]
    return ReportSheet(name, titles, rows, frozen=2)


def _shared(batch: Batch) -> ReportSheet:
    rows = [
        [
            wording.rule_title(finding.rule),
            "、".join(finding.dossiers),
            wording.STATUSES[finding.status],
            finding.message,
            wording.places(finding.evidence),
        ]
        for finding in batch.findings
        if finding.status is not Status.PASS
    ]
    return ReportSheet("跨卷宗重复", ["项目", "涉及卷宗", "情况", "说明", "位置"], rows)


def _whose(screening: Screening) -> list[object]:
    return [screening.id, screening.contents.applicant]
