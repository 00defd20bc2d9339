"""A job is asked for once: a second click, another batch, other words, and one that has come to its end."""

import pytest

from tests.builders.console import with_rows


@pytest.fixture
def row(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        yield one.people["zhang"], batch


def asked(person, batch=None, kind="backup", **words):
    from console.acts.enqueue import queued
    from console.events import Actor
    from console.models import Job

    return queued(Actor("张三"), Job(kind=kind, batch=batch, asked=words, by=person), "要求备份")


def test_a_second_click_is_the_first_job_and_is_noted_once(row):
    from console import models

    zhang, _ = row
    before = models.LoggedEvent.objects.count()

    assert asked(zhang).pk == asked(zhang).pk
    assert models.LoggedEvent.objects.count() == before + 1


def test_another_kind_another_batch_and_other_words_are_other_jobs(row):
    zhang, batch = row

    assert len({asked(zhang).pk, asked(zhang, kind="screen").pk, asked(zhang, batch).pk, asked(zhang, a=1).pk}) == 4


@pytest.mark.parametrize(("state", "same"), [("waiting", True), ("running", True), ("done", False), ("failed", False)])
def test_only_a_job_still_open_stands_for_the_same(row, state, same):
    zhang, _ = row
    first = asked(zhang)
    first.state = state
    first.save()

    assert (asked(zhang).pk == first.pk) is same
