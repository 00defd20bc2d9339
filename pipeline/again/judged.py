"""Has this dossier been judged before, with these very papers and corrections? Then what was found then is taken.

A decision about a finding changes neither what is read nor what the rules say of it: it is laid over. So whoever
decides waits for the reports alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from extractors.kept import codec, store
from pipeline import file_names
from pipeline.again import screenings
from pipeline.again.inputs import own_part
from pipeline.intake.inbox import InboxEntry
from schemas.clerk_input import ClerkInput
from schemas.days.rounds import Round
from schemas.dossier import FileRecord, Screening
from schemas.process import mishaps

JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class JudgedBefore:
    """What is kept of dossiers that were judged, without the clerk's own findings.

    ``common``: the fingerprint of the settings and of the program; empty where nothing can be relied on.
    """

    common: str
    round: Round

    def __call__(
        self, entry: InboxEntry, files: Sequence[FileRecord], told: ClerkInput, judged: Callable[[], Screening], /
    ) -> Screening:
        """The screening as it was kept, else as it is judged now, which is kept unless something went wrong."""
        kept = store.current()
        if kept is None or not self.common:
            return judged()
        key = self._key(entry, files, told)
        body = kept.get(JUDGED, key)
        if body is not None:
            with suppress(codec.Foreign):
                return replace(screenings.unpacked(body, Screening), round=self.round)
        before = mishaps.count()
        screening = judged()
        if mishaps.count() == before:
            with suppress(codec.Foreign):
                kept.put(JUDGED, key, screenings.packed(screening, Screening))
        return screening

    def _key(self, entry: InboxEntry, files: Sequence[FileRecord], told: ClerkInput) -> str:
        return store.key_of(
            self.common,
            repr(own_part(self.round, entry.id)),
            [entry.id, file_names.legible(entry.path.name), entry.note],
            [repr(file) for file in files],
            repr(replace(told, own=())),
        )
