"""Which files are mutated: the made-up demo, small files of every format, earlier finds, and folders that are named."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fuzz.made import made
from pipeline.demo import write

FINDS = Path(__file__).parents[1] / "tests" / "fuzz" / "finds"
LARGEST = 400_000
"""Bytes; a larger file costs too many turns."""


def seeds(folders: Iterable[str]) -> dict[str, list[tuple[str, bytes]]]:
    """Name and content by suffix, sorted."""
    by_suffix: dict[str, list[tuple[str, bytes]]] = {}
    for name, data in sorted({(name, data) for name, data in _every(folders) if 0 < len(data) <= LARGEST}):
        by_suffix.setdefault(Path(name).suffix.lower().lstrip("."), []).append((name, data))
    return by_suffix


def _every(folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch) / "demo")
        yield from _files(Path(scratch))
    yield from _files(FINDS)
    for folder in folders:
        yield from _files(Path(folder))
    yield from made()


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST:
            yield path.name, path.read_bytes()
