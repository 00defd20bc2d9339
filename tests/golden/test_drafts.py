"""Regulations that nobody has encoded: what a draft has right, what it claims wrongly, and that it stands."""

from __future__ import annotations

import pytest

from pipeline.drafting.files import write_draft
from pipeline.drafting.points import DraftMark
from pipeline.rehearsal.rehearse import rehearse
from pipeline.rulebook.find import load
from pipeline.rulebook.parse import parse
from tests.builders.drafts import INVENTED, claimed

NAMES = sorted(path.stem for path in INVENTED.glob("*.txt") if not path.stem.endswith(".expected"))
_ENOUGH = 0.9


@pytest.mark.parametrize("name", NAMES)
def test_nine_of_ten_are_right_and_none_is_claimed_that_is_not_there(name, tmp_path):
    new = write_draft(INVENTED / f"{name}.txt", [], tmp_path, name)
    wanted = set((INVENTED / f"{name}.expected.txt").read_text(encoding="utf-8").splitlines())
    made = set(claimed(parse(new.rulebook).rulebook))
    asked = {point.article for point in new.draft.points if point.mark is DraftMark.ASKED}
    assert len(wanted & made) >= _ENOUGH * len(wanted)
    assert {one for one in made - wanted if not any(one.startswith(article) for article in asked)} == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_draft_holds_against_its_text(name, tmp_path):
    assert write_draft(INVENTED / f"{name}.txt", [], tmp_path, name).problems == ()


def test_the_draft_is_rehearsed_as_it_is(tmp_path):
    path = write_draft(INVENTED / "huzhou.txt", [], tmp_path, "huzhou").rulebook
    outcomes = rehearse(load(path), str(path), tmp_path / "dossiers", only="condition.own_")
    assert [one.why for one in outcomes if not one.holds] == []
    assert {one.status for one in outcomes if one.case.rule} >= {"fail", "review"}
