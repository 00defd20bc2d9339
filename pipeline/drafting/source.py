"""What do the files say that a rulebook is drafted from: the text of the regulation, the rows of its blank forms?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from extractors.papers.ocr_scope import ocr_scope
from extractors.read import read
from pipeline.drafting.bound_tables import bound_clauses
from pipeline.drafting.score_tables import score_clauses
from pipeline.rulebook.hold import read_text
from schemas.document import Block, Document, Table
from schemas.errors import UnreadableDocument, UsageError

_MARKS = re.compile(r"^[#>*\s]+|^\s*-\s+|<[^>]{0,300}>")
_PLAIN = (".txt", ".md", ".text")


@dataclass(frozen=True, slots=True)
class FormRow:
    """One line of a blank form: a paragraph, or the cells of one row of a table."""

    cells: tuple[str, ...]
    of_table: bool = False


@dataclass(frozen=True, slots=True)
class SourceText:
    """One file: its text, line by line as numbered in messages, and the same as rows of forms."""

    path: Path
    text: str
    rows: tuple[FormRow, ...]
    remark: str = ""


def source(path: Path) -> SourceText:
    """The file, whatever its format. Raises UsageError where it cannot be read."""
    if not path.is_file():
        raise UsageError(f"找不到文件 {path}，请检查路径")
    if path.suffix.lower() in _PLAIN:
        text, remark = read_text(path)
        rows = tuple(_row_of_text(line) for line in text.splitlines())
        return SourceText(path, text, rows, remark)
    document = _document(path)
    rows = tuple(_rows(document))
    return SourceText(path, "\n".join(_lines(document)) + "\n", rows, document.note)


def _row_of_text(line: str) -> FormRow:
    """A line without the marks of Markdown and HTML; tabs part cells."""
    bare = _MARKS.sub("", line).replace("\\", "")
    cells = tuple(cell.strip() for cell in bare.split("\t") if cell.strip())
    return FormRow(cells or ("",), of_table=len(cells) > 1)


def _document(path: Path) -> Document:
    try:
        return read(path.read_bytes(), path.name, ocr_scope(path.name))
    except UnreadableDocument as error:
        raise UsageError(f"{path}：{error.reason}，无法读取。可另存为 DOCX、PDF 或 UTF-8 文本后再试") from None


def _lines(document: Document) -> Iterator[str]:
    """The text: of a table that gives points or sets bounds its clauses, of any other its rows."""
    for block in (block for page in document.pages for block in page.blocks):
        clauses = (score_clauses(block) or bound_clauses(block)) if isinstance(block, Table) else []
        yield from clauses or ("\t".join(row.cells) for row in _of_block(block))


def _rows(document: Document) -> Iterator[FormRow]:
    for page in document.pages:
        for block in page.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[FormRow]:
    if isinstance(block, Table):
        yield from _of_table(block)
    else:
        yield from (FormRow((line,)) for line in block.text.split("\n"))


def _of_table(table: Table) -> Iterator[FormRow]:
    for _, cells in groupby(sorted(table.cells, key=lambda cell: (cell.row, cell.column)), key=lambda cell: cell.row):
        texts = tuple(" ".join(cell.text.split("\n")).strip() for cell in cells)
        if any(texts):
            yield FormRow(texts, of_table=True)
