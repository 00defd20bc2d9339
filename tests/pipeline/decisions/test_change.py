"""Several decide at once: nothing is lost, nothing stands twice, all of it is on record, and an old view is refused."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from pipeline.decisions import change, log, own
from pipeline.decisions import file as decisions_file
from pipeline.decisions import record as decisions_record
from pipeline.decisions.own import NewFinding
from schemas.decisions import Choice
from schemas.errors import UsageError
from tests.builders.decided import desk, results
from tests.builders.reports import DIFFER, MISSING, OPEN, SHORT


def decide(out: Path, number: int) -> None:
    """Two acts of one clerk: one about a finding that all decide on, one that is this clerk's alone."""
    clerk = desk(out, f"经办人{number}")
    decisions_record.decide(clerk, MISSING.rule, Choice.WAIVE)
    own.add(clerk, NewFinding(f"第 {number} 位发现的问题"))


def test_twenty_processes_at_once(tmp_path: Path):
    results(tmp_path)
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=decide, args=(tmp_path, number)) for number in range(20)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 20
    decided = decisions_file.load(tmp_path)
    assert len(decided.decisions) == 1, "one finding, the last of twenty decisions about it"
    found = [one for _, one in decided.own]
    assert sorted(one.number for one in found) == list(range(1, 21))
    assert {one.text for one in found} == {f"第 {number} 位发现的问题" for number in range(20)}
    entries, problems = log.read(tmp_path)
    assert problems == []
    assert len(entries) == 40
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_what_was_decided_upon_an_older_view_is_refused(tmp_path: Path):
    results(tmp_path)
    seen = log.fingerprint(tmp_path)
    first = decisions_record.opened(tmp_path, "甲", desk(tmp_path).who, expected=seen)
    decisions_record.decide(first, MISSING.rule, Choice.WAIVE)
    with pytest.raises(change.Outdated, match="其间另有人核定过"):
        decisions_record.decide(first, DIFFER.rule, Choice.WAIVE)
    again = decisions_record.opened(tmp_path, "甲", first.who, expected=log.fingerprint(tmp_path))
    decisions_record.decide(again, DIFFER.rule, Choice.WAIVE)
    assert [one.rule for one in decisions_file.load(tmp_path).decisions] == [MISSING.rule, DIFFER.rule]


def test_several_decisions_are_one_act(tmp_path: Path):
    results(tmp_path)
    decisions_record.decide_together(desk(tmp_path), [MISSING.rule, DIFFER.rule, MISSING.rule], Choice.WAIVE)
    assert [one.rule for one in decisions_file.load(tmp_path).decisions] == [MISSING.rule, DIFFER.rule]
    entries, problems = log.read(tmp_path)
    assert (len(entries), problems) == (2, [])


def test_of_several_decisions_none_is_written_where_one_cannot_be(tmp_path: Path):
    results(tmp_path)
    with pytest.raises(UsageError, match="没有提示"):
        decisions_record.decide_together(desk(tmp_path), [MISSING.rule, "material.no"], Choice.WAIVE)
    assert not (tmp_path / decisions_file.FILE).exists()


def test_a_decision_that_cannot_be_made_leaves_everything_as_it_was(tmp_path: Path):
    results(tmp_path)
    decisions_record.decide(desk(tmp_path), MISSING.rule, Choice.WAIVE)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with pytest.raises(UsageError):
        decisions_record.confirm(desk(tmp_path, "乙"), DIFFER.rule)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_log_that_was_changed_stops_everything(tmp_path: Path):
    results(tmp_path)
    decisions_record.decide(desk(tmp_path), MISSING.rule, Choice.WAIVE)
    path = tmp_path / log.LOG
    path.write_text(path.read_text(encoding="utf-8").replace("经办人示例", "另一人示例"), encoding="utf-8")
    before = (tmp_path / decisions_file.FILE).read_bytes()
    with pytest.raises(UsageError, match="核对不一致"):
        decisions_record.decide(desk(tmp_path), DIFFER.rule, Choice.WAIVE)
    assert (tmp_path / decisions_file.FILE).read_bytes() == before


def test_a_waiver_of_a_condition_asks_for_a_second_person(tmp_path: Path):
    results(tmp_path)
    waived = decisions_record.decide(desk(tmp_path), SHORT.rule, Choice.WAIVE)
    assert waived.needs_second
    assert not decisions_record.decide(desk(tmp_path), MISSING.rule, Choice.WAIVE).needs_second
    assert not decisions_record.decide(desk(tmp_path), OPEN.rule, Choice.ACCEPT).needs_second
    with pytest.raises(UsageError, match="以外的人"):
        decisions_record.confirm(desk(tmp_path), SHORT.rule)
    confirmed = decisions_record.confirm(desk(tmp_path, "复核人示例"), SHORT.rule)
    assert not confirmed.needs_second
    assert decisions_file.load(tmp_path).about("甲", SHORT.rule).decisions == (confirmed,)
    assert (confirmed.name, confirmed.second) == ("经办人示例", "复核人示例")
