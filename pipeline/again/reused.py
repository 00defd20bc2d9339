"""Which dossiers of a run are to be done, which stand as they are, and how is a finished one noted?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pipeline.again import results
from pipeline.again.brief import Brief
from pipeline.again.inputs import Inputs
from pipeline.again.results import ResultPlace
from pipeline.intake.inbox import InboxEntry
from schemas.dossier import Screening


@dataclass(slots=True)
class Reused:
    """What an earlier run left for this one.

    ``only``: the dossiers that are asked for; of the others what lies there stands, even where their papers have
    changed. Empty: all are asked for.
    """

    inputs: Inputs
    places: Mapping[str, ResultPlace]
    only: Collection[str] = ()
    _fingerprints: dict[str, str] = field(default_factory=dict)

    def standing(self, entry: InboxEntry) -> Brief | None:
        """What the rest of the batch needs of a dossier that need not be done; None where it must be."""
        place = self.places[entry.id]
        if self.only and entry.id not in self.only:
            return results.standing_brief(place)
        self._fingerprints[entry.id] = self.inputs.fingerprint(entry)
        return results.unchanged_brief(place, self._fingerprints[entry.id])

    def finished(self, entry: InboxEntry, screening: Screening, files: Mapping[str, bytes], brief: Brief) -> None:
        """Note it for the next run, unless its papers have changed while it was done."""
        before = self._fingerprints.get(entry.id)
        now = self.inputs.fingerprint(entry)
        if before is None or before == now:
            results.keep(self.places[entry.id], now, screening, files, brief)
