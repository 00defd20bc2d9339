"""People are added with a password for one login, and never deleted; the last administrator stays one."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import PASSWORD, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 2) as (one, _, rows):
        yield one, rows


def do(place, who, act, **form):
    from console.acts.admin import people
    from console.events import Actor

    return people.done(Actor("王五"), place[0].people[who], act, form)


def add(login="qian", name="钱七", roles=("decides",)):
    from console.acts.admin import people
    from console.events import Actor

    return people.added(Actor("王五"), login, name, roles)


def test_the_given_password_is_good_for_one_login(place):
    person, word = add()
    client = place[0].browser()
    client.post("/login", {"login": "qian", "password": word})
    assert client.get("/").headers["Location"] == "/password"
    new = "ein ganz anderes Wort"
    client.post("/password", {"old": word, "new": new, "again": new})
    assert client.get("/").status_code == 200
    assert not person.administers


@pytest.mark.parametrize(
    "wrong", [{"login": "zhang"}, {"login": ""}, {"name": " "}, {"roles": ()}, {"roles": ("root",)}, {"login": "a b"}]
)
@pytest.mark.usefixtures("place")
def test_nobody_is_added_who_cannot_be(wrong):
    from console.models import Person

    before = Person.objects.count()
    with pytest.raises(UsageError):
        add(**wrong)
    assert Person.objects.count() == before


def test_other_roles_and_another_name(place):
    told = do(place, "zhang", "roles", roles=["checks", "reads"], name=["张三丰"])
    assert "只读、复核" in told
    assert place[0].people["zhang"].name == "张三丰"


@pytest.mark.parametrize(("act", "form"), [("disable", {}), ("roles", {"roles": ["reads"]})])
def test_the_last_administrator_stays_one(place, act, form):
    with pytest.raises(UsageError, match="至少要有一位管理员"):
        do(place, "wang", act, **form)
    do(place, "li", "roles", roles=["administers"])
    do(place, "wang", act, **form)


def test_whoever_is_disabled_is_out_at_once_and_his_dossiers_are_told(place):
    one, rows = place
    rows[0].assignee = one.people["zhang"]
    rows[0].save()
    client = one.browser()
    client.post("/login", {"login": "zhang", "password": PASSWORD})
    assert "1 个卷宗" in do(place, "zhang", "disable")
    assert client.get("/").status_code == 302
    assert one.browser().post("/login", {"login": "zhang", "password": PASSWORD}).status_code == 401
    do(place, "zhang", "enable")
    assert one.browser().post("/login", {"login": "zhang", "password": PASSWORD}).status_code == 302


def test_a_new_password_ends_what_was_logged_in_and_unlocks(place):
    one, _ = place
    client = one.browser()
    client.post("/login", {"login": "zhang", "password": PASSWORD})
    for _ in range(5):
        one.browser().post("/login", {"login": "zhang", "password": "x"})
    word = do(place, "zhang", "password").partition("：")[2].partition("。")[0]
    assert client.get("/").status_code == 302
    assert one.browser().post("/login", {"login": "zhang", "password": word}).status_code == 302


def test_sessions_are_ended_and_a_lock_is_taken_off(place):
    one, _ = place
    one.browser().post("/login", {"login": "zhang", "password": PASSWORD})
    assert "1 处" in do(place, "zhang", "sessions")
    for _ in range(5):
        one.browser().post("/login", {"login": "zhang", "password": "x"})
    do(place, "zhang", "unlock")
    assert one.browser().post("/login", {"login": "zhang", "password": PASSWORD}).status_code == 302


def test_no_password_stands_in_the_log(place):
    from console.models import LoggedEvent

    _, word = add()
    told = do(place, "zhang", "password")
    words = {word, told.partition("：")[2].partition("。")[0]}
    facts = str(list(LoggedEvent.objects.values_list("facts", flat=True)))
    assert not any(each in facts for each in words)


def test_an_act_that_is_none(place):
    with pytest.raises(UsageError):
        do(place, "zhang", "delete")
