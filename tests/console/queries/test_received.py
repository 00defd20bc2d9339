"""What came in, a line a dossier."""

from tests.builders.console import with_rows


def test_files_and_bytes_of_each(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.models import Job
        from console.queries.received import dossiers_in, jobs_of

        current = batch.rounds.create(number=1, results="/r1")
        for name in ("a", "b"):
            current.receipts.create(dossier="D1", file=name, size=10, sha256="0" * 64, by=one.people["zhang"])
        line = dossiers_in(batch)[0]
        assert (line["dossier"], line["files"], line["size"], line["round__number"]) == ("D1", 2, 20, 1)
        for state in ("done", "running", "failed"):
            Job.objects.create(kind="screen", batch=batch, by=one.people["zhang"], state=state)
        assert [job.state for job in jobs_of(batch)] == ["failed", "done"]
