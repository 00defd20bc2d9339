"""What stands around the rows of a letter: what the office wrote down of itself, or a blank for the clerk."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest

from pipeline.letters import letter_docx
from pipeline.letters.letter import LetterHead, asked_for, called_for
from pipeline.results.batch import ReportContext
from schemas.days.rounds import Round
from schemas.office import NO_OFFICE, Office
from schemas.status import VerdictStatus
from tests.builders.reports import screening

OFFICE = Office(
    name="样例市工业和信息化局",
    sign="样工信",
    signs={"supplement": "样工信补"},
    contact="王示例",
    telephone="0000-1234567",
    address="样例路1号",
    how="窗口或邮寄方式",
    days=5,
    answer_days=10,
)


def said(office: Office, kind: str) -> str:
    data = letter_docx.document(asked_for(ReportContext(screening(), office=office), kind))
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize(("kind", "sign"), [("supplement", "样工信补"), ("query", "样工信"), ("ineligible", "样工信")])
def test_what_is_the_same_in_every_letter_is_filled_in(kind: str, sign: str) -> None:
    text = said(OFFICE, kind)
    assert f"{sign}〔【年份】〕【序号】号" in text
    assert "样例市工业和信息化局（盖章）" in text
    assert "联系人：王示例    联系电话：0000-1234567    地址：样例路1号" in text
    assert "以窗口或邮寄方式提交" in text
    assert ("10 个工作日内" if kind == "ineligible" else "5 个工作日内") in text


@pytest.mark.parametrize(("kind", "filled"), [("supplement", 10), ("ineligible", 9)])
def test_how_many_blanks_an_office_saves(kind: str, filled: int) -> None:
    blanks = [len(re.findall("【[^】]*】", said(office, kind))) for office in (NO_OFFICE, OFFICE)]
    assert blanks[0] - blanks[1] == filled


def test_without_an_office_the_blanks_are_as_they_were() -> None:
    assert "【机关代字】〔【年份】〕【序号】号" in said(NO_OFFICE, "supplement")
    assert "【机关名称】（盖章）" in said(NO_OFFICE, "supplement")


def test_the_days_of_the_round_stand_above_those_of_the_office() -> None:
    of = replace(screening(), round=Round(supplement_days=3))
    assert asked_for(ReportContext(of, office=OFFICE), "supplement").head.days == "3"


def test_what_a_page_fills_in_stands_in_the_letter() -> None:
    letter = asked_for(ReportContext(screening(), office=OFFICE), "supplement")
    head = replace(letter.head, number="样工信补〔2026〕7号", signed_on="2026年3月20日")
    data = letter_docx.document(replace(letter, head=head))
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    assert text.count("样工信补〔2026〕7号") == 2
    assert "2026年3月20日" in text
    assert "【序号】" not in text


def test_a_letter_that_another_goes_with_says_so() -> None:
    of = screening(VerdictStatus.INELIGIBLE)
    first, second = called_for(ReportContext(of)).values()
    assert (first.head.enclosed, second.head.enclosed) == ("补正通知书", "")
    assert asked_for(ReportContext(of), "ineligible").head.enclosed == "补正通知书"


def test_an_empty_head_is_a_letter_full_of_blanks() -> None:
    letter = replace(asked_for(ReportContext(screening()), "supplement"), head=LetterHead())
    data = letter_docx.document(letter)
    assert "【申报单位全称】：" in [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]
