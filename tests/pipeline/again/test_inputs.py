"""Anything that a result depends on, and that changes, gives another fingerprint; what cannot be seen gives none."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.again.inputs import inputs_of
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry, entries
from pipeline.screen import Settings
from schemas.decisions import Choice, Decision
from schemas.rounds import Round

SETTINGS = Settings(date(2026, 3, 15))


@pytest.fixture
def entry(tmp_path: Path) -> InboxEntry:
    (tmp_path / "收件" / "甲" / "证明").mkdir(parents=True)
    (tmp_path / "收件" / "甲" / "表.txt").write_text("一", encoding="utf-8")
    (tmp_path / "收件" / "甲" / "证明" / "1.txt").write_text("二", encoding="utf-8")
    return entries(tmp_path / "收件")[0]


def fingerprint(entry: InboxEntry, settings: Settings = SETTINGS, decided: Decided | None = None) -> str:
    return inputs_of(settings, decided or Decided()).fingerprint(entry)


def test_the_same_gives_the_same_whenever_it_was_written(entry: InboxEntry):
    first = fingerprint(entry)
    os.utime(entry.path / "表.txt", (0, 0))
    assert fingerprint(entry) == first != ""


def test_a_byte_a_name_and_a_folder_count(entry: InboxEntry):
    seen = [fingerprint(entry)]
    (entry.path / "表.txt").write_text("二", encoding="utf-8")
    seen.append(fingerprint(entry))
    (entry.path / "表.txt").rename(entry.path / "表二.txt")
    seen.append(fingerprint(entry))
    (entry.path / "空").mkdir()
    seen.append(fingerprint(entry))
    (entry.path / "证明" / "1.txt").rename(entry.path / "1.txt")
    seen.append(fingerprint(entry))
    seen.append(fingerprint(replace(entry, id="乙")))
    seen.append(fingerprint(replace(entry, note="收件夹中有多个")))
    assert len(set(seen)) == len(seen)


def test_what_an_office_program_leaves_open_counts_by_its_name_only(entry: InboxEntry):
    (entry.path / "~$表.docx").write_bytes(b"1")
    first = fingerprint(entry)
    (entry.path / "~$表.docx").write_bytes(b"2")
    assert fingerprint(entry) == first


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_counts_as_one_and_is_not_followed(entry: InboxEntry, tmp_path: Path):
    outside = tmp_path / "别处.txt"
    outside.write_text("一", encoding="utf-8")
    (entry.path / "链接.txt").symlink_to(outside)
    first = fingerprint(entry)
    outside.write_text("二", encoding="utf-8")
    assert fingerprint(entry) == first
    (entry.path / "链接.txt").unlink()
    assert fingerprint(entry) != first


def test_what_cannot_be_looked_at_gives_none(entry: InboxEntry, monkeypatch: pytest.MonkeyPatch):
    def closed(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", closed)
    assert fingerprint(entry) == ""


def test_decisions_count_for_their_dossier_alone(entry: InboxEntry):
    def decided(dossier: str) -> Decided:
        return Decided((Decision(dossier, "x", Choice.WAIVE, "王芳", date(2026, 3, 16), "已核"),))

    assert fingerprint(entry, decided=decided("甲")) != fingerprint(entry)
    assert fingerprint(entry, decided=decided("乙")) == fingerprint(entry)


@pytest.mark.parametrize(
    "name", ["办法.yaml", "办法.txt", "forms/表.yaml", "../forms/表.yaml", "../regulations/办法.txt"]
)
def test_an_own_rulebook_counts_with_its_text_and_forms(entry: InboxEntry, tmp_path: Path, name: str):
    folder = tmp_path / "办法" / "自有"
    folder.mkdir(parents=True)
    (folder / "办法.yaml").write_text("id: x", encoding="utf-8")
    own = replace(SETTINGS, rulebook=str(folder / "办法.yaml"))
    first = fingerprint(entry, own)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("another", encoding="utf-8")
    assert fingerprint(entry, own) != first


def test_the_ledger_counts_with_what_is_in_it(entry: InboxEntry, tmp_path: Path):
    (tmp_path / "台账").mkdir()
    own = replace(SETTINGS, standing=tmp_path / "台账")
    first = fingerprint(entry, own)
    (tmp_path / "台账" / "events.jsonl").write_text("{}", encoding="utf-8")
    assert fingerprint(entry, own) != first


def test_where_things_are_kept_counts_for_nothing(entry: InboxEntry, tmp_path: Path):
    assert fingerprint(entry, replace(SETTINGS, cache=tmp_path)) == fingerprint(entry)


def test_what_is_said_of_a_round_counts_for_whom_it_is_said(entry: InboxEntry):
    def of(received: dict[str, date], days: int | None = None) -> str:
        return fingerprint(entry, replace(SETTINGS, round=Round(received=received, supplement_days=days)))

    day = date(2026, 3, 12)
    assert of({"甲": day}) != of({}) == of({"乙": day})
    assert of({}) != of({}, 5)
