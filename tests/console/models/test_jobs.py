"""A job says what it is, and whether it is still to come to an end."""

import pytest

from tests.builders.console import with_rows

STATES = [("waiting", True), ("running", True), ("done", False), ("stopped", False)]


@pytest.mark.parametrize(("state", "is_open"), STATES)
def test_open_and_ended(tmp_path, state, is_open):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.models import Job

        job = Job(kind="screen", batch=batch, by=one.people["zhang"], state=state)
        assert (job.title, job.is_open) == ("初审：春季批次", is_open)
        assert Job(kind="demo").title == "准备演示批次"
