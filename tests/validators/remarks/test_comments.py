"""Comments are quoted; where one hangs on a value, a person decides which of the two counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.dossier import HungComment
from schemas.locator import Locator
from schemas.status import Status
from tests.builders.contents import case, contents
from validators.remarks.comments import comments

PLACE = Locator("申报表.docx", cell="表1!R2C2", text="应为12")


def said(*hung):
    return comments(case(replace(contents(), comments=hung)))


def test_no_comment_says_nothing():
    assert said() == []


def test_a_comment_on_a_value_is_for_a_person():
    (found,) = said(HungComment(PLACE, "从业人数", "11"), HungComment(Locator("申报表.docx", text="请盖章")))
    assert found.status is Status.REVIEW
    assert "从业人数（所填“11”）处有批注“应为12”" in found.message
    assert "请盖章" not in found.message
    assert found.evidence == (PLACE,)


def test_a_comment_on_an_empty_blank_quotes_no_value():
    (found,) = said(HungComment(PLACE, "从业人数", ""))
    assert "从业人数处有批注“应为12”" in found.message


def test_a_comment_elsewhere_is_told_and_passes():
    (found,) = said(HungComment(Locator("申报表.docx", text="请盖章")))
    assert found.status is Status.PASS
    assert "“申报表.docx”“请盖章”" in found.message


@pytest.mark.parametrize(("length", "whole"), [(30, True), (31, False)])
def test_a_long_comment_is_quoted_short(length, whole):
    (found,) = said(HungComment(replace(PLACE, text="字" * length), "从业人数", "11"))
    assert ("…" not in found.message) is whole
