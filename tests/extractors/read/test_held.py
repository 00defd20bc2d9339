"""A file inside another gets a plain name, and two of one name are told apart."""

import pytest

from extractors.read.held import MOST, HeldFile, is_paper, named, numbered
from tests.builders.office_files import docx, p


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("名单.xlsx", "名单.xlsx"),
        ("C:\\表\\名单.xlsx", "名单.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("a\x1b[31m:b?.docx", "a_[31m_b_.docx"),
        ("..", "嵌入对象1.docx"),
        ("", "嵌入对象1.docx"),
    ],
)
def test_a_name_leads_nowhere(name, plain):
    assert named(docx(p("字")), name, "嵌入对象1").name == plain


def test_equal_names_are_numbered():
    files = [HeldFile("表.docx", b"1"), HeldFile("表.docx", b"2"), HeldFile("无后缀", b"3"), HeldFile("无后缀", b"4")]
    assert [held.name for held in numbered(files)] == ["表.docx", "表 (2).docx", "无后缀", "无后缀 (2)"]


def test_a_file_that_holds_thousands_gives_no_more_than_papers():
    assert len(list(numbered(HeldFile(f"{at}.txt", b"") for at in range(MOST + 5)))) == MOST


@pytest.mark.parametrize(
    ("content", "paper"),
    [(docx(p("字")), True), (b"%PDF-1.4", True), (b"\x89PNG\r\n\x1a\n", False), (b"\0\1\2", False)],
)
def test_what_may_be_a_paper(content, paper):
    assert is_paper(content) is paper
