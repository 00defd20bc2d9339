"""Whose sessions there are, from where; and their end."""

from tests.builders.console import PASSWORD, with_rows


def test_each_login_is_a_session_of_its_own_and_all_are_ended_at_once(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        from console.access import sessions

        clients = [one.browser(), one.browser(), one.browser()]
        for client, login in zip(clients, ("zhang", "zhang", "li"), strict=True):
            client.post("/login", {"login": login, "password": PASSWORD})
        found = sessions.of(one.people["zhang"])
        assert [each.address for each in found] == ["127.0.0.1"] * 2
        assert sessions.end(one.people["zhang"]) == 2
        assert [client.get("/").status_code for client in clients] == [302, 302, 200]
        assert sessions.of(one.people["zhang"]) == []
