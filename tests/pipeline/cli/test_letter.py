"""A letter for any dossier: written beside the results, its words changed by hand and written again."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import docx
import pytest

from extractors.kept.store import default_folder
from pipeline import batch
from pipeline.progress import Lines
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.data_files import data_folder
from tests.builders.commands import dossier


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "收件" / "甲").mkdir(parents=True)
    (tmp_path / "收件" / "甲" / "申请报告.txt").write_text("申请报告\n本单位", encoding="utf-8")
    settings = Settings(date(2026, 3, 15), "harbin", cache=default_folder())
    batch.run(tmp_path / "收件", tmp_path / "结果", settings, WorkPlan(1), Lines(io.StringIO()))
    return tmp_path / "结果"


def words(path: Path) -> str:
    cells = [cell.text for table in docx.Document(str(path)).tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in docx.Document(str(path)).paragraphs), *cells])


def test_written_changed_and_written_again(out: Path):
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert dossier("letter", out, "甲").exit_code == 0
    folder = out.parent / "letters-结果"
    data = folder / "甲-补正通知书.json"
    assert "补正通知书" in words(folder / "甲-补正通知书.docx")
    record = json.loads(data.read_text(encoding="utf-8"))
    record["requests"][0]["problem"] = "请补交近三个月内出具的原件"
    data.write_text(json.dumps(record), encoding="utf-8")
    assert dossier("letter", out, "甲", "--data", data).exit_code == 0
    assert "请补交近三个月内出具的原件" in words(folder / "甲-补正通知书.docx")
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_letter_to_another_dossier(out: Path):
    dossier("letter", out, "甲")
    data = out.parent / "letters-结果" / "甲-补正通知书.json"
    record = json.loads(data.read_text(encoding="utf-8")) | {"dossier": "乙"}
    data.write_text(json.dumps(record), encoding="utf-8")
    done = dossier("letter", out, "甲", "--data", data)
    assert done.exit_code == 2
    assert "不是“甲”的" in done.stderr


def test_where_nothing_is_kept_any_more_it_says_what_to_do(out: Path):
    assert "没有卷宗“丙”" in dossier("letter", out, "丙").stderr
    dossier("cache", "clear")
    done = dossier("letter", out, "甲")
    assert done.exit_code == 2
    assert "请重新运行 dossier screen" in done.stderr


def test_the_office_is_looked_for_beside_the_results(out: Path):
    (out.parent / "office.yaml").write_text("contact: 王示例", encoding="utf-8")
    dossier("letter", out, "甲")
    assert "联系人：王示例" in words(out.parent / "letters-结果" / "甲-补正通知书.docx")
    (out.parent / "office.yaml").write_text("contcat: 王示例", encoding="utf-8")
    done = dossier("letter", out, "甲")
    assert done.exit_code == 2
    assert "是不是“contact”" in done.stderr


def test_what_was_changed_by_hand_is_asked_about(out: Path):
    dossier("letter", out, "甲")
    data = out.parent / "letters-结果" / "甲-补正通知书.json"
    record = json.loads(data.read_text(encoding="utf-8"))
    record["head"]["contact"] = "李示例"
    data.write_text(json.dumps(record), encoding="utf-8")
    assert "已有人修改" in dossier("letter", out, "甲").stderr
    assert dossier("letter", out, "甲", "--data", data).exit_code == 0
    assert "已有人修改" in dossier("letter", out, "甲").stderr
    assert dossier("letter", out, "甲", "--again").exit_code == 0
    assert "李示例" not in words(data.with_suffix(".docx"))


def test_all_letters_in_one_file(out: Path):
    done = dossier("letter", out)
    assert "1 份文书" in done.stdout
    assert "补正通知书" in words(out.parent / "letters-结果" / "全部文书.docx")
    assert dossier("letter", out, "--data", out / "x.json").exit_code == 2


def test_in_the_bureaus_own_template(out: Path, tmp_path: Path):
    ours = docx.Document(str(data_folder() / "letters" / "supplement.docx"))
    ours.add_paragraph("本机关自己的落款")
    (tmp_path / "模板").mkdir()
    ours.save(str(tmp_path / "模板" / "supplement.docx"))
    assert dossier("letter", out, "甲", "--templates", tmp_path / "模板").exit_code == 0
    assert "本机关自己的落款" in words(out.parent / "letters-结果" / "甲-补正通知书.docx")
    assert dossier("letter", out, "甲", "--again").exit_code == 0
    assert "本机关自己的落款" not in words(out.parent / "letters-结果" / "甲-补正通知书.docx")
