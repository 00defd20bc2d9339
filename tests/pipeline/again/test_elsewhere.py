"""A dossier screened on another machine comes back whole; another version or a missing inbox is said."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import batch, demo
from pipeline.again import elsewhere
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry
from pipeline.progress import Lines
from pipeline.screen import Settings, unreadable
from pipeline.screened import Screened
from pipeline.workers import WorkPlan
from schemas.errors import UsageError
from tests.builders.cluster import cluster
from tests.builders.screening import SETTINGS

SCREENING = unreadable(InboxEntry("甲", Path("甲")), SETTINGS, "打不开。")


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=20), max_size=3), st.booleans())
def test_a_result_comes_back_as_it_was(files: dict[str, bytes], chance: bool):
    found = elsewhere.unpacked(elsewhere.packed(Screened(SCREENING, files, chance)))
    assert (found.files, found.chance, found.screening.note) == (files, chance, SCREENING.note)


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"\x80\x04" + data])
def test_other_bytes_are_refused(change):
    data = elsewhere.packed(Screened(SCREENING, {"report.html": b"<html>"}))
    with pytest.raises(ValueError, match=r"form|short"):
        elsewhere.unpacked(change(data))


@given(st.binary(max_size=60))
def test_bytes_of_a_stranger_are_refused(data: bytes):
    with pytest.raises(ValueError, match=r"form|short"):
        elsewhere.unpacked(data)


def test_a_machine_with_another_version_says_so(tmp_path: Path):
    asked = replace(elsewhere.screened_elsewhere(SETTINGS, Decided()), version="另一版")
    with pytest.raises(UsageError, match="版本不一致"):
        asked(InboxEntry("甲", tmp_path))


def test_a_machine_that_does_not_see_the_inbox_says_so(tmp_path: Path):
    with pytest.raises(UsageError, match="共享文件夹"):
        elsewhere.screened_elsewhere(SETTINGS, Decided())(InboxEntry("甲", tmp_path / "甲"))


def test_paths_do_not_depend_on_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text("", encoding="utf-8")
    settings = replace(SETTINGS, rulebook="own.yaml", since=Path("前次"))
    asked = elsewhere.screened_elsewhere(settings, Decided()).settings
    assert (asked.rulebook, asked.since, asked.upon) == (str(tmp_path / "own.yaml"), tmp_path / "前次", None)
    assert elsewhere.screened_elsewhere(SETTINGS, Decided()).settings.rulebook == SETTINGS.rulebook
    assert elsewhere.from_everywhere(InboxEntry("甲", Path("甲"))).path == tmp_path / "甲"


def test_a_batch_has_the_same_bytes_wherever_it_is_done(tmp_path: Path):
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    demo.write(tmp_path / "all")
    for dossier in ("01-哈尔滨-齐全", "03-国家-齐全"):
        (form,) = (tmp_path / "all" / dossier).glob("01*.docx")
        (tmp_path / "收件" / dossier).mkdir(parents=True)
        form.rename(tmp_path / "收件" / dossier / form.name)
    (tmp_path / "收件" / "坏").mkdir()
    (tmp_path / "收件" / "坏" / "表.pdf").write_bytes(b"%PDF-1.7 broken")

    def run(plan: WorkPlan, out: str) -> dict[str, bytes]:
        settings = Settings(demo.AS_OF, cache=tmp_path / "kept")
        batch.run(tmp_path / "收件", tmp_path / out, settings, plan, Lines(io.StringIO()))
        found = (path for path in sorted((tmp_path / out).rglob("*")) if path.is_file())
        return {str(path.relative_to(tmp_path / out)): path.read_bytes() for path in found}

    with cluster(tmp_path / "dask") as made:
        elsewhere_ = run(WorkPlan(executor=made.executor), "远处")
    here = run(WorkPlan(), "本机")
    record = "batch.json"
    assert elsewhere_.pop(record).replace("远处".encode(), "本机".encode()) == here.pop(record)
    assert elsewhere_ == here
