"""评审卷: numbers, open points, passages with their pages; people starred, units named."""

import io

import docx

from pipeline.experts import digest
from pipeline.experts.criteria import criteria
from schemas.days.rounds import ExpertMarks
from tests.builders.experts import finding, judged


def text_of(record: dict[str, object]) -> str:
    document = docx.Document(io.BytesIO(digest.render(record, criteria(record, ExpertMarks()))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(line.text for line in document.paragraphs)])


def test_a_condition_says_what_is_measured_its_bound_and_what_was_found() -> None:
    said = text_of(judged("D01", "品牌"))
    assert "不少于30家" in said
    assert "申报表 52 家" in said
    assert "《报告.docx》第 3 页" in said


def test_people_the_dossier_lists_are_starred_and_telephones_masked() -> None:
    record = judged("D01", "品牌", tables={"staff": [{"name": "张三"}]})
    record["findings"].append(finding("crosscheck.shared_phones", "fail", message="同一电话 13900001234", article=""))
    said = text_of(record)
    assert "张*负责" in said
    assert "张三" not in said
    assert "139****1234" in said
    assert "（）" not in said


def test_what_is_open_and_counts_is_told_and_nothing_else() -> None:
    record = judged("D01", "品牌")
    record["findings"] += [
        finding("material.1", "fail", message="缺少执照", article="第九条"),
        finding("crosscheck.x", "fail", message="由此而来", caused_by="material.1"),
        finding("crosscheck.y", "pass", message="一致的"),
    ]
    said = text_of(record)
    assert "1. 缺少执照（第九条）" in said
    assert "由此而来" not in said
    assert "一致的" not in said


def test_a_clause_without_a_passage_sends_to_the_dossier_and_nothing_open_is_said() -> None:
    record = judged("D01", "品牌")
    record["findings"][1]["evidence"] = []
    said = text_of(record)
    assert "请查阅原卷" in said
    assert "无。" in said
