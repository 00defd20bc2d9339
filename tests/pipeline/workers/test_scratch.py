"""Temporary files of a run are its owner's, and gone after every end."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from pipeline.workers import scratch
from pipeline.workers.scratch import Scratch


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_run_removes_its_own(temporary: Path) -> None:
    run = Scratch()
    (run.for_worker() / "x").write_bytes(b"x")
    assert list(temporary.iterdir()) == [run.folder]
    run.remove()
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead")
def test_nobody_else_may_look_in() -> None:
    umask = os.umask(0)
    try:
        run = Scratch()
        assert run.folder.stat().st_mode & 0o077 == 0
        assert run.for_worker().stat().st_mode & 0o077 == 0
    finally:
        os.umask(umask)
        run.remove()


def test_what_a_killed_run_left_goes_with_the_next(temporary: Path) -> None:
    left = temporary / "dossier-run-left"
    left.mkdir()
    (left / "lock").write_bytes(b"")
    (left / "secret").write_bytes(b"x")
    running = Scratch()
    assert not left.exists()
    scratch.sweep()
    assert running.folder.exists()
    running.remove()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_of_such_a_name_is_not_followed(temporary: Path) -> None:
    (temporary / "elsewhere").mkdir()
    (temporary / "elsewhere" / "lock").write_bytes(b"")
    (temporary / "dossier-run-link").symlink_to(temporary / "elsewhere")
    scratch.sweep()
    assert (temporary / "elsewhere" / "lock").exists()


def test_a_folder_that_is_just_being_made_stays(temporary: Path) -> None:
    (temporary / "dossier-run-new").mkdir()
    scratch.sweep()
    assert (temporary / "dossier-run-new").exists()
    os.utime(temporary / "dossier-run-new", (0, 0))
    scratch.sweep()
    assert not (temporary / "dossier-run-new").exists()


def test_the_last_worker_of_a_killed_run_removes_the_run_s_folder(temporary: Path) -> None:
    run = Scratch()
    first, second = run.for_worker(), run.for_worker()
    (first / "x").write_bytes(b"x")
    scratch.outlived(first)
    assert list(run.folder.glob("*")) != []
    scratch.outlived(second)
    assert list(temporary.iterdir()) == []


def test_a_worker_that_never_began_leaves_what_the_next_run_sweeps(temporary: Path) -> None:
    left = temporary / "dossier-run-left"
    for worker in ("begun", "never-begun"):
        (left / worker).mkdir(parents=True)
    (left / "lock").write_bytes(b"")
    scratch.outlived(left / "begun")
    assert {child.name for child in left.iterdir()} == {"lock", "never-begun"}
    after = Scratch()
    assert list(temporary.iterdir()) == [after.folder]
    after.remove()
