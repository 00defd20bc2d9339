"""Results of one dossier, 甲, to decide on, and the clerk who does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.batch import REPORTS, rendered, write_batch
from pipeline.decisions import record as decisions_record
from pipeline.decisions.record import Desk, Who
from pipeline.results import files as result_files
from pipeline.results.batch import Batch, ReportContext
from schemas.decisions import OUTCOME, AppliedDecision, Choice, Decision
from schemas.dossier import Screening
from tests.builders.contents import AS_OF
from tests.builders.reports import screening

WHO = Who("经办人示例", date(2026, 3, 20), "原件如此")


def results(out: Path, one: Screening | None = None) -> Path:
    """The folder, as a run leaves it."""
    made = one or screening()
    write_batch(out, Batch(AS_OF, (made,), {"甲": "甲"}))
    result_files.write_dossier(out, "甲", rendered(ReportContext(made)).files, REPORTS)
    return out


def desk(out: Path, name: str = WHO.name) -> Desk:
    """A clerk at it."""
    return decisions_record.opened(out, "甲", Who(name, WHO.day, WHO.reason))


def marked(dossier: str, choice: Choice = Choice.RECOMMEND) -> dict[str, AppliedDecision]:
    """The decisions about a dossier of which a person has said no more than that it is to be recommended, or not."""
    return {OUTCOME: AppliedDecision(Decision(dossier, OUTCOME, choice, WHO.name, WHO.day, WHO.reason), stale=False)}
