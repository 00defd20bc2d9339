"""Which dossiers lie still, which are new, changed, gone or called otherwise? Told from looks at the inbox, one by one.

Pure: the time is handed in, so that a day can be tested in a moment.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pipeline.watching.sight import SeenDossier

_PATIENCE = 20
"""So many times as long must a dossier lie still in which there is no file, one that does not open, or one whose name
says that it is still being fetched.
"""


@dataclass(frozen=True, slots=True)
class Changes:
    """What has come of the inbox since the last screening, by dossier ids.

    ``ready``: new or changed, and lying still. ``waiting``: still coming in. ``whole``: all but these. ``gone``: were
    there before. ``renamed``: old id → new id, where the very files lie under another name.
    """

    ready: tuple[str, ...]
    waiting: tuple[str, ...]
    whole: frozenset[str]
    gone: tuple[str, ...]
    renamed: Mapping[str, str]

    @property
    def any(self) -> bool:
        """Whether there is anything to screen, or to leave out of the lists."""
        return bool(self.ready or self.gone)


@dataclass(slots=True)
class Sightings:
    """Since when each dossier lies as it does, and how it lay when it was last screened.

    ``quiet``: seconds for which size and time of every file must not change.
    """

    quiet: float
    _since: dict[str, tuple[SeenDossier, float]] = field(default_factory=dict)
    _screened: dict[str, SeenDossier] = field(default_factory=dict)

    def note(self, seen: Mapping[str, SeenDossier], now: float) -> Changes:
        """What one look tells. ``now``: seconds on a clock that only goes forward."""
        before = self._since
        self._since = {
            one: (dossier, before[one][1] if one in before and before[one][0] == dossier else now)
            for one, dossier in seen.items()
        }
        changed = [one for one, dossier in seen.items() if self._screened.get(one) != dossier]
        ready = tuple(one for one in changed if self._still(one, now))
        gone = tuple(one for one in self._screened if one not in seen)
        waiting = tuple(one for one in changed if one not in ready)
        return Changes(ready, waiting, frozenset(seen).difference(waiting), gone, self._renamed(changed, gone))

    def screened(self, dossiers: Collection[str]) -> None:
        """These have been screened as they were last seen; what is not there any more is forgotten."""
        self._screened |= {one: self._since[one][0] for one in dossiers if one in self._since}
        self._screened = {one: dossier for one, dossier in self._screened.items() if one in self._since}

    def next_still(self, now: float) -> float | None:
        """In how many seconds the first of the waiting dossiers may lie still; None where none waits."""
        left = [
            self._needed(dossier) - (now - since)
            for one, (dossier, since) in self._since.items()
            if self._screened.get(one) != dossier
        ]
        return max(0.0, min(left)) if left else None

    def _still(self, one: str, now: float) -> bool:
        dossier, since = self._since[one]
        still = now - since
        return still >= self._needed(dossier) and (dossier.opens() or still >= self.quiet * _PATIENCE)

    def _needed(self, dossier: SeenDossier) -> float:
        return self.quiet * (_PATIENCE if dossier.unfinished or not dossier.files else 1)

    def _renamed(self, changed: Collection[str], gone: Collection[str]) -> dict[str, str]:
        """A lone file has no name below itself, so that only its size and time tell."""
        new = {self._since[one][0].files: one for one in changed if self._since[one][0].files}
        return {one: new[self._screened[one].files] for one in gone if self._screened[one].files in new}
