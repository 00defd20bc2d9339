"""A page says what it needs; what a person may not see does not exist, what his role does not do is refused."""

import pytest

from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path) as made:
        yield made


def test_a_password_that_somebody_else_gave_is_changed_first(place):
    one, _, _ = place
    one.people["zhang"].must_change = True
    one.people["zhang"].save()
    assert one.browser("zhang").get("/").headers["Location"] == "/password"
    assert one.browser("zhang").get("/password").status_code == 200


def test_somebody_who_has_left_is_let_in_nowhere(place):
    one, _, _ = place
    client = one.browser("zhang")
    assert client.get("/").status_code == 200
    one.people["zhang"].is_active = False
    one.people["zhang"].save()
    assert client.get("/").headers["Location"].startswith("/login")


def test_a_dossier_is_not_found_under_another_batch(place):
    from console.models import OfficeBatch

    one, _, rows = place
    other = OfficeBatch.objects.create(name="别的批次")
    other.members.add(one.people["zhang"])
    assert one.browser("zhang").get(f"/b/{other.pk}/d/{rows[0].pk}").status_code == 404


def test_part_of_a_page_asked_for_without_a_login_takes_the_whole_page_there(place):
    answer = place[0].browser().get("/jobs", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (204, "true")


def test_the_way_back_after_the_login_is_a_page_and_never_an_act(place):
    assert "next=/batches" in place[0].browser().get("/batches").headers["Location"]
    assert "next=/" in place[0].browser().post("/logout").headers["Location"]
