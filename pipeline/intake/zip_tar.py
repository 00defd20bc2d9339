"""What lies in an archive, read into memory within limits, never unpacked to disk?"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, TypeVar, cast

from pipeline.intake.archive import BROKEN, LIMITS, LOCKED, TOO_LARGE, TOO_MUCH, Archive, Kind, Member, Refused
from pipeline.intake.bounded import read_to
from schemas.process import mishaps

T = TypeVar("T")


def compressed(data: bytes, path: str, unpack: Callable[[IO[bytes]], IO[bytes]], most: int) -> Archive:
    """A compressed tar, or one compressed file."""

    def head() -> bytes:
        with unpack(io.BytesIO(data)) as stream:
            return stream.read(262)

    if guarded(head)[257:262] != b"ustar":
        return OneFile(data, path, unpack)
    return guarded(lambda: TarArchive(cast("IO[bytes]", _Bounded(unpack(io.BytesIO(data)), most)), len(data)))


COMPRESSED: dict[bytes, Callable[[IO[bytes]], IO[bytes]]] = {
    b"\x1f\x8b\x08": lambda packed: cast("IO[bytes]", gzip.GzipFile(fileobj=packed)),
    b"BZh": lambda packed: cast("IO[bytes]", bz2.BZ2File(packed)),
    b"\xfd7zXZ\0": lambda packed: cast("IO[bytes]", lzma.LZMAFile(packed)),  # noqa: SIM115  whoever unpacks closes it
}
_DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
)


def guarded(step: Callable[[], T]) -> T:
    """The step's result, with the many errors of damaged archives turned into one."""
    try:
        return step()
    except NotImplementedError as error:
        raise Refused("压缩方式不支持，请申请人用常见方式（ZIP）重新压缩，或解压后提交") from error
    except MemoryError as error:
        mishaps.short_of_memory()
        raise Refused(TOO_LARGE) from error
    except RuntimeError as error:
        raise Refused(LOCKED) from error
    except _DAMAGED as error:
        raise Refused(BROKEN) from error


class ZipArchive:
    """A ZIP, its names told apart by the archive as a whole: UTF-8, or the GBK of Chinese Windows."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))

    def members(self) -> list[Member]:
        """All entries, in the order of the archive."""
        entries = self._zip.infolist()
        decode = _decoder([_raw(entry) for entry in entries if not entry.flag_bits & 0x800])
        return [self._member(entry, decode) for entry in entries]

    def _member(self, entry: zipfile.ZipInfo, decode: Callable[[bytes], str]) -> Member:
        name = _unicode_path(entry) or (entry.orig_filename if entry.flag_bits & 0x800 else decode(_raw(entry)))
        name = name.replace("\\", "/")
        kind: Kind = "link" if _is_link(entry) else "folder" if name.endswith("/") else "file"
        if kind == "file" and _is_special(entry):
            kind = "other"
        return Member(name, kind, entry.file_size, entry.compress_size, entry, locked=bool(entry.flag_bits & 1))

    def read(self, member: Member, most: int) -> bytes:
        """The bytes of one file."""

        def take() -> bytes:
            with self._zip.open(cast("zipfile.ZipInfo", member.handle)) as stream:
                return read_to(stream, most)

        return _within(guarded(take), most)


def _is_link(entry: zipfile.ZipInfo) -> bool:
    """Whether Unix or Windows calls it one; a junction is a folder as well."""
    return stat.S_ISLNK(entry.external_attr >> 16) or bool(entry.external_attr & stat.FILE_ATTRIBUTE_REPARSE_POINT)


def _is_special(entry: zipfile.ZipInfo) -> bool:
    """Whether Unix calls it a pipe, a socket or a device."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return kind in (stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR, stat.S_IFBLK)


