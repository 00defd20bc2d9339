"""Lists that went public: the last of n working days, sites that are lacking, objections of this list alone."""

from datetime import date

import pytest

from console.results.standing.publicities import publicities
from pipeline.standing.ledger.record import ReportedEvent
from pipeline.standing.overview import overview
from tests.builders.ledger import code, known, put


def listed(tmp_path, rulebook, first, **facts):
    folder = tmp_path / "台账"
    put(folder, known("甲公司", "2020-01-10", rulebook, number=1, county="甲区"))
    put(folder, ReportedEvent(code(1), "publicity", {"first_day": first, **facts}))
    return folder


@pytest.mark.parametrize(
    ("rulebook", "first", "days", "until"),
    [
        # Spring Festival 2026: off 15 to 23 February, worked on Saturday the 14th and the 28th.
        ("harbin", "2026-02-12", None, date(2026, 2, 26)),
        ("harbin", "2026-02-13", None, date(2026, 2, 27)),
        # fifteen working days over the first of May, off 1 to 5, worked on Saturday 9.
        ("national-2017", "2026-04-20", None, date(2026, 5, 13)),
        # a text that names no number takes the one that a person tells
        ("zhengzhou", "2026-06-01", 7, date(2026, 6, 10)),
    ],
)
def test_the_last_day_of_a_list(tmp_path, rulebook, first, days, until):
    told = {} if days is None else {"working_days": days}
    (found,) = publicities(overview(listed(tmp_path, rulebook, first, **told), date.fromisoformat(first)))
    assert found.until == until


def test_without_a_number_and_in_a_year_that_is_not_loaded_no_day_is_guessed(tmp_path):
    (unknown,) = publicities(overview(listed(tmp_path / "a", "zhengzhou", "2026-06-01"), date(2026, 6, 2)))
    assert (unknown.until, "没有写公示几个工作日" in unknown.why) == (None, True)
    (later,) = publicities(overview(listed(tmp_path / "b", "harbin", "2031-06-02"), date(2031, 6, 3)))
    assert (later.until, "2031 年放假安排未载入" in later.why) == (None, True)


def test_sites_that_the_article_names_and_nobody_recorded(tmp_path):
    folder = listed(tmp_path, "harbin", "2026-02-12", sites=["市工业和信息化局网站"])
    (found,) = publicities(overview(folder, date(2026, 2, 20)))
    assert list(found.lacking) == ["中国中小企业哈尔滨网"]


def test_an_objection_belongs_to_the_list_before_it(tmp_path):
    folder = listed(tmp_path, "harbin", "2026-02-12")
    put(folder, ReportedEvent(code(1), "publicity", {"day": "2026-02-27", "objections": "无"}))
    put(folder, ReportedEvent(code(1), "publicity", {"first_day": "2026-05-11"}))
    later, first = publicities(overview(folder, date(2026, 6, 1)))
    assert [event.text("objections") for event in first.platforms[0].objections] == ["无"]
    assert first.unasked == []
    assert later.unasked == list(later.platforms)


def test_who_holds_a_title_since_is_recognised(tmp_path):
    folder = listed(tmp_path, "harbin", "2026-02-12")
    assert publicities(overview(folder, date(2026, 3, 1)))[0].recognised == 0
    put(folder, known("甲公司", "2026-03-10", "harbin", number=1, county="甲区"))
    assert publicities(overview(folder, date(2026, 3, 9)))[0].recognised == 0
    assert publicities(overview(folder, date(2026, 3, 10)))[0].recognised == 1
