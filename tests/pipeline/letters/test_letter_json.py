"""What a letter says, as data: read back as it was written, and refused where it is no letter."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.letters import letter_json
from pipeline.letters.letter import Letter, asked_for
from pipeline.results.batch import ReportContext
from schemas.decisions import AppliedDecision, Choice, Decision
from schemas.dossier import Screening
from schemas.errors import UsageError
from schemas.status import VerdictStatus
from tests.builders.reports import DIFFER, MISSING, SHORT, screening


def written(folder: Path, letter: Letter, **more: object) -> Path:
    path = folder / "letter.json"
    path.write_text(json.dumps({**letter_json.as_record(letter), **more}), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["supplement", "query"])
def test_it_is_read_as_it_was_written(tmp_path: Path, kind: str):
    one = letter(screening(), kind)
    assert letter_json.read(written(tmp_path, one)) == one


def letter(of: Screening, kind: str, settled: Collection[str] = ()) -> Letter:
    decided = {rule: Decision(of.id, rule, Choice.OVERRULE, "张三", date(2026, 3, 1), "无误") for rule in settled}
    return asked_for(
        ReportContext(of, decisions={k: AppliedDecision(d, stale=False) for k, d in decided.items()}), kind
    )


def test_a_letter_for_a_dossier_that_only_needs_looking_at():
    one = letter(screening(VerdictStatus.REVIEW), "supplement")
    assert MISSING.rule in {rule for row in one.notice.requests for rule in row.rules}
    only = letter(screening(VerdictStatus.REVIEW), "query")
    assert (only.title, only.notice.requests) == ("核实函", ())
    assert DIFFER.rule in {row.rule for row in only.notice.questions}


def test_what_a_clerk_settled_is_not_in_it():
    one = letter(screening(), "supplement", {MISSING.rule})
    assert MISSING.rule not in {rule for row in one.notice.requests for rule in row.rules}


def test_a_letter_without_anything_to_say():
    with pytest.raises(UsageError, match="没有可写入核实函的事项"):
        letter(screening(findings=(SHORT,)), "query")


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "praise"},
        {"requests": [{"paper": "x"}]},
        {"requests": "x"},
        {"questions": [{"item": 1, "stated": "", "please": "", "rule": ""}]},
        {"shortfalls": [1]},
        {"dossier": None, "requests": None},
        {"head": {"applicant": 1}},
        {"head": None},
    ],
    ids=str,
)
def test_what_is_no_letter(tmp_path: Path, more: dict[str, object]):
    with pytest.raises(UsageError, match=r"不是 letter\.json"):
        letter_json.read(written(tmp_path, letter(screening(), "supplement"), **more))
    with pytest.raises(UsageError, match=r"不是 letter\.json"):
        letter_json.read(tmp_path / "none.json")


def test_what_is_left_out_of_the_head_is_a_blank(tmp_path: Path):
    one = letter(screening(), "supplement")
    read = letter_json.read(written(tmp_path, one, head={"applicant": "甲"}))
    assert (read.head.applicant, read.head.contact) == ("甲", "")


def test_a_change_by_hand_is_known(tmp_path: Path):
    one = letter(screening(), "supplement")
    path = written(tmp_path, one)
    assert not letter_json.changed_by_hand(path)
    mended = replace(one, head=replace(one.head, contact="李四"))
    path.write_text(json.dumps(letter_json.as_record(mended, letter_json.made(path))), encoding="utf-8")
    assert letter_json.changed_by_hand(path)
