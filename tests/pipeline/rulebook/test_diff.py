"""What two rulebooks ask differently is named: bounds, whom a clause is for, judgements, the order of the volume."""

import pytest

from pipeline.rulebook.diff import differences
from pipeline.rulebook.parse import parse
from tests.builders.rulebooks import RULEBOOK, write_city


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("at_least: 70", "at_least: 80", ["条件改变：年服务中小企业数：不少于 70 家 → 不少于 80 家"]),
        ("[社会团体]", "[社会团体, 商会]", ["对社会团体，放宽至 8", "对社会团体、商会，放宽至 8"]),
        ("asks: 是独立法人", "asks: 依法设立", ["由人判断的要求改变：是独立法人 → 依法设立"]),
        (
            "    lists: [operations]\n",
            "    lists: [operations]\n    in_order: true\n",
            ["不要求按顺序装订", "须按顺序装订"],
        ),
        ("paper: business_licence", "paper: lease", ["认定申报材料减少：营业执照", "认定申报材料增加"]),
    ],
)
def test_a_difference_is_named(tmp_path, old, new, says):
    before = parse(write_city(tmp_path)).rulebook
    assert old in RULEBOOK
    after = parse(write_city(tmp_path, RULEBOOK.replace(old, new, 1))).rulebook
    told = "\n".join(differences(before, after))
    assert all(words in told for words in says), told


def test_a_judgement_left_out_is_named(tmp_path):
    before = parse(write_city(tmp_path)).rulebook
    after = parse(write_city(tmp_path, RULEBOOK[: RULEBOOK.index("judgements:")])).rulebook
    assert differences(before, after) == ["由人判断的要求减少：是独立法人"]


def test_the_same_rulebook_differs_in_nothing(tmp_path):
    book = parse(write_city(tmp_path)).rulebook
    assert differences(book, book) == []
