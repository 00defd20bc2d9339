"""A whole inbox: one dossier's accident is its own, earlier results stay, the same inbox gives the same bytes."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.batch import REPORTS, rendered
from pipeline.intake.inbox import InboxEntry
from pipeline.progress import Lines
from pipeline.results.batch import Batch, ReportContext
from pipeline.screen import Settings, screen
from pipeline.workers import WorkPlan, checked
from schemas.errors import UsageError
from schemas.findings import BatchFinding
from schemas.status import Status, VerdictStatus
from tests.builders.screening import AS_OF, SETTINGS, STEPS, work
from validators.across.traces import Traces

WRITTEN = ("screening.json", "report.html", "opinion.docx", "tables.xlsx", "letter.docx")


def inbox(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).mkdir(parents=True)
        (folder / name / "申报表.txt").write_text("办法", encoding="utf-8")
    return folder


def across(dossiers: Sequence[Traces]) -> list[BatchFinding]:
    """All dossiers share something."""
    return [BatchFinding("batch.shared_staff", Status.REVIEW, tuple(one.dossier for one in dossiers), "人员相同")]


def run(place: Path, out: Path, plan: WorkPlan | None = None, settings: Settings = SETTINGS) -> tuple[Batch, str]:
    said = io.StringIO()
    done = batch.run(place, out, settings, plan or WorkPlan(1), Lines(said), work, across)
    return done, said.getvalue()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_what_is_written(tmp_path: Path) -> None:
    done, said = run(inbox(tmp_path / "收件", "甲 公司", "乙"), tmp_path / "结果")
    assert set(contents(tmp_path / "结果")) == {
        "batch.json",
        "index.html",
        "register.docx",
        "register.xlsx",
        *(f"{name}/{file}" for name in ("甲 公司", "乙") for file in WRITTEN),
    }
    assert [screening.id for screening in done.screenings] == ["乙", "甲 公司"]
    assert "[2/2]" in said


def test_the_same_inbox_gives_the_same_bytes(tmp_path: Path) -> None:
    place = inbox(tmp_path / "收件", "甲", "乙", "丙")
    run(place, tmp_path / "一")
    run(place, tmp_path / "二", WorkPlan(2))
    assert contents(tmp_path / "一") == contents(tmp_path / "二")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS bounds no process")
def test_a_worker_reads_its_files_though_it_has_less_room_than_the_largest_may_take(tmp_path: Path) -> None:
    place = inbox(tmp_path / "收件", "甲")
    assert SETTINGS.limits.file_bytes > 700 << 20
    done, _ = run(place, tmp_path / "结果", WorkPlan(1, contained=True, memory=700 << 20))
    (screening,) = done.screenings
    assert [file.note for file in screening.contents.files] == [""]


def test_what_kills_a_worker_costs_its_dossier_alone(tmp_path: Path) -> None:
    done, _ = run(inbox(tmp_path / "收件", "崩溃1", "甲", "崩溃2", "乙"), tmp_path / "结果", WorkPlan(2))
    verdicts = {screening.id: screening.verdict.status for screening in done.screenings}
    assert verdicts == {
        "崩溃1": VerdictStatus.UNREADABLE,
        "崩溃2": VerdictStatus.UNREADABLE,
        "乙": VerdictStatus.SUPPLEMENT,
        "甲": VerdictStatus.SUPPLEMENT,
    }
    assert all("意外退出" in one.note for one in done.screenings if one.id.startswith("崩溃"))
    assert (tmp_path / "结果" / "崩溃1" / "screening.json").is_file()


def test_a_dossier_that_never_ends_is_stopped(tmp_path: Path) -> None:
    done, _ = run(inbox(tmp_path / "收件", "超时", "甲"), tmp_path / "结果", WorkPlan(2, seconds=6))
    assert {one.id: one.verdict.status for one in done.screenings}["甲"] is VerdictStatus.SUPPLEMENT
    (stopped,) = [one for one in done.screenings if one.id == "超时"]
    assert stopped.verdict.status is VerdictStatus.UNREADABLE
    assert "6 秒" in stopped.note


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_program_is_named_without_its_text(tmp_path: Path, jobs: int) -> None:
    done, said = run(inbox(tmp_path / "收件", "错误", "甲"), tmp_path / "结果", WorkPlan(jobs))
    (lost,) = [one for one in done.screenings if one.id == "错误"]
    assert lost.verdict.status is VerdictStatus.UNREADABLE
    assert "ValueError" in lost.note
    assert "13800000000" not in said + lost.note


def test_earlier_results_of_other_dossiers_stay(tmp_path: Path) -> None:
    out = tmp_path / "结果"
    run(inbox(tmp_path / "一", "甲", "乙"), out)
    (out / "乙" / "letter.docx").write_bytes(b"earlier")
    (out / "甲" / "letter-supplement.docx").write_bytes(b"stale")
    (out / "甲" / "批注.txt").write_bytes(b"the clerk's own")
    run(inbox(tmp_path / "二", "甲"), out)
    assert (out / "乙" / "letter.docx").read_bytes() == b"earlier"
    assert (out / "乙" / "screening.json").is_file()
    assert not (out / "甲" / "letter-supplement.docx").exists()
    assert (out / "甲" / "批注.txt").is_file()


def test_a_report_that_breaks_leaves_the_others(tmp_path: Path) -> None:
    def broken(_: object) -> bytes:
        raise KeyError("x")

    place = inbox(tmp_path / "收件", "甲")
    screened = rendered(
        ReportContext(screen(InboxEntry("甲", place / "甲"), SETTINGS, STEPS)), {**REPORTS, "report.html": broken}
    )
    assert set(screened.files) == {"opinion.docx", "tables.xlsx", "screening.json", "letter.docx"}
    assert "report.html 未能生成" in screened.screening.note


def test_a_report_named_in_one_place_leaves_nothing_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, out = inbox(tmp_path / "收件", "甲"), tmp_path / "结果"
    run(place, out)
    monkeypatch.setattr(batch, "REPORTS", {**REPORTS, "further.txt": lambda _: None})
    (out / "甲" / "further.txt").write_bytes(b"of an earlier run")
    (out / "甲" / "note.txt").write_bytes(b"the clerk's own")
    run(place, out)
    assert not (out / "甲" / "further.txt").exists()
    assert (out / "甲" / "note.txt").exists()


def test_an_interrupted_batch_keeps_what_is_done(tmp_path: Path) -> None:
    def interrupted(entry: InboxEntry) -> batch.Screened:
        if entry.id == "2":
            raise KeyboardInterrupt
        return work(entry)

    place = inbox(tmp_path / "收件", "1", "2", "3")
    with pytest.raises(KeyboardInterrupt):
        batch.run(place, tmp_path / "结果", SETTINGS, WorkPlan(1), Lines(io.StringIO()), interrupted, across)
    assert (tmp_path / "结果" / "1" / "screening.json").is_file()
    assert not (tmp_path / "结果" / "3").exists()


@pytest.mark.parametrize(
    "settings", [Settings(AS_OF, rulebook="没有这部办法"), Settings(AS_OF, rulebook="zhengzhou", procedure="review")]
)
def test_a_wrong_call_writes_nothing(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(UsageError):
        run(inbox(tmp_path / "收件", "甲"), tmp_path / "结果", settings=settings)
    assert not (tmp_path / "结果").exists()


def test_an_empty_inbox(tmp_path: Path) -> None:
    (tmp_path / "收件").mkdir()
    with pytest.raises(UsageError, match="没有卷宗"):
        run(tmp_path / "收件", tmp_path / "结果")


@pytest.mark.parametrize("executor", ["local", "dask://10.0.0.1:8786"])
def test_executors_there_are(executor: str) -> None:
    assert checked(executor) == executor


@pytest.mark.parametrize("executor", ["", "dask://", "ray://x"])
def test_executors_there_are_not(executor: str) -> None:
    with pytest.raises(UsageError, match="executor"):
        checked(executor)
