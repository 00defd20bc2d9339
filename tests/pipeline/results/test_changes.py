"""What has become of a dossier since a moment ago."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.results.changes import NOTHING, ChangedFinding, changes, stands
from schemas.status import Status, VerdictStatus
from tests.builders.decided import results
from tests.builders.reports import DIFFER, MISSING, OPEN, screening


def test_what_changed_came_and_went(tmp_path: Path):
    results(tmp_path, screening(findings=(MISSING, DIFFER)))
    before = stands(tmp_path, "甲")
    after = screening(VerdictStatus.REVIEW, (replace(DIFFER, status=Status.PASS, message="一致。"), OPEN))
    results(tmp_path, after)
    now = stands(tmp_path, "甲")
    assert (before.verdict, now.verdict) == ("supplement", "review")
    assert changes(before, now) == [
        ChangedFinding(DIFFER.rule, "fail", "pass", "一致。"),
        ChangedFinding(OPEN.rule, "", "review", OPEN.message),
        ChangedFinding(MISSING.rule, "fail", "", MISSING.message),
    ]
    assert changes(now, now) == []


def test_other_words_for_the_same_status_are_a_change(tmp_path: Path):
    results(tmp_path, screening(findings=(DIFFER,)))
    before = stands(tmp_path, "甲")
    results(tmp_path, screening(findings=(replace(DIFFER, message="相差 2 人。"),)))
    assert [one.message for one in changes(before, stands(tmp_path, "甲"))] == ["相差 2 人。"]


def test_results_that_cannot_be_read_say_nothing(tmp_path: Path):
    assert stands(tmp_path, "甲") == NOTHING
    results(tmp_path)
    assert stands(tmp_path, "乙") == NOTHING
    (tmp_path / "甲" / "screening.json").write_text("{}", encoding="utf-8")
    assert stands(tmp_path, "甲") == NOTHING
