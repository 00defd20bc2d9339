"""Several versions are told, with the one that counts; where they differ a person decides."""

from dataclasses import replace

from schemas.dossier import OtherVersion, VersionDifference
from schemas.locator import Locator
from schemas.status import Status
from tests.builders.contents import case, contents
from validators.remarks.versions import versions

WORD, SCAN = Locator("申报表.docx"), Locator("申报表.pdf")


def said(*others):
    return versions(case(replace(contents(), versions=others)))


def test_one_of_each_says_nothing():
    assert said() == []


def test_copies_that_differ_are_for_a_person():
    differing = (VersionDifference("上年末总资产", "326.40", "298.10", (WORD, SCAN)),)
    (found,) = said(OtherVersion("申报表", WORD, SCAN, "为同一表格的另一份", differences=differing))
    assert found.status is Status.REVIEW
    assert "采用“申报表.docx”" in found.message
    assert "上年末总资产（326.40 / 298.10）" in found.message
    assert set(found.evidence) == {WORD, SCAN}


def test_copies_that_agree_are_told_and_pass():
    (found,) = said(OtherVersion("申报表", WORD, SCAN, "为同一表格的另一份"))
    assert found.status is Status.PASS
    assert "“申报表.pdf”为同一表格的另一份，未采用" in found.message


def test_a_list_of_another_year_is_told_by_its_sheet():
    newer, older = Locator("名单.xlsx", sheet="2025"), Locator("名单.xlsx", sheet="2024")
    (found,) = said(OtherVersion("服务企业名单", newer, older, "（136 行）为 2024 年"))
    assert found.status is Status.PASS
    assert "工作表“2024”（136 行）为 2024 年" in found.message


def test_what_was_read_with_doubt_is_said_to_differ_perhaps():
    unsure = VersionDifference("从业人数", "25", "28", (WORD, SCAN), sure=False)
    surely = VersionDifference("上年末总资产", "326.40", "298.10", (WORD, SCAN))
    (found,) = said(OtherVersion("申报表", WORD, SCAN, "为同一表格的另一份", differences=(surely, unsure)))
    assert found.status is Status.REVIEW
    assert "两份所填不同：上年末总资产（326.40 / 298.10）" in found.message
    assert "辨认不清，所填可能不同：从业人数（25 / 28）" in found.message
