"""Every page knows who is there; jobs of others are not shown."""

from tests.builders.console import with_rows


def test_open_jobs_are_ones_own_and_those_of_ones_batches(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.models import Job
        from console.pages.show import open_jobs

        zhang, wang = one.people["zhang"], one.people["wang"]
        of_batch = Job.objects.create(kind="screen", batch=batch, by=zhang)
        of_wang = Job.objects.create(kind="demo", by=wang)
        Job.objects.create(kind="screen", batch=batch, by=zhang, state="done")
        assert open_jobs(zhang) == [of_batch]
        assert open_jobs(wang) == [of_wang]
