"""The list of points: what follows from another one is folded under it; what is settled goes below."""

from dataclasses import replace

from console.results.read_back import screening_at
from console.review.groups import JUDGED, PASSED, listed
from schemas.findings import Finding
from schemas.status import Disposition, Status
from tests.builders.console import screened


def read(tmp_path):
    results = screened(tmp_path)
    return screening_at(sorted(child for child in results.iterdir() if child.is_dir())[1])


def with_findings(found, *findings, decisions=()):
    screening = replace(found.screening, findings=findings)
    raw = {**found.raw, "findings": [{"rule": rule, "decision": decision} for rule, decision in decisions]}
    return replace(found, screening=screening, raw=raw)


def test_every_point_is_in_one_group(tmp_path):
    found = listed(read(tmp_path))
    rules = found.open_rules()
    assert len(rules) == len(set(rules)) == found.left == found.total
    assert {kind for kind, _, _ in found.folded} == {JUDGED, PASSED}


def test_what_follows_is_folded_under_its_cause_until_that_is_settled(tmp_path):
    cause = Finding("material.11.9", Status.FAIL, "", "", disposition=Disposition.SUPPLEMENT)
    effect = Finding("crosscheck.staff_count", Status.REVIEW, "", "", caused_by="material.11.9")
    found = listed(with_findings(read(tmp_path), cause, effect))
    assert [point.rule for _, _, points in found.groups for point in points] == ["material.11.9"]
    assert found.open_rules() == ["material.11.9", "crosscheck.staff_count"]
    accepted = {"decision": "accept", "stale": False}
    after = listed(with_findings(read(tmp_path), cause, effect, decisions=[("material.11.9", accepted)]))
    assert after.open_rules() == ["crosscheck.staff_count"]
    assert (after.total, after.left) == (2, 1)


def test_a_decision_that_has_gone_stale_is_open_again(tmp_path):
    cause = Finding("material.11.9", Status.FAIL, "", "", disposition=Disposition.SUPPLEMENT)
    stale = {"decision": "accept", "stale": True}
    found = listed(with_findings(read(tmp_path), cause, decisions=[("material.11.9", stale)]))
    assert found.open_rules() == ["material.11.9"]
