"""Which other files can one file become, when a few things in it are changed as accident or malice would?

A container is opened and one of its parts is changed, so that a mutation reaches the parser behind the checksum.
"""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable

_INTERESTING = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_WORDS = (b"", b"0", b"-1", b"1e308", b"NaN", b"99999999999999999999", b"1048577", b"\xff\xfe", b"\x00", "亿①".encode())
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_STREAM = re.compile(rb"stream\r?\n(.{16,200000}?)\r?\nendstream", re.DOTALL)
_LARGEST = 4_000_000
"""Bytes; mutations that grow beyond it are dropped, for what they would find is the limit on size."""

Change = Callable[[random.Random, bytes], bytes]


def mutated(rng: random.Random, data: bytes) -> bytes:
    """The file with one to four changes."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        changed = _inside_zip(rng, data) if data.startswith(b"PK") and rng.random() < 0.9 else _changed(rng, data)
        if len(changed) <= _LARGEST:
            data = changed
    return data


def _inside_zip(rng: random.Random, data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError, ValueError):
        return _changed(rng, data)
    if not parts:
        return _changed(rng, data)
    name = rng.choice(sorted(parts))
    if rng.random() < 0.06:
        parts.pop(name)
    elif rng.random() < 0.06:
        parts[name] = parts[rng.choice(sorted(parts))]
    else:
        parts[name] = _changed(rng, parts[name])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    return out.getvalue()


def _changed(rng: random.Random, data: bytes) -> bytes:
    if data.startswith(b"%PDF") and rng.random() < 0.5:
        return _inside_stream(rng, data)
    return rng.choice(_CHANGES)(rng, data) if data else rng.choice(_WORDS)


def _inside_stream(rng: random.Random, data: bytes) -> bytes:
    """A stream of a PDF is unpacked, changed, and packed again; the reader mends the table of places itself."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return _flip(rng, data)
    one = rng.choice(streams)
    try:
        content = zlib.decompress(one[1])
    except zlib.error:
        changed = rng.choice(_CHANGES)(rng, one[1])
    else:
        changed = zlib.compress(rng.choice(_CHANGES)(rng, content))
    return data[: one.start(1)] + changed + data[one.end(1) :]


def _flip(rng: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 3, 12))):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _integer(rng: random.Random, data: bytes) -> bytes:
    size, form = rng.choice(((1, "B"), (2, "<H"), (2, ">H"), (4, "<I"), (4, ">I")))
    if len(data) < size:
        return _flip(rng, data)
    at = rng.randrange(len(data) - size + 1)
    value = rng.choice(_INTERESTING) & ((1 << 8 * size) - 1)
    return data[:at] + struct.pack(form, value) + data[at + size :]


def _cut(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.randrange(1, max(2, len(data) // 4)) :]


def _again(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    piece = data[start : start + rng.randrange(1, 400)]
    at = rng.randrange(len(data))
    return data[:at] + piece * rng.choice((1, 2, 50, 2000)) + data[at:]


def _end(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def _number(rng: random.Random, data: bytes) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return _flip(rng, data)
    one = rng.choice(found)
    return data[: one.start()] + rng.choice((*_WORDS, str(rng.choice(_INTERESTING)).encode())) + data[one.end() :]


def _tag(rng: random.Random, data: bytes) -> bytes:
    found = list(_TAG.finditer(data))
    if not found:
        return _integer(rng, data)
    one, other = rng.choice(found), rng.choice(found)
    return data[: one.start()] + other[0] * rng.choice((0, 1, 2, 400)) + data[one.end() :]


_CHANGES: tuple[Change, ...] = (_flip, _integer, _cut, _again, _end, _number, _number, _tag, _tag)
