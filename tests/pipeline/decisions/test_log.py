"""What was decided stays on record: before and after, also what was taken back or written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.decisions import file as decisions_file
from pipeline.decisions import log, taking_back
from pipeline.decisions import record as decisions_record
from pipeline.decisions.file import Decided
from schemas.decisions import Choice
from tests.builders.decided import desk, results
from tests.builders.reports import DIFFER, MISSING


@pytest.fixture
def out(tmp_path: Path) -> Path:
    results(tmp_path)
    decisions_record.decide(desk(tmp_path), MISSING.rule, Choice.WAIVE)
    decisions_record.decide(desk(tmp_path), MISSING.rule, Choice.ACCEPT)
    taking_back.withdraw(tmp_path, "甲", MISSING.rule, "经办人示例")
    return tmp_path


def events(out: Path) -> list[str]:
    entries, problems = log.read(out)
    assert problems == []
    return [str(entry["event"]) for entry in entries]


def test_every_change_with_what_stood_there(out: Path):
    entries, _ = log.read(out)
    assert events(out) == ["decided", "decided", "withdrawn"]
    said = [
        [[one["decision"] for one in entry[key].get("decisions", [])] for key in ("before", "after")]
        for entry in entries
    ]
    assert said == [[[], ["waive"]], [["waive"], ["accept"]], [["accept"], []]]
    assert {(entry["by"], entry["dossier"], entry["what"]) for entry in entries} == {("经办人示例", "甲", MISSING.rule)}
    assert entries[-1]["file"] == log.fingerprint(out)


def test_what_somebody_wrote_by_hand_is_noted_before_the_next_line(out: Path):
    decisions_file.save(out, Decided())
    path = out / decisions_file.FILE
    path.write_bytes(path.read_bytes() + "# 手工\n".encode())
    decisions_record.decide(desk(out), DIFFER.rule, Choice.WAIVE)
    assert events(out)[-2:] == ["outside", "decided"]


def test_a_file_from_before_there_was_a_log_is_noted_too(tmp_path: Path):
    results(tmp_path)
    decisions_file.save(tmp_path, Decided())
    decisions_record.decide(desk(tmp_path), MISSING.rule, Choice.WAIVE)
    assert events(tmp_path) == ["outside", "decided"]


def test_half_a_line_that_a_machine_left_is_let_go(out: Path):
    with (out / log.LOG).open("ab") as stream:
        stream.write(b'{"at":"2026')
    decisions_record.decide(desk(out), DIFFER.rule, Choice.WAIVE)
    assert events(out) == ["decided", "decided", "withdrawn", "decided"]


def test_a_decision_whose_line_was_never_written_is_seen(out: Path):
    """The machine went down between the two: the file has it, the log does not."""
    lines = (out / log.LOG).read_bytes()
    decisions_record.decide(desk(out), DIFFER.rule, Choice.WAIVE)
    (out / log.LOG).write_bytes(lines)
    decisions_record.decide(desk(out), MISSING.rule, Choice.WAIVE)
    assert events(out)[-2:] == ["outside", "decided"]
    assert len(decisions_file.load(out).decisions) == 2


@pytest.mark.parametrize(
    ("entries", "last"),
    [
        ([], None),
        ([{"no": 1, "event": "decided"}], 1),
        ([{"no": 1, "event": "decided"}, {"no": 2, "event": "withdrawn"}], 2),
        (
            [{"no": 1, "event": "decided"}, {"no": 2, "event": "withdrawn"}, {"no": 3, "event": "undone", "undoes": 2}],
            1,
        ),
        ([{"no": 1, "event": "decided"}, {"no": 2, "event": "undone", "undoes": 1}], None),
    ],
)
def test_the_last_change_that_stands(entries: list[dict[str, object]], last: int | None):
    found = log.last_that_stands(entries)
    assert (found and found["no"]) == last


def test_the_numbers_of_own_findings_ever_given():
    entries = [
        {"dossier": "甲", "what": "own.3"},
        {"dossier": "乙", "what": "own.9"},
        {"dossier": "甲", "what": "own.x"},
    ]
    assert log.numbers_given(entries, "甲") == 3
    assert log.numbers_given(entries, "丙") == 0
