"""Makes the bundle that a bureau without internet installs from: wheels by hash, starters, licences, a list of parts.

``python -m scripts.release.bundle windows|linux [--pythons 3.11,3.12,3.13] [--out dist] [--kept FOLDER]``: a folder
and, beside it, the same as one file (ZIP for Windows, tar.gz for Linux). Needs a registry, or pip's cache, for the
wheels; the bundle itself needs neither.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import stat
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

from scripts.release import licence_texts, locked, sbom, smoke
from scripts.release.locked import Pin
from scripts.release.target import TARGETS, Target

BUNDLED = Path(__file__).with_name("bundled")
PYTHONS = "3.11,3.12,3.13"
_EPOCH = (2020, 1, 1, 0, 0, 0)
"""The time of every file in the packed bundle: the same parts give the same bytes."""


def make(target: Target, pythons: Sequence[str], out: Path, kept: Path | None) -> Path:
    """The bundle's folder; beside it, the same as one file."""
    folder = out / f"{sbom.NAME}-{sbom.version()}-{target.name}"
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    pins = [pin for pin in locked.pins(sbom.LOCK) if any(pin.wanted(target.markers(one)) for one in pythons)]
    for python in pythons:
        download([pin for pin in pins if pin.wanted(target.markers(python))], target, python, wheels, kept)
    with tempfile.TemporaryDirectory() as scratch:
        _, ours = smoke.built(Path(scratch))
        shutil.copy(ours, wheels)
    missing = [f"{python}: {name}" for python in pythons for name in lacking(pins, wheels, target, python)]
    if missing:
        raise SystemExit("no wheel for " + ", ".join(missing))
    _write(folder, target, pythons, pins)
    packed(folder, target)
    return folder


def download(pins: Iterable[Pin], target: Target, python: str, wheels: Path, kept: Path | None) -> None:
    """The wheels that this Python takes on that machine, each held against the lock."""
    with tempfile.TemporaryDirectory() as scratch:
        asked = Path(scratch, "asked.txt")
        asked.write_text("".join(_line(pin, pin.hashes, "") for pin in pins), encoding="utf-8")
        number = python.replace(".", "")
        tags = [f"--platform={name}" for name in target.platforms]
        abis = [f"--abi=cp{number}", "--abi=abi3", "--abi=none"]
        what = ["--only-binary=:all:", "--no-deps", "--require-hashes", "--implementation=cp"]
        beside = [f"--find-links={kept}"] if kept else []
        command = [sys.executable, "-m", "pip", "download", "--quiet", *what, *tags, *abis, *beside]
        call = [*command, f"--python-version={python}", "--dest", str(wheels), "-r", str(asked)]
        subprocess.run(call, check=True)  # noqa: S603  our own arguments


def lacking(pins: Iterable[Pin], wheels: Path, target: Target, python: str) -> list[str]:
    """The packages of which no wheel in the folder fits this Python on that machine."""
    version = (int(python.split(".", maxsplit=1)[0]), int(python.split(".")[1]))
    fitting = set(cpython_tags(version, platforms=target.platforms))
    fitting |= set(compatible_tags(version, platforms=target.platforms))
    there = {(name, number) for name, number, tags in _wheels(wheels) if tags & fitting}
    wanted = [(pin.name, pin.version) for pin in pins if pin.wanted(target.markers(python))]
    return [name for name, number in [*wanted, (sbom.NAME, sbom.version())] if (name, number) not in there]


def _wheels(folder: Path) -> Iterator[tuple[str, str, frozenset[Tag]]]:
    for path in sorted(folder.glob("*.whl")):
        name, version, _, tags = parse_wheel_filename(path.name)
        yield name, str(version), tags


def _write(folder: Path, target: Target, pythons: Sequence[str], pins: Sequence[Pin]) -> None:
    """All that is not a wheel."""
    inside = folder / "bundle"
    inside.mkdir()
    for path in BUNDLED.glob("*.py"):
        shutil.copy(path, inside)
    for path in BUNDLED.glob("*.txt"):
        if path.name != "readme.txt":
            _text(inside / path.name, path.read_text(encoding="utf-8"), target)
    for path in (BUNDLED / target.starters).iterdir():
        _text(folder / path.name, path.read_text(encoding="utf-8"), target)
        (folder / path.name).chmod(0o755)
    hashes = _hashes(folder / "wheels")
    lines = [_line(pin, [digest for _, digest in hashes[pin.name]], str(pin.requirement.marker or "")) for pin in pins]
    lines.append(f"{sbom.NAME}=={sbom.version()} --hash=sha256:{hashes[sbom.NAME][0][1]}\n")
    (inside / "requirements.txt").write_text("".join(lines), encoding="utf-8")
    told = {"version": sbom.version(), "platform": target.platform, "pythons": list(pythons)}
    (inside / "bundle.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    (folder / "sbom.cdx.json").write_text(sbom.as_text(sbom.bill(pins, hashes)), encoding="utf-8")
    licence_texts.gather(folder / "wheels", folder / "LICENSES")
    readme = (BUNDLED / "readme.txt").read_text(encoding="utf-8")
    said = readme.format(version=sbom.version(), pythons="、".join(pythons), **target.words)
    _text(folder / "说明.txt", said, target)
    sums = [f"{_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in _files(folder)]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def _line(pin: Pin, hashes: Iterable[str], marker: str) -> str:
    condition = f" ; {marker}" if marker else ""
    return f"{pin.name}=={pin.version}{condition}" + "".join(f" \\\n    --hash=sha256:{one}" for one in hashes) + "\n"


def _hashes(wheels: Path) -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(wheels.glob("*.whl")):
        name = canonicalize_name(parse_wheel_filename(path.name)[0])
        found.setdefault(name, []).append((path.name, _sha256(path)))
    return found


def _text(path: Path, text: str, target: Target) -> None:
    path.write_bytes(text.replace("\n", target.line_end).encode("utf-8"))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def packed(folder: Path, target: Target) -> Path:
    """The folder as one file beside it, the same bytes for the same files."""
    whole = folder.with_name(f"{folder.name}{target.suffix}")
    if target.suffix == ".zip":
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:  # wheels are compressed already
            for path in _files(folder):
                entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _EPOCH)
                archive.writestr(entry, path.read_bytes())
        return whole
    with tarfile.open(whole, "w") as tar:
        for path in _files(folder):
            member = tar.gettarinfo(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
            member.uid = member.gid = member.mtime = 0
            member.uname = member.gname = ""
            member.mode = 0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644
            with path.open("rb") as stream:
                tar.addfile(member, stream)
    return whole


def main() -> None:
    """Make one, and say where it lies."""
    parser = argparse.ArgumentParser(prog="bundle")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--pythons", default=PYTHONS)
    parser.add_argument("--out", default="dist")
    parser.add_argument("--kept")
    asked = parser.parse_args()
    kept = Path(asked.kept) if asked.kept else None
    folder = make(TARGETS[asked.target], asked.pythons.split(","), Path(asked.out), kept)
    sys.stdout.write(f"{folder}\n")


if __name__ == "__main__":
    main()
