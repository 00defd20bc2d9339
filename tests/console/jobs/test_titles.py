"""A bureau's list of five hundred, brought in the browser: the ledger of the command, nothing lost, doubts named."""

import json
import shutil
from pathlib import Path

import pytest

from schemas.errors import UsageError
from tests.builders.commands import dossier as command
from tests.builders.console import office
from tests.builders.ledger import code, five_hundred, name_list


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        one.person("zhang", "decides", name="张三")
        yield one, tmp_path


def brought(one, data, rulebook=""):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from console.acts.standing import titles_before
    from console.events import Actor

    upload = SimpleUploadedFile("名单.xlsx", data)
    return titles_before.brought(Actor("张三"), one.people["zhang"], upload, rulebook)


def test_five_hundred_platforms_are_the_command_s_ledger_byte_for_byte(place):
    from console.jobs.titles import titles

    one, folder = place
    job = brought(one, five_hundred())
    (folder / "名单.xlsx").write_bytes(five_hundred())
    shutil.copy(job.asked["file"], folder / "名单.xlsx")
    said = titles(job)
    assert "名单 500 行，写入 500 条，未写入 0 条；疑问 0 处" in said
    log = one.folder / "台账" / "events.jsonl"
    at = json.loads(log.read_text("utf-8").splitlines()[0])["at"]
    done = command("standing", "import", folder / "again", folder / "名单.xlsx", "--name", "张三", "--at", at)
    assert done.exit_code == 0, done.output
    assert log.read_bytes() == (folder / "again" / "events.jsonl").read_bytes()
    assert not Path(job.asked["file"]).exists()


def test_doubts_and_rows_that_were_not_taken_stand_on_lines_of_their_own(place):
    from console.jobs.titles import titles

    one, _ = place
    rows = [[1, "甲公司", code(1), "甲区", "去年夏天"], [2, "", code(2), "甲区", ""], [3, "丙公司", "", "甲区", ""]]
    first, *lines = titles(brought(one, name_list(rows))).split("\n")
    assert "名单 2 行，写入 2 条" in first
    assert any("没有平台名称，未读取" in line for line in lines)
    assert any("“甲公司”：" in line and "未能读出" in line for line in lines)
    assert any("“丙公司”：没有统一社会信用代码" in line for line in lines)


def test_the_same_list_twice_writes_nothing_twice(place):
    from console.jobs.titles import titles

    one, _ = place
    rows = [[1, "甲公司", code(1), "甲区", "2024-06-30"]]
    titles(brought(one, name_list(rows)))
    assert "写入 0 条" in titles(brought(one, name_list(rows)))


def test_a_file_that_is_no_list_says_so_and_is_not_kept(place):
    from console.jobs.titles import titles

    one, _ = place
    job = brought(one, b"no workbook at all")
    with pytest.raises(UsageError):
        titles(job)
    assert not Path(job.asked["file"]).exists()
    with pytest.raises(UsageError, match="重新上传"):
        titles(job)
