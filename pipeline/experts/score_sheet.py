"""评分表: what one expert fills in, a row a dossier, a column a judgement clause; names are locked, marks are open."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pipeline.experts.criteria import Criterion
from pipeline.experts.roster import Expert
from pipeline.sampling.callsheet.callsheet import DATA_SHEET
from pipeline.timeless import CREATED
from pipeline.wording import still

SHEET = "评分表"
DOSSIER, APPLICANT, OPINION = "卷宗", "申报单位", "意见"
OF = "experts"
_A4 = 9
_HEAD_ROW = 4


@dataclass(frozen=True, slots=True)
class SheetTask:
    """One expert's dossiers under one rulebook: dossier → applicant, dossier → what is judged of it."""

    expert: Expert
    rulebook: str
    title: str
    seed: str
    applicants: Mapping[str, str]
    asked: Mapping[str, Sequence[Criterion]]

    @property
    def columns(self) -> list[Criterion]:
        """Every clause that one of the dossiers is judged by, in the order of the first that has it."""
        return list({one.id: one for asked in self.asked.values() for one in asked}.values())


def render(task: SheetTask) -> bytes:
    """The sheet as XLSX."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED, "author": "dossier-intake"})
    _write(book, book.add_worksheet(SHEET), task)
    _data(book.add_worksheet(DATA_SHEET), task)
    book.close()
    return target.getvalue()


def _write(book: Workbook, page: Worksheet, task: SheetTask) -> None:
    columns = task.columns
    last = 2 + len(columns)
    title = book.add_format({"bold": True, "font_size": 15, "align": "center", "valign": "vcenter"})
    plain = book.add_format({"font_size": 10, "text_wrap": True, "valign": "vcenter"})
    expert = task.expert
    about = f"专家：{expert.name}　　职务/职称：{expert.post}　　工作单位：{expert.employer}"
    for row, (text, form) in enumerate(
        (
            ("专家评分表", title),
            (about, plain),
            (f"适用办法：《{task.title}》", plain),
            (_how(columns), plain),
        )
    ):
        page.merge_range(row, 0, row, last, still(text), form)
    page.set_row(0, 26)
    _heads(book, page, columns)
    first = _HEAD_ROW + 1
    for row, (dossier, applicant) in enumerate(task.applicants.items(), first):
        _row(book, page, row, [dossier, applicant], [one.id in _ids(task.asked[dossier]) for one in columns])
    after = first + len(task.applicants)
    page.merge_range(after, 0, after, last, "专家签字：　　　　　　　　　　　　年　　月　　日", plain)
    page.set_row(after, 30)
    _allowed(page, columns, first, after - 1)
    _printing(page, last, after)


def _how(columns: Sequence[Criterion]) -> str:
    most = "各栏满分见栏头" if any(one.most for one in columns) else "满分按本次评审的规定"
    return f"请在空格内填写分值（数字；{most}），并可在“{OPINION}”栏写明理由。画“—”的不评。其余各栏已锁定。"


def _heads(book: Workbook, page: Worksheet, columns: Sequence[Criterion]) -> None:
    form = book.add_format(
        {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#DCE6F1"}
    )
    for at, head in enumerate([DOSSIER, APPLICANT, *(one.head for one in columns), OPINION]):
        page.write_string(_HEAD_ROW, at, still(head), form)
    page.set_row(_HEAD_ROW, 96)
    page.set_column(0, 0, 10)
    page.set_column(1, 1, 26)
    page.set_column(2, 1 + len(columns), 11)
    page.set_column(2 + len(columns), 2 + len(columns), 26)


def _row(book: Workbook, page: Worksheet, row: int, names: Sequence[str], asked: Sequence[bool]) -> None:
    locked, free, text = _formats(book)
    page.set_row(row, 30)
    for at, name in enumerate(names):
        page.write_string(row, at, still(name), locked)
    for at, one in enumerate(asked, len(names)):
        if one:
            page.write_blank(row, at, None, free)
        else:
            page.write_string(row, at, "—", locked)
    page.write_blank(row, len(names) + len(asked), None, text)


def _formats(book: Workbook) -> tuple[Format, Format, Format]:
    common = {"border": 1, "valign": "vcenter", "text_wrap": True}
    return (
        book.add_format({**common, "bg_color": "#F2F2F2"}),
        book.add_format({**common, "align": "center", "locked": False, "num_format": "General"}),
        book.add_format({**common, "locked": False, "num_format": "@"}),
    )


def _allowed(page: Worksheet, columns: Sequence[Criterion], first: int, last: int) -> None:
    """Office refuses a mark that is no number, is below nought or above the highest."""
    for at, one in enumerate(columns, 2):
        rule: dict[str, object] = {"validate": "decimal", "ignore_blank": True, "error_title": "分值"}
        if one.most:
            rule |= {
                "criteria": "between",
                "minimum": 0,
                "maximum": one.most,
                "error_message": f"请填 0 至 {one.most}。",
            }
        else:
            rule |= {"criteria": ">=", "value": 0, "error_message": "请填不小于 0 的数字。"}
        page.data_validation(first, at, last, at, rule)


def _printing(page: Worksheet, last: int, after: int) -> None:
    page.protect("", {"format_columns": True, "format_rows": True})
    page.freeze_panes(_HEAD_ROW + 1, 2)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD_ROW)
    page.print_area(0, 0, after, last)
    page.set_footer("&R第 &P 页，共 &N 页")


def _data(page: Worksheet, task: SheetTask) -> None:
    """What reading the sheet back needs, one JSON object a row; nobody fills this in."""
    about = {
        "of": OF,
        "population": len(task.applicants),
        "strata": "",
        "seed": task.seed,
        "expert": task.expert.name,
        "rulebook": task.rulebook,
        "columns": {one.id: {"head": one.head, "most": one.most} for one in task.columns},
    }
    units = [
        {"label": str(number), "role": "picked", "unit": dossier, "asked": _ids(task.asked[dossier])}
        for number, dossier in enumerate(task.applicants, 1)
    ]
    for row, record in enumerate([about, *units]):
        page.write_string(row, 0, json.dumps(record, ensure_ascii=False, sort_keys=True))
    page.hide()


def _ids(asked: Sequence[Criterion]) -> list[str]:
    return [one.id for one in asked]
