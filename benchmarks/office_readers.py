"""Are our DOCX and XLSX readers faster than plainly opening the file and walking all cells?

Run: python benchmarks/office_readers.py. Best of three, each in this one process, on made-up files.
"""

import io
import time
from collections.abc import Callable

import docx as python_docx
import openpyxl
import xlsxwriter

from extractors.read import read


def made_docx(rows: int = 500, columns: int = 8) -> bytes:
    document = python_docx.Document()
    table = document.add_table(rows, columns)
    for number, cell in enumerate(table._cells):  # noqa: SLF001  the quick way to fill a table
        cell.text = f"示例{number}"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def made_xlsx(rows: int = 5000, columns: int = 10) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("名单")
        for row in range(rows):
            sheet.write_row(row, 0, [f"示例{row}公司" if column % 2 else row + column / 4 for column in range(columns)])
    return buffer.getvalue()


def walk_docx(data: bytes) -> int:
    document = python_docx.Document(io.BytesIO(data))
    return sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def walk_xlsx(data: bytes, *, read_only: bool) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=read_only, data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


def best(action: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    document, workbook = made_docx(), made_xlsx()
    read(document, "示例.docx"), read(workbook, "示例.xlsx")
    for name, action in (
        ("docx 500x8   ours", lambda: read(document, "示例.docx")),
        ("docx 500x8   python-docx row.cells", lambda: walk_docx(document)),
        ("xlsx 5000x10 ours", lambda: read(workbook, "示例.xlsx")),
        ("xlsx 5000x10 openpyxl", lambda: walk_xlsx(workbook, read_only=False)),
        ("xlsx 5000x10 openpyxl read_only", lambda: walk_xlsx(workbook, read_only=True)),
    ):
        print(f"{name:40} {best(action) * 1000:8.0f} ms")


if __name__ == "__main__":
    main()
