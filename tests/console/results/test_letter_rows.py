"""Rows of a letter as a form: a letter said back is the letter; what is no letter is refused."""

import pytest

from console.results.letter_rows import FIELDS, rows, said
from pipeline.letters.letter import Letter, LetterHead
from pipeline.letters.notice import Notice, Request
from pipeline.letters.questions import Question
from schemas.errors import UsageError

LETTER = Letter(
    "D01",
    "supplement",
    LetterHead(office="示例局", days="5"),
    Notice(
        (Request("执照", "缺少", "请提交", "第九条", ("material.1", "seal.1")),),
        (Question("资产", "甲 1\n乙 2", "请说明", "crosscheck.total_assets"),),
        (),
    ),
)


def form(letter):
    told = {}
    for row in rows(letter, letter):
        told |= {f"{row.name}-{key}": text for key, text in row.cells.items()} | {f"{row.name}-rules": row.told}
        told |= {f"{row.name}-use": "1"} if row.used else {}
    return told


def test_a_letter_said_back_is_the_letter():
    assert said(LETTER, form(LETTER)) == LETTER


def test_lines_of_a_browser_are_lines():
    told = form(LETTER) | {"questions-0-stated": "甲 1\r\n乙 2"}
    assert said(LETTER, told) == LETTER


def test_only_the_fields_of_the_head_that_the_page_has_are_taken():
    told = form(LETTER) | {"office": "另一局", "number": "伪造1号"}
    assert (said(LETTER, told).head.office, said(LETTER, told).head.number) == ("另一局", "")


def test_a_row_that_says_too_much_is_refused():
    with pytest.raises(UsageError, match="4000"):
        said(LETTER, form(LETTER) | {"requests-0-problem": "长" * 4001})
    assert said(LETTER, form(LETTER) | {"requests-0-problem": "长" * 4000})


def test_rules_that_are_no_list_are_no_letter():
    with pytest.raises((UsageError, ValueError)):
        said(LETTER, form(LETTER) | {"requests-0-rules": "x"})


def test_every_table_of_a_notice_has_its_fields():
    assert set(FIELDS) == {"requests", "questions", "shortfalls"}
