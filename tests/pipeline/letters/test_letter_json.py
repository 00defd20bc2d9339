"""What a letter says, as data: read back as it was written, and refused where it is no letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.letters import letter_json
from pipeline.letters.letter_json import Letter
from schemas.errors import UsageError
from schemas.status import VerdictStatus
from tests.builders.reports import DIFFER, MISSING, SHORT, screening


def written(folder: Path, letter: Letter, **more: object) -> Path:
    path = folder / "letter.json"
    path.write_text(json.dumps({**letter_json.as_record(letter), **more}), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["supplement", "query"])
def test_it_is_read_as_it_was_written(tmp_path: Path, kind: str):
    letter = letter_json.letter(screening(), (), kind)
    assert letter_json.read(written(tmp_path, letter)) == letter


def test_a_letter_for_a_dossier_that_only_needs_looking_at():
    letter = letter_json.letter(screening(VerdictStatus.REVIEW), (), "supplement")
    assert MISSING.rule in {rule for row in letter.notice.requests for rule in row.rules}
    only = letter_json.letter(screening(VerdictStatus.REVIEW), (), "query")
    assert (only.title, only.notice.requests) == ("核实函", ())
    assert DIFFER.rule in {row.rule for row in only.notice.questions}


def test_what_a_clerk_settled_is_not_in_it():
    letter = letter_json.letter(screening(), {MISSING.rule}, "supplement")
    assert MISSING.rule not in {rule for row in letter.notice.requests for rule in row.rules}


def test_a_letter_without_anything_to_say():
    with pytest.raises(UsageError, match="没有可写入核实函的事项"):
        letter_json.letter(screening(findings=(SHORT,)), (), "query")


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "praise"},
        {"requests": [{"paper": "x"}]},
        {"requests": "x"},
        {"questions": [{"item": 1, "stated": "", "please": "", "rule": ""}]},
        {"shortfalls": [1]},
        {"dossier": None, "requests": None},
    ],
    ids=str,
)
def test_what_is_no_letter(tmp_path: Path, more: dict[str, object]):
    with pytest.raises(UsageError, match=r"不是 letter\.json"):
        letter_json.read(written(tmp_path, letter_json.letter(screening(), (), "supplement"), **more))
    with pytest.raises(UsageError, match=r"不是 letter\.json"):
        letter_json.read(tmp_path / "none.json")
