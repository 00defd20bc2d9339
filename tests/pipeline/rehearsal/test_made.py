"""The facts of a made-up dossier state the amounts that they were made from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pipeline.rehearsal.amounts import complete
from pipeline.rehearsal.made import made, prose, registered_on, town_of
from pipeline.rulebook.find import load

HARBIN = load("harbin")


def of(amounts):
    return made(HARBIN, HARBIN.procedures["application"], amounts).facts


def test_lists_and_blanks_agree():
    amounts = complete(HARBIN)
    facts = of(amounts)
    assert len(facts.tables["staff"]) == amounts.whole("staff_count") == int(facts.fields["staff_count"])
    assert len(facts.tables["enterprises"]) == amounts.whole("enterprises_served")
    assert facts.tables["operations"][-1]["enterprises_served"] == str(amounts.whole("enterprises_served"))


def test_a_share_just_too_small_is_one_head_short():
    facts = of(complete(HARBIN).but("satisfaction", Decimal(79)))
    content = sum(row["satisfied"] == "是" for row in facts.tables["enterprises"])
    rated = len(facts.tables["enterprises"])
    assert content * 100 < 80 * rated <= (content + 1) * 100


def test_a_year_is_not_full_on_the_day_before_its_anniversary():
    assert registered_on(complete(HARBIN).but("operating_years", Decimal(0))) == date(2025, 3, 10)
    assert registered_on(complete(HARBIN).but("operating_years", Decimal(2))) == date(2023, 3, 10)


def test_a_number_that_falls_and_an_applicant_from_elsewhere():
    facts = of(complete(HARBIN).turn("enterprise_growth"))
    served = [int(row["enterprises_served"]) for row in facts.tables["operations"]]
    assert served == sorted(served, reverse=True)
    assert "哈尔滨" not in of(complete(HARBIN).turn("registered_in")).fields["registered_address"]


def test_the_report_claims_the_functions_and_states_their_numbers_for_its_kind():
    said = "".join(prose(HARBIN, complete(HARBIN, "managers")))
    assert "信息服务、技术服务" in said
    assert "培训中小企业管理者" in said
    assert "培训中小企业员工" not in said


def test_a_regulation_of_the_whole_country_or_of_no_known_place_gets_a_city():
    assert town_of(load("national-2017")).city == "合肥市"
    assert town_of(HARBIN).city == "哈尔滨市"
