"""补正通知书 and 不符合条件告知书: what the applicant is told, in the bureau's own template."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from docxtpl import DocxTemplate

from pipeline import wording
from pipeline.letters.notice import INELIGIBLE, LETTER, SECOND_LETTER, SUPPLEMENT, Notice, letters, notice
from pipeline.results.audience import Audience
from pipeline.results.batch import ReportContext
from pipeline.results.masking import mask_for
from pipeline.timeless import timeless
from schemas.data_files import data_folder
from schemas.days.reckoning import DayFrom
from schemas.dossier import Screening
from schemas.status import Status

TEMPLATES = "letters"
SUPPLEMENT_TEMPLATE, INELIGIBLE_TEMPLATE = "supplement.docx", "ineligible.docx"
# A cell of ten thousand characters is not repeated in full: the report has it.
_LONGEST, _HEAD, _TAIL = 600, 200, 100
_ORDINALS = "一二三四"


def render(context: ReportContext) -> bytes | None:
    """letter.docx: the one letter that the verdict calls for; None where it calls for none."""
    return _letter(context, LETTER)


def render_supplement(context: ReportContext) -> bytes | None:
    """letter-supplement.docx: 补正通知书 beside a 不符合条件告知书."""
    return _letter(context, SECOND_LETTER)


def _letter(context: ReportContext, file: str) -> bytes | None:
    title = letters(context.screening, context.settled).get(file)
    if title is None:
        return None
    points = _said(context)
    return _ineligible(context, points) if title == INELIGIBLE else _supplement(context, points)


def _supplement(context: ReportContext, points: Notice) -> bytes:
    ordinals = iter(_ORDINALS[1:] if points.requests else _ORDINALS)
    second = next(ordinals) if points.questions else ""
    requests = [at for at, request in enumerate(points.requests, 1) if context.untold.intersection(request.rules)]
    questions = [at for at, question in enumerate(points.questions, 1) if question.rule in context.untold]
    late = [("需补正的材料", requests), ("需核实说明的数据", questions)]
    return _filled(
        SUPPLEMENT_TEMPLATE,
        context.screening,
        title=SUPPLEMENT,
        untold=_remark(context.screening, late),
        requests=_rows(points.requests),
        questions=_rows(points.questions),
        second=second,
        third=next(ordinals),
    )


def _ineligible(context: ReportContext, points: Notice) -> bytes:
    shortfalls = [at for at, shortfall in enumerate(points.shortfalls, 1) if shortfall.rule in context.untold]
    late = [("未达到条件的项目", shortfalls)]
    return _filled(
        INELIGIBLE_TEMPLATE,
        context.screening,
        title=INELIGIBLE,
        untold=_remark(context.screening, late),
        shortfalls=_rows(points.shortfalls),
        requests=[*points.requests, *points.questions],
    )


def _remark(screening: Screening, late: Sequence[tuple[str, Sequence[int]]]) -> str:
    """What the clerk is told at the head of the draft: a rulebook not held against its text or perhaps
    no longer in force, rows left untold.
    """
    unheld = f"{screening.unheld}，请逐项与办法原文核对。" if screening.unheld else ""
    doubted = [one for one in screening.findings if one.rule == "rulebook.in_force" and one.status is Status.REVIEW]
    lapsed = "".join(f"{clean(finding.message)}确认仍适用后再发出。" for finding in doubted)
    return unheld + lapsed + _untold(late)


def _untold(late: Sequence[tuple[str, Sequence[int]]]) -> str:
    """A remark for the clerk: which rows the first letter could have had."""
    rows = "；".join(f"{table}第 {'、'.join(map(str, numbers))} 项" for table, numbers in late if numbers)
    if not rows:
        return ""
    return f"{rows}，所依据的材料前次已经提交、前次未告知。请核对是否仍须要求，并向申报单位说明；发出前请删去本行。"


def _said(context: ReportContext) -> Notice:
    """What is told, as the applicant may see it."""
    return mask_for(context.screening.contents, Audience.APPLICANT).over(notice(context.screening, context.settled))


def _rows(points: Sequence[object]) -> list[dict[str, object]]:
    return [{"no": number, **_cells(asdict(row))} for number, row in enumerate(points, 1)]  # type: ignore[call-overload]


def _cells(row: Mapping[str, object]) -> dict[str, object]:
    return {key: clean(value) if isinstance(value, str) else value for key, value in row.items()}


def clean(text: str) -> str:
    """The text as a template takes it: nothing in it is obeyed, and what is too long is shortened in its middle."""
    shown = "\n".join(_short(line) for line in wording.visible(text).split("\n"))
    # docxtpl takes {_{ for an escaped {{; a word joiner, which does not show, keeps it as it was written.
    return shown.replace("{_", "{\u2060_").replace("_}", "_\u2060}").replace("%_", "%\u2060_")


def _short(line: str) -> str:
    """A line without its middle where it is too long: what is wrong with it stands at its end."""
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_HEAD]}……（共 {len(line)} 字，此处从略）……{line[-_TAIL:]}"


def _filled(template: str, screening: Screening, **more: object) -> bytes:
    document = DocxTemplate(data_folder() / TEMPLATES / template)
    procedure = wording.PROCEDURES.get(screening.procedure, screening.procedure)
    held = screening.reckoned
    shown = {
        "applicant": clean(screening.contents.applicant) or "【申报单位全称】",
        "rulebook": clean(screening.rulebook_title),
        "matter": clean(f"{_object(screening.rulebook_title)}{procedure}"),
        "received": wording.day(held.day) if held.source is DayFrom.RECEIVED else "",
        "reckoned": wording.reckoned(screening),
        "call": clean(screening.round.titled()),
        "days": screening.round.supplement_days or 0,
        **more,
    }
    document.render(shown, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _object(rulebook: str) -> str:
    """What is applied for: 样例市中小企业公共服务示范平台, where the regulation's title says it."""
    before, mark, _ = rulebook.partition("平台")
    return f"{before}{mark}" if mark else ""
