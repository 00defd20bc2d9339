"""How are files put into an archive that does not tell the time?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""What a made file says of the day it was made: the same input gives the same bytes on every day."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def archive(files: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """A ZIP archive without a time in it; a file may come piece by piece."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _NO_TIME)
            if isinstance(data, bytes):
                packed.writestr(member, data, zipfile.ZIP_DEFLATED)
                continue
            member.compress_type = zipfile.ZIP_DEFLATED
            with packed.open(member, "w") as stream:
                stream.writelines(data)
    return out.getvalue()


def timeless(data: bytes) -> bytes:
    """The same archive (a DOCX is one) with the times of its members taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return archive({name: packed.read(name) for name in packed.namelist()})
