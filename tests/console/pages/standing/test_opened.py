"""A page of the ledger: without one it says how to begin, with a broken one it reckons nothing."""

import pytest

from tests.builders.console import office, shown
from tests.builders.ledger import small

PAGES = ("", "/due", "/papers", "/publicity")


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        one.person("zhang", "decides", name="张三")
        one.person("zhao", "reads", name="赵六")
        yield one


def test_without_a_ledger_every_page_opens_and_only_a_clerk_is_shown_the_import(place):
    for page in PAGES:
        assert place.browser("zhang").get(f"/standing{page}").status_code == 200
    assert "导入名单" in shown(place.browser("zhang").get("/standing"))
    assert "导入名单" not in shown(place.browser("zhao").get("/standing"))


def test_a_broken_ledger_is_said_and_nothing_is_reckoned_from_it(place):
    log = small(place.folder / "台账") / "events.jsonl"
    log.write_bytes(log.read_bytes().replace("金水区".encode(), "惠济区".encode(), 1))
    for page in PAGES:
        answer = place.browser("zhang").get(f"/standing{page}")
        assert answer.status_code == 409
        assert "与其校验值不符" in shown(answer)
        assert "甲示例" not in shown(answer)


def test_the_day_is_that_of_the_address_else_today(place):
    small(place.folder / "台账")
    client = place.browser("zhang")
    assert "本年期满可再申报" in shown(client.get("/standing?on=2026-06-15"))
    assert "本年期满可再申报" not in shown(client.get("/standing?on=2025-06-15"))
    assert 'value="2026-06-15"' in client.get("/standing?on=2026-06-15").content.decode()
    assert client.get("/standing?on=yesterday").status_code == 200
