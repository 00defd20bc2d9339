"""Who is who: codes, names, former names, namesakes."""

from tests.builders.standing import event, holders_of, known

CODE, OTHER = "91410105MA3982595E", "91410105MA1907487P"


def test_a_title_by_name_and_one_by_code_are_one_platform():
    (holder,) = holders_of(known("2020-06-30", name="甲公司"), known("2023-06-30", name="甲公司", code=CODE))
    assert (holder.code, len(holder.titles)) == (CODE, 2)


def test_widths_and_brackets_make_no_other_name():
    assert len(holders_of(known("2020-06-30", name="甲（样例）公司"), known("2023-06-30", name="甲(样例) 公司"))) == 1


def test_two_codes_under_one_name_stay_apart_with_a_doubt():
    one, two = holders_of(known("2023-06-30", name="甲公司", code=CODE), known("2023-06-30", name="甲公司", code=OTHER))
    assert (one.code, two.code) == (CODE, OTHER)
    assert "同名" in two.doubts[0]


def test_another_name_under_one_code_is_a_doubt():
    (holder,) = holders_of(known("2020-06-30", name="甲公司", code=CODE), known("2023-06-30", name="乙公司", code=CODE))
    assert "更名" in holder.doubts[0]


def test_a_change_of_name_is_followed():
    changed = event("changed", name="甲公司", code=CODE, since="2024-01-01", rulebook="zhengzhou")
    changed["name"] = "乙公司"
    later = event("report", name="乙公司", period="2024", received="2025-01-10", rulebook="zhengzhou")
    (holder,) = holders_of(known("2023-06-30", name="甲公司", code=CODE), changed, later)
    assert (holder.name, holder.former) == ("乙公司", ("甲公司",))
    assert holder.doubts == ()
    assert [one.kind for one in holder.events] == ["known", "changed", "report"]


def test_one_platform_under_two_regulations_is_two_holders():
    found = holders_of(known("2023-06-30", name="甲公司"), known("2024-06-30", "national-2017", name="甲公司"))
    assert [holder.rulebook.id for holder in found] == ["zhengzhou", "national-2017"]
