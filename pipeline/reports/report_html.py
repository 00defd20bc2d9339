"""For the clerk: everything that was found in one dossier, on one page."""

from __future__ import annotations

from pipeline.reports import words
from pipeline.reports.pages import page
from pipeline.results import Told, plain
from schemas.application import BLANKS, entries_of
from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.status import Disposition, Status
from schemas.tables import LISTS, rows_of

SECTIONS = (
    ("conditions", "认定条件", ("condition",)),
    ("crosschecks", "勾稽核对", ("crosscheck",)),
    ("forms", "表格填写", ("form",)),
    ("others", "其他提示", ("rulebook", "note", "seal", "judgement")),
)


def render(told: Told) -> bytes:
    """report.html of one dossier."""
    screening = told.screening
    return page(
        "report.html",
        screening=screening,
        contents=screening.contents,
        reasons=[finding for finding in screening.findings if finding.rule in screening.verdict.reasons],
        to_look_at=_to_look_at(screening),
        sections=[(anchor, title, _of(screening, kinds)) for anchor, title, kinds in SECTIONS],
        form=_form(screening),
        lists=_lists(screening),
    )


def _of(screening: Screening, kinds: tuple[str, ...]) -> list[Finding]:
    """The findings of these kinds; a form's passes are too many to show."""
    return [
        finding
        for finding in screening.findings
        if words.family(finding) in kinds
        and finding.status is not Status.NOT_APPLICABLE
        and not (finding.status is Status.PASS and words.family(finding) == "form")
    ]


def _to_look_at(screening: Screening) -> list[Finding]:
    """What a person must look at besides what the verdict rests on."""
    return [
        finding
        for finding in screening.findings
        if finding.status in (Status.REVIEW, Status.ERROR)
        and finding.disposition is not Disposition.NOTE
        and finding.rule not in screening.verdict.reasons
    ]


def _form(screening: Screening) -> list[tuple[str, str, str, str]]:
    return [
        (BLANKS[entry.key].title, words.cell(plain(entry.value)), entry.unit, words.place(entry.evidence))
        for entry in entries_of(screening.contents.application).values()
    ]


def _lists(screening: Screening) -> list[tuple[str, list[str], list[list[str]]]]:
    shown = []
    for name, spec in LISTS.items():
        frame = screening.contents.tables.get(name)
        if frame is None:
            continue
        columns = [column for column in spec.columns if column.key in frame.columns]
        heads = [f"{column.title}（{column.unit}）" if column.unit else column.title for column in columns]
        rows = [
            [*(words.cell(plain(row.values.get(column.key))) for column in columns), words.place(row.evidence)]
            for row in rows_of(frame)
        ]
        shown.append((spec.title, [*heads, "位置"], rows))
    return shown
