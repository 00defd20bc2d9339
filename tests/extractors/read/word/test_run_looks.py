"""Text is struck out or hidden by its run, by the style of its characters, of its paragraph, or by default."""

import pytest

from extractors.read import read
from schemas.document import Paragraph
from tests.builders.office_files import docx, p, run


def style(key, properties, kind="character", based=""):
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}">{on}<w:rPr>{properties}</w:rPr></w:style>'


STYLES = (
    style("删", "<w:strike/>")
    + style("双删", "<w:dstrike/>")
    + style("承", "", based="删")
    + style("隐", "<w:vanish/>")
    + style("删段", "<w:strike/>", kind="paragraph")
    + style("关", '<w:strike w:val="0"/>', based="删")
)


def shown(body, styles=STYLES):
    document = read(docx(body, styles=styles), "表.docx")
    return [block.text for block in document.pages[0].blocks if isinstance(block, Paragraph)], document.note


@pytest.mark.parametrize(
    ("properties", "kept"),
    [
        pytest.param("<w:strike/>", False, id="by-the-run"),
        pytest.param("<w:dstrike/>", False, id="twice-by-the-run"),
        pytest.param('<w:strike w:val="0"/>', True, id="switched-off"),
        pytest.param('<w:rStyle w:val="删"/>', False, id="by-style"),
        pytest.param('<w:rStyle w:val="双删"/>', False, id="twice-by-style"),
        pytest.param('<w:rStyle w:val="承"/>', False, id="by-the-style-it-is-based-on"),
        pytest.param('<w:rStyle w:val="关"/>', True, id="switched-off-by-the-nearer-style"),
        pytest.param('<w:rStyle w:val="删"/><w:strike w:val="0"/>', True, id="the-run-stands-above-its-style"),
        pytest.param('<w:rStyle w:val="隐"/>', False, id="hidden-by-style"),
        pytest.param("<w:vanish/>", False, id="hidden-by-the-run"),
        pytest.param("<w:u/>", True, id="underlined-is-read"),
    ],
)
def test_a_run_that_nobody_reads(properties, kept):
    texts, _ = shown(p(inner=run("11", properties) + run("12")))
    assert texts == (["1112"] if kept else ["12"])


def test_a_whole_paragraph_struck_by_its_style_is_no_paragraph():
    texts, note = shown(p("旧", properties='<w:pStyle w:val="删段"/>') + p("新"))
    assert texts == ["新"]
    assert "划去的文字 1 处" in note


def test_struck_by_paragraph_and_by_character_at_once_cancels_out():
    texts, _ = shown(p(inner=run("留", '<w:rStyle w:val="删"/>'), properties='<w:pStyle w:val="删段"/>'))
    assert texts == ["留"]


def test_the_mark_of_a_paragraph_strikes_nothing_of_its_text():
    texts, _ = shown(p("字", properties="<w:rPr><w:strike/></w:rPr>"))
    assert texts == ["字"]


def test_struck_by_default_unless_a_run_says_otherwise():
    default = "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>"
    texts, _ = shown(p(inner=run("旧") + run("新", '<w:strike w:val="0"/>')), default)
    assert texts == ["新"]


def test_an_option_underlined_by_the_run_is_ticked_and_told():
    texts, note = shown(p(inner=run("租用", '<w:u w:val="single"/>') + run("□自有□")))
    assert texts == ["租用☑自有□"]
    assert "按已选读取" in note
