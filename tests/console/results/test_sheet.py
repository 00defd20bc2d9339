"""A dossier's sheet: its headline from the counts below it; without telephones for who may not see them."""

import json
import re

import pytest

from tests.builders.commands import dossier as command
from tests.builders.console import at_work


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as made:
        yield made


def test_headline_and_groups_say_the_same(place):
    from console.results import sheet

    _, batch, results = place
    row = batch.dossiers.order_by("order").last()
    told = sheet.made(results / row.folder, masked=False)
    groups = {title: len(points) for title, points in told.groups}
    assert sum(groups.values()) == told.total == told.left
    number = int(re.search(r"(\d+) 处数据不一致", told.headline)[1])
    assert groups["数据不一致"] == number


def test_telephones_are_masked_for_readers(place):
    from console.results import sheet

    _, batch, results = place
    row = batch.dossiers.first()
    path = results / row.folder / "screening.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["findings"][0] |= {"rule": "crosscheck.shared_phones", "status": "review", "disposition": "verify"}
    raw["findings"][0] |= {"reason": "conflict", "message": "共用同一电话：13900000001"}
    path.write_text(json.dumps(raw), encoding="utf-8")
    shown, hidden = (str(sheet.made(path.parent, masked=masked).groups) for masked in (False, True))
    assert "13900000001" in shown
    assert "13900000001" not in hidden


def test_history_in_words(place):
    from console.results import sheet

    _, batch, results = place
    row = batch.dossiers.order_by("order").last()
    for words in (("material.11.3b", "accept", "--reason", "属实"), ("material.11.3b", "undo")):
        done = command("decide", results, row.key, *words, "--name", "王五", "--later")
        assert done.exit_code == 0, done.output
    assert [(act.by, act.did, act.reason) for act in sheet.history(results, row.key)] == [
        ("王五", "经办人认可", "属实"),
        ("王五", "撤销", ""),
    ]
    assert sheet.acts_about(results, row.key, "material.11.4b") == []


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (None, ""),
        ({"decision": "accept", "name": "张三", "stale": False}, "经办人认可：张三"),
        ({"decision": "waive", "name": "张三", "stale": False, "needs_second": True}, "待另一人复核"),
        ({"decision": "waive", "name": "张三", "stale": False, "second": "李四"}, "李四复核"),
        ({"decision": "overrule", "name": "张三", "stale": True}, "请重新核定"),
    ],
)
def test_decisions_in_words(decision, said):
    from console.results import sheet

    assert said in sheet.decided(decision)
