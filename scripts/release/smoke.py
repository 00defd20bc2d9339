"""Does what is released work where there is no checkout? Built, installed by the lock into a fresh place, and tried.

``python -m scripts.release.smoke [PYTHON]``: the sdist is built, the wheel from the sdist, a virtual environment made
with PYTHON (this one without it) in the temporary folder; there the demo is screened and the doctor asked. Needs what
the lock names, from pip's cache or a registry. Exit status 1 where something is amiss.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from scripts.release.sbom import LOCK, ROOT, version

_SCREENED = ("index.html", "register.xlsx", "batch.json")


def built(folder: Path) -> tuple[Path, Path]:
    """The sdist, and the wheel that it gives: what is not in the one cannot be in the other."""
    _run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)], ROOT)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        packed.extractall(folder, filter="data")
    inside = folder / sdist.name.removesuffix(".tar.gz")
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], inside)
    (wheel,) = folder.glob("*.whl")
    return sdist, wheel


def tried(wheel: Path, python: str, place: Path) -> list[str]:
    """Install the wheel into this place and try it there; what is amiss, one line each."""
    _run([python, "-m", "venv", str(place / "venv")], place)
    programs = place / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--require-hashes", "-r", str(LOCK)], place)
    _run([*pip, "--no-deps", str(wheel)], place)
    dossier = str(programs / "dossier")
    said = _run([dossier, "--version"], place)
    faults = [] if said.split() == ["dossier-intake", version()] else [f"--version says {said!r}"]
    _run([dossier, "demo", "demo"], place)
    faults += [f"no {name}" for name in _SCREENED if not (place / "demo" / "screening-inbox" / name).is_file()]
    record = json.loads(_run([dossier, "doctor", "--json"], place))
    faults += [f"doctor: {one['id']} {one['found']}" for one in record["checks"] if one["state"] == "failed"]
    return faults


def _run(command: list[str], folder: Path) -> str:
    """What the command prints; it sees no checkout."""
    env = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)  # noqa: S603  our own
    return done.stdout.decode()


def main() -> int:
    """Say what is amiss."""
    python = sys.argv[1] if sys.argv[1:] else sys.executable
    with tempfile.TemporaryDirectory(prefix="dossier-smoke-") as scratch:
        _, wheel = built(Path(scratch))
        place = Path(scratch, "空处 一")
        place.mkdir()
        faults = tried(wheel, python, place)
        sys.stdout.write("\n".join([*faults, f"{wheel.name}: {'amiss' if faults else 'works'}"]) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
