"""A field whose result nobody stored shows something that the file does not hold."""

import pytest

from extractors.read import read
from extractors.read.word.fields import is_placeholder, lacks_result
from schemas.document import Paragraph
from schemas.trust import NONE, Doubt
from tests.builders.office_files import docx, p, run


def sign(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction, result=""):
    shown = sign("separate") + run(result) if result else ""
    return f"{sign('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{sign('end')}"


def shown(inner):
    document = read(docx(p(inner=run("从业人数") + inner + run("人"))), "表.docx")
    (block,) = (one for one in document.pages[0].blocks if isinstance(one, Paragraph))
    return block.text, block.doubts, document.note


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param(field(" MERGEFIELD 人数 ", "15"), "从业人数15人", id="merged"),
        pytest.param(field(" =10+5 ", "15"), "从业人数15人", id="worked-out"),
        pytest.param(
            '<w:fldSimple w:instr=" REF a ">' + run("15") + "</w:fldSimple>", "从业人数15人", id="as-one-element"
        ),
        pytest.param(field(" XE 词条 "), "从业人数人", id="an-index-entry-shows-nothing"),
        pytest.param(field(" FORMTEXT "), "从业人数人", id="a-blank-left-blank"),
    ],
)
def test_what_a_field_shows_is_read(inner, text):
    assert shown(inner) == (text, NONE, "")


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(field(" MERGEFIELD 人数 ", "«人数»"), id="a-merge-never-carried-out"),
        pytest.param(field(" MERGEFIELD 人数 "), id="nor-with-a-placeholder"),
        pytest.param(field(" =10+5 "), id="a-sum"),
        pytest.param('<w:fldSimple w:instr=" DOCPROPERTY 人数 "/>', id="a-property-as-one-element"),
    ],
)
def test_what_no_program_stored_is_not_read_and_said(inner):
    text, doubts, note = shown(inner)
    assert (text, doubts) == ("从业人数人", {Doubt.NOT_READ})
    assert "没有保存结果的域 1 处" in note


@pytest.mark.parametrize(
    ("instruction", "result", "told"),
    [
        pytest.param(" MERGEFIELD 人数", "«人数»", True, id="the-sign-of-a-merge"),
        pytest.param(" MERGEFIELD 人数", "15", False, id="merged"),
        pytest.param(" REF 人数", "«人数»", False, id="words-in-guillemets-of-another-field"),
    ],
)
def test_a_placeholder(instruction, result, told):
    assert is_placeholder(instruction, result) is told


def test_a_page_number_lacks_nothing_that_anybody_asks_of():
    assert not lacks_result(" PAGE ")
    assert lacks_result(" DATE ")
