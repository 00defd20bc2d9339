"""Cards, each of one person with every head beside its value, are one list."""

import pytest

from extractors.content.tables import grids
from extractors.lists.cards import laid_together
from extractors.lists.find import listings
from tests.builders.documents import document, table

PEOPLE = [("赵甲", "30", "本科", "某大学", "工程师", "培训"), ("钱乙", "41", "大专", "某学院", "", "财务")]


def card(person, heads=("姓名", "年龄", "学历", "毕业学校", "职称", "主管工作")):
    """Two heads to a row, each before its value."""
    laid = [text for pair in zip(heads, person, strict=True) for text in pair]
    return [laid[at : at + 4] for at in range(0, len(laid), 4)]


def found(*blocks):
    return listings(grids(document(list(blocks))))


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([table(card(PEOPLE[0])), table(card(PEOPLE[1]))], id="each-a-table"),
        pytest.param([table(card(PEOPLE[0])), "二", table(card(PEOPLE[1]))], id="with-a-line-between"),
        pytest.param([table(card(PEOPLE[0]) + card(PEOPLE[1]))], id="in-one-table"),
    ],
)
def test_a_card_is_a_row(blocks):
    (listing,) = found("人员名单", *blocks)
    assert [(row.values["name"], row.values["age"], row.values["title"]) for row in listing.rows] == [
        ("赵甲", 30, "工程师"),
        ("钱乙", 41, None),
    ]
    assert listing.rows[0].places["age"].cell == "表1!R1C4"


def test_a_card_alone_is_no_list_of_its_own():
    alone = grids(document([table(card(PEOPLE[0]))]))
    assert laid_together(alone) == alone


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["姓名", "年龄", "学历", "职称"], ["赵甲", "30", "本科", "工程师"]], id="a-list"),
        pytest.param(card(PEOPLE[0], ("姓名", "性别", "民族", "籍贯", "年龄", "党派")), id="asks-for-other-things"),
        pytest.param([["姓名", "赵甲"], ["年龄", "30"]], id="too-few-heads"),
        pytest.param([["姓名", "赵甲", "年龄", "30"], [None, None, None, None]], id="a-row-that-hangs-down"),
        pytest.param([["年龄", "30", "学历", "本科"], ["职称", "工程师", "毕业学校", "某"]], id="nobodys"),
    ],
)
def test_what_is_no_card(rows):
    made = grids(document([table(rows), table(rows)]))
    assert laid_together(made) == made


def test_cards_of_other_heads_begin_a_list_of_their_own():
    devices = card(("电脑", "2", "2020-01", "3.5"), ("设备名称", "数量", "购买时间", "购买价格"))
    found_lists = found(*(table(card(one)) for one in PEOPLE), table(devices), table(devices))
    assert [(one.table, len(one.rows)) for one in found_lists] == [("staff", 2), ("equipment", 2)]
