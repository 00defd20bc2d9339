"""Which files are laid into an old workbook or document (.xls, .doc): objects in storages of their own?

Source: [MS-XLS] 2.1.7.11 (Embedding Storage), [MS-DOC] 2.1.7 (ObjectPool Storage).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.read import ole
from extractors.read.contained.ole_object import in_storage, storages
from extractors.read.held import HeldFile, numbered

_STORAGES = ("MBD", "ObjectPool/_")


def files_in(data: bytes, _path: str) -> Sequence[HeldFile]:
    """The files in the storages of embedded objects."""
    try:
        compound = ole.Compound(data)
    except ole.Damaged:
        return []
    return list(numbered(_held(compound)))


def _held(compound: ole.Compound) -> Iterator[HeldFile]:
    for number, folder in enumerate(storages(compound, _STORAGES), 1):
        held = in_storage(compound, folder, f"嵌入对象{number}")
        if held is not None:
            yield held
