"""What the events point at: grounds of the regulation, for people to decide."""

from datetime import date

import pytest

from pipeline.standing.reckon.hints import hints
from tests.builders.standing import dues_of, event, holders_of, known


def pointed(*entries, as_of="2026-03-15"):
    day = date.fromisoformat(as_of)
    found = dues_of(*entries, since="2025-03-15", until=as_of, as_of=as_of)
    return [one.ground.id for one in hints(holders_of(*entries, as_of=day), found, day)]


def checked(day, result, inspector="bureau", rulebook="zhengzhou"):
    return event("inspection", day=day, result=result, inspector=inspector, rulebook=rulebook)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        pytest.param(["不合格", "不合格"], ["twice"], id="two-in-a-row"),
        pytest.param(["不合格"], [], id="only-one"),
        pytest.param(["不合格", "合格", "不合格"], [], id="one-between"),
        pytest.param(["合格", "不合格", "不合格"], ["twice"], id="the-last-two"),
        pytest.param(["不合格", "不合格", "合格"], [], id="put-right-since"),
    ],
)
def test_zhengzhou_two_failures_in_a_row(results, expected):
    checks = [checked(f"2025-0{at}-01", result) for at, result in enumerate(results, 4)]
    assert pointed(known("2024-06-30"), *checks) == expected


def test_the_countys_checks_do_not_count_among_the_citys():
    checks = [checked(f"2025-0{at}-01", "不合格", "recommender") for at in (4, 5)]
    assert pointed(known("2024-06-30"), *checks) == []


def test_liaocheng_a_countys_failed_check_points_at_article_20():
    failed = checked("2025-05-01", "不合格", "recommender", "liaocheng-2021")
    assert pointed(known("2024-06-30", "liaocheng-2021"), failed) == ["inspection"]


@pytest.mark.parametrize(("as_of", "expected"), [("2026-01-15", []), ("2026-01-16", ["silent"])])
def test_harbin_a_report_that_did_not_come(as_of, expected):
    assert pointed(known("2024-06-30", "harbin"), as_of=as_of) == expected


@pytest.mark.parametrize(("proven", "expected"), [(True, ["unlawful"]), (False, []), (None, [])])
def test_only_a_penalty_that_is_proven(proven, expected):
    fined = event("penalty", day="2025-05-01", source="某局", proven=proven, rulebook="zhengzhou")
    assert pointed(known("2024-06-30"), fined) == expected


def test_nobody_points_at_a_title_that_is_gone():
    fined = event("penalty", day="2025-05-01", source="某局", proven=True, rulebook="zhengzhou")
    gone = event("lost", day="2025-06-01", ground="unlawful", number="1", rulebook="zhengzhou")
    assert pointed(known("2024-06-30"), fined, gone) == []


def test_checks_under_an_earlier_title_do_not_count_on():
    failed = [checked(f"2024-0{at}-01", "不合格") for at in (4, 5)]
    assert pointed(known("2021-06-30"), *failed, known("2024-06-30")) == []
