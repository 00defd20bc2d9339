"""What do the readers see in one file? (contract §9)"""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractors.papers.ocr_scope import ocr_scope
from extractors.read import media_type as media_types
from extractors.read import read
from pipeline import file_names, workers
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.results.as_json import CONTRACT
from pipeline.workers import Lost, WorkPlan, journal
from pipeline.workers.journal import Step
from schemas.document import Block, Cell, Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument, UsageError
from schemas.locator import Box


def seen(file: Path) -> tuple[dict[str, object], Document | None]:
    """The object that ``dossier extract`` prints, and the document; None where it cannot be read."""
    try:
        data = file_names.reachable(file).read_bytes()
    except OSError as error:
        what = "不存在" if not file.exists() else "是文件夹，请给出其中的一个文件" if file.is_dir() else "无法打开"
        raise UsageError(f"{file} {what}。") from error
    name = file_names.legible(file.name)
    why = journal.begins(Step.READ, name)
    if why:
        return _refused(name, data, why), None
    try:
        document = read(data, name, ocr_scope(name))
    except UnreadableDocument as error:
        return _refused(name, data, f"{error.reason}。{error.ask}。"), None
    return as_json(document), document


def apart(file: Path) -> tuple[dict[str, object], Document | None]:
    """The same, in a process of its own: what kills it, or takes too much, is said of the file."""
    ((_, outcome),) = workers.outcomes([file], seen, WorkPlan(contained=True))
    if not isinstance(outcome, Lost):
        return outcome
    return _refused(file_names.legible(file.name), file_names.reachable(file).read_bytes(), f"{outcome.reason}。"), None


def _refused(name: str, data: bytes, note: str) -> dict[str, object]:
    return {
        "contract": CONTRACT,
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "media_type": media_types.media_type(data, name),
        "status": "unreadable",
        "note": note,
        "pages": [],
    }


def as_json(document: Document) -> dict[str, object]:
    """The document in the words of the contract."""
    return {
        "contract": CONTRACT,
        "file": document.path,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "status": "read",
        "note": document.note,
        "pages": [_page(page) for page in document.pages],
    }


def _page(page: Page) -> dict[str, object]:
    return {
        "page": page.number,
        "sheet": page.sheet,
        "width": page.width,
        "height": page.height,
        "kind": page.kind,
        "rotation": page.rotation,
        "hidden": page.hidden,
        "note": page.note,
        "blocks": [_block(block) for block in page.blocks],
        "furniture": [_block(block) for block in page.furniture],
    }


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "text": block.text, "bbox": _box(block.bbox), "cell": block.cell}
    return {
        "type": "table",
        "bbox": _box(block.bbox),
        "rows": block.rows,
        "columns": block.columns,
        "continues": block.continues,
        "cells": [_cell(cell) for cell in block.cells],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "row": cell.row,
        "column": cell.column,
        "rowspan": cell.rowspan,
        "colspan": cell.colspan,
        "text": cell.text,
        "bbox": _box(cell.bbox),
        "cell": cell.address,
        "header": cell.header,
    }


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(value, 1) for value in box]


def as_workbook(document: Document) -> bytes:
    """Every table of the document on a sheet of its own; a merged cell's text stands in its first place."""
    tables = [
        (page, block) for page in document.pages for block in page.blocks if isinstance(block, Table) and block.cells
    ]
    sheets = [
        ReportSheet(f"{at} {page.sheet or f'第{page.number}页'}", *_laid_out(table))
        for at, (page, table) in enumerate(tables, 1)
    ]
    return workbook(sheets or [ReportSheet("没有表格", ["该文件中没有读到表格"], [])])


def _laid_out(table: Table) -> tuple[list[str], list[list[object]]]:
    rows: list[list[object]] = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return [str(text) for text in rows[0]], rows[1:]
