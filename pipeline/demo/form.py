"""How is a blank application form filled in: its printed lines as cells, its tables between them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.demo.facts import Facts
from pipeline.demo.paper import Block, Break, Cell, DemoLine, DemoTable, Merged, Title
from pipeline.demo.texts import Texts
from schemas.forms import ListForm

_NEXT_BLANK = re.compile(r"(?<!\s)\s++(?=[^\s{}]+[：)）]\{)")
_WIDTH = 12
_TOLD = re.compile(
    r"(?<![^{}：])([^{}：]++)\{(\w+)\}"
)  # 得到政府扶持的情况{government_support}: a label and the cell beside it
_LABEL = 3
_SECTION = re.compile("[一二三四]、")
_AFTER = {
    "investors": "注册资本{",
    "operations": "二、",
    "services": "{qualifications}",
    "partners": "{qualifications}",
}


def blocks(facts: Facts, texts: Texts) -> list[Block]:
    """The form of the dossier's regulation: cover line, sections, tables."""
    form = texts.forms[f"{facts.rulebook}-application"]
    cover = list(takewhile(lambda line: not _SECTION.match(line), form.lines))
    lines = form.lines[len(cover) :]
    begun: list[Block] = []
    if facts.rulebook != "harbin":  # its form has no cover sheet; the others begin with 申请报告
        begun = [Title(facts.words["platform"]), Title("申请报告"), *(_filled(line, facts) for line in cover), Break()]
    out: list[Block] = [*begun, Title(form.title)]
    if not begun:
        out += [_filled(line, facts) for line in cover]
    cells: list[tuple[Cell, ...]] = []
    for line in lines:
        if _SECTION.match(line):
            out += _closed(cells)
            out.append(DemoLine(line))
        else:
            cells.append(filled_row(line, facts))
        tables = [name for name, words in _AFTER.items() if words in line]
        if tables:
            out += _closed(cells)
            out += [list_table(facts, name, form.tables) for name in tables]
    return out + _closed(cells)


def _filled(line: str, facts: Facts) -> DemoLine:
    return DemoLine(line.format_map(facts.fields))


def filled_row(line: str, facts: Facts) -> tuple[Cell, ...]:
    """The blanks of one printed line, side by side over the width of the form."""
    match = _TOLD.fullmatch(line)
    if match:
        label, key = match.groups()
        return (label, *[Merged.LEFT] * (_LABEL - 1), facts.fields[key], *[Merged.LEFT] * (_WIDTH - _LABEL - 1))
    parts = [part.format_map(facts.fields) for part in _NEXT_BLANK.split(line)]
    width = _WIDTH // len(parts)
    row: list[Cell] = []
    for part in parts:
        row += [part, *[Merged.LEFT] * (width - 1)]
    return (*row, *[Merged.LEFT] * (_WIDTH - len(row)))


def _closed(cells: list[tuple[Cell, ...]]) -> list[Block]:
    """The rows gathered so far as one table; the list begins anew."""
    table: list[Block] = [DemoTable(tuple(cells), heads=0)] if cells else []
    cells.clear()
    return table


def list_table(facts: Facts, name: str, printed: Sequence[ListForm]) -> DemoTable:
    """One of the tables inside the form, with an empty row below as forms have."""
    heads = next(table.columns for table in printed if table.table == name)
    if name == "partners":
        return _partners(facts, [head for _, head in heads])
    rows = [tuple(row[key] for key, _ in heads) for row in facts.tables[name]]
    return DemoTable((tuple(head for _, head in heads), *rows, ("",) * len(heads)))


def _partners(facts: Facts, heads: list[str]) -> DemoTable:
    """Signed partners in the first column, others beside them where the form has a place for these."""
    signed = [row["name"] for row in facts.tables["partners"] if row["agreement"]]
    other = [row["name"] for row in facts.tables["partners"] if not row["agreement"]]
    if len(heads) == 1:
        heads, other = [*heads, "主要服务内容"], ["专业服务"] * len(signed)
    length = max(len(signed), len(other))
    pairs = zip(signed + [""] * (length - len(signed)), other + [""] * (length - len(other)), strict=True)
    first = [("合作资源", *heads)]
    return DemoTable((*first, *((Merged.UP, left, right) for left, right in pairs)))
