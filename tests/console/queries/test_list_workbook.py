"""The list as a workbook: just these rows; a name that looks like a formula is a name."""

import io

from openpyxl import load_workbook

from tests.builders.console import with_rows


def test_rows_and_who_exported_them(tmp_path):
    with with_rows(tmp_path, 3) as (_, batch, rows):
        from console.queries import list_workbook

        rows[1].applicant = "=HYPERLINK(1)"
        sheet = load_workbook(io.BytesIO(list_workbook.made(batch, rows[:2], "张三"))).active
        assert "张三" in sheet["A1"].value
        told = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        assert [row[0] for row in told] == ["D1", "D2"]
        assert told[1][1] == "=HYPERLINK(1)"
        assert sheet.cell(5, 2).data_type == "s"
