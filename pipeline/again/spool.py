"""Where do the briefs of a batch lie while it is done, so that not all of them are held in memory?

In one nameless file, which goes with the process however it ends. The first few are held besides: most batches are
small, and are gone through once for every report.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, Generic, TypeVar

from extractors.kept.codec import Foreign
from pipeline.again import screenings
from pipeline.results.fetched import Fetched
from schemas.errors import NotWritten

Shape = TypeVar("Shape")

HELD = 32
"""Values of each kind that stay in memory."""


def _nameless() -> IO[bytes]:
    return tempfile.TemporaryFile(prefix="dossier-")


@dataclass(slots=True)
class Spool(Generic[Shape]):
    """Values of one class by name; a name given again stands for the later value."""

    kind: type[Shape]
    _file: IO[bytes] = field(default_factory=_nameless)
    _places: dict[str, tuple[int, int]] = field(default_factory=dict)
    _held: dict[str, Shape] = field(default_factory=dict)
    _end: int = 0

    def put(self, name: str, value: Shape) -> None:
        """Raises NotWritten where the disk is full."""
        if name in self._held or len(self._held) < HELD:
            self._held[name] = value
            return
        try:
            data = screenings.packed(value, self.kind)
        except Foreign:
            # What cannot be written and read again as it is stays as it is.
            self._places.pop(name, None)
            self._held[name] = value
            return
        try:
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise NotWritten(
                f"临时文件夹 {tempfile.gettempdir()} 无法写入（磁盘可能已满）。请腾出空间后重新运行。", lasting=True
            ) from error
        self._places[name] = (self._end, len(data))
        self._end += len(data)

    def get(self, name: str) -> Shape:
        """The value of this name. KeyError where there is none."""
        if name in self._held:
            return self._held[name]
        start, size = self._places[name]
        self._file.seek(start)
        return screenings.unpacked(self._file.read(size), self.kind)

    def __contains__(self, name: str) -> bool:
        return name in self._held or name in self._places

    def in_order(self, names: Sequence[str]) -> Sequence[Shape]:
        """Those of these names, one after the other, each time they are gone through."""
        return Fetched(lambda at: self.get(names[at]), len(names))
