"""A sheet that was copied before it was changed is no second part of the list."""

import pytest

from extractors.lists.listing import Listing
from extractors.versions.list_copies import of_copies, without_copies
from schemas.locator import Locator
from schemas.tables import Row
from schemas.trust import NONE, Doubt

PLACE = Locator("名单.xlsx")


def listing(names, sheet, file="名单.xlsx"):
    rows = tuple(Row({"name": name}, PLACE, {}) for name in names)
    return Listing("staff", "", rows, Locator(file), {}, {}, (1, 1), sheet)


@pytest.mark.parametrize(
    ("sheet", "names", "copied"),
    [
        pytest.param("名单 (2)", "甲乙丙", True, id="fewer-of-the-same"),
        pytest.param("Sheet2", "甲乙丙", True, id="whatever-its-name"),
        pytest.param("名单 (2)", "甲乙戊", True, id="most-of-them-under-a-copys-name"),
        pytest.param("服务人员", "甲戊己", False, id="one-in-common"),
        pytest.param("名单 (2)", "戊己庚", False, id="others-under-a-copys-name"),
        pytest.param("名单 (2)", "甲乙", False, id="too-few-to-tell"),
    ],
)
def test_which_sheet_is_a_copy(sheet, names, copied):
    own = listing("甲乙丙丁", "名单")
    other = listing(names, sheet)
    assert without_copies([other, own]) == (([own], [other]) if copied else ([other, own], []))


def test_lists_of_two_files_are_not_compared():
    both = [listing("甲乙丙丁", "名单"), listing("甲乙丙", "名单", file="另一份.xlsx")]
    assert without_copies(both) == (both, [])


def test_a_copy_with_other_rows_leaves_a_doubt_and_an_equal_one_none():
    own = listing("甲乙丙丁", "名单")
    assert of_copies([own], [listing("甲乙丙", "名单 (2)")]) == {Doubt.OTHER_COPY}
    assert of_copies([own], [listing("甲乙丙丁", "名单 (2)")]) == NONE
