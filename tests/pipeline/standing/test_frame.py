"""A spot check draws from those that hold a title on the day, and from nobody else."""

import csv
from datetime import date

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.standing.frame import platforms
from tests.builders.ledger import HARBIN, ZHENGZHOU, small


@pytest.fixture
def ledger(tmp_path):
    return small(tmp_path / "台账")


def names(ledger, day):
    return [unit.values["name"] for unit in platforms(ledger, day).units]


def test_who_lost_the_title_is_not_drawn_and_was_before(ledger):
    lost = "乙示例服务有限公司"
    assert lost in names(ledger, date(2025, 7, 31))
    assert lost not in names(ledger, date(2025, 8, 1))


def test_a_title_of_three_years_is_held_to_its_last_day(ledger):
    renamed = "戊示例服务有限公司"
    assert renamed in names(ledger, date(2026, 6, 29))
    assert renamed not in names(ledger, date(2026, 7, 1))


def test_the_frame_says_whom_to_look_at_first(ledger):
    seen = {unit.values["name"]: unit.values for unit in platforms(ledger, date(2026, 3, 1)).units}
    assert seen[ZHENGZHOU]["risk"] == "最近检查不合格", "the complaint was of another unit, and is void"
    assert seen[HARBIN]["risk"] == ""


def test_two_are_drawn_by_the_command_and_the_same_again_by_the_same_seed(ledger, tmp_path):
    drawn = []
    for out in ("一", "二"):
        call = ["sample", "draw", ledger, "--of", "platforms", "--as-of", "2026-03-01", "--size", 2, "--seed", 7]
        done = CliRunner().invoke(
            app, [*map(str, call), "--out", str(tmp_path / out), "--by", "张三"], catch_exceptions=False
        )
        assert done.exit_code == 0, done.output
        with (tmp_path / out / "sample.csv").open(encoding="utf-8-sig") as stream:
            drawn.append(list(csv.reader(stream)))
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == 1 + 2
    assert (tmp_path / "一" / "callsheet.xlsx").is_file()
