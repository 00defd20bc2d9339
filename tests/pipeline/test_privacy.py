"""Screening, letters, sampling: no look-up, no connection, and nothing written but results and temporary files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline.demo import write

DOSSIER = "from pipeline.cli import main; main()"
# What a child of ours may open for writing besides: devices, and the pipes and counters of its own process.
_HARMLESS = re.compile(r"/dev/|/proc/self/|/proc/\d+/")
_OPENED = re.compile(r'(?:open|openat|creat|mkdir|mkdirat)\((?:AT_FDCWD, )?"([^"]+)"(.*)')
_WATCHED = "trace=network,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty home, an own temporary folder, and an inbox whose one dossier holds a picture of words."""
    for name in ("home", "tmp", "inbox", "all"):
        (tmp_path / name).mkdir()
    write(tmp_path / "all")
    dossier = next(path for path in sorted((tmp_path / "all").iterdir()) if path.is_dir())
    (tmp_path / "inbox" / "D01").mkdir()
    for paper in sorted(dossier.iterdir())[:3]:
        shutil.copy(paper, tmp_path / "inbox" / "D01")
    picture = Image.new("RGB", (600, 200), "white")
    ImageDraw.Draw(picture).text((40, 80), "BUSINESS LICENCE 91230199MA18XXXX01", fill="black")
    picture.save(tmp_path / "inbox" / "D01" / "执照.png")
    return tmp_path


def calls(place: Path) -> Iterator[list[str]]:
    """Screening with pictures, reports and letters, a letter of its own, and a sample drawn of what it wrote."""
    out = str(place / "out")
    yield ["screen", str(place / "inbox"), "--out", out, "--jobs", "2", "--as-of", "2026-03-15"]
    yield ["letter", out, "D01", "--kind", "supplement", "--out", str(place / "letters")]
    yield ["sample", "draw", out, "--of", "dossiers", "--size", "1", "--seed", "s", "--out", str(place / "sample")]


def environment(place: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_", "DOSSIER_"))}
    folders = {"HOME": str(place / "home"), "TMPDIR": str(place / "tmp"), "DOSSIER_CACHE": str(place / "cache")}
    return {**kept, **folders, "PYTHONDONTWRITEBYTECODE": "1"}


def _works(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=20).returncode == 0  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False


@pytest.mark.skipif(not _works("strace", "-f", "-o", "/dev/null", "true"), reason="no strace that may trace here")
def test_every_call_to_the_system(place: Path) -> None:
    """Native libraries too: what the kernel was asked is what counts."""
    (place / "log").mkdir()
    for number, call in enumerate(calls(place)):
        # -ff: a file for each process, in which no line is broken off by another's.
        command = ["strace", "-ff", "-qq", "-s", "4096", "-e", _WATCHED, "-o", str(place / "log" / str(number))]
        done = subprocess.run(  # noqa: S603  our own command
            [*command, sys.executable, "-c", DOSSIER, *call], env=environment(place), capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    logs = (place / "log").iterdir()
    said = [line for log in logs for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    asked = [line for line in said if re.search(r"(connect|sendto|sendmsg|sendmmsg)\(.*AF_INET", line)]
    assert not asked
    written = {path for line in said for path, rest in _OPENED.findall(line) if _writes(line, rest)}
    allowed = tuple(str(place / name) for name in ("out", "sample", "letters", "tmp", "cache"))
    assert {path for path in written if not path.startswith(allowed) and not _HARMLESS.match(path)} == set()
    assert any(path.startswith(allowed) for path in written)
    assert left_over(place) == []


def _writes(line: str, rest: str) -> bool:
    made = line.startswith("mkdir") or any(how in rest for how in ("O_CREAT", "O_WRONLY", "O_RDWR"))
    return made and " = -1 " not in rest


@pytest.mark.skipif(not _works("unshare", "-rn", "true"), reason="no network namespace may be made here")
def test_where_there_is_no_network(place: Path) -> None:
    """A machine with no address, not even its own, screens all the same."""
    for call in calls(place):
        command = ["unshare", "-rn", sys.executable, "-c", DOSSIER, *call]
        done = subprocess.run(command, env=environment(place), capture_output=True, check=False)  # noqa: S603
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert left_over(place) == []


def test_what_python_itself_asks(place: Path) -> None:
    """On every system: no address is looked up or called, and home and temporary folder are empty afterwards."""
    watch = (
        "import sys; sys.addaudithook(lambda event, given: "
        "event in {'socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.sendto'}"
        " and sys.exit(f'{event} {given}')); "
    )
    for call in calls(place):
        command = [sys.executable, "-c", watch + DOSSIER, *call]
        done = subprocess.run(command, env=environment(place), capture_output=True, check=False)  # noqa: S603
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert left_over(place) == []


def left_over(place: Path) -> list[str]:
    """Whatever lies in the home or the temporary folder."""
    return sorted(str(path) for name in ("home", "tmp") for path in (place / name).rglob("*"))
