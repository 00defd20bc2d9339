"""A rulebook that was not held against its text, or does not stand: refused, or said in every report (contract §14)."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from pipeline import batch
from pipeline.letters import letter_docx
from pipeline.progress import Lines
from pipeline.reports import index_html, register_docx, register_xlsx, report_html
from pipeline.results import as_json
from pipeline.results.batch import Batch, ReportContext
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.errors import RulebookError
from tests.builders.contents import AS_OF
from tests.builders.decided import marked
from tests.builders.reports import screening
from tests.builders.rulebooks import RULEBOOK, write_city
from tests.builders.screening import work

WRONG = RULEBOOK.replace("at_least: 70,", "at_least: 71,")
SENTENCE = "所用规则文件与办法文本有 3 处不符，未经核对即使用，结果仅供参考"


def run(folder: Path, rulebook: Path, *, unchecked: bool = False) -> Batch:
    (folder / "收件" / "甲").mkdir(parents=True)
    (folder / "收件" / "甲" / "申报表.txt").write_text("办法", encoding="utf-8")
    settings = Settings(AS_OF, str(rulebook), unchecked=unchecked)
    return batch.run(folder / "收件", folder / "结果", settings, WorkPlan(1), Lines(io.StringIO()), work, lambda _: [])


def test_one_that_does_not_stand_is_refused_with_every_fault(tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as error:
        run(tmp_path, write_city(tmp_path, WRONG))
    assert "第 11 行" in str(error.value)
    assert "--unchecked" in str(error.value)
    assert not (tmp_path / "结果").exists()


def test_one_that_does_not_stand_is_taken_where_a_person_says_so(tmp_path: Path) -> None:
    assert run(tmp_path, write_city(tmp_path, WRONG), unchecked=True).screenings


def test_one_that_stands_or_has_no_text_is_taken(tmp_path: Path) -> None:
    path = write_city(tmp_path)
    assert run(tmp_path / "一", path).screenings
    path.with_suffix(".txt").unlink()
    assert run(tmp_path / "二", path).screenings


def words_of(data: bytes | None) -> str:
    assert data is not None
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize("sentence", [SENTENCE, ""])
def test_every_report_says_so_or_nothing(sentence: str) -> None:
    one = replace(screening(), unheld=sentence)
    whole = Batch(AS_OF, (one,), {one.id: one.id}, decisions={one.id: marked(one.id)})
    book = load_workbook(io.BytesIO(register_xlsx.render(whole)))
    cells = "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    said = {
        "index": index_html.render(whole).decode(),
        "report": report_html.render(ReportContext(one)).decode(),
        "register": cells,
        "register.docx": words_of(register_docx.render(whole)),
        "letter": words_of(letter_docx.render(ReportContext(one))),
        "screening.json": json.dumps(as_json.screening_json(one), ensure_ascii=False),
        "batch.json": json.dumps(as_json.batch_json(whole), ensure_ascii=False),
    }
    for name, text in said.items():
        assert ("未经核对即使用" in text) is bool(sentence), name
