"""The starter of the bundle: the console where there is one, else a folder to drop papers into."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.release.sbom import ROOT

START = ROOT / "scripts" / "release" / "bundled" / "start.py"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def started(tmp_path: Path, console: int, *words: str) -> tuple[int, str, str]:
    """Start with a stand-in for ``dossier`` that notes what it is asked."""
    program = tmp_path / "home" / "venv" / "bin" / "dossier"
    program.parent.mkdir(parents=True)
    program.write_text(
        f'#!/bin/sh\necho "$@" >> "{tmp_path}/asked"\n[ "$1" = console ] && exit {console}\nexit 0\n', encoding="utf-8"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    env = {"DOSSIER_HOME": str(tmp_path / "home"), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    call = [sys.executable, "-X", "utf8", str(START), *words]
    done = subprocess.run(call, env=env, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603  our own
    return done.returncode, done.stdout.decode(), (tmp_path / "asked").read_text(encoding="utf-8")


def test_with_a_console_it_is_opened(tmp_path: Path):
    assert started(tmp_path, 0)[2].splitlines() == ["console --help", "console"]


def test_without_one_there_is_a_folder_to_drop_papers_into(tmp_path: Path):
    status, said, asked = started(tmp_path, 2)
    folder = tmp_path / "申报材料初审" / "收件夹"
    assert folder.is_dir()
    assert str(folder) in said
    assert (status, asked.splitlines()) == (0, ["console --help", f"screen {folder}"])


def test_a_folder_that_is_named_is_screened_at_once(tmp_path: Path):
    assert started(tmp_path, 0, "收件 夹")[2].splitlines() == ["screen 收件 夹"]


def test_before_the_installation(tmp_path: Path):
    env = {"DOSSIER_HOME": str(tmp_path / "没有"), "PATH": "/usr/bin:/bin"}
    call = [sys.executable, "-X", "utf8", str(START)]
    done = subprocess.run(call, env=env, capture_output=True, check=False)  # noqa: S603  our own
    assert (done.returncode, "还没有安装" in done.stdout.decode()) == (1, True)
