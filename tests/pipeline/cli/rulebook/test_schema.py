"""dossier rulebook schema prints JSON and nothing else."""

from __future__ import annotations

import json

from tests.builders.commands import dossier


def test_of_a_rulebook_and_of_a_form():
    book, form = (json.loads(dossier("rulebook", "schema", *more).stdout) for more in ((), ("--form",)))
    assert (book["title"], form["title"]) == ("规则文件", "表格文件")
    assert any("lines" in shape["properties"] for shape in form["$defs"].values())
