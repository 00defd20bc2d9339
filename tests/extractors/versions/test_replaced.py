"""Nothing rests on a paper that was replaced; a list that is set aside is told beside the one that counts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.stated import figure
from extractors.versions.replaced import of_replaced, of_version, other_lists, replaced_files
from schemas.locator import Locator
from schemas.trust import NONE, Doubt
from tests.extractors.versions.test_form_copies import WORD, reading
from tests.extractors.versions.test_lists_by_year import listing

OLD = reading("申报表（旧版）.docx", total_assets=Decimal(1))


def test_the_files_that_call_themselves_replaced():
    assert replaced_files([WORD, OLD]) == {"申报表（旧版）.docx"}


@pytest.mark.parametrize(
    ("places", "doubted"),
    [(("旧.docx",), True), (("旧.docx", "新.docx"), False), (("新.docx",), False)],
    ids=["all-of-it", "part-of-it", "none-of-it"],
)
def test_a_figure_that_rests_on_a_replaced_paper(places, doubted):
    stated = figure("total_assets", "audit", Decimal(1), "1", [Locator(file) for file in places])
    assert (Doubt.REPLACED in of_replaced(stated, frozenset({"旧.docx"})).doubts) is doubted


@pytest.mark.parametrize(
    ("sheet", "doubts"), [("2024", {Doubt.REPLACED}), ("2025", NONE), ("旧版", {Doubt.REPLACED}), ("名单", NONE)]
)
def test_a_list_without_a_newer_one(sheet, doubts):
    assert of_version([listing(sheet)], frozenset(), 2025) == doubts


def test_a_list_set_aside_is_told_with_its_year():
    (version,) = other_lists(
        {"enterprises": [listing("2025")]}, {"enterprises": [listing("2024"), replace(listing("2023"), rows=())]}
    )
    assert version.what == "服务企业名单"
    assert version.why == "（1 行）为 2024 年"
    assert not version.differences
