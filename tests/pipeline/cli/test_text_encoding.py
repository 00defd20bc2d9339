"""The same command says and writes the same in every locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows names files in UTF-16 whatever its code page")

BARE = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
UTF8 = {"LC_ALL": "C.UTF-8"}


def screened(inbox: Path, out: Path, locale: dict[str, str]) -> tuple[bytes, dict[str, bytes]]:
    """What the command prints and what it writes."""
    call = [sys.executable, "-c", "from pipeline.cli import main; main()"]
    words = ["screen", str(inbox), "--as-of", "2026-03-15", "--jobs", "1", "--no-cache", "--out", str(out)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    done = subprocess.run([*call, *words], env=clean | locale, capture_output=True, check=False)  # noqa: S603  our own
    assert done.returncode == 0, done.stderr.decode()
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    return done.stdout.replace(os.fsencode(out), b""), files


def test_a_service_without_a_locale_writes_the_same_bytes_as_a_terminal(tmp_path: Path) -> None:
    dossier = tmp_path / "收件" / "甲公司，卷宗"
    dossier.mkdir(parents=True)
    (dossier / "申请报告（终稿）.txt").write_text("申请报告\n2025年，我单位培训12场、560人次。\n", encoding="utf-8")
    bare = screened(dossier.parent, tmp_path / "一", BARE)
    usual = screened(dossier.parent, tmp_path / "二", UTF8)
    assert bare == usual
    assert "甲公司，卷宗/screening.json" in usual[1]
