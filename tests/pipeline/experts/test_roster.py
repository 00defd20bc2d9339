"""Who may be asked: lists as bureaus keep them."""

from pathlib import Path

import pytest

from pipeline.experts.roster import Expert, experts_csv, read_experts
from schemas.errors import UsageError
from schemas.names import enterprise_key
from tests.builders.experts import roster


def test_a_title_above_and_blanks_in_the_heads_do_not_matter(tmp_path: Path) -> None:
    listed = roster(tmp_path / "专家.xlsx", [("赵 评", "教授", "示例大学", "D03、示例（1）有限公司")])
    units = frozenset({"D03", enterprise_key("示例(1)有限公司")})
    assert read_experts(listed) == [Expert("赵评", "教授", "示例大学", units)]


def test_who_stands_there_twice_is_one_with_both_recusals(tmp_path: Path) -> None:
    listed = roster(tmp_path / "专家.xlsx", [("赵评", "", "示例大学", "D01"), ("赵评", "教授", "别处", "D02")])
    assert read_experts(listed) == [Expert("赵评", "教授", "示例大学", frozenset({"D01", "D02"}))]


def test_a_list_without_names_is_refused_with_what_it_should_have(tmp_path: Path) -> None:
    path = tmp_path / "专家.csv"
    path.write_text("编号,单位\n1,示例大学\n", encoding="utf-8")
    with pytest.raises(UsageError, match="“姓名”、“职务/职称”、“工作单位”、“回避”"):
        read_experts(path)


def test_a_list_of_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="空的"):
        read_experts(roster(tmp_path / "专家.xlsx", []))


def test_the_list_as_used_can_be_read_again(tmp_path: Path) -> None:
    people = read_experts(roster(tmp_path / "专家.xlsx"))
    path = tmp_path / "experts.csv"
    path.write_bytes(experts_csv(people))
    assert read_experts(path) == people
