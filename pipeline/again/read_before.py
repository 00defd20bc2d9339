"""Have all papers of a dossier been read before, so that a process may judge it without opening a stranger's file?"""

from __future__ import annotations

from extractors.papers.ocr_scope import ocr_scope
from extractors.read import from_kept
from pipeline.intake import inbox
from pipeline.intake.archive import Limits
from pipeline.intake.inbox import InboxEntry


def read_before(entry: InboxEntry, limits: Limits) -> bool:
    """Whether what was read of each file is kept; one that was refused is opened again, and counts as not read."""
    return all(
        file.skipped or file.problem or from_kept.holds(file.data, file.path, ocr_scope(file.path))
        for file in inbox.files(entry, limits)
    )
