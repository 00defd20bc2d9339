"""Jobs are seen by the members of their batch and by whoever asked; what is of no batch by administrators."""

from tests.builders.console import with_rows


def test_whose_they_are(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.models import Job
        from console.queries import jobs

        stranger = one.person("qian", "decides")
        of_batch = Job.objects.create(kind="screen", batch=batch, by=one.people["zhang"], state="failed")
        own = Job.objects.create(kind="demo", by=stranger)
        seen = {name: [job.pk for job in jobs.visible(one.people[name])] for name in ("li", "qian", "wang")}
        assert seen == {"li": [of_batch.pk], "qian": [own.pk], "wang": [own.pk]}
        later = Job.objects.create(kind="screen", batch=batch, by=one.people["zhang"], state="done")
        running = Job.objects.create(kind="screen", batch=batch, by=one.people["zhang"], state="running")
        listed = [job.pk for job in jobs.recent(one.people["li"])]
        assert listed == [running.pk, later.pk, of_batch.pk], "what is under way comes first"
        assert jobs.stopped(one.people["li"], of_batch.pk) == of_batch
        assert jobs.stopped(one.people["qian"], of_batch.pk) is None
        assert jobs.stopped(one.people["qian"], own.pk) is None, "it has not ended"
