"""All letters in one file: each on pages of its own, numbered from one, and nothing of them lost."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from pipeline.letters import letter_docx, one_file
from pipeline.letters.letter import asked_for
from pipeline.results.batch import ReportContext
from tests.builders.printed import printed
from tests.builders.reports import screening

KINDS = ("supplement", "ineligible", "query")


def letters() -> list[bytes]:
    return [letter_docx.document(asked_for(ReportContext(screening()), kind)) for kind in KINDS]


def words(data: bytes) -> str:
    opened = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs if paragraph.text), *cells])


def test_nothing_of_a_letter_is_lost() -> None:
    whole = docx.Document(io.BytesIO(one_file.together(letters())))
    assert len(whole.sections) == len(KINDS)
    told = words(one_file.together(letters()))
    for letter in letters():
        assert all(line in told for line in words(letter).splitlines())


def test_each_letter_is_printed_on_pages_of_its_own_numbered_from_one() -> None:
    alone = [len(printed(letter)) for letter in letters()]
    pages = printed(one_file.together(letters()))
    assert [int(re.findall(r"— (\d+) —", page)[-1]) for page in pages] == [
        number for count in alone for number in range(1, count + 1)
    ]
    firsts = [sum(alone[:at]) for at in range(len(alone))]
    assert [
        next(title for title in ("不符合条件告知书", "补正通知书", "核实函") if title in pages[at]) for at in firsts
    ] == ["补正通知书", "不符合条件告知书", "核实函"]


def test_a_letter_on_other_paper_keeps_it() -> None:
    other = docx.Document()
    other.sections[0].orientation = WD_ORIENT.LANDSCAPE
    other.sections[0].page_width, other.sections[0].page_height = Cm(42), Cm(29.7)
    out = io.BytesIO()
    other.save(out)
    whole = docx.Document(io.BytesIO(one_file.together([letters()[0], out.getvalue(), letters()[1]])))
    assert [round(section.page_width.cm) for section in whole.sections] == [21, 42, 21]


def test_one_letter_is_a_file_too() -> None:
    assert words(one_file.together(letters()[:1])) == words(letters()[0])


def test_the_same_letters_give_the_same_bytes() -> None:
    assert one_file.together(letters()) == one_file.together(letters())


@pytest.mark.parametrize("broken", [[], [b""], [b"PK\x03\x04"]], ids=["none", "empty", "cut-short"])
def test_what_is_no_letter(broken: list[bytes]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        one_file.together(broken)
    assert not any(one_file.is_letter(data) for data in broken)
