"""Every answer: nothing of anybody else runs; old browsers are told; who sits idle logs in again."""

import time

import pytest

from tests.builders.console import HOST, PASSWORD, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as made:
        yield made


@pytest.mark.parametrize("where", ["/", "/login", "/nothing", "/batches", "/static/console/base.css"])
def test_every_answer_has_the_headers(place, where):
    answer = place[0].browser("zhang").get(where)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_page_is_not_framed_and_not_kept(place):
    answer = place[0].browser("zhang").get("/batches")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_a_strange_host_is_no_host_of_ours(place, host):
    assert place[0].browser().get("/login", headers={"host": host or "x"}).status_code == 400


@pytest.mark.parametrize("agent", ["Mozilla/4.0 (compatible; MSIE 8.0)", "Mozilla/5.0 (Trident/7.0; rv:11.0)"])
def test_old_browsers_are_told_which_one_to_open(place, agent):
    assert "极速模式" in place[0].browser("zhang").get("/", headers={"user-agent": agent}).content.decode()


@pytest.mark.parametrize(("idle", "inside"), [(29 * 60, True), (31 * 60, False)])
def test_half_an_hour(place, idle, inside):
    client = place[0].browser("zhang")
    client.get("/")
    session = client.session
    session["seen"] = int(time.time()) - idle
    session.save()
    assert (client.get("/").status_code == 200) is inside


@pytest.mark.parametrize(("ago", "inside"), [(9, True), (11, False)])
def test_ten_hours(place, ago, inside):
    client = place[0].browser("zhang")
    client.get("/")
    session = client.session
    session["began"] = int(time.time()) - ago * 3600
    session.save()
    assert (client.get("/").status_code == 200) is inside


@pytest.mark.usefixtures("place")
def test_a_form_without_its_token_is_refused():
    from django.test import Client

    client = Client(enforce_csrf_checks=True, HTTP_HOST=HOST)
    answer = client.post("/login", {"login": "zhang", "password": PASSWORD})
    assert answer.status_code == 403
    assert "过期" in answer.content.decode()
