"""Where are the bytes of a file that a screening names?"""

from __future__ import annotations

from pathlib import Path

from pipeline.again.rounds import with_earlier
from pipeline.intake import inbox
from pipeline.intake.archive import LIMITS
from pipeline.intake.inbox import Received
from pipeline.results import asked
from schemas.errors import UsageError


def received(results: Path, dossier: str, path: str) -> Received:
    """The file of this path in this dossier, from the inbox that the results were made from.

    UsageError where the inbox, the dossier or the file is not there any more.
    """
    told = asked.read(results)
    entries = with_earlier(inbox.entries(told.inbox, results), told.upon)
    entry = next((one for one in entries if one.id == dossier), None)
    for file in inbox.files(entry, LIMITS) if entry else ():
        if file.path == path:
            return file
    raise UsageError(f"收件夹中已没有卷宗“{dossier}”的文件“{path}”。")
