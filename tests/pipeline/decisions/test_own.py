"""A finding of the clerk's own: numbered once and for all, whole, and asked for where a pass is overruled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.decisions import file as decisions_file
from pipeline.decisions import own, taking_back
from pipeline.decisions import record as decisions_record
from pipeline.decisions.own import NewFinding
from schemas.decisions import Choice
from schemas.errors import UsageError
from schemas.status import Disposition, Status
from tests.builders.decided import desk, results
from tests.builders.reports import FAULTS, SHORT, screening

FOUND = NewFinding("租赁合同已经到期", "第十一条（三）", disposition="supplement")


def test_it_is_written_with_all_that_was_said(tmp_path: Path):
    results(tmp_path)
    file = screening().contents.files[0].path
    written = own.add(desk(tmp_path), replace(FOUND, file=file, page=2, disposition="verify"))
    assert decisions_file.load(tmp_path).own == (("甲", written),)
    assert (written.rule, written.file, written.page, written.disposition) == ("own.1", file, 2, Disposition.VERIFY)


def test_the_frame_drawn_on_the_page_stands_in_the_file_and_comes_back(tmp_path: Path):
    results(tmp_path)
    file = screening().contents.files[0].path
    written = own.add(desk(tmp_path), replace(FOUND, file=file, page=2, box=(72.0, 100.5, 300.0, 130.0)))
    assert "box: 72,100.5,300,130" in (tmp_path / decisions_file.FILE).read_text(encoding="utf-8")
    assert decisions_file.load(tmp_path).own == (("甲", written),)


def test_a_number_is_never_given_twice(tmp_path: Path):
    results(tmp_path)
    assert [own.add(desk(tmp_path), FOUND).number for _ in range(2)] == [1, 2]
    taking_back.withdraw(tmp_path, "甲", "own.2")
    assert own.add(desk(tmp_path), FOUND).number == 3
    assert [one.number for _, one in decisions_file.load(tmp_path).own] == [1, 3]


@pytest.mark.parametrize(
    ("found", "error"),
    [
        (replace(FOUND, text="  "), "--text"),
        (replace(FOUND, text="长" * 2001), "--text"),
        (replace(FOUND, disposition="note"), "--disposition"),
        (replace(FOUND, file="没有.pdf"), "没有文件"),
        (replace(FOUND, page=3), "--file"),
        (replace(FOUND, box=(1.0, 1.0, 2.0, 2.0)), "--box"),
    ],
)
def test_what_is_not_whole(tmp_path: Path, found: NewFinding, error: str):
    with pytest.raises(UsageError, match=error):
        own.add(desk(results(tmp_path)), found)
    assert not (tmp_path / decisions_file.FILE).exists()


def test_overruling_a_pass_asks_for_one(tmp_path: Path):
    passed = replace(SHORT, rule="condition.staff_count", status=Status.PASS)
    results(tmp_path, screening(findings=(*FAULTS, passed)))
    with pytest.raises(UsageError, match="own add"):
        decisions_record.decide(desk(tmp_path), passed.rule, Choice.OVERRULE)
    decisions_record.decide(desk(tmp_path), passed.rule, Choice.ACCEPT)
    decisions_record.decide(desk(tmp_path), SHORT.rule, Choice.OVERRULE)
    own.add(desk(tmp_path), FOUND)
    decisions_record.decide(desk(tmp_path), passed.rule, Choice.OVERRULE)
