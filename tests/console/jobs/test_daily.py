"""A back-up a day, where somebody has done something, and where the office wants one; a trial of it once a month."""

from datetime import timedelta

import pytest
from django.utils import timezone

from console import house
from console.house import HouseRules
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one


def something(by="张三"):
    from console import events
    from console.events import Actor

    events.noted(Actor(by), "核定")


def yesterday(job):
    from console.models import Job

    then = timezone.now() - timedelta(days=1)
    Job.objects.filter(pk=job.pk).update(made=then, ended=then, state="done")


@pytest.mark.usefixtures("place")
def test_nothing_has_happened():
    from console.jobs import daily

    assert daily.asked() is None


def test_once_a_day(place):
    from console.jobs import daily

    something()
    job = daily.asked()
    assert (job.kind, job.by) == ("backup", place.people["wang"])
    assert daily.asked() is None
    yesterday(job)
    assert daily.asked() is not None


@pytest.mark.usefixtures("place")
def test_what_the_program_notes_is_no_reason():
    from console.jobs import daily
    from console.models import LoggedEvent

    something()
    yesterday(daily.asked())
    LoggedEvent.objects.all().delete()
    something("程序")
    assert daily.asked() is None


def test_where_nobody_wants_one(place):
    from console.jobs import daily

    something()
    house.write(place.folder, HouseRules(backup_nightly=False))
    assert daily.asked() is None


def made_before(office, state, days):
    """A trial of so many days ago that came to this end; no back-up is due."""
    from console.models import Job

    Job.objects.all().delete()
    Job.objects.create(kind="backup", by=office.people["wang"], state="done", ended=timezone.now())
    old = Job.objects.create(kind="restore", by=office.people["wang"], state=state)
    Job.objects.filter(pk=old.pk).update(made=timezone.now() - timedelta(days=days))


@pytest.mark.parametrize(("state", "days", "again"), [("done", 29, False), ("done", 31, True), ("failed", 2, True)])
def test_once_a_month_the_last_backup_is_laid_back_as_a_trial(place, state, days, again):
    from console.jobs import daily

    (place.folder / "backups").mkdir()
    (place.folder / "backups" / "dossier-console-2026-03-01-000000.zip").write_bytes(b"")
    made_before(place, state, days)
    made = daily.asked()
    assert (made is not None and made.kind == "restore") is again


def test_without_a_backup_there_is_nothing_to_lay_back(place):
    from console.jobs import daily

    made_before(place, "done", 31)
    assert daily.asked() is None
