"""What kills, hangs or swells a worker costs its file alone, and leaves nothing running and nothing lying about."""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.workers import Lost, WorkListener, WorkPlan, outcomes
from schemas.errors import UsageError
from tests.builders.accidents import Job, gone, work

PLAN = WorkPlan(2, still=5, memory=1 << 30)
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")


def done(jobs: list[Job], plan: WorkPlan = PLAN) -> tuple[dict[Job, list[str] | Lost], list[str]]:
    said: list[str] = []
    return dict(outcomes(jobs, work, plan, WorkListener(lambda _, why: said.append(why)))), said


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of its own, so that what is left over shows."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_sound_work_is_done_once_and_leaves_nothing(temporary: Path) -> None:
    jobs = [Job((f"{number}", "b")) for number in range(5)]
    found, said = done(jobs)
    assert found == {job: list(job.files) for job in jobs}
    assert said == []
    assert list(temporary.iterdir()) == []
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("name", ["crash", "still"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_kills_costs_itself_alone(name: str, jobs: int) -> None:
    sound, hit = Job(("a", "b")), Job(("a", name, "b"))
    found, said = done([hit, sound], WorkPlan(jobs, still=5, contained=True))
    assert found[sound] == ["a", "b"]
    told = found[hit]
    assert isinstance(told, list)
    assert [told[0], told[2]] == ["a", "b"]
    assert told[1].startswith(f"{name}：读取该文件")
    assert said
    assert all(name in why for why in said)


def test_several_files_of_one_dossier_that_kill() -> None:
    hit = Job(("crash 1", "a", "crash 2", "crash 3", "b"))
    told = done([hit])[0][hit]
    assert isinstance(told, list)
    assert [line for line in told if "：" not in line] == ["a", "b"]
    assert len(told) == 5


@pytest.mark.parametrize(("kills", "kept"), [(2, True), (4, True), (5, False)])
def test_a_worker_killed_by_a_stranger_is_tried_again(tmp_path: Path, kills: int, kept: bool) -> None:
    """Four times over one file is bad luck; after the fifth it is the file."""
    name = f"killed {kills}"
    hit = Job(("a", name, "b"), str(tmp_path))
    found, said = done([hit])
    told = found[hit]
    assert isinstance(told, list)
    assert (told == ["a", name, "b"]) is kept
    assert len(said) == kills
    assert [told[0], told[2]] == ["a", "b"]


def test_what_kills_while_all_files_are_judged_costs_the_dossier() -> None:
    sound, hit = Job(("a",)), Job(("a", "judging kills"))
    found, _ = done([hit, sound])
    assert found[sound] == ["a"]
    assert isinstance(found[hit], Lost)


def test_an_error_is_named_without_its_text() -> None:
    hit = Job(("error",))
    lost = done([hit])[0][hit]
    assert isinstance(lost, Lost)
    assert "ValueError" in lost.reason
    assert "13800000000" not in lost.reason


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS bounds no process")
def test_what_wants_more_than_its_memory_gets_an_error_and_not_the_machine() -> None:
    sound, hit = Job(("a",)), Job(("large",))
    found, _ = done([hit, sound])
    lost = found[hit]
    assert isinstance(lost, Lost)
    assert "MemoryError" in lost.reason
    assert found[sound] == ["a"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS bounds no process")
def test_what_a_worker_holds_of_others_costs_the_next_one_nothing() -> None:
    """It is done once more where there is room; what finds no room there either is lost."""
    first, hit, last = Job(("keeps",)), Job(("wants",)), Job(("a",))
    found, said = done([first, hit, last], WorkPlan(1, memory=1 << 30, contained=True))
    assert found == {first: ["keeps"], hit: ["wants"], last: ["a"]}
    assert said == []
    lost = done([first, Job(("large",))], WorkPlan(1, memory=1 << 30, contained=True))[0][Job(("large",))]
    assert isinstance(lost, Lost)


def test_a_dossier_that_takes_all_its_time_is_stopped() -> None:
    hit = Job(("a", "still"))
    lost = done([hit], WorkPlan(2, seconds=2, still=60))[0][hit]
    assert isinstance(lost, Lost)
    assert "2 秒" in lost.reason


def _misused(job: Job) -> list[str]:
    raise UsageError(f"{job.files[0]} 无法识别。")


def test_wrong_usage_ends_the_run(temporary: Path) -> None:
    with pytest.raises(UsageError, match="无法识别"):
        list(outcomes([Job(("a",)), Job(("b",))], _misused, PLAN))
    assert multiprocessing.active_children() == []
    assert list(temporary.iterdir()) == []


@needs_proc
def test_programs_that_a_dead_worker_started_end_too(tmp_path: Path) -> None:
    hit = Job(("program",), str(tmp_path))
    done([hit])
    assert gone(int((tmp_path / "program").read_text(encoding="utf-8")))


def test_a_run_that_is_broken_off_leaves_nobody(temporary: Path) -> None:
    jobs = [Job(("a",)), *(Job(("still", str(number))) for number in range(4))]
    with closing(outcomes(jobs, work, WorkPlan(2, still=60))) as running:
        assert next(running) == (jobs[0], ["a"])
        assert multiprocessing.active_children()
    assert multiprocessing.active_children() == []
    assert list(temporary.iterdir()) == []
