"""What was not read may hold what is missing: what its name says, else anything; what is locked away anything."""

from dataclasses import replace

import pytest

from extractors.dossier import blank_forms, read_document
from extractors.papers.of_dossier import find_papers
from extractors.read.media_type import DOCX, TEXT
from schemas.dossier import FileRecord
from schemas.status import FileStatus
from schemas.trust import Doubt
from tests.builders.documents import document, table

UNREADABLE = FileRecord("包.zip/审计报告.pdf", "", "", 0, FileStatus.UNREADABLE)
ROSTER = table([["姓名", "年龄", "学历", "职称"], ["甲", "46", "本科", "工程师"], ["乙", "39", "硕士", "经济师"]])

EMPTY = table([["姓名", "年龄", "学历", "职称"], ["", "", "", ""]])


def found(made, *files):
    readings = [read_document(made, blank_forms())] if made else []
    papers, unidentified = find_papers(readings, files, blank_forms())
    return [(paper.kind, Doubt.NAMED_ONLY in paper.doubts) for paper, _ in papers], [one.file for one in unidentified]


@pytest.mark.parametrize(
    ("path", "blocks", "papers", "anything"),
    [
        pytest.param("人员名单.docx", ("附件2",), [("staff_list", True)], [], id="its-name-says-it"),
        pytest.param("材料.docx", ("附件2",), [], ["材料.docx"], id="its-name-says-nothing"),
        pytest.param("人员名单.docx", (ROSTER,), [("staff_list", False)], ["人员名单.docx"], id="that-is-seen"),
    ],
)  # fmt: skip
def test_a_part_that_was_not_read(path, blocks, papers, anything):
    made = document(blocks, path=path)
    assert found(replace(made, unread=("图片 1 张",))) == (papers, anything)
    assert found(made)[1] == []


@pytest.mark.parametrize(
    ("kind", "blocks", "papers"),
    [
        pytest.param(TEXT, ("甲 46 本科 工程师",), [("staff_list", True)], id="plain-text"),
        pytest.param(DOCX, ("甲 46 本科 工程师",), [], id="a-format-with-tables"),
        pytest.param(DOCX, ("甲 46 本科 工程师 " * 5,), [("staff_list", True)], id="that-has-words-enough-for-a-list"),
        pytest.param(DOCX, (table([["员工", "岁", "文凭", "位阶"], ["甲", "46", "本科", "工程师"]] * 4),),
                     [("staff_list", True)], id="under-heads-that-nobody-knows"),
        pytest.param(DOCX, (EMPTY, "填表说明：" + "请如实填写" * 9), [], id="an-empty-list-is-none"),
        pytest.param(TEXT, (ROSTER,), [("staff_list", False)], id="plain-text-that-shows-the-list"),
    ],
)  # fmt: skip
def test_a_list_in_plain_text_that_shows_no_columns_may_be_what_its_name_says(kind, blocks, papers):
    made = document(blocks, path="人员名单.txt")
    assert found(replace(made, media_type=kind)) == (papers, [])


@pytest.mark.parametrize(
    ("record", "anything"),
    [
        pytest.param(UNREADABLE, False, id="a-file-with-a-name"),
        pytest.param(replace(UNREADABLE, may_hold_anything=True), True, id="locked"),
        pytest.param(replace(UNREADABLE, path="包.pdf"), True, id="a-name-that-says-nothing"),
    ],
)  # fmt: skip
def test_a_file_that_was_not_read(record, anything):
    assert bool(found(None, record)[1]) is anything
