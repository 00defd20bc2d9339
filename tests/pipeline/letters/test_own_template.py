"""A bureau's own template is taken where a letter in it says all that it must; it runs nothing; ours is behind it."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from pipeline.letters import letter_docx, own_template
from pipeline.letters.letter_docx import document, document_in, template_of
from pipeline.letters.own_template import KINDS, specimen
from schemas.data_files import data_folder


def ours(kind: str) -> bytes:
    return (data_folder() / letter_docx.TEMPLATES / template_of(kind)).read_bytes()


def problems(kind: str, data: bytes) -> list[str]:
    return own_template.problems(kind, data, document_in)


def changed(kind: str, before: str, after: str) -> bytes:
    """Our template with these words in its text in place of those."""
    made = docx.Document(io.BytesIO(ours(kind)))
    paragraphs = [*made.paragraphs, *(each for table in made.tables for row in table.rows for cell in row.cells
                                      for each in cell.paragraphs)]  # fmt: skip
    found = [one for one in paragraphs if before in one.text]
    assert found
    for one in found:
        one.text = one.text.replace(before, after)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def written(*lines: str) -> bytes:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_ours_are_fit(kind: str):
    assert problems(kind, ours(kind)) == []


@pytest.mark.parametrize(
    ("kind", "blank", "title"),
    [
        ("supplement", "{{ applicant }}", "申报单位"),
        ("supplement", "{{ days }}", "补正期限"),
        ("supplement", "{{ row.demand }}", "补正要求"),
        ("ineligible", "{{ answer_days }}", "陈述申辩期限"),
        ("ineligible", "{{ rulebook }}", "办法名称"),
    ],
)
def test_one_that_lacks_a_blank_is_refused_and_the_blank_is_named(kind: str, blank: str, title: str):
    text = docx.Document(io.BytesIO(ours(kind)))
    cells = " ".join(cell.text for table in text.tables for row in table.rows for cell in row.cells)
    mark = blank if blank in " ".join(one.text for one in text.paragraphs) + cells else blank.replace("row.", "r.")
    wrong = problems(kind, changed(kind, mark, "……"))
    assert len(wrong) == 1
    assert title in wrong[0]


def test_one_that_lists_only_the_first_row_is_refused():
    first = "{% if requests %}{{ requests[0].paper }}{{ requests[0].problem }}{{ requests[0].demand }}{% endif %}"
    wrong = problems("supplement", written("{{ applicant }}{{ number }}{{ rulebook }}{{ days }}", first))
    assert "材料名称（只列出一行）" in wrong[0]


def test_one_that_breaks_where_there_is_no_row_is_refused():
    wrong = problems("supplement", written("{{ requests[0].paper.strip() }}"))
    assert "填写标记无法使用" in wrong[0]


@pytest.mark.parametrize(
    "line",
    ["{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ cycler.__init__.__globals__.os.popen('id').read() }}"],
)
def test_it_runs_nothing(line: str):
    wrong = problems("supplement", written(line))
    assert wrong
    assert "缺少" not in wrong[0]


def test_what_is_no_word_file_is_refused():
    assert "不是 Word" in problems("supplement", b"%PDF-1.7")[0]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "x")
    assert "不是 Word" in problems("supplement", out.getvalue())[0]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("word/vbaProject.bin", b"x", "宏"),
        (
            "word/_rels/more.xml.rels",
            b'<Relationship Id="a" Type="http://x/attachedTemplate" Target="http://x/" TargetMode="External"/>',
            "外部",
        ),
    ],
)
def test_one_with_macros_or_things_from_elsewhere_is_refused(name: str, content: bytes, why: str):
    out = io.BytesIO(ours("supplement"))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, content)
    assert why in problems("supplement", out.getvalue())[0]


def test_a_letter_is_written_in_the_bureaus_own_where_there_is_one(tmp_path: Path):
    (tmp_path / template_of("supplement")).write_bytes(
        changed("supplement", "材料齐备后", "本机关自己的话。材料齐备后")
    )
    made = docx.Document(io.BytesIO(document(specimen("supplement"), tmp_path)))
    assert any("本机关自己的话" in one.text for one in made.paragraphs)
    assert document(specimen("ineligible"), tmp_path) == document(specimen("ineligible"))


def test_one_that_is_broken_by_now_gives_way_to_ours(tmp_path: Path):
    (tmp_path / template_of("supplement")).write_bytes(b"not a template any more")
    assert document(specimen("supplement"), tmp_path) == document(specimen("supplement"))
