"""批次和回避: the administrator sees names of batches and numbers of dossiers, and no applicant."""

import pytest

from tests.builders.console import shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 2) as (one, batch, rows):
        yield one, batch, rows, one.browser("wang")


def test_no_applicant_is_shown(place):
    one, batch, rows, client = place
    rows[0].recusals.create(person=one.people["li"], by=one.people["wang"])
    for where in ("/admin/batches", f"/admin/batches/{batch.pk}"):
        assert "示例公司" not in shown(client.get(where))
    assert "D1" in shown(client.get(f"/admin/batches/{batch.pk}"))


def test_members_recusal_and_its_end_and_putting_away(place):
    one, batch, rows, client = place
    where, zhang = f"/admin/batches/{batch.pk}", one.people["zhang"].pk
    steps = (
        ({"act": "members", "members": [zhang]}, "成员已调整"),
        ({"act": "bar", "dossier": "D2", "person": zhang, "reason": "亲属"}, "张三 回避 D2"),
        ({"act": "archive"}, "归档"),
        ({"act": "restore"}, "已恢复"),
    )
    for given, told in steps:
        assert told in shown(client.post(where, given, follow=True)), given
    recusal = rows[1].recusals.get()
    assert "不再回避" in shown(client.post(where, {"act": "lift", "recusal": recusal.pk}, follow=True))


@pytest.mark.parametrize(
    "given",
    [{"act": "none"}, {"act": "bar"}, {"act": "bar", "person": "1", "dossier": "D9", "reason": "x"}, {"act": "lift"}],
)
def test_what_cannot_be_is_said(place, given):
    _, batch, _, client = place
    answer = client.post(f"/admin/batches/{batch.pk}", given, follow=True)
    assert 'class="told error"' in answer.content.decode()


def test_a_recusal_of_another_batch_is_not_ended_here(place):
    from console.models import OfficeBatch

    one, _, rows, client = place
    other = OfficeBatch.objects.create(name="别的")
    recusal = rows[0].recusals.create(person=one.people["li"], by=one.people["wang"])
    client.post(f"/admin/batches/{other.pk}", {"act": "lift", "recusal": recusal.pk})
    recusal.refresh_from_db()
    assert recusal.ended is None
    assert client.get("/admin/batches/999").status_code == 404
