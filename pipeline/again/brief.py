"""What does the rest of a batch need of a dossier that is done?

The reports of the batch tell its findings, its form and its figures; whether it has things in common with others is
told from its traces. Its lists, its prose and the places of everything that was read stay in its own screening.json.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.results.audience import Audience
from schemas.dossier import Contents, Screening
from schemas.status import VerdictStatus
from validators.across.traces import Traces, traces_of


@dataclass(frozen=True, slots=True)
class Brief:
    """A screening without what only its own reports show, and what of it may be met again elsewhere."""

    screening: Screening
    traces: Traces | None
    """None for a dossier that could not be screened."""


def brief_of(screening: Screening, audience: Audience) -> Brief:
    """That of this dossier. For the public the lists stay: whom they name is masked in all that dossiers share."""
    unreadable = screening.verdict.status is VerdictStatus.UNREADABLE
    contents = screening.contents
    short = Contents(
        contents.id,
        contents.applicant,
        contents.files,
        contents.papers,
        contents.form,
        contents.application,
        contents.tables if audience is Audience.PUBLIC else {},
        {},
        contents.figures,
        amended=contents.amended,
        reckoned=contents.reckoned,
    )
    return Brief(replace(screening, contents=short), None if unreadable else traces_of(contents))