class TarArchive:
    """A TAR, plain or compressed; reading its members in their order unpacks it once more."""

    def __init__(self, stream: IO[bytes], packed: int | None) -> None:
        self._tar = tarfile.open(fileobj=stream, mode="r:")  # noqa: SIM115  lives as long as the archive is walked
        self._entries = self._tar.getmembers()
        self._packed = packed

    def members(self) -> list[Member]:
        """All entries, in the order of the archive."""
        decode = _decoder([_undecoded(entry) for entry in self._entries])
        return [self._member(entry, decode) for entry in self._entries]

    def _member(self, entry: tarfile.TarInfo, decode: Callable[[bytes], str]) -> Member:
        link = entry.issym() or entry.islnk()
        kind: Kind = "link" if link else "folder" if entry.isdir() else "file" if entry.isfile() else "other"
        return Member(decode(_undecoded(entry)), kind, entry.size, self._packed, entry)

    def read(self, member: Member, most: int) -> bytes:
        """The bytes of one file."""

        def take() -> bytes:
            stream = self._tar.extractfile(cast("tarfile.TarInfo", member.handle))
            return b"" if stream is None else read_to(stream, most)

        return _within(guarded(take), most)


class _Bounded(io.RawIOBase):
    """A stream that gives up once it has unpacked more than it may."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        super().__init__()
        self._stream, self._most = stream, most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._check()
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 0 and offset > self._most:
            raise Refused(TOO_MUCH)
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def _check(self) -> None:
        if self._stream.tell() > self._most:
            raise Refused(TOO_MUCH)


class OneFile:
    """A file compressed by itself (材料.docx.gz): its name without the suffix."""

    def __init__(self, data: bytes, path: str, unpack: Callable[[IO[bytes]], IO[bytes]]) -> None:
        self._data, self._unpack = data, unpack
        self._name = PurePosixPath(path).stem or "_"

    def members(self) -> list[Member]:
        """The one file; how large it is shows when it is unpacked."""
        return [Member(self._name, "file", 0, len(self._data), None)]

    def read(self, member: Member, most: int) -> bytes:
        """The bytes of the file."""
        bound = min(most, max(LIMITS.ratio_from, LIMITS.ratio * (member.packed or 0)))

        def take() -> bytes:
            with self._unpack(io.BytesIO(self._data)) as stream:
                return read_to(stream, bound)

        return _within(guarded(take), bound)


def _within(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise Refused(TOO_MUCH)
    return data


def _raw(entry: zipfile.ZipInfo) -> bytes:
    # zipfile decodes names without the UTF-8 flag as cp437, which maps every byte and loses none.
    return entry.orig_filename.encode("cp437")


def _undecoded(entry: tarfile.TarInfo) -> bytes:
    return entry.name.encode("utf-8", "surrogateescape")


def _decoder(names: list[bytes]) -> Callable[[bytes], str]:
    """How the archive's undeclared names are to be read.

    Two GBK bytes are often valid UTF-8 too (一 is D2 BB), but then a Cyrillic or Arabic letter. Three-byte UTF-8,
    where all hanzi are, is what makes it UTF-8; one archive is written by one program.
    """
    try:
        texts = [name.decode("utf-8") for name in names]
    except UnicodeDecodeError:
        texts = []
    letters = "".join(texts)
    if texts and (letters.isascii() or any(letter >= "\u0800" for letter in letters)):
        return lambda name: name.decode("utf-8", "replace")
    return lambda name: name.decode("gb18030", "replace")


def _unicode_path(entry: zipfile.ZipInfo) -> str | None:
    """The name in the Info-ZIP Unicode Path field (0x7075), where it belongs to the entry's own name."""
    for tag, body in _extra_fields(entry.extra):
        if tag == 0x7075 and len(body) > 5 and body[0] == 1:
            (checksum,) = struct.unpack("<L", body[1:5])
            raw = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")
            if checksum == zlib.crc32(raw):
                return body[5:].decode("utf-8", "replace")
    return None


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    while len(extra) >= 4:
        tag, length = struct.unpack("<HH", extra[:4])
        yield tag, extra[4 : 4 + length]
        extra = extra[4 + length :]
