"""联系人及电话 in one column is both: the telephones are the telephone, the rest is the contact."""

import pytest

from extractors.content.tables import grids
from extractors.lists.find import listings
from extractors.lists.shared_column import part_for
from schemas.tables import Column
from tests.builders.documents import document, table

PHONE, CONTACT = Column("phone", "联系电话", "phone"), Column("contact", "联系人")


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
    assert (part_for(CONTACT, text), part_for(PHONE, text)) == (contact, phone)


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
