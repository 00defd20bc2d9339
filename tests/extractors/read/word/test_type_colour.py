"""White type on no ground, and type of two points, is seen by nobody; on a ground it is read."""

import pytest

from extractors.read import read
from schemas.document import Paragraph, Table
from tests.builders.office_files import docx, p, run, tbl, tr

WHITE = '<w:color w:val="FFFFFF"/>'
GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E78"/>'
STYLES = f'<w:style w:type="table" w:styleId="蓝"><w:tblPr/><w:tcPr>{GROUND}</w:tcPr></w:style>'


def texts(body: str) -> list[str]:
    (page,) = read(docx(body, styles=STYLES), "表.docx").pages
    cells = [cell.text for block in page.blocks if isinstance(block, Table) for cell in block.cells]
    return [block.text for block in page.blocks if isinstance(block, Paragraph)] + cells


@pytest.mark.parametrize(
    ("properties", "seen"),
    [
        pytest.param(WHITE, False, id="white"),
        pytest.param('<w:color w:val="F4F4F4"/>', False, id="nearly-white"),
        pytest.param('<w:color w:val="C0C0C0"/>', True, id="grey"),
        pytest.param('<w:color w:val="auto"/>', True, id="of-itself"),
        pytest.param(WHITE + GROUND, True, id="on-a-ground-of-its-own"),
        pytest.param(WHITE + '<w:highlight w:val="darkBlue"/>', True, id="on-a-marker"),
        pytest.param('<w:color w:val="1F4E78"/>' + GROUND, False, id="in-the-colour-of-its-ground"),
        pytest.param('<w:color w:val="1F4E79"/>' + GROUND, True, id="in-nearly-that"),
        pytest.param(
            '<w:color w:val="1F4E78"/><w:highlight w:val="yellow"/>' + GROUND, True, id="with-a-marker-between"
        ),
        pytest.param('<w:sz w:val="4"/>', False, id="two-points"),
        pytest.param('<w:sz w:val="9"/>', True, id="small-print"),
    ],
)
def test_type_that_nobody_sees(properties, seen):
    assert texts(p(inner=run("11", properties) + run("12"))) == ["1112" if seen else "12"]


@pytest.mark.parametrize(
    ("table", "cell", "seen"),
    [
        pytest.param("", GROUND, True, id="the-cell-is-dark"),
        pytest.param('<w:tblStyle w:val="蓝"/>', "", True, id="the-style-of-the-table-is"),
        pytest.param("", "", False, id="nothing-is"),
    ],
)
def test_white_heads_of_tables(table, cell, seen):
    made = tbl(tr(f"<w:tc><w:tcPr>{cell}</w:tcPr>{p(inner=run('姓名', WHITE))}</w:tc>"))
    assert texts(made.replace("<w:tblPr/>", f"<w:tblPr>{table}</w:tblPr>")) == (["姓名"] if seen else [""])


@pytest.mark.parametrize(("ink", "seen"), [("1F4E78", False), ("FFFFFF", True)])
def test_type_in_the_colour_of_its_cell(ink, seen):
    held = run("姓名", f'<w:color w:val="{ink}"/>')
    made = tbl(tr(f"<w:tc><w:tcPr>{GROUND}</w:tcPr>{p(inner=held)}</w:tc>"))
    assert texts(made) == (["姓名"] if seen else [""])


def test_white_type_over_a_picture_behind_the_text_is_seen():
    picture = '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>'
    assert texts(p(inner=picture + run("封面", WHITE))) == ["封面"]


def test_what_is_drawn_over_words_is_doubted():
    line = '<w:r><w:pict><v:line from="0,0" to="9,0"/></w:pict></w:r>'
    (page,) = read(docx(p("从业人数11", inner=line) + p("无")), "表.docx").pages
    assert [bool(block.doubts) for block in page.blocks] == [True, False]
