"""The papers of a made-up dossier: one way of every item, each kind once, and those that the conditions count."""

from __future__ import annotations

import pytest

from pipeline.rehearsal.amounts import complete
from pipeline.rehearsal.made import made
from pipeline.rehearsal.papers import form_blocks, papers, way_of
from pipeline.rulebook.find import available, load


def names(rulebook, but=""):
    procedure = rulebook.procedures["application"]
    return [paper.name for paper in papers(rulebook, procedure, made(rulebook, procedure, complete(rulebook)), but)]


@pytest.mark.parametrize("name", available())
def test_every_item_has_papers_and_no_file_stands_twice(name):
    rulebook = load(name)
    found = names(rulebook)
    assert len(found) == len(set(found))
    kinds = {demand.kind for one in rulebook.procedures["application"].materials for demand in way_of(one)}
    assert len(found) >= len(kinds)


def test_without_an_item_its_papers_are_gone_even_where_another_item_has_them_too():
    rulebook = load("zhengzhou")
    assert any("设备" in name or "equipment" in name or "清单" in name for name in names(rulebook))
    assert len(names(rulebook, "9.7")) < len(names(rulebook))


def test_the_form_has_every_printed_line_filled():
    rulebook = load("harbin")
    procedure = rulebook.procedures["application"]
    blocks = form_blocks(rulebook.forms[procedure.form], made(rulebook, procedure, complete(rulebook)))
    text = str(blocks)
    assert "演练企业服务有限公司" in text
    assert "{" not in text


def test_of_several_ways_the_usual_paper_is_made():
    material = next(one for one in load("harbin").procedures["application"].materials if one.item == "11.3a")
    assert [demand.kind for demand in way_of(material)] == ["business_licence"]
