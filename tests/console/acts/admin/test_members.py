"""Who leaves a batch, or is barred from a dossier, has it no more; every change is in the log."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 3) as (one, batch, rows):
        rows[0].assignee = one.people["zhang"]
        rows[0].save()
        yield one, batch, rows


def by():
    from console.events import Actor

    return Actor("王五")


def test_whoever_leaves_has_none_of_its_dossiers(place):
    from console.acts.admin import members

    one, batch, rows = place
    told = members.chosen(by(), batch, [str(one.people["li"].pk)])
    assert "1 个卷宗请另行分派" in told
    rows[0].refresh_from_db()
    assert rows[0].assignee is None
    assert one.browser("zhang").get(f"/b/{batch.pk}").status_code == 404


def test_a_batch_without_members_is_refused(place):
    from console.acts.admin import members

    with pytest.raises(UsageError, match="至少选择一位成员"):
        members.chosen(by(), place[1], [])
    assert place[1].members.count() == 2


def test_barred_from_one_dossier_alone_until_it_is_lifted(place):
    from console.acts.admin import members

    one, batch, rows = place
    zhang = one.people["zhang"]
    assert "分派给他人" in members.barred(by(), one.people["wang"], rows[0], zhang, "亲属")
    client = one.browser("zhang")
    assert f"/b/{batch.pk}/d/{rows[0].pk}" not in client.get(f"/b/{batch.pk}").content.decode()
    assert client.post(f"/b/{batch.pk}/d/{rows[0].pk}/note", {"text": "x"}).status_code == 404
    assert client.post(f"/b/{batch.pk}/d/{rows[1].pk}/note", {"text": "x"}).status_code == 302
    members.ended(by(), rows[0].recusals.get())
    assert client.post(f"/b/{batch.pk}/d/{rows[0].pk}/note", {"text": "x"}).status_code == 302


def test_twice_without_a_reason_or_ended_twice(place):
    from console.acts.admin import members

    one, _, rows = place
    with pytest.raises(UsageError, match="理由"):
        members.barred(by(), one.people["wang"], rows[0], one.people["li"], " ")
    members.barred(by(), one.people["wang"], rows[0], one.people["li"], "师生")
    with pytest.raises(UsageError, match="已经回避"):
        members.barred(by(), one.people["wang"], rows[0], one.people["li"], "师生")
    members.ended(by(), rows[0].recusals.get())
    with pytest.raises(UsageError, match="已经解除"):
        members.ended(by(), rows[0].recusals.get())


def test_a_dossier_is_named_by_its_number(place):
    from console.acts.admin import members

    assert members.named(place[1], " D2 ") == place[2][1]
    with pytest.raises(UsageError, match="没有编号为"):
        members.named(place[1], "D9")


def test_put_away_and_taken_out(place):
    from console.acts.admin import members

    one, batch, _ = place
    members.archived(by(), batch, away=True)
    assert batch.name not in one.browser("zhang").get("/batches").content.decode()
    members.archived(by(), batch, away=False)
    assert batch.name in one.browser("zhang").get("/batches").content.decode()


def test_the_chain_of_the_log_stands(place):
    from console import events
    from console.acts.admin import members

    members.barred(by(), place[0].people["wang"], place[2][0], place[0].people["li"], "师生")
    members.archived(by(), place[1], away=True)
    assert events.problems() == []
