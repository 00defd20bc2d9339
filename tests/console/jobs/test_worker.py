"""Jobs are done in order; one that fails ends no other; one whose worker died is done again; one can be stopped."""

import threading
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.models import Job

        def job(**said):
            return Job.objects.create(kind="screen", batch=batch, by=one.people["zhang"], **said)

        yield job


def test_in_the_order_in_which_they_were_asked_for(place):
    from console.jobs import worker

    first, second = place(), place()
    assert [worker.taken().pk, worker.taken().pk] == [first.pk, second.pk]
    assert worker.taken() is None


def test_what_a_dead_worker_left_is_taken_once_its_sign_of_life_is_old(place):
    from console.jobs import worker

    now = timezone.now()
    fresh = place(state="running", beat=now - worker.STALE + timedelta(seconds=5))
    assert worker.taken() is None
    fresh.beat = now - worker.STALE - timedelta(seconds=5)
    fresh.save()
    assert worker.taken().pk == fresh.pk


def test_one_that_was_stopped_before_it_began_is_not_begun(place):
    from console.jobs import worker

    job = place(stop=True)
    assert worker.taken() is None
    job.refresh_from_db()
    assert job.state == "stopped"


def test_a_failure_is_said_and_is_the_jobs_alone(place, monkeypatch):
    from console.jobs import tasks, worker
    from schemas.errors import UsageError

    def fails(_):
        raise UsageError("收件夹不存在。")

    monkeypatch.setattr(tasks, "TASKS", {"screen": fails})
    job = place()
    worker.done(worker.taken())
    job.refresh_from_db()
    assert (job.state, job.message) == ("failed", "收件夹不存在。")


def test_one_that_is_stopped_ends_and_says_so(place, monkeypatch):
    from console.jobs import tasks, worker
    from console.models import Job

    monkeypatch.setattr(worker, "_BEAT", 0.05)
    monkeypatch.setattr(tasks, "TASKS", {"screen": lambda _: time.sleep(30)})
    job = place()
    taken = worker.taken()
    threading.Timer(0.2, lambda: Job.objects.filter(pk=job.pk).update(stop=True)).start()
    worker.done(taken)
    job.refresh_from_db()
    assert job.state == "stopped"


def test_ctrl_c_leaves_the_job_for_the_next_worker(place, monkeypatch):
    from console.jobs import tasks, worker

    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(tasks, "TASKS", {"screen": interrupted})
    job = place()
    with pytest.raises(KeyboardInterrupt):
        worker.done(worker.taken())
    job.refresh_from_db()
    assert job.state == "waiting"


def test_a_worker_ends_with_whoever_started_it(place):
    from console.jobs import worker

    assert place
    worker.work(parent=-1)


def test_what_a_dead_worker_left_waits_as_soon_as_the_next_one_begins(place):
    from console.jobs import worker

    left = place(state="running", beat=timezone.now())
    worker.work(parent=-1)
    left.refresh_from_db()
    assert left.state == "waiting"


def test_while_one_works_another_waits(place):
    from django.conf import settings
    from filelock import FileLock

    from console.jobs import worker

    running = place(state="running", beat=timezone.now())
    with FileLock(settings.DATA.root / "worker.lock"):
        second = threading.Thread(target=worker.work, args=(-1,), daemon=True)
        second.start()
        second.join(0.3)
        running.refresh_from_db()
        assert (second.is_alive(), running.state) == (True, "running")
    second.join(30)
    running.refresh_from_db()
    assert running.state == "waiting"


def test_what_is_due_every_day_is_asked_for_while_nothing_else_is(place, monkeypatch):
    from console.jobs import daily, worker

    asked = []
    monkeypatch.setattr(worker, "_DAILY", 0.0)
    monkeypatch.setattr(worker, "_LOOK", 0.01)
    monkeypatch.setattr(daily, "asked", lambda: asked.append(1))
    monkeypatch.setattr(worker.os, "getppid", lambda: -1 if not asked else 0)
    assert place
    worker.work(parent=-1)
    assert asked
