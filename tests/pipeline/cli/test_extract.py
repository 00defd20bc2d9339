"""``dossier extract``: a record for programs, or a workbook for people."""

import json
from pathlib import Path

import pytest

from tests.builders.commands import dossier


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text("姓名,职务\n甲,主任\n乙,会计\n", encoding="utf-8")
    return path


def test_the_record_is_on_standard_output(table: Path) -> None:
    shown = dossier("extract", table)
    assert (shown.exit_code, json.loads(shown.stdout)["status"]) == (0, "read")


def test_a_workbook_is_written_where_it_is_asked_for(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "表.xlsx"
    shown = dossier("extract", table, "--format", "xlsx", "--out", target)
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert target.read_bytes().startswith(b"PK")


def test_without_a_place_it_is_written_here_under_the_files_name(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "这里").mkdir()
    monkeypatch.chdir(tmp_path / "这里")
    assert dossier("extract", table, "--format", "xlsx").exit_code == 0
    assert [path.name for path in Path().iterdir()] == ["名单-tables.xlsx"]


def test_what_cannot_be_read_ends_with_one_and_writes_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"no pdf at all \x00\x01")
    shown = dossier("extract", tmp_path / "坏.pdf", "--format", "xlsx", "--out", tmp_path / "表.xlsx")
    assert shown.exit_code == 1
    assert "坏.pdf" in shown.stderr
    assert not (tmp_path / "表.xlsx").exists()
