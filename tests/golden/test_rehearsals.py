"""The rehearsals of our rulebooks and examples: each complete dossier passes, each rule fails alone, as before.

Of each rulebook one kind of rule is rehearsed here, so that all kinds are; whole rehearsals are made by
tests/golden/rewrite_rehearsals.py, and every one of them holds.
"""

from __future__ import annotations

import json

import pytest

from pipeline.rehearsal.rehearse import rehearse
from pipeline.rehearsal.result import differences, read
from pipeline.rulebook.find import available, examples, load
from tests.golden.rewrite_rehearsals import FOLDER

KINDS = {
    "harbin": "condition.function.training",
    "liaocheng-2021": "condition.s",
    "national-2017": "material.17.3",
    "qinhuangdao-2020": "condition.total_assets",
    "zhengzhou": "form.",
    "nanjing-2021": "condition.enterprise_growth",
    "innovative-sme-2022": "condition.score",
}


@pytest.mark.parametrize("name", [*available(), *examples()])
def test_every_rule_was_seen_to_fail_alone(name):
    cases = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["cases"]
    assert [one["case"] for one in cases if not one["holds"]] == []
    assert any(one["case"].startswith("complete") for one in cases)


@pytest.mark.parametrize("name", [*available(), *examples()])
def test_one_kind_of_its_rules_still_does(name, tmp_path):
    before = read(FOLDER / f"{name}.json")
    outcomes = rehearse(load(name), name, tmp_path, KINDS[name])
    rehearsed = {one.case.id for one in outcomes}
    assert any(one.case.rule for one in outcomes)
    assert [one.why for one in outcomes if not one.holds] == []
    assert list(differences({case: one for case, one in before.items() if case in rehearsed}, outcomes)) == []
