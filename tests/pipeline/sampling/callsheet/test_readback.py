"""Call sheets come back from Excel, WPS and Word in many shapes; what cannot be told is asked, not guessed."""

import csv
import io
import json
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.builders import old_files
from tests.builders.commands import sample
from tests.builders.sampling import fill, sixty

TWELVE = {str(number): "很满意" for number in range(1, 13)}


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    draw(tmp_path, "12")
    return tmp_path / "s" / "callsheet.xlsx"


def draw(folder: Path, size: str, name: str = "s", *more: str) -> None:
    inbox = folder / "r" if (folder / "r").exists() else sixty(folder / "r")
    call = ["draw", str(inbox), "--size", size, "--reserves", "5", "--seed", "s", "--out", str(folder / name), *more]
    result = sample(call)
    assert result.exit_code == 0, result.output


def evaluated(*paths: Path) -> dict:
    result = sample(["evaluate", *map(str, paths)])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refused(*paths: Path) -> str:
    result = sample(["evaluate", *map(str, paths)])
    assert result.exit_code == 2, result.output
    assert len(result.stderr.strip().splitlines()) == 1
    return result.stderr


def rules(record: dict) -> list[str]:
    return [finding["rule"] for finding in record["differences"]]


def rows_of(path: Path) -> list[list[str]]:
    page = load_workbook(path).worksheets[0]
    return [["" if cell is None else str(cell) for cell in row] for row in page.iter_rows(values_only=True)]


def as_csv(rows: list[list[str]], delimiter: str = ",", ending: str = "\r\n") -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator=ending).writerows(rows)
    return target.getvalue()


@pytest.mark.parametrize(
    ("suffix", "encoding", "delimiter", "ending"),
    [
        pytest.param(".csv", "utf-8", ",", "\n", id="utf-8"),
        pytest.param(".csv", "utf-8-sig", ",", "\r\n", id="bom-and-crlf"),
        pytest.param(".csv", "gbk", ",", "\r\n", id="gbk"),
        pytest.param(".csv", "gb18030", ";", "\r\n", id="semicolons"),
        pytest.param(".txt", "utf-16", "\t", "\r\n", id="unicode-text-of-excel"),
    ],
)
def test_a_sheet_saved_as_text_is_read_back_beside_the_printed_one(
    drawn: Path, suffix: str, encoding: str, delimiter: str, ending: str
) -> None:
    rows = rows_of(fill(drawn, {**TWELVE, "3": "否认接受服务"}))
    path = drawn.with_name(f"核实结果{suffix}")
    path.write_bytes(as_csv(rows, delimiter, ending).encode(encoding))
    record = evaluated(path)
    assert (record["asked"], record["answered"], record["agreed"]) == (12, 12, 11)
    assert rules(record) == ["sample.denied_service"]
    here = record["differences"][0]["evidence"][-1]
    assert (here["file"], here["sheet"]) == (path.name, None)
    assert rows[int(here["cell"][1:]) - 1][0] == "3"


def test_a_sheet_whose_characters_were_lost_is_refused(drawn: Path) -> None:
    path = drawn.with_name("核实结果.csv")
    path.write_bytes(as_csv(rows_of(fill(drawn, TWELVE))).encode("ascii", "replace"))
    assert "丢失了汉字" in refused(path)


def test_a_sheet_saved_as_text_far_from_its_folder_is_refused(drawn: Path, tmp_path: Path) -> None:
    path = tmp_path / "核实结果.csv"
    path.write_text(as_csv(rows_of(fill(drawn, TWELVE))), encoding="utf-8", newline="")
    assert "放回抽样文件夹" in refused(path)


def test_a_word_file_filled_in_is_read_back(drawn: Path) -> None:
    document = docx.Document(str(drawn.with_suffix(".docx")))
    table = document.tables[0]
    for row in table.rows[2:]:
        if row.cells[0].text in TWELVE:
            row.cells[6].text = "√"
    table.rows[4].cells[6].text = "□"
    table.rows[4].cells[8].text = "√"
    path = drawn.with_name("填好.docx")
    document.save(str(path))
    record = evaluated(path)
    assert (record["answered"], record["agreed"]) == (12, 11)
    here = record["differences"][0]["evidence"][-1]
    assert (here["file"], here["cell"]) == ("填好.docx", "表1!R5C9")


