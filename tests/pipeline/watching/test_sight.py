"""What lies in the inbox: names, sizes and times, without reading; links and half files told apart."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pipeline.watching.sight import SeenFile, look


def put(path: Path, text: str = "申报表") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_dossier_with_its_files(tmp_path: Path) -> None:
    put(tmp_path / "收件" / "甲" / "表" / "申报表.txt")
    put(tmp_path / "收件" / "乙.pdf")
    put(tmp_path / "收件" / "Thumbs.db")
    seen = look(tmp_path / "收件", tmp_path / "结果")
    assert seen is not None
    assert {one: [file.name for file in dossier.files] for one, dossier in seen.items()} == {
        "甲": ["表/申报表.txt"],
        "乙": [""],
    }
    assert all(dossier.opens() for dossier in seen.values())


def test_a_change_of_size_or_time_is_seen(tmp_path: Path) -> None:
    file = put(tmp_path / "收件" / "甲" / "申报表.txt")
    one = look(tmp_path / "收件", tmp_path / "结果")
    os.utime(file, ns=(0, 12345))
    other = look(tmp_path / "收件", tmp_path / "结果")
    put(file, "申报表和名单")
    assert one != other != look(tmp_path / "收件", tmp_path / "结果")


def test_the_results_within_the_inbox_are_no_dossier(tmp_path: Path) -> None:
    put(tmp_path / "甲" / "申报表.txt")
    put(tmp_path / "结果" / "index.html")
    assert list(look(tmp_path, tmp_path / "结果") or {}) == ["甲"]


def test_an_inbox_that_is_not_there(tmp_path: Path) -> None:
    assert look(tmp_path / "收件", tmp_path / "结果") is None
    (tmp_path / "收件").mkdir()
    assert look(tmp_path / "收件", tmp_path / "结果") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "收件" / "甲" / "申报表.txt")
    (tmp_path / "收件" / "甲" / "环").symlink_to(tmp_path / "收件")
    seen = look(tmp_path / "收件", tmp_path / "结果")
    assert seen is not None
    assert [file.name for file in seen["甲"].files] == ["申报表.txt"]


@pytest.mark.parametrize(("name", "unfinished"), [("申报表.pdf.part", True), ("a.CRDOWNLOAD", True), ("a.pdf", False)])
def test_a_name_of_a_file_that_is_being_fetched(tmp_path: Path, name: str, unfinished: bool) -> None:
    put(tmp_path / "收件" / "甲" / name)
    seen = look(tmp_path / "收件", tmp_path / "结果")
    assert seen is not None
    assert seen["甲"].unfinished is unfinished


def test_what_has_become_longer_since_does_not_open_as_it_was_seen(tmp_path: Path) -> None:
    file = put(tmp_path / "收件" / "甲" / "申报表.txt")
    seen = look(tmp_path / "收件", tmp_path / "结果")
    assert seen is not None
    put(file, "申报表和名单")
    assert not seen["甲"].opens()
    file.unlink()
    assert not seen["甲"].opens()
    assert SeenFile("a", 1, 2) < SeenFile("b", 0, 0)
