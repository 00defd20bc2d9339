"""What the office allows itself is read strictly, and what is written is read again."""

import pytest

from console import house
from console.house import HouseRules
from schemas.errors import RulebookError


def test_without_a_file_nobody_checks_his_own_work(tmp_path):
    assert house.of(tmp_path) == HouseRules()
    assert not house.of(tmp_path).own_check


@pytest.mark.parametrize("rules", [HouseRules(), HouseRules(True, 30, "/mnt/share", backup_nightly=False)])
def test_what_is_written_is_read(tmp_path, rules):
    house.write(tmp_path, rules)
    assert house.of(tmp_path) == rules


@pytest.mark.parametrize(
    "line", ["own_check: 也许", "retention_years: 0", "retention_years: 101", "backup_keep: 366", "unknown: 1"]
)
def test_what_is_amiss_is_said_with_its_line(tmp_path, line):
    (tmp_path / house.FILE).write_text(line, encoding="utf-8")
    with pytest.raises(RulebookError, match="第 1 行"):
        house.of(tmp_path)


@pytest.mark.parametrize("years", [1, house.MOST_YEARS])
def test_the_bounds_themselves_are_taken(tmp_path, years):
    house.write(tmp_path, HouseRules(retention_years=years))
    assert house.of(tmp_path).retention_years == years
