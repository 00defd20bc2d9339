"""Which pictures does an old workbook hold, whichever sheet shows them?

In:     the drawing group of the workbook: a tree of records, one for each picture.
Out:    the bytes of each picture as a file of its own; b"" for one of a kind that nobody opens.
Raises: nothing; a tree that is cut off ends there.
Source: [MS-ODRAW] 2.2.20 (BStoreContainer), 2.2.32 (BSE), 2.2.23-2.2.31 (blips).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_HEAD = 8
_GROUP, _STORE, _ENTRY = 0xF000, 0xF001, 0xF007
_ENTRY_HEAD, _NAME_AT = 36, 33
_FILES = frozenset((0xF01D, 0xF01E, 0xF029, 0xF02A))
"""JPEG, PNG, TIFF, JPEG of four inks: stored as they are."""
_METAFILE = 0xF01A
_DIGEST, _TAG, _METAFILE_HEAD = 16, 1, 34
_MOST, _LARGEST = 2000, 64 * 2**20


def pictures(group: bytes) -> Iterator[bytes]:
    """The pictures in the order of the store."""
    for count, (at, end) in enumerate(_entries(group, 0, len(group))):
        if count >= _MOST:
            return
        if at + _ENTRY_HEAD <= end:
            yield _picture(group, at + _ENTRY_HEAD + group[at + _NAME_AT], end)


def _entries(group: bytes, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the content of each entry of the store begins and ends."""
    while at + _HEAD <= end:
        kind, length = struct.unpack_from("<HL", group, at + 2)
        at, after = at + _HEAD, min(at + _HEAD + length, end)
        if kind in (_GROUP, _STORE):
            yield from _entries(group, at, after)
        elif kind == _ENTRY:
            yield at, after
        at = after


def _picture(group: bytes, at: int, end: int) -> bytes:
    if at + _HEAD > end:
        return b""
    instance, kind, length = struct.unpack_from("<HHL", group, at)
    # An odd instance says that the digest of the original stands before the picture's own.
    begin = at + _HEAD + _DIGEST * (1 + (instance >> 4 & 1))
    held = group[begin : min(at + _HEAD + length, end)]
    if kind in _FILES:
        return held[_TAG:]
    if kind != _METAFILE:
        return b""
    try:
        return zlib.decompressobj().decompress(held[_METAFILE_HEAD:], _LARGEST)
    except zlib.error:
        return b""
