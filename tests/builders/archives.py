"""Archives made byte by byte, and what comes of one in a dossier."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import py7zr

from pipeline.intake import inbox
from pipeline.intake.archive import Limits
from pipeline.intake.inbox import InboxEntry, Received

FILES = {"材料/申报表.txt": "申报单位：示例公司".encode(), "材料/清单/名单.txt": b"1", "材料/空.txt": b""}


def seven_zip(files: Mapping[str, bytes], password: str | None = None, *, names_too: bool = False) -> bytes:
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w", password=password, header_encryption=names_too) as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return target.getvalue()


def rar(
    files: Mapping[str, bytes],
    *,
    volume: int = 0,
    packed: bool = False,
    locked: bool = False,
    links: Mapping[str, tuple[int, str]] | None = None,
) -> bytes:
    """A RAR 5 whose files are only stored; ``packed`` says that they were compressed, which is then a lie.

    ``links``: files that stand for another, by the kind that the format numbers and the name they stand for.
    """
    blocks = [_block(1, 0, _number(volume))]
    for name, data in files.items():
        raw = name.encode()
        # Flags: a CRC is there; method 0 stores; made on Windows.
        body = b"".join(map(_number, (0x04, len(data), 0x20)))
        body += struct.pack("<L", zlib.crc32(data)) + _number(0x80 if packed else 0) + _number(0)
        body += _number(len(raw)) + raw
        extra = _sized(_number(1) + bytes((0, 0, 15)) + bytes(32)) if locked else b""
        if links and name in links:
            kind, target = links[name]
            extra += _sized(_number(5) + _number(kind) + _number(0) + _sized(target.encode()))
        blocks.append(_block(2, len(data), body, extra) + data)
    return b"Rar!\x1a\x07\x01\x00" + b"".join(blocks) + _block(5, 0, _number(1 if volume else 0))


def zipped(files: Mapping[str, bytes], encoding: str = "utf-8", *, flagged: bool = True) -> bytes:
    """A ZIP with names in this encoding, declared as UTF-8 or not."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name if flagged else NameAsBytes(name.encode(encoding).decode("cp437")), data)
    return target.getvalue()


class NameAsBytes(zipfile.ZipInfo):
    """An entry whose name goes out as the bytes it came from, without the UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  zipfile's own name
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def _block(kind: int, data: int, body: bytes, extra: bytes = b"") -> bytes:
    flags = (1 if extra else 0) | (2 if kind == 2 else 0)
    head = _number(kind) + _number(flags)
    head += (_number(len(extra)) if extra else b"") + (_number(data) if kind == 2 else b"") + body + extra
    whole = _number(len(head)) + head
    return struct.pack("<L", zlib.crc32(whole)) + whole


def _sized(content: bytes) -> bytes:
    return _number(len(content)) + content


def _number(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*out, value))


def received(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> dict[str, Received]:
    (folder / "卷宗").mkdir(exist_ok=True)
    (folder / "卷宗" / name).write_bytes(data)
    return {file.path: file for file in inbox.files(InboxEntry("甲", folder / "卷宗"), limits or Limits())}
