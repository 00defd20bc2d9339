"""The row of a job says how far it is."""

from types import SimpleNamespace

from schemas.status import VerdictStatus
from tests.builders.console import with_rows


def test_how_far_it_is(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.jobs.progress import JobProgress
        from console.models import Job

        job = Job.objects.create(kind="screen", batch=batch, by=one.people["zhang"])
        told = JobProgress(job)
        told.begin(3)
        told.done(SimpleNamespace(id="D1", verdict=SimpleNamespace(status=VerdictStatus.SUPPLEMENT)))
        told.again("D2", "重新开始" * 100)
        told.end()
        job.refresh_from_db()
        assert (job.done, job.total) == (1, 3)
        assert job.now.startswith("D2：重新开始")
        assert len(job.now) <= 255
