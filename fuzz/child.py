"""What becomes of one broken file, as the product sees it? A dossier that holds it alone is screened.

``python -m fuzz.child FOLDER``: for each line of standard input (the name of a file in FOLDER) one line of JSON is
answered, empty where all is well, else what is wrong.
"""

from __future__ import annotations

import json
import sys
import traceback
from datetime import date
from pathlib import Path

from pipeline.intake.inbox import InboxEntry
from pipeline.screen import Settings, screened
from pipeline.workers.limits import confine
from pipeline.workers.plan import MEMORY
from schemas.status import Status

SETTINGS = Settings(date(2026, 3, 15), rulebook="harbin")
FOREIGN = ("程序处理该文件时出错", "Error）", "Exception）", "Interrupt）")
"""What the note of a file says where an exception came out of a reader that is not the product's own."""


def wrong(path: Path) -> str:
    """What is wrong with how the product took this file, empty where nothing is."""
    try:
        screening, _ = screened(InboxEntry("甲", path), SETTINGS)
    except Exception:  # noqa: BLE001  whatever comes out is what is looked for
        return "screening broke: " + traceback.format_exc(limit=-6)
    for file in screening.contents.files:
        if any(word in file.note for word in FOREIGN):
            return f"reader: {file.note}"
    broken = [finding for finding in screening.findings if finding.status is Status.ERROR]
    return f"rule broke: {broken[0].rule} {broken[0].message}" if broken else ""


def main() -> None:
    """Answer until standard input ends."""
    confine(MEMORY)
    for line in sys.stdin:
        print(json.dumps(wrong(Path(sys.argv[1]) / json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
