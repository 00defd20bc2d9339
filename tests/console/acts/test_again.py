"""What failed or was stopped is asked for once more, and never twice at once."""

import pytest

from tests.builders.console import with_rows


@pytest.mark.parametrize(("kind", "of_batch"), [("screen", True), ("backup", False)])
def test_once_more_and_once_only(tmp_path, kind, of_batch):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.acts import again
        from console.events import Actor
        from console.models import Job

        zhang = one.people["zhang"]
        asked = {"rulebook": "x"}
        failed = Job.objects.create(kind=kind, batch=batch if of_batch else None, asked=asked, state="failed", by=zhang)
        first = again.asked(Actor("张三"), zhang, failed)
        assert (first.pk != failed.pk, first.state, first.kind, first.batch) == (True, "waiting", kind, failed.batch)
        assert again.asked(Actor("张三"), zhang, failed).pk == first.pk
