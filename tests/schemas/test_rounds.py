"""What do letters call the 申报通知 of a round?"""

from __future__ import annotations

from schemas.rounds import NO_ROUND, CallForApplications, Round


def test_nothing_is_called_that_nobody_wrote_down() -> None:
    assert NO_ROUND.titled() == ""


def test_title_and_number_where_there_is_one() -> None:
    assert Round(notice=CallForApplications("关于申报的通知")).titled() == "《关于申报的通知》"
    numbered = CallForApplications("关于申报的通知", "样工信〔2026〕9号")
    assert Round(notice=numbered).titled() == "《关于申报的通知》（样工信〔2026〕9号）"
