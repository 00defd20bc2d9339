"""What did somebody note on the cells of an old workbook?

In:     the records of one sheet: kind, place and length of each.
Out:    the words by row and column, from 1.
Raises: struct.error where the records are cut off.
Source: [MS-XLS] 2.4.179 (Note), 2.4.181 (Obj), 2.4.329 (TxO).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

_NOTE, _OBJECT, _TEXT, _CONTINUED = 0x1C, 0x5D, 0x1B6, 0x3C
_TWO_BYTES = 1

Place = tuple[int, int]


@dataclass(slots=True)
class XlsComments:
    """The notes of a sheet while its records are met: the text of each drawn object comes before the note."""

    texts: dict[int, str] = field(default_factory=dict)
    places: dict[Place, int] = field(default_factory=dict)
    _object: int = 0
    _awaited: int = 0
    """Letters of the text of the object at hand that are still to come."""

    def take(self, stream: bytes, kind: int, at: int, length: int) -> None:
        """Take in one record; those of other kinds say nothing."""
        if kind == _OBJECT and length >= 8:
            self._object, self._awaited = struct.unpack_from("<H", stream, at + 6)[0], 0
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
