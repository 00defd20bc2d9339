"""The bar of jobs: what runs is there and can be stopped by who sees it; once it ended, the page looks again."""

import pytest

from tests.builders.console import shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, _):
        from console.models import Job

        yield one, Job.objects.create(kind="screen", batch=batch, by=one.people["zhang"], done=2, total=5)


def test_a_job_is_shown_to_the_members_alone(place):
    one, _ = place
    assert "2/5" in shown(one.browser("li").get("/jobs"))
    assert "2/5" not in shown(one.browser("wang").get("/jobs"))


def test_it_is_stopped_and_the_way_back_is_our_own(place):
    one, job = place
    answer = one.browser("li").post(f"/jobs/{job.pk}/stop", {"back": "https://evil.example/"})
    assert answer.headers["Location"] == "/"
    job.refresh_from_db()
    assert job.stop


def test_nobody_else_stops_it(place):
    one, job = place
    one.browser("wang").post(f"/jobs/{job.pk}/stop")
    job.refresh_from_db()
    assert not job.stop


def test_once_it_ended_the_page_looks_again(place):
    one, job = place
    assert "HX-Refresh" not in one.browser("li").get("/jobs").headers
    job.state = "done"
    job.save()
    assert one.browser("li").get("/jobs").headers["HX-Refresh"] == "true"


def test_all_of_them_on_a_page_and_one_that_failed_done_again(place):
    from console.models import Job

    one, job = place
    client = one.browser("li")
    assert "停止" in shown(client.get("/jobs/all"))
    Job.objects.filter(pk=job.pk).update(state="failed", message="收件夹不存在。")
    page = shown(client.get("/jobs/all"))
    assert "收件夹不存在。" in page
    assert "重做" in page
    client.post(f"/jobs/{job.pk}/again")
    client.post(f"/jobs/{job.pk}/again")
    assert Job.objects.filter(state="waiting").count() == 1
    assert "收件夹不存在。" not in shown(one.browser("wang").get("/jobs/all"))


def test_what_somebody_does_not_see_is_not_done_again(place):
    from console.models import Job

    one, job = place
    Job.objects.filter(pk=job.pk).update(state="failed")
    one.browser("wang").post(f"/jobs/{job.pk}/again")
    assert not Job.objects.filter(state="waiting").exists()
