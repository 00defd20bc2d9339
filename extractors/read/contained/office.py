"""Which files are laid into a DOCX or XLSX: embedded workbooks and documents, packed files, inserted chunks?

Source: ECMA-376 part 1, 11.3.1 (alternative format import), 15.2.10 (embedded objects), 15.2.11 (embedded packages).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.read.contained.ole_object import payload
from extractors.read.flat_parts import zipped
from extractors.read.held import HeldFile, named, numbered
from extractors.read.office_package import Package
from schemas.errors import UnreadableDocument

_OBJECTS, _CHUNK = ("oleObject", "package"), "aFChunk"
_SHEETS, _STORIES = ("worksheet",), ("header", "footer", "footnotes", "endnotes")


def files_in(data: bytes, path: str) -> Sequence[HeldFile]:
    """The files of a package, part by part. Raises UnreadableDocument where it does not open."""
    package = Package(zipped(data) or data, path)
    return list(numbered(held for held in _held(package)))


def opened_objects(package: Package, part: str) -> frozenset[str]:
    """The relationships of this part whose object or chunk is a file that can be had."""
    return frozenset(key for key, _ in _of_part(package, part, 0))


def _held(package: Package) -> Iterator[HeldFile]:
    main = package.main_part("word/document.xml" if "word/document.xml" in package else "xl/workbook.xml")
    parts = [main]
    parts += [one.target for one in package.relations(main).values() if one.kind in (*_SHEETS, *_STORIES)]
    count = 0
    for part in dict.fromkeys(parts):
        for _, held in _of_part(package, part, count):
            count += 1
            yield held


def _of_part(package: Package, part: str, before: int) -> Iterator[tuple[str, HeldFile]]:
    """The files of one part with their relationships, numbered on after those ``before``."""
    for key, relation in package.relations(part).items():
        if relation.kind not in (*_OBJECTS, _CHUNK) or relation.target not in package:
            continue
        before += 1
        try:
            content = package.raw(relation.target)
        except UnreadableDocument:
            continue
        if relation.kind == _CHUNK:
            yield key, named(content, "", f"插入内容{before}")
        elif (held := payload(content, f"嵌入对象{before}")) is not None:
            yield key, held
