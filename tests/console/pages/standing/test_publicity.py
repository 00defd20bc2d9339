"""公示 in the browser: dossiers of a batch go public, objections are put down, titles are given."""

import pytest

from tests.builders.console import at_work, shown

SITES = "市工业和信息化局网站\n中国中小企业哈尔滨网"


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, _):
        yield one.browser("zhang"), batch, [str(each.pk) for each in batch.dossiers.order_by("order")]


def test_the_way_from_a_batch_over_publicity_and_objections_to_titles(place):
    client, batch, dossiers = place
    form = shown(client.get(f"/standing/publicity?batch={batch.pk}"))
    assert "公示 5 个工作日" in form
    told = {"batch": batch.pk, "dossier": dossiers, "first_day": "2026-02-12", "sites": SITES, "on": "2026-02-20"}
    after = shown(client.post("/standing/publicity/publish", told, follow=True))
    assert "已记入第 1 号：公示" in after
    assert "2026-02-26 还有 6 天" in after
    assert "未记录" not in after
    names = [one.applicant for one in batch.dossiers.order_by("order")]
    objections = {"platform": names, "rulebook": "harbin", "day": "2026-02-27", "objections": "无", "on": "2026-02-27"}
    said = shown(client.post("/standing/publicity/objected", objections, follow=True))
    assert "已记入 2 条" in said
    assert said.count("2026-02-27 无") == 2
    award = {
        "batch": batch.pk,
        "dossier": dossiers,
        "number": "哈工信〔2026〕3号",
        "day": "2026-03-02",
        "on": "2026-03-02",
    }
    titled = shown(client.post("/standing/publicity/recognise", award, follow=True))
    assert "已记入第 4、5 号：认定" in titled
    assert "哈工信〔2026〕3号" in titled
    assert "已认定 2" in shown(client.get("/standing/publicity?on=2026-03-02"))


@pytest.mark.parametrize(
    ("address", "given", "why"),
    [
        ("publish", {"dossier": [], "first_day": "2026-02-12"}, "请先勾选卷宗"),
        ("publish", {"first_day": ""}, "请填写公示第一天"),
        ("publish", {"first_day": "2026-02-12", "working_days": "几天"}, "正整数"),
        ("publish", {"batch": "999", "first_day": "2026-02-12"}, "请先选择批次"),
        ("recognise", {"number": "", "day": "2026-03-02"}, "请写明认定文件的文号"),
        ("recognise", {"number": "1号", "day": "不知道"}, "请填写认定文件的日期"),
    ],
)
def test_what_is_not_whole_says_so_and_writes_nothing(place, address, given, why):
    client, batch, dossiers = place
    told = {"batch": batch.pk, "dossier": dossiers} | given
    assert why in shown(client.post(f"/standing/publicity/{address}", told, follow=True))
    assert "还没有公示" in shown(client.get("/standing/publicity"))


def test_somebody_else_s_batch_is_none(place):
    client, batch, dossiers = place
    batch.members.clear()
    told = {"batch": batch.pk, "dossier": dossiers, "first_day": "2026-02-12"}
    assert "请先选择批次" in shown(client.post("/standing/publicity/publish", told, follow=True))
