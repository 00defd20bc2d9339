"""How many papers, of which years, valid how long: held against the item."""

import pytest

from pipeline.rulebook.hold import examine
from tests.builders.language import RULEBOOK, write_language


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (", count: 3", "", "请写 count: 3"),
        ("count: 3", "count: 4", "没有说要 4 份"),
        ("years: 2}", "years: 3}", "没有说要 3 个年度的"),
        (", valid_on: reckoning", "", "请写 valid_on: reckoning"),
        ("paper: lease, valid_for: 3", "paper: lease, valid_for: 5", "没有说期限须 5 年"),
        ("paper: lease, valid_for: 3", "paper: lease, valid_on: reckoning", "没有说须在有效期内"),
        ("paper: application_form}", "paper: application_form, when: {way: points}}", "没有说这项只在什么情形下提交"),
    ],
)
def test_what_the_item_does_not_say(tmp_path, old, new, said):
    assert old in RULEBOOK
    assert said in "\n".join(examine(write_language(tmp_path, RULEBOOK.replace(old, new)))[0])
