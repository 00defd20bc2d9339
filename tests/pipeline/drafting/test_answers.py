"""Answers of the page are taken up again; what fits nothing any more is told."""

from __future__ import annotations

import pytest

from pipeline.drafting.answers import PageAnswer, answered, read_answers, write_answers
from schemas.errors import RulebookError
from tests.builders.drafts import made_up, point


def test_an_answer_replaces_the_draft(tmp_path):
    whole = made_up(tmp_path)
    asked = point(whole, "净资产")
    draft, stale = answered(whole.draft, [PageAnswer(asked.id, "total_assets")])
    assert not stale
    chosen = next(one for one in draft.points if one.id == asked.id)
    assert chosen.answered
    assert chosen.chosen == "total_assets"


@pytest.mark.parametrize("answer", [PageAnswer("没有这一处", "total_assets"), PageAnswer("head·title", "没有这一项")])
def test_an_answer_that_fits_nothing_changes_nothing_and_is_told(tmp_path, answer):
    whole = made_up(tmp_path)
    draft, stale = answered(whole.draft, [answer])
    assert draft == whole.draft
    assert answer.point in stale[0]


def test_the_file(tmp_path):
    path = tmp_path / "answers.yaml"
    path.write_text('answers:\n  "head·title": {choose: "other", told: "某办法"}\n', encoding="utf-8")
    assert read_answers(path) == (PageAnswer("head·title", "other", "某办法"),)
    path.write_text("answers:\n  甲: {pick: 乙}\n", encoding="utf-8")
    with pytest.raises(RulebookError, match="choose"):
        read_answers(path)


def test_what_is_written_is_read_again(tmp_path):
    given = (PageAnswer("第二条（五）·净资产", "other", "50: 万元 # '"), PageAnswer("yes", "no"), PageAnswer("1", "1"))
    write_answers(tmp_path / "answers.yaml", given)
    assert read_answers(tmp_path / "answers.yaml") == given
    write_answers(tmp_path / "answers.yaml", ())
    assert read_answers(tmp_path / "answers.yaml") == ()
