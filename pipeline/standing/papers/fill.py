"""How does a paper after recognition come into Word? The bureau's template filled in, and one sheet of all reports."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from docxtpl import DocxTemplate

from pipeline import file_names
from pipeline.letters.letter_docx import clean
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.results import files as result_files
from pipeline.standing import register
from pipeline.standing.overview import Overview
from pipeline.standing.papers.documents import papers, wanted
from pipeline.standing.papers.paper import StandingPaper
from pipeline.timeless import timeless
from schemas.data_files import data_folder
from schemas.errors import UsageError
from schemas.office import NO_OFFICE, Office

FOLDER = "letters/standing"
OWN = "templates"
"""A folder in the ledger whose templates go before the program's own."""


def write_papers(
    seen: Overview, ledger: Path, out: Path, proposed: Mapping[str, str], office: Office = NO_OFFICE
) -> list[Path]:
    """Every paper of the day in the folder; gives back their paths."""
    written: list[Path] = []
    for name, paper in named(seen, proposed).items():
        written.append(out / name)
        result_files.write(written[-1], filled(paper, ledger, office))
    for name, sheet in sheets(seen).items():
        written.append(out / name)
        result_files.write(written[-1], workbook([sheet]))
    return written


def named(seen: Overview, proposed: Mapping[str, str]) -> dict[str, StandingPaper]:
    """The papers of the day by the names of their files, in their order."""
    taken: list[str] = []
    found: dict[str, StandingPaper] = {}
    for paper in papers(seen, proposed):
        stem = file_names.folder_name(paper.file.removesuffix(".docx"), taken)
        taken.append(stem)
        found[f"{stem}.docx"] = paper
    return found


def sheets(seen: Overview) -> dict[str, ReportSheet]:
    """The workbooks of the day by the names of their files: 催报 in one sheet for all counties."""
    books = {holder.rulebook.id: holder.rulebook for holder in seen.holders}
    dues = [due for book in books.values() for due in wanted(seen, book)]
    sheet = ReportSheet("催报", register.DUE_HEADS, register.due_rows(seen, dues), frozen=3)
    return {"催报汇总.xlsx": sheet} if dues else {}


def filled(paper: StandingPaper, ledger: Path, office: Office = NO_OFFICE) -> bytes:
    """The template with the paper's fields in it, and with what the office wrote down of itself as ``office``."""
    own = ledger / OWN / paper.template
    path = own if own.is_file() else data_folder() / FOLDER / paper.template
    if not path.is_file():
        raise UsageError(f"找不到文书模板 {path}。")
    made = DocxTemplate(path)
    told = {"name": office.name, "sign": office.sign, "contact": office.contact}
    told |= {"telephone": office.telephone, "address": office.address}
    made.render({key: _clean(value) for key, value in {**paper.fields, "office": told}.items()}, autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return timeless(out.getvalue())


def _clean(value: object) -> object:
    """The value as a template takes it: nothing in it is obeyed."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, Sequence) else value
