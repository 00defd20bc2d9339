"""The login tells nothing of what was wrong; the password is one's own; leaving may end all sessions."""

import pytest

from tests.builders.console import PASSWORD, shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one


def enter(client, login="zhang", password=PASSWORD, wanted="/"):
    return client.post("/login", {"login": login, "password": password, "next": wanted})


@pytest.mark.parametrize(
    ("wanted", "where"), [("/batches", "/batches"), ("https://evil.example/", "/"), ("//evil", "/")]
)
def test_after_the_login_one_is_where_one_wanted_and_nowhere_else(place, wanted, where):
    assert enter(place.browser(), wanted=wanted).headers["Location"] == where


def test_a_wrong_name_and_a_wrong_password_are_told_alike(place):
    told = [enter(place.browser(), *wrong) for wrong in (("zhang", "x"), ("nobody", PASSWORD))]
    assert [one.status_code for one in told] == [401, 401]
    assert all("用户名或密码不对" in shown(one) for one in told)


def test_a_locked_name_is_not_let_in_with_the_right_password(place):
    for _ in range(5):
        enter(place.browser(), "zhang", "x")
    assert "尝试次数过多" in shown(enter(place.browser()))


def test_the_session_is_another_one_after_the_login(place):
    client = place.browser()
    client.get("/login")
    client.session.save()
    before = client.session.session_key
    enter(client)
    assert client.session.session_key != before


def test_leaving_everywhere(place):
    one, other = place.browser(), place.browser()
    enter(one)
    enter(other)
    one.post("/logout", {"all": "1"})
    assert other.get("/").status_code == 302


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"old": "x"}, "原密码不对"),
        ({"again": "x"}, "不一致"),
        ({"new": "kurz", "again": "kurz"}, ""),
        ({"new": "password123", "again": "password123"}, ""),
        ({"new": "12345678901", "again": "12345678901"}, ""),
    ],
)
def test_a_password_that_is_none_changes_nothing(place, given, why):
    sound = {"old": PASSWORD, "new": "noch ein langes Wort", "again": "noch ein langes Wort"}
    answer = place.browser("zhang").post("/password", sound | given)
    assert answer.status_code == 400
    assert why in shown(answer)
    place.people["zhang"].refresh_from_db()
    assert place.people["zhang"].check_password(PASSWORD)


def test_a_changed_password_ends_the_other_sessions(place):
    one, other = place.browser(), place.browser()
    enter(one)
    enter(other)
    sound = {"old": PASSWORD, "new": "noch ein langes Wort", "again": "noch ein langes Wort"}
    assert one.post("/password", sound).status_code == 302
    assert one.get("/").status_code == 200
    assert other.get("/").status_code == 302
