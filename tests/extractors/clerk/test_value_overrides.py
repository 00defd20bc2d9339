"""A clerk's corrections: taken over with their place, marked, and left aside once the paper has changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractors.clerk.value_overrides import UnfitError, lay_over, lay_over_figures, marked, parsed
from schemas.clerk_input import NOT_READ, Correction, CorrectionStatus, in_words, print_on, title_of
from schemas.locator import Locator
from schemas.trust import NONE
from tests.builders.contents import entry, figure, person, place, rows

DAY = date(2026, 3, 20)
HASHES = {"申报表.docx": "a" * 64, "staff.xlsx": "b" * 64, "audit.pdf": "c" * 64}
ASSETS = entry("total_assets", 3205)
RESTS = print_on(HASHES["申报表.docx"], ASSETS.evidence, "3205")


def correction(what: str, value: str, evidence: str = "", **more: object) -> Correction:
    return Correction(what, value, "经办人示例", DAY, "原件如此", evidence, **more)  # type: ignore[arg-type]


def over(*given: Correction, staff: str | None = None, form: Locator | None = None) -> tuple[object, object]:
    laid = lay_over(given, [ASSETS], {"staff": rows("staff", person("赵示例", title=staff))}, HASHES, form)
    return laid, laid.amended[0]


def test_a_corrected_blank_keeps_its_place_and_tells_what_was_read() -> None:
    laid, amended = over(correction("application.total_assets", "320.5", RESTS))
    made = laid.entries[0]
    assert (made.value, made.evidence, made.doubts) == (Decimal("320.5"), ASSETS.evidence, NONE)
    assert (amended.standing, amended.read, amended.value) == (CorrectionStatus.APPLIED, "3205", "320.5")


@pytest.mark.parametrize(
    "rests",
    [
        pytest.param(print_on("f" * 64, ASSETS.evidence, "3205"), id="another-file"),
        pytest.param(print_on(HASHES["申报表.docx"], place(cell="别处"), "3205"), id="another-place"),
        pytest.param(print_on(HASHES["申报表.docx"], ASSETS.evidence, "3200"), id="another-text"),
        pytest.param(NOT_READ, id="nothing-was-read-then"),
    ],
)
def test_a_correction_of_what_has_changed_since_is_not_applied(rests: str) -> None:
    laid, amended = over(correction("application.total_assets", "320.5", rests))
    assert (amended.standing, laid.entries) == (CorrectionStatus.STALE, [ASSETS])
    assert amended.rests == RESTS


def test_a_correction_written_by_hand_need_not_know_the_print() -> None:
    assert over(correction("application.total_assets", "320.5"))[1].applied


def test_a_blank_that_was_not_read_stands_where_the_form_stands() -> None:
    form = place(cell="表1!R1C1")
    laid, amended = over(correction("application.staff_count", "12", NOT_READ), form=form)
    assert [made.key for made in laid.entries] == ["total_assets", "staff_count"]
    assert (laid.entries[1].evidence, amended.read) == (form, "")
    assert over(correction("application.staff_count", "12", NOT_READ))[1].standing is CorrectionStatus.ABSENT


def test_a_cell_of_a_list() -> None:
    laid, amended = over(correction("tables.staff.1.title", "工程师"), staff="工程帅")
    row = laid.rows["staff"][0]
    assert (row.values["title"], row.places["title"].cell, row.values["name"]) == ("工程师", "title1", "赵示例")
    assert (amended.read, amended.place) == ("工程帅", row.places["title"])


@pytest.mark.parametrize(
    ("what", "value", "standing"),
    [
        ("tables.staff.1.age", "三十", CorrectionStatus.APPLIED),
        ("tables.staff.1.age", "年轻", CorrectionStatus.UNFIT),
        ("tables.staff.2.age", "30", CorrectionStatus.ABSENT),
        ("tables.staff.0.age", "30", CorrectionStatus.ABSENT),
        ("tables.staff.1.wage", "30", CorrectionStatus.ABSENT),
        ("tables.people.1.age", "30", CorrectionStatus.ABSENT),
        ("application.total_assets", "很多", CorrectionStatus.UNFIT),
        ("application.wealth", "1", CorrectionStatus.ABSENT),
        ("application.total_assets", "", CorrectionStatus.APPLIED),
    ],
)
def test_what_a_correction_may_say(what: str, value: str, standing: CorrectionStatus) -> None:
    assert over(correction(what, value))[1].standing is standing


def test_a_figure_of_a_statement_is_replaced_by_the_clerks() -> None:
    read = [figure("revenue", 90, "audit"), figure("revenue", 80, "form"), figure("revenue", 95, "audit")]
    laid, (amended,) = lay_over_figures([correction("figures.revenue.audit", "117.08万元")], read, HASHES)
    assert [(one.source, str(one.value), one.corrected) for one in laid] == [
        ("audit", "117.08", "90、95 万元"),
        ("form", "80", ""),
    ]
    assert (laid[0].evidence, amended.read) == (read[0].evidence, "90、95")


@pytest.mark.parametrize(
    ("file", "standing"), [("audit.pdf", CorrectionStatus.APPLIED), ("无.pdf", CorrectionStatus.ABSENT)]
)
def test_a_figure_that_was_not_read_needs_its_place(file: str, standing: CorrectionStatus) -> None:
    given = correction("figures.revenue.audit", "117", file=file, page=3)
    laid, (amended,) = lay_over_figures([given], [], HASHES)
    assert amended.standing is standing
    assert [(one.evidence[0].page, one.corrected) for one in laid] == ([(3, "未读到")] if amended.applied else [])


def test_only_figures_that_came_out_otherwise_are_marked() -> None:
    before = [figure("staff_count", 12, "roster"), figure("qualified_staff_count", 9, "roster")]
    after = [figure("staff_count", 12, "roster"), figure("qualified_staff_count", 10, "roster")]
    assert [one.corrected for one in marked(after, before)] == ["", "9 人"]
    assert [one.corrected for one in marked(after, [])] == ["未读到", "未读到"]


@pytest.mark.parametrize(
    ("what", "text", "value"),
    [
        ("tables.enterprises.1.satisfied", "是", True),
        ("tables.enterprises.1.phone", "013800000000", "013800000000"),
        ("tables.equipment.1.purchased_on", "2024年3月", "2024-03"),
        ("application.registered_on", "2014.2.21", "2014-02-21"),
        ("application.total_assets", "3,205,000元", Decimal("320.5")),
        ("application.total_assets", "无", None),
        ("figures.registered_on.licence", "2014年2月21日", "2014-02-21"),
        ("figures.enterprise_growth.form.operations", "是", True),
        ("figures.registered_in.licence", "郑州市金水区", "河南省郑州市金水区"),
    ],
)
def test_the_clerks_words_are_read_as_the_places_own_kind(what: str, text: str, value: object) -> None:
    assert parsed(what, text) == value


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("application.registered_on", "去年"),
        ("figures.revenue.audit", ""),
        ("figures.wealth.audit", "1"),
        ("figures.registered_in.licence", "示例大道一号"),
        ("figures.registered_in.licence", "鼓楼区"),
        ("tables.enterprises.1.satisfied", "大概"),
        ("tables.operations.1.year", "九"),
    ],
)
def test_words_that_are_no_such_value(what: str, text: str) -> None:
    with pytest.raises(UnfitError):
        parsed(what, text)


@pytest.mark.parametrize(
    ("value", "words"),
    [(Decimal("320.50"), "320.5"), (320.5, "320.5"), (12, "12"), (True, "是"), (None, ""), (Decimal("1E+2"), "100")],
)
def test_a_value_has_the_same_words_from_a_frame_and_from_json(value: object, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("what", "title"),
    [
        ("application.total_assets", "申报表：上年末总资产"),
        ("tables.staff.3.title", "人员名单第 3 行：职称"),
        ("figures.revenue.audit", "营业收入（审计报告）"),
        ("figures.enterprise_growth.form.operations", "近两年服务企业数量增长（申报表年度运营表）"),
        ("无此栏", "无此栏"),
    ],
)
def test_what_is_corrected_has_a_name(what: str, title: str) -> None:
    assert title_of(what) == title
