"""A paper after recognition in the bureau's own template, with what the office wrote down of itself."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from pipeline.standing.papers.fill import filled
from pipeline.standing.papers.paper import StandingPaper
from schemas.errors import UsageError
from schemas.office import NO_OFFICE, Office


def paper(template: str, **fields: object) -> StandingPaper:
    return StandingPaper(template, "文书.docx", fields)


def text(data: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("{{ name }}：{% if office.contact %}{{ office.contact }}{% else %}【联系人】{% endif %}")
    (tmp_path / "templates").mkdir()
    made.save(str(tmp_path / "templates" / "own.docx"))
    return tmp_path


def test_the_templates_of_the_ledger_go_first(ledger: Path) -> None:
    assert text(filled(paper("own.docx", name="甲公司"), ledger, Office(contact="王示例"))) == "甲公司：王示例"
    assert text(filled(paper("own.docx", name="甲公司"), ledger, NO_OFFICE)) == "甲公司：【联系人】"


def test_nothing_in_a_field_is_obeyed(ledger: Path) -> None:
    assert text(filled(paper("own.docx", name="{{ 7*7 }}"), ledger)).startswith("{{ 7*7 }}")


def test_a_template_that_is_not_there(ledger: Path) -> None:
    with pytest.raises(UsageError, match="找不到文书模板"):
        filled(paper("none.docx"), ledger)
