"""May a PDF have layers, some of which are off?

pdfium draws no layer that is off, but gives its text all the same, and does not say whether a file has layers at all.
The catalogue says so; it stands in the open or in a packed stream of objects.

In:     the bytes of a PDF.
Out:    whether it may have layers: yes where that cannot be told.
Raises: nothing.
"""

from __future__ import annotations

import re
import zlib

_NAME = b"OCProperties"
_PACKED = re.compile(rb"/ObjStm\b[^\0]{0,400}?stream\r?\n", re.DOTALL)

MOST_STREAMS = 400
MOST_BYTES = 4_000_000
"""Streams of objects that are looked into, and how far each; a file of more may have layers for all we know."""


def may_have_layers(data: bytes) -> bool:
    """Whether the file names layers anywhere."""
    if _NAME in data:
        return True
    for number, packed in enumerate(_PACKED.finditer(data)):
        if number >= MOST_STREAMS:
            return True
        try:
            unpacker = zlib.decompressobj()
            objects = unpacker.decompress(data[packed.end() :], MOST_BYTES)
        except zlib.error:
            # Locked, or packed in another way.
            return True
        if _NAME in objects or (unpacker.unconsumed_tail and not unpacker.eof):
            return True
    return False
