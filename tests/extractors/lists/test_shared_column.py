"""联系人及电话 in one column is both: the telephones are the telephone, the rest is the contact."""

import pytest

from extractors.content.tables import grids
from extractors.lists.find import listings
from extractors.lists.shared_column import part_for
from schemas.tables import Column
from schemas.trust import Doubt
from tests.builders.documents import document, table

PHONE, CONTACT = Column("phone", "联系电话", "phone"), Column("contact", "联系人")
BOTH = ("contact", "phone")
STAFF = ["姓名", "年龄"]


@pytest.mark.parametrize(
    ("text", "contact", "phone"),
    [
        pytest.param("赵甲 19900000001", "赵甲", "19900000001", id="a-blank-between"),
        pytest.param("赵甲19900000001", "赵甲", "19900000001", id="nothing-between"),
        pytest.param("赵甲（19900000001）", "赵甲", "19900000001", id="in-brackets"),
        pytest.param("19900000001\n赵甲", "赵甲", "19900000001", id="the-number-first"),
        pytest.param("赵甲/0451-55502635", "赵甲", "0451-55502635", id="a-landline"),
        pytest.param("赵甲 0451-55502635、19900000001", "赵甲", "0451-55502635、19900000001", id="two-numbers"),
        pytest.param("赵甲", "赵甲", "", id="a-name-alone"),
        pytest.param("19900000001", "", "19900000001", id="a-number-alone"),
    ],
)
def test_the_parts_of_a_cell(text, contact, phone):
    assert (part_for(CONTACT, BOTH, text), part_for(PHONE, BOTH, text)) == (contact, phone)


@pytest.mark.parametrize(
    ("head", "shared"),
    [
        pytest.param("联系人及电话", True, id="and"),
        pytest.param("联系人/联系电话", True, id="a-stroke"),
        pytest.param("联系人（电话）", True, id="in-brackets"),
        pytest.param("联系人、联系方式", True, id="a-pause"),
        pytest.param("联系人电话", False, id="the-telephone-of-the-contact"),
        pytest.param("联系电话", False, id="a-telephone"),
    ],
)
def test_which_head_names_both(head, shared):
    rows = [["企业名称", head, "服务项目", "满意度"], ["甲公司", "赵甲 19900000001", "培训", "满意"]]
    (listing,) = listings(grids(document([table(rows)])))
    assert ("contact" in listing.heads and "phone" in listing.heads) is shared
    if shared:
        assert (listing.rows[0].values["contact"], listing.rows[0].values["phone"]) == ("赵甲", "19900000001")


def test_a_list_with_a_column_for_each_shares_none():
    rows = [["企业名称", "联系人", "联系电话", "服务项目"], ["甲公司", "赵甲1班", "19900000001", "培训"]]
    (listing,) = listings(grids(document([table(rows)])))
    assert listing.rows[0].values["contact"] == "赵甲1班"


def row_under(head, text, *more):
    (listing,) = listings(
        grids(document([table([[*STAFF, head, *more], ["赵甲", "30", text, *(["本科"] * len(more))]])]))
    )
    return listing.rows[0]


@pytest.mark.parametrize(
    ("head", "text", "values"),
    [
        pytest.param("学历及毕业院校", "本科（某大学）", {"education": "本科", "school": "某大学"}, id="in-brackets"),
        pytest.param(
            "毕业院校/学历", "某大学/本科", {"education": "本科", "school": "某大学"}, id="the-other-way-round"
        ),
    ],
)
def test_a_cell_falls_into_the_parts_that_its_head_names(head, text, values):
    assert {key: row_under(head, text, "职称").values[key] for key in values} == values


@pytest.mark.parametrize(
    ("head", "text"),
    [("职务/职称", "总经理/工程师"), ("职称（职务）", "工程师（总经理）"), ("岗位及职称", "总经理 工程师")],
)
def test_post_and_title_in_one_column(head, text):
    row = row_under(head, text, "学历")
    assert (row.values["duty"], row.values["title"]) == ("总经理", "工程师")
    assert not row.places["title"].doubts


@pytest.mark.parametrize("text", ["工程师", "总经理/党支部书记/工程师"])
def test_a_cell_that_does_not_is_left_to_people(text):
    row = row_under("职务/职称", text, "学历")
    assert row.values["duty"] == row.values["title"] == text
    assert Doubt.OWN_WORDS in row.places["title"].doubts


def test_an_empty_cell_is_empty_in_both():
    row = row_under("职务/职称", "", "学历")
    assert row.values["duty"] is row.values["title"] is None
    assert not row.places["title"].doubts
