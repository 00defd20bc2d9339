"""A draft of a regulation nobody encoded: its complete dossier passes, and every rule fails alone."""

from __future__ import annotations

import pytest

from pipeline.rehearsal.rehearse import rehearse
from pipeline.rulebook.find import load
from tests.builders.drafts import made_up_rulebook


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    path = made_up_rulebook(tmp_path_factory.mktemp("draft"))
    return {one.case.id: one for one in rehearse(load(path), str(path), tmp_path_factory.mktemp("dossiers"))}


def test_everything_holds(outcomes):
    assert {name: one.why for name, one in outcomes.items() if not one.holds} == {}
    assert outcomes["complete"].status == "complete"


@pytest.mark.parametrize(
    "rule",
    [
        "condition.operating_years",
        "condition.registered_in",
        "condition.total_assets",
        "condition.enterprises_served",
        "condition.satisfaction",
        "condition.enterprise_growth",
        "condition.partner_institutions",
        "condition.premises_area",
        "condition.staff_count",
        "condition.qualified_staff_share",
        "condition.function.information.activities",
        "condition.function.training.person_times",
        "material.4.2",
        "material.4.3",
        "material.4.7",
        "form.application",
    ],
)
def test_each_rule_fails_alone(outcomes, rule):
    assert outcomes[rule].status == "fail"
    assert outcomes[rule].others == ()


def test_a_rule_that_can_never_miss_is_found_out(tmp_path):
    """A condition whose measure nobody can state on these forms is no rule at all."""
    path = made_up_rulebook(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("measure: premises_area", "measure: titled_enterprises_served"), encoding="utf-8")
    found = {
        one.case.id: one for one in rehearse(load(path), str(path), tmp_path / "dossiers", only="condition.titled")
    }
    assert found["condition.titled_enterprises_served"].only_people
    assert "量选错" in found["condition.titled_enterprises_served"].why
