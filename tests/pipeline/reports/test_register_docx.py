"""The 汇总表 in Word: one row per dossier, blanks left for what a person must write."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from pipeline.reports import register, register_docx
from pipeline.results.audience import Audience
from pipeline.results.batch import Batch
from pipeline.results.masking import masked_batch
from schemas.application import application_frame
from schemas.decisions import Choice
from tests.builders.contents import APPLICANT, AS_OF, entry
from tests.builders.decided import marked
from tests.builders.reports import contents, screening


def batch() -> Batch:
    said = [entry("applicant_name", APPLICANT), entry("mobile", "19911110000"), entry("registered_on", "2014-02-21")]
    one = screening(seen=replace(contents(), application=application_frame(said)))
    other = replace(one, id="乙", contents=contents("{{ 7*7 }}<w:t>"))
    return Batch(AS_OF, (one, other), {"甲": "甲", "乙": "乙"}, decisions={"甲": marked("甲"), "乙": marked("乙")})


def rows(of: Batch) -> list[dict[str, str]]:
    table = docx.Document(io.BytesIO(register_docx.render(of))).tables[0]
    heads, *lines = [[cell.text.replace("\u2060", "") for cell in row.cells] for row in table.rows]
    return [dict(zip(heads, line, strict=True)) for line in lines]


def test_every_dossier_has_its_row_and_what_a_person_decides_is_blank() -> None:
    first, second = rows(batch())
    assert (first["序号"], first["运营单位名称"], first["注册时间"]) == ("1", APPLICANT, "2014-02-21")
    assert (first["平台名称"], first["推荐排序"]) == ("", "")
    assert first["从业人数"] == "12／11"
    assert second["运营单位名称"] == "{{ 7*7 }}<w:t>"
    assert set(first) <= set(register.heads())


def test_the_public_does_not_see_the_phone() -> None:
    assert rows(batch())[0]["联系电话"] == "19911110000"
    assert rows(masked_batch(batch(), Audience.PUBLIC))[0]["联系电话"] == "199****0000"


def test_the_same_batch_gives_the_same_bytes() -> None:
    assert register_docx.render(batch()) == register_docx.render(batch())


def test_in_a_review_procedure_nobody_has_a_row() -> None:
    of = batch()
    one, other = of.screenings
    shown = rows(replace(of, screenings=(replace(one, procedure="review"), other)))
    assert [row["序号"] for row in shown] == ["1"]
    assert shown[0]["运营单位名称"] == "{{ 7*7 }}<w:t>"


def test_only_whom_a_person_marked_has_a_row() -> None:
    of = batch()
    assert len(rows(of)) == 2
    assert [row["序号"] for row in rows(replace(of, decisions={"乙": marked("乙")}))] == ["1"]
    for decisions in ({}, {"甲": marked("甲", Choice.DECLINE)}):
        nobody = replace(of, decisions=decisions)
        assert rows(nobody) == []
        text = "".join(one.text for one in docx.Document(io.BytesIO(register_docx.render(nobody))).paragraphs)
        assert "尚无卷宗由经办人标记为“拟推荐”" in text


def test_a_table_for_each_regulation() -> None:
    of = batch()
    one, other = (
        replace(one, rulebook_title=title) for one, title in zip(of.screenings, ("甲市办法", "乙市办法"), strict=True)
    )
    made = docx.Document(io.BytesIO(register_docx.render(replace(of, screenings=(one, other)))))
    assert [len(table.rows) for table in made.tables] == [2, 2]
    text = "".join(paragraph.text for paragraph in made.paragraphs)
    assert text.index("《甲市办法》") < text.index("《乙市办法》")


@pytest.mark.parametrize("held", [1, 2, 3])
def test_a_long_table_filled_portion_by_portion_is_the_same(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = batch().screenings
    unheld = replace(other, id="丙", unheld="办法未经核对")
    of = replace(batch(), screenings=(one, other, unheld, replace(one, id="丁"), replace(other, id="戊")))
    whole = register_docx.render(of)
    monkeypatch.setattr(register_docx, "HELD", held)
    assert register_docx.render(of) == whole
