"""The demo's inbox: real files, the same every time, about nobody."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read import read
from pipeline import demo
from pipeline.demo import names, to_docx, to_pdf, to_xlsx
from pipeline.demo.paper import CellSpan, DemoLine, DemoPaper, DemoTable, Merged, Title, spans
from pipeline.demo.texts import load
from schemas.document import Document
from schemas.document import Table as SeenTable

RULEBOOKS = {"harbin", "national-2017", "liaocheng-2021", "qinhuangdao-2020", "zhengzhou"}
MARKERS = ("示例", "样例", "测试", "演示", "试样")
NUMBER = st.integers(min_value=0, max_value=2999)
WORDS = load().words


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "inbox"
    demo.write(folder)
    return folder


def files(inbox: Path) -> dict[str, bytes]:
    return {str(path.relative_to(inbox)): path.read_bytes() for path in sorted(inbox.rglob("*")) if path.is_file()}


def test_the_same_bytes_every_time(inbox: Path, tmp_path: Path) -> None:
    demo.write(tmp_path)
    assert files(tmp_path) == files(inbox)


def test_one_child_per_dossier_and_one_of_them_an_archive(inbox: Path) -> None:
    ids = [str(dossier["id"]) for dossier in load().dossiers]
    assert sorted(path.name.removesuffix(".zip") for path in inbox.iterdir()) == ids
    assert len(list(inbox.glob("*.zip"))) == 1


def test_all_regulations_and_all_formats_are_there(inbox: Path) -> None:
    assert {dossier["rulebook"] for dossier in load().dossiers} == RULEBOOKS
    assert {Path(name).suffix for name in files(inbox)} == {".docx", ".xlsx", ".pdf", ".zip"}


def test_every_file_can_be_read_and_none_is_empty(inbox: Path) -> None:
    for name, data in files(inbox).items():
        if not name.endswith(".zip"):
            assert said(read(data, name)), name


def test_the_archive_holds_chinese_names(inbox: Path) -> None:
    with zipfile.ZipFile(next(inbox.glob("*.zip"))) as packed:
        assert "03 主要服务设备、仪器及软件清单.xlsx" in packed.namelist()


def test_a_faulty_dossier_lacks_what_it_says_it_lacks(inbox: Path) -> None:
    assert not list((inbox / "02-哈尔滨-缺件").glob("*租赁合同*"))
    assert not list((inbox / "04-聊城-缺件").glob("*社会保险*"))
    assert list((inbox / "01-哈尔滨-齐全").glob("*租赁合同*"))


def test_every_applicant_is_made_up() -> None:
    for dossier in load().dossiers:
        assert any(marker in dossier["fields"]["applicant_name"] for marker in MARKERS)


@given(NUMBER, NUMBER)
def test_two_numbers_are_two_people_two_enterprises_two_phones(one: int, other: int) -> None:
    same = one == other
    assert (names.person(one, WORDS) == names.person(other, WORDS)) is same
    assert (names.enterprise(one, "", WORDS) == names.enterprise(other, "", WORDS)) is same
    assert (names.phone(one) == names.phone(other)) is same


PAPER = DemoPaper(
    "名单",
    "docx",
    (Title("名单"), DemoLine("单位：示例"), DemoTable((("姓名", "满意度", Merged.LEFT), (Merged.UP, "是", "否")))),
)


def test_merged_cells_reach_over_what_belongs_to_them() -> None:
    table = PAPER.blocks[2]
    assert isinstance(table, DemoTable)
    assert spans(table) == [
        CellSpan(0, 0, 2, 1, "姓名"),
        CellSpan(0, 1, 1, 2, "满意度"),
        CellSpan(1, 1, 1, 1, "是"),
        CellSpan(1, 2, 1, 1, "否"),
    ]


@pytest.mark.parametrize("writer", [to_docx, to_xlsx, to_pdf], ids=["docx", "xlsx", "pdf"])
def test_a_paper_reads_back_in_every_format(writer: object) -> None:
    document = read(writer.file(PAPER), "名单.bin")  # type: ignore[attr-defined]
    assert {"姓名", "满意度", "是", "否"} <= set(said(document))
    table = next(block for page in document.pages for block in page.blocks if isinstance(block, SeenTable))
    assert {(cell.text, cell.rowspan, cell.colspan) for cell in table.cells} >= {("姓名", 2, 1), ("满意度", 1, 2)}


def said(document: Document) -> list[str]:
    """Every text of the document: paragraphs and cells."""
    out: list[str] = []
    for page in document.pages:
        for block in page.blocks:
            out += [cell.text for cell in block.cells] if isinstance(block, SeenTable) else [block.text]
    return out
