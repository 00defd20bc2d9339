"""What of a paper is asked besides that it is there."""

import pytest

from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from tests.builders.language import RULEBOOK, write_language


def materials(folder, old="", new=""):
    book = parse(write_language(folder, RULEBOOK.replace(old, new) if old else RULEBOOK)).rulebook
    return {one.item: one for one in book.procedures["application"].materials}


def test_numbers_years_and_terms(tmp_path):
    found = materials(tmp_path)
    assert (found["4.3"].count, found["4.2"].years) == (3, 2)
    assert (found["4.4"].validity.on_day, found["4.5"].validity.years) == (True, 3)
    assert found["4.6"].needed.way == "points"
    assert (found["4.1"].count, found["4.1"].years, found["4.1"].validity, found["4.1"].needed) == (1, 0, None, None)


@pytest.mark.parametrize(
    ("when", "field", "value"),
    [
        ("{for: 珠三角}", "whom", None),
        ("{filled: website}", "blank", "website"),
        ("{empty: website}", "filled", False),
        ("{unmet: debt_ratio}", "met", False),
    ],
)
def test_when_it_is_asked_for(tmp_path, when, field, value):
    needed = materials(tmp_path, "{way: points}", when)["4.6"].needed
    assert getattr(needed, field) is not None if value is None else getattr(needed, field) == value


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("count: 3", "count: 1", "2 以上的整数"),
        ("years: 2}", "years: 0}", "1 以上的整数"),
        ("valid_on: reckoning", "valid_on: today", "只能写 reckoning"),
        ("{way: points}", "{way: points, for: 珠三角}", "只写一个"),
        ("{way: points}", "{way: by_points}", "direct"),
        ('"4.6"', '"四.6"', "材料的编号写作"),
    ],
)
def test_what_is_amiss(tmp_path, old, new, said):
    with pytest.raises(RulebookError, match=said):
        materials(tmp_path, old, new)
