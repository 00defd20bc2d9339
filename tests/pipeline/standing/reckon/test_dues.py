"""What is due, by whom, by when: worked out by hand from the articles of the five texts."""

import pytest

from tests.builders.standing import dues_of, event, known


def days(found, kind="report", by=None):
    return [(due.period, str(due.day)) for due in found if due.kind == kind and by in (None, due.by)]


def test_liaocheng_counties_report_by_the_25th_of_the_next_month():
    found = dues_of(known("2023-06-30", "liaocheng-2021"), since="2025-01-01", until="2026-01-31")
    assert days(found, by="recommender") == [
        ("2024Q4", "2025-01-25"),
        ("2025Q1", "2025-04-25"),
        ("2025Q2", "2025-07-25"),
        ("2025Q3", "2025-10-25"),
        ("2025Q4", "2026-01-25"),
    ]


def test_a_25th_that_is_a_sunday_is_named_with_the_next_working_day():
    found = dues_of(known("2024-06-30", "liaocheng-2021"), since="2026-01-20", until="2026-01-31")
    (due,) = [one for one in found if one.by == "recommender" and one.kind == "report"]
    assert (str(due.day), str(due.next_working)) == ("2026-01-25", "2026-01-26")


def test_the_fourth_quarter_brings_summary_and_plan():
    found = dues_of(known("2024-06-30", "liaocheng-2021"), since="2025-10-01", until="2026-01-31")
    whats = {due.period: due.what for due in found if due.by == "recommender" and due.kind == "report"}
    assert "下年度工作计划" in whats["2025Q4"]
    assert "下年度工作计划" not in whats["2025Q3"]


@pytest.mark.parametrize(
    ("rulebook", "by", "expected"),
    [
        ("harbin", "platform", ("2025", "2026-01-15")),
        ("national-2017", "platform", ("2025", "2026-02-28")),
        ("national-2017", "recommender", ("2025", "2026-03-31")),
        ("zhengzhou", "recommender", ("2025", "2026-01-31")),
    ],
)
def test_yearly_reports(rulebook, by, expected):
    assert days(dues_of(known("2024-06-30", rulebook), since="2026-01-01", until="2026-06-30"), by=by) == [expected]


def test_the_end_of_february_in_a_leap_year():
    found = dues_of(known("2022-06-30", "national-2017"), since="2024-02-01", until="2024-03-01")
    assert days(found, by="platform") == [("2023", "2024-02-29")]


def test_zhengzhou_counties_report_the_first_half_only():
    found = dues_of(known("2024-06-30", "zhengzhou"), since="2025-01-01", until="2026-01-31")
    assert days(found, by="recommender") == [("2024", "2025-01-31"), ("2025H1", "2025-07-31"), ("2025", "2026-01-31")]


def test_a_report_without_a_day_in_the_text_has_none():
    (due,) = [
        one
        for one in dues_of(known("2024-06-30", "qinhuangdao-2020"), since="2025-12-01", until="2026-01-31")
        if one.kind == "report"
    ]
    assert due.day is None
    assert "没有写报送期限" in due.note


def received(period, day, **facts):
    return event("report", period=period, received=day, rulebook="harbin", **facts)


@pytest.mark.parametrize(
    ("day", "late"),
    [("2026-01-15", 0), ("2026-01-16", 1), ("2026-02-01", 17)],
    ids=["on-the-day", "a-day-late", "late"],
)
def test_a_report_received_is_done_and_its_delay_known(day, late):
    title = known("2024-06-30", "harbin")
    found = dues_of(title, received("2025", day), since="2026-01-01", until="2026-02-28")
    (due,) = [one for one in found if one.kind == "report"]
    assert str(due.done) == day
    assert due.overdue(due.done) == late


def test_another_periods_report_does_not_do():
    found = dues_of(
        known("2024-06-30", "harbin"), received("2024", "2026-01-10"), since="2026-01-01", until="2026-02-28"
    )
    assert [due.done for due in found if due.kind == "report"] == [None]


def test_a_report_is_found_by_code_though_the_name_changed():
    code = "91410105MA3982595E"
    title = known("2024-06-30", "harbin", code=code)
    renamed = event("changed", code=code, since="2025-09-01", rulebook="harbin") | {"name": "新名称有限公司"}
    came = received("2025", "2026-01-10", code=code, name="新名称有限公司")
    found = dues_of(title, renamed, came, since="2026-01-01", until="2026-02-28")
    assert [str(due.done) for due in found if due.kind == "report"] == ["2026-01-10"]


