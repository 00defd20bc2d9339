"""The first run: with the code one administers, once; then the office, and the demo."""

import pytest

from tests.builders.console import office, shown

SOUND = {"login": "wang", "name": "王五", "password": "ein langes Wort", "again": "ein langes Wort", "working": "1"}


@pytest.fixture
def place(tmp_path):
    with office(tmp_path) as one:
        yield one


def begin(place, **given):
    from console.acts import start

    client = place.browser()
    return client, client.post("/setup", SOUND | {"code": start.code()} | given)


def test_from_nothing_to_the_desk(place):
    from console.models import Job, Person

    assert place.browser().get("/").headers["Location"].startswith("/login")
    assert place.browser().get("/login").headers["Location"] == "/setup"
    client, answer = begin(place)
    assert answer.headers["Location"] == "/setup/office"
    person = Person.objects.get()
    assert person.role_titles == "经办、复核、管理员"
    answer = client.post("/setup/office", {"name": "示例局", "demo": "1"})
    assert answer.headers["Location"] == "/"
    assert Job.objects.get().kind == "demo"
    assert "准备演示批次" in shown(client.get("/"))
    assert place.browser().get("/setup").status_code == 404, "only once"


@pytest.mark.parametrize(
    "given", [{"code": "x"}, {"code": ""}, {"again": "x"}, {"name": ""}, {"password": "kurz", "again": "kurz"}]
)
def test_what_is_not_whole_makes_nobody(place, given):
    from console.models import Person

    assert begin(place, **given)[1].status_code == 400
    assert not Person.objects.exists()
