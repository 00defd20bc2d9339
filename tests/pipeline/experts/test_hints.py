"""Where an expert may have an interest: a hint, both sides of it."""

import pytest

from pipeline.experts.hints import hints
from pipeline.experts.roster import Expert
from tests.builders.experts import judged

RECORD = judged(
    "D01",
    tables={
        "investors": [{"name": "示例投资有限公司"}],
        "partners": [{"name": "示例大学"}],
        "enterprises": [{"name": "示例纺织有限公司"}, {"name": "示例纺织有限公司"}],
        "staff": [{"name": "李 定"}],
    },
)


@pytest.mark.parametrize(
    ("employer", "where"),
    [
        ("甲城示例服务有限公司", "申报单位"),
        ("示例投资有限公司", "投资方"),
        ("示例大学", "合作机构"),
        ("示例纺织有限公司", "服务企业名单"),
    ],
)
def test_an_employer_that_the_dossier_names_is_hinted_at_once(employer: str, where: str) -> None:
    (said,) = hints(Expert("赵评", employer=employer), RECORD)
    assert where in said


def test_a_namesake_on_the_staff_is_hinted_at() -> None:
    assert hints(Expert("李定", employer="示例局"), RECORD) == ["与人员名单所列人员同名"]


def test_another_unit_and_no_employer_say_nothing() -> None:
    assert hints(Expert("赵评", employer="示例大学附属中学"), RECORD) == []
    assert hints(Expert("赵评"), RECORD) == []