def test_a_sheet_saved_by_wps_in_the_old_format_is_read_back(drawn: Path) -> None:
    rows = rows_of(fill(drawn, {**TWELVE, "3": "空号"}))
    cells: dict[tuple[int, int], object] = {
        (at, column): text for at, row in enumerate(rows) for column, text in enumerate(row) if text and at > 5
    }
    path = drawn.with_name("填好.et")
    path.write_bytes(old_files.xls(cells))
    record = evaluated(path)
    assert (record["answered"], record["agreed"], rules(record)) == (11, 11, ["sample.dead_number"])
    assert record["differences"][0]["evidence"][-1]["sheet"] == "名单"


@pytest.mark.parametrize("name", ["填好.pdf", "填好.jpg"])
def test_a_picture_of_the_sheet_is_refused(drawn: Path, name: str) -> None:
    path = drawn.with_name(name)
    path.write_bytes(b"%PDF-1.4\n%%EOF" if name.endswith("pdf") else b"\xff\xd8\xff\xe0" + bytes(40))
    assert "不是可以读回的格式" in refused(path)


def test_columns_moved_and_added_in_wps_are_found_by_their_heads(drawn: Path) -> None:
    book = load_workbook(fill(drawn, {**TWELVE, "4": "不满意"}))
    page = book.worksheets[0]
    rows = [list(row) for row in page.iter_rows(values_only=True)]
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    for row in range(1, len(rows) + 1):
        number, *others = rows[row - 1]
        # The remarks first, a column of one's own, the number last.
        for column, value in enumerate([others[-1], "回访人甲", *others[:-1], number], start=1):
            page.cell(row, column).value = value
    path = drawn.with_name("改过.xlsx")
    book.save(path)
    record = evaluated(path)
    assert (record["answered"], record["agreed"]) == (12, 11)
    assert rules(record) == ["sample.satisfaction"]


def body(page: Worksheet) -> dict[str, int]:
    start = next(row[0].row for row in page.iter_rows() if row[0].value == "序号")
    return {str(page.cell(row, 1).value): row for row in range(start + 2, page.max_row + 1) if page.cell(row, 1).value}


def changed(path: Path, change: dict[tuple[str, int], str]) -> Path:
    book = load_workbook(path)
    page = book.worksheets[0]
    rows = body(page)
    for (label, column), text in change.items():
        page.cell(rows[label], column).value = text
    target = path.with_name("改过.xlsx")
    book.save(target)
    return target


def test_a_unit_that_was_exchanged_is_said_and_not_counted(drawn: Path) -> None:
    path = changed(fill(drawn, TWELVE), {("5", 2): "乙城另一家有限公司"})
    record = evaluated(path)
    assert (record["asked"], record["answered"]) == (12, 11)
    assert rules(record) == ["sample.unfilled", "sample.not_drawn"]
    assert "乙城另一家有限公司" in record["differences"][1]["message"]


def test_a_row_added_at_the_end_is_said_and_not_counted(drawn: Path) -> None:
    book = load_workbook(fill(drawn, TWELVE))
    page = book.worksheets[0]
    page.append(["18", "乙城另一家有限公司", "", "", "", "", "√"])
    path = drawn.with_name("改过.xlsx")
    book.save(path)
    record = evaluated(path)
    assert (record["asked"], record["agreed"], rules(record)) == (12, 12, ["sample.not_drawn"])


@pytest.mark.parametrize(("column", "counted"), [(7, 12), (9, 11)], ids=["the-same-answer", "another-answer"])
def test_a_unit_written_twice_counts_where_both_rows_agree(drawn: Path, column: int, counted: int) -> None:
    book = load_workbook(fill(drawn, TWELVE))
    page = book.worksheets[0]
    name = page.cell(body(page)["5"], 2).value
    row = [""] * 13
    row[0], row[1], row[column - 1] = "5", name, "√"
    page.append(row)
    path = drawn.with_name("改过.xlsx")
    book.save(path)
    record = evaluated(path)
    assert record["answered"] == counted
    assert rules(record) == ([] if counted == 12 else ["sample.unclear"])


