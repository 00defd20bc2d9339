"""What is left of a dossier when somebody is through with its points?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.results.points import is_point, is_settled
from console.results.read_back import ReadBack
from pipeline import wording
from schemas.clerk_input import title_of
from schemas.status import FileStatus

Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Points that are open, those that wait for a second person, decisions whose ground has changed (rule, title);
    files that nobody could read; corrections that do not count any more.
    """

    open: Sequence[Named]
    second: Sequence[Named]
    stale: Sequence[Named]
    unreadable: Sequence[str]
    corrections: Sequence[str]

    @property
    def any(self) -> bool:
        """Whether something is left."""
        return bool(self.open or self.second or self.stale or self.unreadable or self.corrections)


def of(read: ReadBack) -> LeftOver:
    """What is left of this dossier; what waits for somebody is named once, where it is waiting."""
    decisions, screening = read.decisions, read.screening
    points = [(one.rule, wording.rule_title(one.rule, screening)) for one in screening.findings if is_point(one)]
    unsettled = [one for one in points if not is_settled(decisions.get(one[0]))]
    second = [one for one in unsettled if decisions.get(one[0], {}).get("needs_second")]
    stale = [one for one in unsettled if decisions.get(one[0], {}).get("stale") and one not in second]
    return LeftOver(
        [one for one in unsettled if one not in second and one not in stale],
        second,
        stale,
        [file.path for file in screening.contents.files if file.status is FileStatus.UNREADABLE],
        [title_of(one["what"]) for one in read.raw["corrections"] if one["standing"] != "applied"],
    )
