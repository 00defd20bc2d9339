"""人员: a new password is shown this once; nobody disables himself on the page; who is not there is no page."""

import re

import pytest

from tests.builders.console import shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one, one.browser("wang")


def test_somebody_is_added_and_his_password_shown_once(place):
    client = place[1]
    answer = client.post("/admin/people", {"login": "qian", "name": "钱七", "roles": ["decides", "reads"]})
    word = re.search(r"一次性密码：([a-z0-9]{4}(?:-[a-z0-9]{4}){2})", shown(answer))[1]
    from console.models import Person

    qian = Person.objects.get(login="qian")
    assert qian.check_password(word)
    assert word not in shown(client.get(f"/admin/people/{qian.pk}"))


def test_what_was_wrong_keeps_what_was_typed(place):
    answer = place[1].post("/admin/people", {"login": "zhang", "name": "另一位", "roles": ["checks"]})
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "已有用户名" in text
    assert 'value="另一位"' in text
    assert re.search(r'value="checks" checked', text)


def test_acts_on_the_page_of_a_person(place):
    one, client = place
    where = f"/admin/people/{one.people['zhang'].pk}"
    assert "现在是：只读" in shown(client.post(where, {"act": "roles", "name": "张三", "roles": ["reads"]}))
    assert "已停用" in shown(client.post(where, {"act": "disable"}))
    assert client.post(where, {"act": "none"}).status_code == 400


def test_nobody_is_offered_to_disable_himself(place):
    one, client = place
    assert "不能停用自己" in shown(client.get(f"/admin/people/{one.people['wang'].pk}"))


def test_who_is_not_there(place):
    assert place[1].get("/admin/people/999").status_code == 404
