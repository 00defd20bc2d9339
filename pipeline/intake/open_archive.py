"""Which reader opens this archive?"""

from __future__ import annotations

import io
import re

from extractors.read import media_type as media_types
from pipeline.intake.archive import IN_PARTS, Archive, Refused
from pipeline.intake.seven_zip import SevenZipArchive
from pipeline.intake.zip_tar import COMPRESSED, TarArchive, ZipArchive, compressed, guarded


def opened(data: bytes, path: str, most: int) -> Archive | None:
    """The archive in these bytes, None where they are no archive that is read here.

    ``most`` bounds what a compressed tar may unpack to. Raises Refused where it is one, but damaged.
    """
    kind = media_types.media_type(data, path)
    if _is_part(data, path, kind):
        raise Refused(IN_PARTS)
    if kind in (media_types.ZIP, media_types.LOCKED_ZIP):
        return guarded(lambda: ZipArchive(data))
    if kind == media_types.TAR:
        return guarded(lambda: TarArchive(io.BytesIO(data), None))
    if kind == media_types.SEVEN_ZIP:
        return SevenZipArchive(data, most)
    if kind == media_types.RAR:
        from pipeline.intake import rar  # noqa: PLC0415  its library is heavy, its archives are rare

        return rar.RarArchive(data)
    unpack = next((unpack for magic, unpack in COMPRESSED.items() if data.startswith(magic)), None)
    return None if unpack is None else compressed(data, path, unpack, most)


def _is_part(data: bytes, path: str, kind: str) -> bool:
    """Whether this is one of several volumes: by its name, or a ZIP that says it is the last of them."""
    if kind not in (
        media_types.UNKNOWN,
        media_types.DAMAGED,
        media_types.ZIP,
        media_types.LOCKED_ZIP,
        media_types.SEVEN_ZIP,
        media_types.RAR,
    ):
        return False
    end = data.rfind(b"PK\x05\x06")
    spanned = end >= 0 and data[end + 4 : end + 6] not in (b"", b"\0\0", b"\xff\xff") and path.lower().endswith(".zip")
    return spanned or data.startswith(b"PK\x07\x08PK\x03\x04") or bool(_PART.search(path.lower()))


_PART = re.compile(r"\.(7z|zip|rar|tar)\.\d{2,3}$|\.z\d{2}$|\.r\d{2}$")
