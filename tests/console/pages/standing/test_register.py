"""台账 in the browser: the filter is the address, the export is the command's workbook, a list is brought."""

import pytest

from tests.builders.commands import dossier as command
from tests.builders.console import office, shown
from tests.builders.ledger import five_hundred, small

ON = "on=2026-06-15"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with office(tmp_path_factory.mktemp("place") / "office") as one:
        one.person("zhang", "decides", name="张三")
        small(one.folder / "台账")
        yield one


def test_the_list_shows_states_ends_and_hints(place):
    said = shown(place.browser("zhang").get(f"/standing?{ON}"))
    for part in (
        "甲示例服务有限公司",
        "2027-06-30",
        "已失去称号（2028-08-01 及以前不得申报）",
        "连续两次抽查或考核不合格",
    ):
        assert part in said
    assert "前后相接" in said


def test_a_filter_leaves_the_others_out(place):
    said = shown(place.browser("zhang").get(f"/standing?{ON}&state=lost"))
    assert "乙示例服务有限公司" in said
    assert "戊示例服务有限公司" not in said
    assert "没有符合筛选" in shown(place.browser("zhang").get(f"/standing?{ON}&q=无此名"))


def test_the_export_is_the_workbook_of_the_command(place, tmp_path):
    done = command("standing", "show", place.folder / "台账", "--as-of", "2026-06-15", "--out", tmp_path / "a.xlsx")
    assert done.exit_code == 0, done.output
    answer = place.browser("zhang").get(f"/standing/export?{ON}")
    assert answer.content == (tmp_path / "a.xlsx").read_bytes()
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_list_that_was_read_shows_what_it_came_to(tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from console.jobs import worker

    with office(tmp_path / "office") as one:
        one.person("zhang", "decides", name="张三")
        client = one.browser("zhang")
        said = client.post("/standing/import", {"list": SimpleUploadedFile("名单.xlsx", five_hundred())}, follow=True)
        assert "已收到名单" in shown(said)
        worker.done(worker.taken())
        after = shown(client.get("/standing?on=2026-06-15"))
        assert "名单 500 行，写入 500 条" in after
        assert "样例001服务有限公司" in after
        assert "样例101服务有限公司" not in after
        assert "样例101服务有限公司" in shown(client.get("/standing?on=2026-06-15&page=2"))
        assert "请选择名单文件" in shown(client.post("/standing/import", {}, follow=True))
