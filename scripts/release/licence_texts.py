"""Which texts of licences must lie beside the parts that are shipped? Those that the wheels hold, and where a wheel
holds none, the text of the licence that it names.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from packaging.utils import parse_wheel_filename

from scripts.release import licences
from scripts.release.sbom import NAME, ROOT

_TEXT = re.compile(r"(licen[cs]e|copying|notice|third.?party|authors)[^/]*$", re.IGNORECASE)
_CODE = frozenset({".py", ".pyi", ".pyc", ".json", ".so", ".pyd", ".dll", ".h"})
_STANDARD = {"Apache-2.0": ROOT / "LICENSE", "LGPL-2.1-only": Path(__file__).with_name("texts") / "LGPL-2.1.txt"}


def gather(wheels: Path, folder: Path) -> None:
    """Write the texts of every wheel, a folder for each, and a list of all. SystemExit where one has no text."""
    folder.mkdir()
    known = licences.load()
    lines = []
    for wheel in sorted(wheels.glob("*.whl")):
        name, version, _, _ = parse_wheel_filename(wheel.name)
        place = folder / f"{name}-{version}"
        expression = "Apache-2.0" if name == NAME else known.of(name)
        lines.append(f"{name} {version}: {expression}")
        if not place.is_dir() and not _taken_out(wheel, place):
            _named(expression, place)
    (folder / "README.txt").write_text("\n".join(dict.fromkeys(lines)) + "\n", encoding="utf-8")


def texts(names: Iterable[str]) -> list[str]:
    """Which of a wheel's files are texts of licences."""
    return [name for name in names if _is_text(PurePosixPath(name))]


def _is_text(path: PurePosixPath) -> bool:
    among = any(part.lower() in {"licenses", "licences"} for part in path.parts[:-1])
    return (among or bool(_TEXT.search(path.name))) and path.suffix not in _CODE


def _taken_out(wheel: Path, place: Path) -> bool:
    """Whether the wheel held texts, which now lie in the folder."""
    with zipfile.ZipFile(wheel) as archive:
        found = texts(archive.namelist())
        for name in found:
            path = place / re.sub(r"[^\w.-]+", "_", name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(archive.read(name))
    return bool(found)


def _named(expression: str, place: Path) -> None:
    if expression not in _STANDARD:
        raise SystemExit(f"{place.name} holds no text of its licence, {expression}: add one to {Path(__file__).name}")
    place.mkdir()
    shutil.copy(_STANDARD[expression], place / f"{expression}.txt")
