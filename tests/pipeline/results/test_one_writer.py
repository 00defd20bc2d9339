"""Two that write into one folder take turns, and leave nothing behind."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from pipeline.results.one_writer import DECISIONS, RESULTS, Busy, one_writer


def add_one(folder: Path, times: int) -> None:
    """Read, change and write a number: without taking turns some would be lost."""
    for _ in range(times):
        with one_writer(folder, DECISIONS, 60):
            place = folder / "number"
            place.write_text(str(int(place.read_text(encoding="utf-8")) + 1), encoding="utf-8")


def test_nothing_is_lost_between_processes(tmp_path: Path):
    (tmp_path / "number").write_text("0", encoding="utf-8")
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=add_one, args=(tmp_path, 25)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert (tmp_path / "number").read_text(encoding="utf-8") == "100"
    assert [path.name for path in tmp_path.iterdir()] == ["number"]


def test_whoever_waits_too_long_is_told(tmp_path: Path):
    with (
        one_writer(tmp_path, RESULTS, 1),
        pytest.raises(Busy, match="正由另一程序写入"),
        one_writer(tmp_path, RESULTS, 0),
    ):
        pytest.fail("two at once")
    with one_writer(tmp_path, RESULTS, 0):
        pass


def test_one_who_decides_does_not_wait_for_one_who_screens(tmp_path: Path):
    with one_writer(tmp_path, RESULTS, 1), one_writer(tmp_path, DECISIONS, 0):
        assert len(list(tmp_path.iterdir())) == 2
    assert list(tmp_path.iterdir()) == []


def test_what_breaks_lets_go(tmp_path: Path):
    with pytest.raises(KeyError), one_writer(tmp_path, RESULTS, 1):
        raise KeyError
    with one_writer(tmp_path, RESULTS, 0):
        assert (tmp_path / RESULTS).exists()


def test_a_lock_that_a_killed_process_left_keeps_nobody_out(tmp_path: Path):
    (tmp_path / RESULTS).write_bytes(b"")
    with one_writer(tmp_path, RESULTS, 0):
        pass
    assert list(tmp_path.iterdir()) == []