def test_a_title_that_ended_before_the_period_did_owes_no_report():
    found = dues_of(known("2023-06-29", "liaocheng-2021"), since="2026-07-01", until="2026-12-31")
    assert days(found) == []


def test_a_title_held_to_the_last_day_of_the_quarter_owes_its_report():
    found = dues_of(known("2023-06-30", "liaocheng-2021"), since="2026-07-01", until="2026-12-31")
    assert days(found, by="recommender") == [("2026Q2", "2026-07-25")]


def test_a_title_lost_owes_nothing_after():
    gone = event("lost", day="2025-08-01", ground="unlawful", number="1", rulebook="liaocheng-2021")
    found = dues_of(known("2024-06-30", "liaocheng-2021"), gone, since="2025-07-01", until="2026-12-31")
    assert days(found, by="recommender") == [("2025Q2", "2025-07-25")]


def test_one_county_owes_one_report_for_all_its_platforms():
    titles = [
        known("2024-06-30", name=f"样例{at}", county=county) for at, county in enumerate(["甲区", "甲区", "乙区"])
    ]
    found = dues_of(*titles, since="2025-07-01", until="2025-07-31")
    assert [due.subject for due in found if due.kind == "report"] == ["乙区", "甲区"]


def test_a_countys_report_is_received_for_the_county():
    title = known("2024-06-30", county="甲区")
    came = {"event": "report", "county": "甲区", "rulebook": "zhengzhou", "period": "2025H1", "received": "2025-07-30"}
    (due,) = [one for one in dues_of(title, came, since="2025-07-01", until="2025-07-31") if one.kind == "report"]
    assert str(due.done) == "2025-07-30"


def inspected(day, result="合格", inspector="recommender"):
    return event("inspection", day=day, result=result, inspector=inspector, rulebook="zhengzhou")


@pytest.mark.parametrize(
    ("day", "done"), [("2025-06-30", True), ("2025-07-01", False), ("2025-01-01", True), ("2024-12-31", False)]
)
def test_zhengzhou_counties_check_each_half_year(day, done):
    found = dues_of(known("2024-06-30"), inspected(day), since="2025-06-30", until="2025-06-30")
    (due,) = [one for one in found if one.kind == "inspection"]
    assert (due.done is not None) == done
    assert str(due.day) == "2025-06-30"


def test_the_citys_spot_check_does_not_stand_for_the_countys():
    found = dues_of(
        known("2024-06-30"), inspected("2025-03-01", inspector="bureau"), since="2025-06-30", until="2025-06-30"
    )
    assert [due.done for due in found if due.kind == "inspection"] == [None]


def test_harbin_assesses_every_platform_every_year():
    found = dues_of(known("2024-06-30", "harbin"), since="2025-12-31", until="2025-12-31")
    assert [(due.by, due.subject) for due in found if due.kind == "inspection"] == [("bureau", "样例科技服务有限公司")]


def test_qinhuangdao_checks_once_a_year_not_every_platform():
    titles = [known("2024-06-30", "qinhuangdao-2020", name=f"样例{at}") for at in range(3)]
    found = dues_of(*titles, since="2025-12-31", until="2025-12-31")
    assert len([due for due in found if due.kind == "inspection"]) == 1


def test_the_end_of_a_title_and_a_recheck_are_due():
    assert days(dues_of(known("2023-06-30"), since="2026-01-01", until="2026-12-31", as_of="2026-01-10"), "expiry") == [
        ("", "2026-06-30")
    ]
    found = dues_of(known("2023-06-30", "qinhuangdao-2020"), since="2026-01-01", until="2026-12-31", as_of="2026-01-10")
    assert days(found, "recheck") == [("", "2026-06-30")]


def test_a_day_in_a_year_not_loaded_says_that_it_was_not_checked():
    found = dues_of(known("2024-06-30", "harbin"), since="2027-01-01", until="2027-01-31")
    (due,) = [one for one in found if one.kind == "report"]
    assert str(due.day) == "2027-01-15"
    assert "2027 年放假安排未载入" in due.note


def test_a_report_under_the_former_name_is_found_without_a_code():
    came = received("2025", "2026-01-10", name="旧名称有限公司")
    renamed = event("changed", name="旧名称有限公司", since="2026-01-12", rulebook="harbin") | {
        "name": "新名称有限公司"
    }
    title = known("2024-06-30", "harbin", name="旧名称有限公司")
    found = dues_of(title, came, renamed, since="2026-01-01", until="2026-02-28")
    assert [str(due.done) for due in found if due.kind == "report"] == ["2026-01-10"]
