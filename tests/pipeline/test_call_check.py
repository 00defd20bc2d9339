"""What is wrong with a call is said before anything is read or written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.call_check import check, check_known
from pipeline.intake.inbox import InboxEntry
from pipeline.screen import Settings
from schemas.errors import UsageError

SETTINGS = Settings(date(2026, 3, 15))
NAMES = ("register.xlsx", "batch.json")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "收件" / "甲").mkdir(parents=True)
    return tmp_path / "收件"


def test_a_sound_call(inbox: Path, tmp_path: Path):
    check(inbox, replace(SETTINGS, cache=tmp_path / "kept"), tmp_path / "结果", NAMES)


@pytest.mark.parametrize("place", ["收件", "收件/甲", "收件/甲/kept", "结果", "结果/kept"])
def test_what_was_read_is_never_kept_among_papers_or_results(inbox: Path, tmp_path: Path, place: str):
    with pytest.raises(UsageError, match="--cache"):
        check(inbox, replace(SETTINGS, cache=tmp_path / place), tmp_path / "结果", NAMES)


def test_results_among_the_papers(inbox: Path, tmp_path: Path):
    with pytest.raises(UsageError, match="在申报材料之中"):
        check(inbox, SETTINGS, inbox / "甲" / "结果", NAMES)
    assert not (tmp_path / "结果").exists()


def test_dossiers_that_there_are_and_are_not():
    known = [InboxEntry("甲", Path("甲"))]
    check_known((), known)
    check_known(["甲"], known)
    with pytest.raises(UsageError, match="没有卷宗 乙、丙"):
        check_known(["乙", "甲", "丙"], known)
