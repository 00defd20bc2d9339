"""Which dossiers are to be recommended, in the columns that the office hands on? As register.xlsx of each round says.

A cell in which several sources say different things is unsettled: somebody must look at it before it is handed on.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import python_calamine
from django.conf import settings

from console.models import DossierWork
from extractors.kept import store
from extractors.kept.store import default_folder
from pipeline import file_names, wording
from pipeline.batch import REGISTER
from pipeline.decisions import file as decisions_file
from pipeline.drafted_letters import screening_of
from pipeline.reports import office_file, register_docx, register_xlsx
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.results.batch import Batch
from pipeline.rulebook.find import load
from schemas import decisions
from schemas.decisions import OUTCOME, Choice
from schemas.errors import RulebookError, UsageError
from schemas.office import NO_OFFICE, Office, OfficeColumn, OfficeSummary

SHEET = "初审汇总表"
_SEVERAL = re.compile(r"（[^（）]+）；")
_PERSONAL = ("联系人", "联系电话")


@dataclass(frozen=True, slots=True)
class SummaryCell:
    """One cell of the 汇总表."""

    text: str
    unsettled: bool


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One dossier in the columns of the 汇总表."""

    dossier: DossierWork
    cells: Sequence[SummaryCell]


@dataclass(frozen=True, slots=True)
class RegulationSummary:
    """The 汇总表 of one regulation."""

    title: str
    heads: Sequence[str]
    lines: Sequence[SummaryLine]

    @property
    def unsettled(self) -> int:
        """How many cells have several readings."""
        return sum(cell.unsettled for line in self.lines for cell in line.cells)


def office() -> Office:
    """What the office wrote down of itself."""
    return office_file.read(settings.DATA.office) if settings.DATA.office.is_file() else NO_OFFICE


def marks(dossiers: Iterable[DossierWork]) -> dict[int, Choice]:
    """Dossier → 拟推荐 or 不推荐, where a person has marked it so in decisions.yaml."""
    found: dict[int, Choice] = {}
    by_results: dict[Path, list[DossierWork]] = {}
    for one in dossiers:
        if one.results is not None:
            by_results.setdefault(one.results, []).append(one)
    for results, own in by_results.items():
        said = decisions_file.load(results)
        for one in own:
            standing = said.about(one.key, OUTCOME).decisions
            if standing:
                found[one.pk] = standing[-1].decision
    return found


def summaries(
    dossiers: Sequence[DossierWork], *, masked: bool = False, of: Office = NO_OFFICE
) -> list[RegulationSummary]:
    """The marked dossiers, a table for each regulation. ``masked``: for somebody who may not see personal data."""
    columns = _columns(of.summary, masked=masked)
    rows: dict[Path, Mapping[str, Mapping[str, object]]] = {}
    tables: dict[str, list[SummaryLine]] = {}
    for one in dossiers:
        results = one.results
        if results is None:
            continue
        if results not in rows:
            rows[results] = _register(results)
        lines = tables.setdefault(one.rulebook, [])
        lines.append(_line(one, rows[results].get(one.key, {}), columns, len(lines) + 1))
    return [
        RegulationSummary(_title(rulebook), [column.title for column in columns], lines)
        for rulebook, lines in tables.items()
    ]


def as_workbook(tables: Sequence[RegulationSummary]) -> bytes:
    """Just what is shown, a sheet for each regulation."""
    sheets = [
        ReportSheet(one.title, one.heads, [[cell.text for cell in line.cells] for line in one.lines], 20)
        for one in tables
    ]
    return workbook(sheets or [ReportSheet("推荐汇总表", ["尚无标记为拟推荐的卷宗"], [])])


def as_word(dossiers: Sequence[DossierWork], of: Office) -> bytes:
    """推荐汇总表 as ``register.docx`` is: of one round its own file, of several the same made of all marked ones.

    UsageError where a screening is not kept any more.
    """
    own = _of_one_round(dossiers, "register.docx")
    return own or register_docx.render(_batch(dossiers, of))


def as_register(dossiers: Sequence[DossierWork], of: Office) -> bytes:
    """初审汇总表 of all these dossiers: of one round its own ``register.xlsx``, of several the same made of all."""
    own = _of_one_round(dossiers, REGISTER)
    return own or register_xlsx.render(_batch(dossiers, of))


def _of_one_round(dossiers: Sequence[DossierWork], name: str) -> bytes | None:
    """The file of the round that all these dossiers are in; None where they are in several."""
    places = list(dict.fromkeys(one.results for one in dossiers if one.results is not None))
    path = file_names.reachable(places[0] / name) if len(places) == 1 else None
    return path.read_bytes() if path and path.is_file() else None


def _batch(dossiers: Sequence[DossierWork], of: Office) -> Batch:
    """The dossiers as they were screened, each in its own round. UsageError where one is not kept any more."""
    store.use(default_folder())
    screenings, over = [], {}
    for one in dossiers:
        if one.results is not None:
            screening = screening_of(one.results, one.key)
            screenings.append(screening)
            said = decisions_file.load(one.results).decisions
            over[one.key] = decisions.laid(said, one.key, screening.findings)
    if not screenings:
        raise UsageError("尚无卷宗标记为“拟推荐”。")
    return Batch(screenings[0].as_of, screenings, {}, decisions=over, office=of)


def _columns(summary: OfficeSummary | None, *, masked: bool) -> list[OfficeColumn]:
    ours = [OfficeColumn(title, title) for title, _, _ in register_docx.SUMMARY_COLUMNS]
    return [one for one in (summary.columns if summary else ours) if not (masked and one.source in _PERSONAL)]


def _register(results: Path) -> Mapping[str, Mapping[str, object]]:
    """Dossier → head → cell, of the register of these results; nothing where there is none."""
    try:
        data = file_names.reachable(results / REGISTER).read_bytes()
        rows = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_name(SHEET).to_python()
    except (OSError, python_calamine.CalamineError):
        return {}
    heads = [str(head) for head in rows[0]] if rows else []
    found = [dict(zip(heads, row, strict=False)) for row in rows[1:]]
    return {str(row["卷宗编号"]): row for row in found if "卷宗编号" in row}


def _line(dossier: DossierWork, row: Mapping[str, object], columns: Sequence[OfficeColumn], number: int) -> SummaryLine:
    known = {**row, "序号": number}
    return SummaryLine(dossier, [_cell(known.get(column.source, "")) for column in columns])


def _cell(value: object) -> SummaryCell:
    plain = int(value) if isinstance(value, float) and value.is_integer() else value
    text = wording.cell(plain) if plain not in (None, "") else ""
    return SummaryCell(text, bool(_SEVERAL.search(text)))


def _title(rulebook: str) -> str:
    try:
        return load(rulebook).title if rulebook else "办法未识别"
    except (UsageError, RulebookError):
        return rulebook
