"""Which sound files are mutated: the made-up demo, small files of every format, and folders that are named."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.demo import write
from tests.builders import archives, old_files

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
    for folder in folders:
        yield from _files(Path(folder))
    yield "old.doc", old_files.word()
    yield (
        "old.xls",
        old_files.xls({(0, 0): "序号", (0, 1): "姓名", (0, 2): "年龄", (1, 0): 1, (1, 1): "甲某", (1, 2): 35}),
    )
    yield "sheet.ods", old_files.ods("<table:table-row><table:table-cell/></table:table-row>")
    yield "page.ofd", old_files.ofd(old_files.said("从业人数：12人", 20, 20))
    yield "packed.7z", archives.seven_zip({"说明.txt": "从业人数：12人".encode()})
    yield (
        "说明.txt",
        "2025年服务企业120家，培训３场、560人次，融资1.2亿元。截至2025年12月31日，共一千二百三十四户。".encode(),
    )
    yield "名单.csv", "序号,企业名称,收费（万元）\n1,示例甲公司,1.2\n2,示例乙公司,0".encode("gb18030")


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST:
            yield path.name, path.read_bytes()
