"""How does a list of dossiers look as a workbook?"""

from __future__ import annotations

import io
from collections.abc import Iterable

import xlsxwriter
from django.utils import timezone

from console.models import DossierWork, OfficeBatch
from pipeline import wording
from schemas.status import VerdictStatus

_HEADS = (
    ("卷宗", 10),
    ("申请单位", 40),
    ("初审提示", 20),
    ("缺少材料", 10),
    ("不符合条件", 12),
    ("数据不一致", 12),
    ("填写需补正", 12),
    ("需人工核实", 12),
    ("未读文件", 10),
    ("待处理", 10),
    ("经办", 12),
    ("复核", 12),
    ("状态", 16),
    ("期限", 12),
)


def made(batch: OfficeBatch, dossiers: Iterable[DossierWork], who: str) -> bytes:
    """The rows with who exported them and when; texts are texts, whatever they begin with."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("卷宗")
    head = book.add_format({"bold": True, "bottom": 1})
    sheet.write(0, 0, f"{batch.name}　{who} {timezone.localtime():%Y-%m-%d %H:%M} 导出")
    for column, (title, width) in enumerate(_HEADS):
        sheet.set_column(column, column, width)
        sheet.write(2, column, title, head)
    for row, dossier in enumerate(dossiers, 3):
        for column, value in enumerate(_cells(dossier)):
            sheet.write(row, column, wording.still(value) if isinstance(value, str) else value)
    sheet.freeze_panes(3, 2)
    book.close()
    return stream.getvalue()


def _cells(dossier: DossierWork) -> tuple[str | int, ...]:
    verdict = wording.VERDICTS[VerdictStatus(dossier.verdict)] if dossier.verdict else ""
    return (
        dossier.key,
        dossier.applicant,
        verdict,
        dossier.materials,
        dossier.conditions,
        dossier.crosschecks,
        dossier.blanks,
        dossier.reviews,
        dossier.unreadable,
        dossier.left,
        dossier.assignee.name if dossier.assignee else "",
        dossier.reviewer.name if dossier.reviewer else "",
        dossier.get_state_display(),
        dossier.due.isoformat() if dossier.due else "",
    )
