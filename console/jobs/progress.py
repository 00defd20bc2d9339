"""How far is a job? Written into its row, so that every page can show it."""

from __future__ import annotations

from console.models import Job
from pipeline import wording
from schemas.dossier import Screening


class JobProgress:
    """What ``batch.run`` tells, as the row of the job."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def begin(self, total: int) -> None:
        """So many dossiers are to be screened."""
        Job.objects.filter(pk=self._job.pk).update(total=total, done=0)
        self._job.done = 0

    def done(self, screening: Screening) -> None:
        """One more is screened and written."""
        self._job.done += 1
        now = f"{screening.id} {wording.VERDICTS[screening.verdict.status]}"
        Job.objects.filter(pk=self._job.pk).update(done=self._job.done, now=now[:255])

    def again(self, dossier: str, why: str) -> None:
        """This dossier is begun anew."""
        Job.objects.filter(pk=self._job.pk).update(now=f"{dossier}：{why}"[:255])

    def end(self) -> None:
        """No more will come."""
