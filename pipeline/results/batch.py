"""A batch of screenings, and what its reports are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.evidence.pictures import NO_PICTURES, Pictures
from pipeline.results.audience import Audience
from schemas.decisions import AppliedDecision
from schemas.dossier import Screening
from schemas.findings import BatchFinding
from schemas.forms import FormSpec
from schemas.office import NO_OFFICE, Office


@dataclass(frozen=True, slots=True)
class Batch:
    """The outcome of a whole inbox: every dossier's screening and its folder, and what they have in common."""

    as_of: date
    screenings: Sequence[Screening]
    """In the order of the inbox; of a large batch each is fetched from the disk whenever it is asked for."""
    folders: Mapping[str, str]
    findings: tuple[BatchFinding, ...] = ()
    decisions: Mapping[str, Mapping[str, AppliedDecision]] = field(default_factory=dict)
    """Dossier → rule → what a clerk decided about its finding; a dossier about which nothing was may be absent."""
    audience: Audience = Audience.INTERNAL
    """For whom the results are masked."""
    sound: bool = True
    """No dossier was done less well than it may be done another time."""
    asked: Mapping[str, object] = field(default_factory=dict)
    """Where the inbox lies and what was asked for, as batch.json says it (``results.asked``)."""
    office: Office = NO_OFFICE
    """What the office wrote down of itself."""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What the reports of one dossier are made from."""

    screening: Screening
    pictures: Pictures = NO_PICTURES
    decisions: Mapping[str, AppliedDecision] = field(default_factory=dict)
    """Rule → what a clerk decided about its finding."""
    recommendation: FormSpec | None = None
    """The regulation's own form for whoever recommends the applicant."""
    untold: frozenset[str] = frozenset()
    """Rules that an earlier screening could have told and did not."""
    office: Office = NO_OFFICE
    """What the office wrote down of itself."""

    @property
    def settled(self) -> frozenset[str]:
        """The rules about which the applicant need not be asked any more."""
        return frozenset(rule for rule, laid in self.decisions.items() if laid.settles)
