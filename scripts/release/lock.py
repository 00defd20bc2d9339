"""Writes the two locks from pyproject.toml: requirements.lock and requirements-dev.lock.

Both hold for every system and every Python that the project supports (markers say what only one of them needs), each
file by its hash, no registry by name. The first is what a bureau runs: the program with the extras that it may
install. The second is the first and the tools of whoever works on the program.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = frozenset({"dev"})
"""Extras for whoever works on the program."""
ELSEWHERE = frozenset({"dask"})
"""Extras of single installations, which lock them themselves."""
OLDEST = "3.11"


def extras() -> tuple[str, ...]:
    """The extras that a bureau may install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return tuple(sorted(set(project["optional-dependencies"]) - TOOLS - ELSEWHERE))


def command(target: str, wanted: Sequence[str], more: Sequence[str] = ()) -> list[str]:
    """The call that writes one lock. What stands in the file already is kept where it still fits."""
    asked = [word for extra in wanted for word in ("--extra", extra)]
    universal = ["--universal", "--python-version", OLDEST, "--fork-strategy", "fewest", "--generate-hashes"]
    quietly = ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"]
    compiler = [sys.executable, "-m", "uv", "pip", "compile"]
    return [*compiler, *universal, *quietly, *asked, *more, "--output-file", target, "pyproject.toml"]


def main() -> None:
    """Write both; the second with the versions of the first."""
    ours = extras()
    upgrade = sys.argv[1:]
    for call in (
        command("requirements.lock", ours, upgrade),
        command("requirements-dev.lock", [*ours, *sorted(TOOLS)], ["--constraints", "requirements.lock", *upgrade]),
    ):
        subprocess.run(call, cwd=ROOT, check=True)  # noqa: S603  our own arguments


if __name__ == "__main__":
    main()
