"""The list of titles that somebody brought, read into the ledger; what it says of doubts is the job's message."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from console import events
from console.events import Actor
from console.models import Job
from console.results.standing import book
from pipeline.hash_chain import NewEntry
from pipeline.standing.ledger import file as ledger
from pipeline.standing.ledger.file import Ledger
from pipeline.standing.titles.known_titles import Imported, imported, listed, rulebook_of
from schemas.errors import UsageError


def titles(job: Job) -> str:
    """The list's titles put down in the name of whoever brought it; what it comes to, then every doubt on a line."""
    path = Path(str(job.asked["file"]))
    try:
        return _read(path, str(job.asked.get("rulebook", "")), Actor(job.by.name))
    finally:
        shutil.rmtree(path.parent, ignore_errors=True)


def _read(path: Path, rulebook: str, by: Actor) -> str:
    if not path.is_file():
        raise UsageError("名单已不在暂存处，请重新上传。")
    read, sha256, note = listed(path)
    made: list[Imported] = []

    def entries(kept: Ledger) -> Sequence[NewEntry]:
        made.append(imported(read, rulebook_of(read, rulebook, kept), kept, sha256))
        return made[-1].entries

    numbers = ledger.write(book.folder(), entries, events.signed(by))
    done = made[-1]
    told = (
        f"{path.name}　《{done.rulebook.title}》：名单 {len(read.titles)} 行，写入 {len(numbers)} 条，"
        f"未写入 {len(read.titles) - len(numbers)} 条；疑问 {len(done.doubts)} 处。"
    )
    return "\n".join((told, *([note] if note else []), *done.passed, *done.doubts))
