"""Whoever closes the pipe early is told once; the work is done all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.unheard import SENTENCE
from tests.builders.office_files import docx, p

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows says it otherwise")
CALL = [sys.executable, "-X", "utf8", "-c", "from pipeline.cli import main; main()"]


def closed() -> int:
    """The end of a pipe at whose other end nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_a_command_that_only_prints() -> None:
    nobody = closed()
    done = subprocess.run([*CALL, "rulebook", "show", "harbin"], stdout=nobody, stderr=subprocess.PIPE, check=False)  # noqa: S603  our own
    os.close(nobody)
    assert (done.returncode, done.stderr.decode()) == (1, f"{SENTENCE}\n")


@pytest.mark.parametrize("progress_is_heard", [True, False])
def test_a_screening_is_finished_all_the_same(tmp_path: Path, *, progress_is_heard: bool) -> None:
    (tmp_path / "in" / "甲").mkdir(parents=True)
    (tmp_path / "in" / "甲" / "说明.docx").write_bytes(docx(p("情况说明")))
    nobody = closed()
    words = ["screen", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--jobs", "1", "--no-cache"]
    heard = subprocess.PIPE if progress_is_heard else nobody
    done = subprocess.run([*CALL, *words], stdout=nobody, stderr=heard, check=False)  # noqa: S603  our own
    os.close(nobody)
    assert done.returncode == 1
    assert {"index.html", "register.xlsx", "batch.json"} <= {path.name for path in (tmp_path / "out").iterdir()}
    assert not progress_is_heard or done.stderr.decode().endswith(f"{SENTENCE}\n")
