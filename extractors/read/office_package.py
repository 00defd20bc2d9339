"""Open the zip of an Office file without trusting it.

Sizes are bounded before anything is unpacked, XML has no entities and no network, and part names are
forgiving (some writers use backslashes or other letter case). Strict OOXML is turned into the
transitional one, so that a reader knows one set of names.
Raises: UnreadableDocument for a damaged, locked or oversized file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from extractors.read.media_type import DAMAGED, ENCRYPTED
from extractors.read.refusals import refusal
from schemas.errors import UnreadableDocument

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# A report of 300 pages has some 10 MB of XML; a million styled but empty rows have about 100 MB.
_LARGEST_PART = 160 * 2**20
_LARGEST_TREE = 48 * 2**20
# Deflate packs real sheets up to about 60:1, a bomb about 1000:1.
_RATIO, _RATIO_FROM = 250, 8 * 2**20

_STRICT = b"http://purl.oclc.org/ooxml/"
_OFFICE = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES = (
    (_STRICT + b"wordprocessingml/main", _OFFICE + b"wordprocessingml/2006/main"),
    (_STRICT + b"spreadsheetml/main", _OFFICE + b"spreadsheetml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _OFFICE + b"officeDocument/2006/relationships"),
    (_STRICT + b"officeDocument/math", _OFFICE + b"officeDocument/2006/math"),
    (_STRICT + b"drawingml/main", _OFFICE + b"drawingml/2006/main"),
    (_STRICT + b"drawingml/wordprocessingDrawing", _OFFICE + b"drawingml/2006/wordprocessingDrawing"),
    (_STRICT + b"drawingml/spreadsheetDrawing", _OFFICE + b"drawingml/2006/spreadsheetDrawing"),
    (_STRICT + b"drawingml/picture", _OFFICE + b"drawingml/2006/picture"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part: ``kind`` is the last word of its type (``header``, ``worksheet``)."""

    kind: str
    target: str


class Package:
    """The parts of one Office file."""

    def __init__(self, data: bytes, path: str) -> None:
        """Raises UnreadableDocument where the zip cannot be opened."""
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableDocument(path, *refusal(DAMAGED)) from error
        self._parts = {_plain(info.filename): info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part of the format's own, transitional; within the bounds."""
        data = self.raw(name)
        if b"<!DOCTYPE" in data[:4096]:
            raise UnreadableDocument(
                self.path, "文件内部含有不应出现的实体定义，为安全起见未读取", "请申请人用 Office 或 WPS 另存后重新提交"
            )
        return _transitional(data)

    def raw(self, name: str) -> bytes:
        """The bytes of a part as they are: of a picture, of a file laid into this one; within the bounds."""
        info = self._parts.get(_plain(name))
        if info is None or not info.file_size:
            raise UnreadableDocument(self.path, *refusal(DAMAGED))
        if info.flag_bits & 1:
            raise UnreadableDocument(self.path, *refusal(ENCRYPTED))
        self._bounded(info)
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise UnreadableDocument(self.path, *refusal(DAMAGED)) from error

    def tree(self, name: str) -> Element:
        """The part as an element tree."""
        data = self.read(name)
        if len(data) > _LARGEST_TREE:
            raise self._oversized()
        try:
            return etree.fromstring(data, parser())
        except etree.XMLSyntaxError as error:
            raise UnreadableDocument(self.path, *refusal(DAMAGED)) from error

    def relations(self, name: str = "") -> dict[str, Relation]:
        """The relationships of a part by id (of the package itself without a name); external ones left out."""
        folder, base = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self:
            return {}
        found = {}
        for each in self.tree(listed):
            target = each.get("Target")
            if not isinstance(each.tag, str) or target is None or each.get("TargetMode") == "External":
                continue
            joined = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            found[each.get("Id", "")] = Relation((each.get("Type") or "").rsplit("/", 1)[-1], joined)
        return found

    def main_part(self, usual: str) -> str:
        """The part that the package names its document; the usual one where it names none."""
        named = (each.target for each in self.relations().values() if each.kind == "officeDocument")
        return next((target for target in named if target in self), usual)

    def _bounded(self, info: zipfile.ZipInfo) -> None:
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > _LARGEST_PART or (info.file_size > _RATIO_FROM and ratio > _RATIO):
            raise self._oversized()

    def _oversized(self) -> UnreadableDocument:
        return UnreadableDocument(
            self.path, "文件解压后体积异常，为安全起见未读取", "请申请人删去多余内容、用 Office 或 WPS 另存后重新提交"
        )


def parser() -> etree.XMLParser:
    """An XML parser for files of strangers."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _transitional(data: bytes) -> bytes:
    if _STRICT not in data:
        return data
    for strict, transitional in _STRICT_NAMES:
        data = data.replace(strict, transitional)
    return data
