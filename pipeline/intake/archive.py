"""What an archive gives, and why it may be refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Kind = Literal["file", "folder", "link", "other"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one dossier may hold: generous for real papers, too little for a decompression bomb."""

    file_bytes: int = 1 << 30
    total_bytes: int = 4 << 30
    files: int = 10_000
    depth: int = 4
    """Archives within archives."""
    folders: int = 60
    """Folders within folders."""
    ratio: int = 200
    """Unpacked to packed size; asked only above ``ratio_from`` bytes, for blank pages pack well."""
    ratio_from: int = 32 << 20


LIMITS = Limits()


class Refused(Exception):
    """An archive or a member of it is not read; the message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of an archive: its name as text with ``/``, sizes in bytes, and how the archive calls it."""

    name: str
    kind: Kind
    size: int
    packed: int | None
    handle: object
    locked: bool = False


class Archive(Protocol):
    """Anything that lists its members and gives the bytes of one."""

    def members(self) -> list[Member]:
        """All entries, in the order of the archive."""

    def read(self, member: Member, most: int) -> bytes:
        """The bytes of one file; Refused where it is longer than ``most`` or damaged."""


LOCKED = "压缩包设有密码，无法读取，请申请人提供未加密版本"

BROKEN = "压缩包已损坏或不完整，请申请人重新提交"

IN_PARTS = "文件是分卷压缩包的其中一卷，未读取，请申请人合并为一个压缩包，或解压后提交"

TOO_MUCH = "解压后的内容超过允许的总量，疑似异常压缩包，未继续读取，请人工核看"

TOO_LARGE = "解压该文件所需的内存超过允许的上限，未读取，请申请人解压后提交，或分成较小的压缩包"
