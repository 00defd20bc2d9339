"""From the screening to the call sheet, as a clerk types it."""

import csv
import json
from pathlib import Path

import pytest

from tests.builders.commands import sample
from tests.builders.sampling import enterprise, results, screening, sixty


def test_one_command_leads_from_the_screening_to_the_call_sheet(tmp_path: Path) -> None:
    result = sample(["draw", str(sixty(tmp_path / "结果"))])
    assert result.exit_code == 0, result.output
    out = tmp_path / "sample-卷1-enterprises"
    names = {"frame.csv", "sample.csv", "log.jsonl", "callsheet.xlsx", "callsheet.docx"}
    assert {path.name for path in out.iterdir()} == names
    with (out / "sample.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    # Harbin asks for 80 %: twelve calls show it, and as many reserves stand by.
    assert [row["role"] for row in rows] == ["picked"] * 12 + ["reserve"] * 12
    assert list(rows[0])[:3] == ["rank", "unit", "role"]
    assert [row["rank"] for row in rows] == [str(number) for number in range(1, 25)]


def test_the_regulations_ten_are_never_undercut(tmp_path: Path) -> None:
    inbox = results(tmp_path / "r", screening(rulebook="harbin", enterprises=[enterprise(one) for one in range(1, 12)]))
    assert sample(["draw", str(inbox), "--at-least", "50", "--out", str(tmp_path / "s")]).exit_code == 0
    assert (tmp_path / "s" / "sample.csv").read_text(encoding="utf-8").count(",picked,") == 10


def test_a_list_shorter_than_the_sample_is_taken_whole(tmp_path: Path) -> None:
    inbox = results(tmp_path / "r", screening(enterprises=[enterprise(one) for one in range(1, 7)]))
    result = sample(["draw", str(inbox), "--size", "10", "--reserves", "3", "--out", str(tmp_path / "s")])
    assert "已全部抽取" in result.output
    assert (tmp_path / "s" / "sample.csv").read_text(encoding="utf-8").count(",picked,") == 6


def test_a_seed_drawn_by_the_program_is_logged(tmp_path: Path) -> None:
    inbox = sixty(tmp_path / "r")
    assert sample(["draw", str(inbox), "--size", "12", "--out", str(tmp_path / "s")]).exit_code == 0
    entry = json.loads((tmp_path / "s" / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert entry["seed_drawn"] is True
    assert len(entry["seed"]) == 32


def test_a_sample_may_grow_in_its_folder_but_not_be_drawn_again(tmp_path: Path) -> None:
    inbox, out = sixty(tmp_path / "r"), tmp_path / "s"

    def draw(size: int, seed: str) -> int:
        return sample(["draw", str(inbox), "--size", str(size), "--seed", seed, "--out", str(out)]).exit_code

    assert draw(12, "甲") == 0
    first = (out / "callsheet.xlsx").read_bytes()
    assert draw(20, "甲") == 0
    assert (out / "callsheet.xlsx").read_bytes() == first
    assert (out / "callsheet-2.xlsx").exists()
    assert draw(20, "乙") == 2
    assert draw(12, "甲") == 2
    assert sample(["verify", str(out)]).exit_code == 0


def test_a_single_dossiers_folder_will_do(tmp_path: Path) -> None:
    folder = sixty(tmp_path / "r") / "卷1"
    assert sample(["draw", str(folder), "--size", "5", "--out", str(tmp_path / "s")]).exit_code == 0


@pytest.mark.parametrize(
    "call", [["draw", "没有这个文件夹"], ["evaluate", "没有这个文件.xlsx"], ["digits", "没有这个文件夹"]]
)
def test_a_wrong_call_ends_with_two_and_one_line(call: list[str]) -> None:
    result = sample(call)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
