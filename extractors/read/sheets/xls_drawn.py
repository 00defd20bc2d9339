"""What is drawn on a sheet of an old workbook: notes on its cells, text boxes, pictures, check boxes, charts?

In:     the records of one sheet: kind, place and length of each.
Out:    the notes by row and column, from 1; the words of boxes; how many of the rest there are.
Raises: struct.error where the records are cut off.
Source: [MS-XLS] 2.4.179 (Note), 2.4.181 (Obj), 2.5.143 (FtCmo), 2.5.150 (FtPictFmla), 2.4.329 (TxO).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_NOTE, _OBJECT, _TEXT, _CONTINUED = 0x1C, 0x5D, 0x1B6, 0x3C
_TWO_BYTES = 1
_CHART, _PICTURE, _NOTE_BOX, _CONTROLS = 0x05, 0x08, 0x19, frozenset((0x0B, 0x0C))
_HEAD, _LAID_IN = 4, 0x09
"""Bytes before each part of an object, and the part that says that a file is laid in, whose icon the picture is."""

Place = tuple[int, int]


@dataclass(slots=True)
class XlsDrawn:
    """What is drawn on a sheet while its records are met: the text of each object comes before the note."""

    texts: dict[int, str] = field(default_factory=dict)
    places: dict[Place, int] = field(default_factory=dict)
    kinds: dict[int, int] = field(default_factory=dict)
    """The kind of each object, by its number; those that stand for a file laid in are left out."""
    _object: int = 0
    _awaited: int = 0
    """Letters of the text of the object at hand that are still to come."""

    def take(self, stream: bytes, kind: int, at: int, length: int) -> None:
        """Take in one record; those of other kinds say nothing."""
        if kind == _OBJECT and length >= 8:
            kind_of, self._object = struct.unpack_from("<HH", stream, at + 4)
            self._awaited = 0
            if _LAID_IN not in _parts(stream, at, at + length):
                self.kinds[self._object] = kind_of
        elif kind == _TEXT and length >= 12:
            self._awaited = struct.unpack_from("<H", stream, at + 10)[0]
        elif kind == _CONTINUED and self._awaited and length > 1:
            self._continue(stream[at : at + length])
        elif kind == _NOTE and length >= 8:
            row, column, _, drawn = struct.unpack_from("<4H", stream, at)
            self.places[row + 1, column + 1] = drawn

    def _continue(self, content: bytes) -> None:
        wide = content[0] & _TWO_BYTES
        text = content[1:].decode("utf-16-le", "replace") if wide else content[1:].decode("latin-1")
        self.texts[self._object] = self.texts.get(self._object, "") + text[: self._awaited]
        self._awaited -= min(self._awaited, len(text))

    def by_place(self) -> Iterable[tuple[Place, str]]:
        """Each note that has words, with the cell it is on."""
        return ((place, self.texts[drawn]) for place, drawn in self.places.items() if self.texts.get(drawn, "").strip())

    def boxes(self) -> Iterator[str]:
        """The words of text boxes, shapes and captions, in the order of the file."""
        noted = set(self.places.values())
        for drawn, text in self.texts.items():
            if drawn not in noted and self.kinds.get(drawn) != _NOTE_BOX and text.strip():
                yield text

    @property
    def pictures(self) -> int:
        """How many pictures there are."""
        return list(self.kinds.values()).count(_PICTURE)

    @property
    def charts(self) -> int:
        """How many charts there are."""
        return list(self.kinds.values()).count(_CHART)

    @property
    def controls(self) -> int:
        """How many boxes to tick there are."""
        return sum(kind in _CONTROLS for kind in self.kinds.values())


def _parts(stream: bytes, at: int, end: int) -> Iterator[int]:
    """The kinds of the parts of an object."""
    while at + _HEAD <= end:
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind
        at += _HEAD + length
