"""A batch begun in the browser: an inbox of its own, whoever begins it as a member, one screening at a time."""

from datetime import date
from pathlib import Path

import pytest

from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one


def begin(place, name="春季批次", rulebook="auto"):
    from console.acts import new_batch
    from console.acts.new_batch import WantedBatch
    from console.events import Actor

    wanted = WantedBatch(name, date(2026, 3, 15), rulebook, ())
    return new_batch.begun(Actor("张三"), place.people["zhang"], wanted)


def test_two_of_one_name_lie_in_two_folders(place):
    first, second = begin(place).rounds.get(), begin(place).rounds.get()
    assert first.inbox != second.inbox
    assert Path(first.inbox).is_dir()


def test_a_name_that_leads_elsewhere_leads_nowhere(place):
    inbox = Path(begin(place, "../../外面").rounds.get().inbox).resolve()
    assert place.folder.resolve() in inbox.parents


@pytest.mark.parametrize(("name", "rulebook"), [("  ", "auto"), ("春", "没有这部办法")])
def test_what_is_missing_is_said(place, name, rulebook):
    with pytest.raises(UsageError):
        begin(place, name, rulebook)


def test_a_screening_that_waits_is_not_asked_for_twice(place):
    from console.acts import new_batch
    from console.events import Actor

    batch = begin(place)
    jobs = {new_batch.screened(Actor("张三"), place.people["zhang"], batch).pk for _ in range(3)}
    assert len(jobs) == 1


def test_what_comes_in_while_a_screening_runs_waits_for_another(tmp_path):
    from tests.builders.console import with_rows

    with with_rows(tmp_path) as (one, batch, _):
        from console.acts import new_batch
        from console.events import Actor

        zhang = one.people["zhang"]
        running = new_batch.screened(Actor("张三"), zhang, batch)
        running.state = "running"
        running.save()
        assert new_batch.screened(Actor("张三"), zhang, batch) == running
        anew = new_batch.screened(Actor("张三"), zhang, batch, anew=True)
        assert anew != running
        assert new_batch.screened(Actor("张三"), zhang, batch, anew=True) == anew
