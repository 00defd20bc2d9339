"""A draft on disk: it stands against its text where nothing was left to ask, and takes up answers."""

from __future__ import annotations

import pytest

from pipeline.drafting.files import write_draft
from pipeline.drafting.points import DraftMark
from pipeline.rulebook.hold import examine
from schemas.data_files import data_folder
from tests.builders.regulations import MADE_UP


@pytest.mark.parametrize("name", ["harbin", "national-2017", "qinhuangdao-2020", "zhengzhou"])
def test_the_draft_of_ours_stands_against_its_text(tmp_path, name):
    made = write_draft(data_folder() / "regulations" / f"{name}.txt", [], tmp_path, name)
    assert made.problems == ()
    assert made.count(DraftMark.ASKED) == 0
    assert examine(made.rulebook)[0] == []


def test_every_number_and_item_of_an_unseen_text_is_written_or_left_to_people(tmp_path):
    text = tmp_path / "办法.txt"
    text.write_bytes(MADE_UP.replace("（六）平台数字地图；\n\n（七）", "（六）").encode("gb18030"))
    made = write_draft(text, [], tmp_path / "草案", "yichang")
    assert made.problems == ()
    assert any("GBK" in remark for remark in made.remarks)


def test_answers_that_lie_in_the_folder_are_taken_up(tmp_path):
    text = tmp_path / "办法.txt"
    text.write_text(MADE_UP, encoding="utf-8")
    before = write_draft(text, [], tmp_path / "草案", "yichang")
    asked = next(point for point in before.draft.points if "净资产" in point.quoted)
    answers = f'answers:\n  "{asked.id}": {{choose: total_assets}}\n'
    (tmp_path / "草案" / "answers.yaml").write_text(answers, encoding="utf-8")
    after = write_draft(text, [], tmp_path / "草案", "yichang")
    assert after.answered == before.answered + 1
    assert after.count(DraftMark.ASKED) == before.count(DraftMark.ASKED) - 1


def test_the_annex_may_be_a_file_of_its_own(tmp_path):
    text, _, annex = MADE_UP.partition("附件1\n")
    (tmp_path / "办法.txt").write_text(text, encoding="utf-8")
    (tmp_path / "附件.txt").write_text(annex, encoding="utf-8")
    made = write_draft(tmp_path / "办法.txt", [tmp_path / "附件.txt"], tmp_path / "草案")
    assert made.draft.forms[0]["title"] == "宜昌市示范服务平台申报表"
