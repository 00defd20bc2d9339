"""Heads are matched to columns one to one, in other people's words too."""

import pytest

from extractors.lists.headings import HeadedColumn, best
from extractors.values.money_units import unit_of_head
from extractors.vocabulary.headings import known, plain


def columns(*heads: str | tuple[str, ...]) -> list[HeadedColumn]:
    paths = [head if isinstance(head, tuple) else (head,) for head in heads]
    return [HeadedColumn(index, index, path, unit_of_head(path[-1])) for index, path in enumerate(paths)]


def test_the_printed_staff_head_is_known_in_any_order() -> None:
    match = best("staff", columns("职称", "姓 名", "主管工作", "年龄", "学历", "毕业学校"))
    assert match is not None
    assert {key: column.index for key, column in match.columns.items()} == {
        "name": 1, "age": 3, "education": 4, "school": 5, "title": 0, "duty": 2,
    }  # fmt: skip


def test_a_social_insurance_list_is_no_staff_list() -> None:
    assert best("staff", columns("姓名", "学历", "职称", "险种")) is None


def test_two_row_satisfaction_head_becomes_two_columns() -> None:
    match = best("enterprises", columns("企业名称", "联系人", "联系电话", ("满意度", "满意"), ("满意度", "不满意")))
    assert match is not None
    assert match.columns["satisfied.yes"].index == 3
    assert match.columns["satisfied.no"].index == 4


def test_a_survey_is_told_from_the_list_of_enterprises() -> None:
    heads = columns("抽样企业名称", "被访人员姓名", "职务", "联系电话", ("总体评价", "很满意"), ("总体评价", "不满意"))
    assert best("enterprises", heads) is None
    assert best("survey", heads) is not None


def test_every_needed_column_is_known() -> None:
    for table, heads in known()[0].items():
        stems = {head.column.split(".")[0] for head in heads.heads} | {head.column for head in heads.heads}
        for group in heads.needs:
            assert set(group) <= stems, table


def test_plain_drops_brackets_spaces_and_marks() -> None:
    assert plain(" 服务中小企业\n户（次）数：") == "服务中小企业户数"
    assert plain("年龄 Age") == "年龄"
    assert plain("No.") == "No"


@pytest.mark.parametrize(
    ("table", "heads", "column", "index"),
    [
        pytest.param("staff", ("部门", "姓名", "年龄", "学历", "主管工作"), "duty", 4, id="the-printed-head-behind"),
        pytest.param("staff", ("主管工作", "姓名", "年龄", "学历", "部门"), "duty", 0, id="and-before"),
        pytest.param("staff", ("部门", "姓名", "年龄", "学历"), "duty", 0, id="alone"),
        pytest.param("enterprises", ("企业名称", "固定电话", "联系电话", "联系人"), "phone", 2, id="the-usual-word"),
    ],
)
def test_of_two_columns_for_one_the_head_that_is_named_first_is_it(table, heads, column, index) -> None:
    match = best(table, columns(*heads))
    assert match is not None
    assert match.columns[column].index == index