def test_an_extended_sample_is_evaluated_from_both_its_sheets(drawn: Path, tmp_path: Path) -> None:
    first = fill(drawn, {**TWELVE, "2": "不满意"})
    first = first.rename(first.with_name("第一次.xlsx"))
    draw(tmp_path, "20")
    second = fill(drawn.with_name("callsheet-2.xlsx"), {str(number): "基本满意" for number in range(13, 21)})
    record = evaluated(first, second)
    assert (record["asked"], record["answered"], record["agreed"]) == (20, 20, 19)
    assert record["differences"][0]["evidence"][-1]["file"] == "第一次.xlsx"
    assert record["notes"] == []
    alone = evaluated(first)
    assert alone["answered"] == 12
    assert any("扩大到 20 个" in note for note in alone["notes"])


def test_answers_that_differ_between_the_sheets_are_a_question(drawn: Path, tmp_path: Path) -> None:
    first = fill(drawn, TWELVE)
    first = first.rename(first.with_name("第一次.xlsx"))
    draw(tmp_path, "20")
    second = fill(drawn.with_name("callsheet-2.xlsx"), {"3": "不满意", "4": "很满意"})
    record = evaluated(second, first)
    assert record["outcomes"]["unclear"] == 1
    said = next(finding for finding in record["differences"] if finding["rule"] == "sample.unclear")
    assert "第一次.xlsx" in said["message"]
    assert "filled.xlsx" in said["message"]


def test_asking_on_after_a_look_at_the_result_is_told(drawn: Path, tmp_path: Path) -> None:
    first = fill(drawn, {**TWELVE, "2": "不满意"})
    first = first.rename(first.with_name("第一次.xlsx"))
    assert evaluated(first)["notes"] == []
    draw(tmp_path, "20")
    second = fill(drawn.with_name("callsheet-2.xlsx"), {str(number): "很满意" for number in range(13, 21)})
    record = evaluated(first, second)
    assert "12 个时已评价过" in record["notes"][0]
    text = "\n".join(one.text for one in docx.Document(str(drawn.with_name("evaluation.docx"))).paragraphs)
    assert "请注意：此前核实到 12 个时已评价过" in text


def test_sheets_of_two_samples_are_not_put_together(drawn: Path, tmp_path: Path) -> None:
    draw(tmp_path, "12", "t", "--strata", "fee")
    assert "不是同一次抽取" in refused(drawn, fill(tmp_path / "t" / "callsheet.xlsx", {}))


def test_a_sheet_of_another_sample_is_refused_in_this_folder(drawn: Path, tmp_path: Path) -> None:
    draw(tmp_path, "12", "t", "--strata", "fee")
    other = fill(tmp_path / "t" / "callsheet.xlsx", {"1": "很满意"})
    moved = other.rename(drawn.with_name("核实.xlsx"))
    assert "不是同一次抽取" in refused(moved)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('"population": 60', '"population": 15', id="fewer-units"),
        pytest.param('"at_least": "80"', '"at_least": "50"', id="a-lower-bound"),
        pytest.param('"": 60', '"": 13', id="a-smaller-stratum"),
        pytest.param('"role": "picked"', '"role": "reserve"', id="another-role"),
    ],
)
def test_a_changed_hidden_sheet_is_found(drawn: Path, before: str, after: str) -> None:
    book = load_workbook(fill(drawn, TWELVE))
    hits = 0
    for (cell,) in book["_抽样数据"].iter_rows(max_col=1):
        if before in cell.value and not hits:
            cell.value, hits = cell.value.replace(before, after), 1
    assert hits
    path = drawn.with_name("改过.xlsx")
    book.save(path)
    assert "隐藏工作表有改动" in refused(path)


def test_without_a_log_beside_it_the_sheet_is_evaluated_and_that_is_told(drawn: Path, tmp_path: Path) -> None:
    away = fill(drawn, TWELVE).rename(tmp_path / "核实.xlsx")
    record = evaluated(away)
    assert record["conclusion"] == "supported"
    assert "没有抽样记录" in record["notes"][0]


def test_a_changed_frame_stops_the_evaluation(drawn: Path) -> None:
    frame = drawn.with_name("frame.csv")
    frame.write_bytes(frame.read_bytes().replace("培训".encode(), "咨询".encode(), 1))
    assert "frame.csv" in refused(fill(drawn, TWELVE))
