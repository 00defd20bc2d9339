"""推荐表 as a workbook: the same blanks as on paper, for a bureau that fills it in or hands it on in Excel."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.reports.recommendation_docx import SAMPLE_ROWS, asked_in, filled_in, form_to_fill, heads_of, told_of
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.results.batch import ReportContext
from schemas.forms import FormSpec


def render(context: ReportContext) -> bytes | None:
    """recommendation.xlsx; None where there is nothing to recommend with it."""
    form = form_to_fill(context)
    if form is None:
        return None
    lines = ReportSheet(
        "推荐表", [form.title, ""], [list(row) for row in _lines(form, filled_in(context.screening))], 60
    )
    samples = [
        ReportSheet("组织测评", heads_of(asked), [[""] * len(heads_of(asked)) for _ in range(SAMPLE_ROWS)])
        for line in form.lines
        if (asked := asked_in(form, line)) is not None
    ]
    data = ReportSheet(
        "主要数据", ["项目", "申报材料所载，以核实后的为准"], [list(row) for row in told_of(context.screening)]
    )
    return workbook([lines, *samples, data])


def _lines(form: FormSpec, filled: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each line of the form: what it asks, and beside it what is filled in or room to write."""
    for line in form.lines:
        label, blank, rest = line.partition("{")
        key, _, after = rest.partition("}")
        yield (label.strip(" ：:"), filled.get(key, "") + after) if blank else (line.strip(" ：:"), "")
    yield "推荐单位（盖章）", ""
    yield "日期", ""
