"""Open what Excel encrypts of its own accord: a protected workbook, under the built-in password asked of nobody.

Source: [MS-OFFCRYPTO] 2.3.4 and 2.3.6; [MS-XLS] 2.2.10: a workbook encrypted for protection has the password
``VelvetSweatshop``, and every program opens it without a word.
"""

from __future__ import annotations

import io
import re

from extractors.read import media_type as media_types
from extractors.read import ole

PASSWORD = "VelvetSweatshop"  # noqa: S105  it is public, and the same everywhere
_INFO = "EncryptionInfo"
_SPINS = re.compile(rb'spinCount="(\d{1,12})"')
_MOST_SPINS = 1_000_000
"""Office hashes 100,000 times; a file that asks for more is meant to keep us busy."""


def opened(data: bytes) -> bytes | None:
    """The file without its encryption; None where it asks for another password, or is none of the kind."""
    if _is_endless(data):
        return None
    from msoffcrypto import OfficeFile  # noqa: PLC0415  few files are encrypted

    made = io.BytesIO()
    try:
        locked = OfficeFile(io.BytesIO(data))
        locked.load_key(password=PASSWORD, verify_password=locked.format == "ooxml")
        locked.decrypt(made)
    except Exception:  # noqa: BLE001  what its parsers make of damaged bytes is of every kind
        return None
    return made.getvalue() or None


def unlocked(data: bytes, kind: str) -> bytes | None:
    """The same for a file of this media type, and only where it is locked; never twice."""
    sheets = kind in (media_types.XLS, media_types.ET)
    if kind != media_types.ENCRYPTED and not (sheets and _is_locked(data)):
        return None
    made = opened(data)
    return None if made is None or _is_locked(made) else made


def _is_locked(data: bytes) -> bool:
    return ole.locked_workbook(ole.workbook(data) or b"")


def _is_endless(data: bytes) -> bool:
    try:
        info = ole.Compound(data).read(_INFO) or b""
    except ole.Damaged:
        return True
    return any(int(count) > _MOST_SPINS for count in _SPINS.findall(info))
