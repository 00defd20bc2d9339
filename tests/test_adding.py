"""What docs say of adding is true: a label is one word, a head is one word, a list one entry, a measure one line.

A copy of the house gets each of these, and nothing else; a made-up dossier that needs them is screened in it, from the
file to screening.json.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from schemas.data_files import data_folder

ROOT = Path(__file__).parent.parent
ADDED = {
    "a-label": ("data/vocabulary/labels.yaml", "registered_capital: {labels: [", "出资规模, "),
    "a-head": ("data/vocabulary/headings.yaml", "    name: {heads: [企业名称, ", "帮扶对象全称, "),
    "a-measure": (
        "schemas/measures.py",
        "\n_ALL = (\n",
        '    Measure("registered_capital", "注册资本", "万元", relative=ONE_PERCENT, stated_in=("form",)),\n',
    ),
    "a-list": (
        "schemas/tables.py",
        "\n_LISTS = (\n",
        '    ListSpec("experts", "专家名单", "name", (Column("name", ""), Column("years", "", "number", "年"))),\n',
    ),
    "its-heads": (
        "data/vocabulary/headings.yaml",
        "\nequipment:\n",
        "  needs: [[name, years]]\n  veto: []\n  columns: {name: {heads: [专家姓名]}, years: {heads: [从业年限]}}\n",
    ),
    "a-condition": (
        "data/rulebooks/zhengzhou.yaml",
        "\nconditions:\n",
        "  - {measure: registered_capital, at_least: 100, article: 第六条（二）, asks: 注册资本不少于100万元}\n",
    ),
}
FORM = (
    ("注册日期：2018年3月5日", "单位性质：有限责任公司"),
    ("注册地址：郑州市示例路1号", "邮政编码：450000"),
    ("联系人：甲一", "联系电话：0371-55550000"),
    ("出资规模：500万元", "上年末总资产：300万元"),
    ("从业人数20人", ""),
)
EXPERTS = (("专家姓名", "从业年限"), ("甲二", "12年"), ("甲三", "8年"))
ENTERPRISES = (
    ("序号", "帮扶对象全称", "联系人", "联系电话"),
    ("1", "甲城第一示例有限公司", "甲四", "13800000001"),
    ("2", "甲城第二示例有限公司", "甲五", "13800000002"),
)


def house(folder: Path, *, extended: bool) -> Path:
    """A copy of the program and its data, with what was added."""
    for name in ("schemas", "extractors", "validators", "pipeline"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data_folder(), folder / "data")
    for path, behind, words in ADDED.values() if extended else ():
        text = (folder / path).read_text(encoding="utf-8")
        assert text.count(behind) == 1, path
        if path.endswith("headings.yaml") and behind.startswith("\nequipment"):
            text = text.replace(behind, f"\nexperts:\n{words}{behind.lstrip(chr(10))}")
        else:
            text = text.replace(behind, f"{behind}{words}")
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def dossier(inbox: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("郑州市中小企业公共服务示范平台申请表")
    paper.add_paragraph("申请单位名称：甲城示例服务有限公司")
    for above, rows in (("一、平台基本情况", FORM), ("专家队伍", EXPERTS), ("服务的中小企业名单", ENTERPRISES)):
        paper.add_paragraph(above)
        table = paper.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    (inbox / "甲").mkdir(parents=True)
    paper.save(inbox / "甲" / "申请表.docx")


def screened(folder: Path, *, extended: bool) -> dict:
    dossier(folder / "inbox")
    home = house(folder / "house", extended=extended)
    command = "from pipeline.cli.main import main; main()"
    out = folder / "out"
    words = ["screen", str(folder / "inbox"), "--as-of", "2026-03-15", "--out", str(out), "--jobs", "1"]
    run = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", command, *words],
        env={**os.environ, "PYTHONPATH": str(home)},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    (read,) = out.rglob("screening.json")
    return json.loads(read.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    return screened(tmp_path_factory.mktemp("extended"), extended=True)


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    return screened(tmp_path_factory.mktemp("before"), extended=False)


def blank(result: dict) -> object:
    return result["application"].get("registered_capital", {}).get("value")


def test_a_label_is_one_word(extended, before):
    assert blank(before) is None
    assert blank(extended) == 500


def test_a_head_is_one_word(extended, before):
    names = ["甲城第一示例有限公司", "甲城第二示例有限公司"]
    assert [row["name"] for row in extended["tables"]["enterprises"]] == names
    assert before["tables"]["enterprises"] == []


def test_a_measure_is_one_line(extended, before):
    (figure,) = [figure for figure in extended["figures"] if figure["measure"] == "registered_capital"]
    assert (figure["value"], figure["unit"], figure["source"]) == (500, "万元", "form")
    judged = {finding["rule"]: finding["status"] for finding in extended["findings"]}
    assert judged["condition.registered_capital"] == "pass"
    assert "condition.registered_capital" not in {finding["rule"] for finding in before["findings"]}


def test_a_list_is_one_entry_and_its_heads(extended, before):
    rows = [(row["name"], row["years"]) for row in extended["tables"]["experts"]]
    assert rows == [("甲二", 12), ("甲三", 8)]
    assert "experts" not in before["tables"]
