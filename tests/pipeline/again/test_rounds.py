"""A later round of 补正: what was received once is read again and never asked for twice."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline import batch
from pipeline.again.rounds import with_earlier
from pipeline.intake.inbox import entries, files
from pipeline.progress import Lines
from pipeline.results import compare as results_compare
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.errors import UsageError

DECLARATION = "申报材料真实性声明\n本单位承诺所提交的申报材料真实、合法、有效。\n法定代表人签字"


def put(folder: Path, dossier: str, name: str, text: str) -> None:
    path = folder / dossier / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def screen(base: Path, number: int, upon: int | None = None, cache: Path | None = None) -> dict[str, Any]:
    before = base / f"r{upon}" if upon else None
    settings = Settings(date(2026, 3, 15), "harbin", since=before, upon=before, cache=cache)
    batch.run(base / f"i{number}", base / f"r{number}", settings, WorkPlan(1), Lines(io.StringIO()))
    return told(base, number)


def told(base: Path, number: int) -> dict[str, Any]:
    return dict(json.loads((base / f"r{number}" / "甲" / "screening.json").read_text(encoding="utf-8")))


def item(record: dict[str, Any], number: str) -> str:
    return str(next(one["status"] for one in record["materials"] if one["item"] == number))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    put(tmp_path / "i1", "甲", "真实性声明.txt", DECLARATION)
    put(tmp_path / "i1", "甲", "说明.txt", "一")
    put(tmp_path / "i1", "乙", "说明.txt", "乙")
    screen(tmp_path, 1)
    put(tmp_path / "i2", "甲", "制度.txt", "管理制度\n第一章 总则")
    return tmp_path


def test_what_was_received_before_is_not_asked_again(base: Path):
    assert item(told(base, 1), "11.10b") == "present"
    alone = screen(base, 2)
    assert item(alone, "11.10b") == "missing"
    joined = screen(base, 2, upon=1)
    assert item(joined, "11.10b") == "present"
    assert {one["path"]: one.get("earlier", False) for one in joined["files"]} == {
        "真实性声明.txt": True,
        "说明.txt": True,
        "制度.txt": False,
    }


def test_a_round_holds_the_dossiers_that_came_in_it(base: Path):
    screen(base, 2, upon=1)
    assert [path.name for path in (base / "r2").iterdir() if path.is_dir()] == ["甲"]


def test_a_file_of_the_same_name_takes_the_place_of_the_older(base: Path):
    put(base / "i2", "甲", "说明.txt", "二")
    listed = screen(base, 2, upon=1)["files"]
    assert [one.get("earlier", False) for one in listed if one["path"] == "说明.txt"] == [False]


def test_the_same_file_under_another_name_is_read_once(base: Path):
    put(base / "i2", "甲", "再交一次.txt", DECLARATION)
    assert "真实性声明.txt" not in [one["path"] for one in screen(base, 2, upon=1)["files"]]


def test_round_upon_round(base: Path):
    screen(base, 2, upon=1)
    put(base / "i3", "甲", "补充.txt", "三")
    third = screen(base, 3, upon=2)
    assert {one["path"] for one in third["files"]} == {"真实性声明.txt", "说明.txt", "制度.txt", "补充.txt"}
    assert item(third, "11.10b") == "present"


def test_a_comparison_of_the_two_rounds_calls_nothing_missing_that_was_there(base: Path):
    screen(base, 2, upon=1)
    (found,) = [one for one in results_compare.compare(base / "r1", base / "r2") if one.dossier == "甲"]
    assert found.removed == ()
    assert found.added == ("制度.txt",)
    assert "material.11.10b" not in [point.rule for point in (*found.new, *found.late)]


def test_a_paper_of_the_round_before_that_changes_is_read_again(base: Path, tmp_path: Path):
    screen(base, 2, upon=1, cache=tmp_path / "kept")
    put(base / "i1", "甲", "真实性声明.txt", "别的")
    assert item(screen(base, 2, upon=1, cache=tmp_path / "kept"), "11.10b") == "missing"


def test_a_dossier_that_is_new_in_this_round_stands_alone(base: Path):
    put(base / "i2", "丙", "说明.txt", "丙")
    found = {entry.id: entry for entry in with_earlier(entries(base / "i2"), base / "r1")}
    assert found["丙"].earlier == ()
    assert [path.name for path in found["甲"].earlier] == ["甲"]
    assert [file.path for file in files(found["丙"])] == ["说明.txt"]


def test_results_that_are_none_and_results_in_a_circle(base: Path):
    with pytest.raises(UsageError, match="没有初审结果"):
        with_earlier(entries(base / "i2"), base / "没有")
    record = json.loads((base / "r1" / "batch.json").read_text(encoding="utf-8"))
    record["asked"]["upon"] = "."
    (base / "r1" / "batch.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(UsageError, match="互相引用"):
        with_earlier(entries(base / "i2"), base / "r1")
