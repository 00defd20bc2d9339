"""One platform: how it stands, what it owes, every event with those that were taken back."""

from datetime import date

import pytest

from pipeline.standing.overview import overview
from schemas.errors import UsageError
from tests.builders.console import at_work
from tests.builders.ledger import HARBIN, ZHENGZHOU, code, known, put, small


def sheet_of(tmp_path, said, day=date(2026, 6, 15)):
    from console.results.standing.platform import sheet

    return sheet(overview(small(tmp_path / "台账"), day), said)


def test_events_come_the_latest_first_and_what_was_taken_back_says_why(tmp_path):
    found = sheet_of(tmp_path, code(1))
    assert [(one.event.no, one.kind, one.reason) for one in found.events] == [
        (9, "投诉", "记错单位"),
        (6, "检查", ""),
        (5, "检查", ""),
        (1, "原有认定", ""),
    ]
    (hint,) = found.hints
    assert (hint.ground.id, hint.events) == ("twice", (5, 6))


def test_a_title_of_29_february_has_its_recheck_on_28_two_years_on(tmp_path):
    (title,) = sheet_of(tmp_path, HARBIN, date(2025, 6, 1)).titles
    assert (title.recheck, title.title.ends) == (date(2026, 2, 28), None)
    (later,) = sheet_of(tmp_path / "later", HARBIN).titles
    assert later.state.id == "recheck_due"


def test_a_loss_tells_until_when_nobody_may_apply(tmp_path):
    (title,) = sheet_of(tmp_path, code(2)).titles
    assert (title.state.id, title.loss.barred_until) == ("lost", date(2028, 8, 1))


def test_a_former_name_finds_it_and_a_stranger_is_refused(tmp_path):
    assert sheet_of(tmp_path, "丙示例服务有限公司").first.name == "戊示例服务有限公司"
    with pytest.raises(UsageError, match="台账中没有"):
        sheet_of(tmp_path / "again", "己示例服务有限公司")


def test_only_what_it_owes_itself_is_listed_and_what_is_overdue_is_marked(tmp_path):
    found = sheet_of(tmp_path, ZHENGZHOU)
    assert {each.due.kind for each in found.dues} == {"inspection"}
    assert [each.late for each in found.dues] == [True, True, False, False]


def test_its_dossiers_are_those_that_exist_for_whoever_looks(tmp_path):
    from console.results.standing.platform import screenings, sheet

    with at_work(tmp_path) as (one, batch, _):
        dossier = batch.dossiers.order_by("order").first()
        folder = one.folder / "台账"
        put(folder, known(dossier.applicant, "2024-06-30", "harbin", number=7, county="道里区"))
        first = sheet(overview(folder, date(2026, 6, 15)), code(7)).first
        assert [each.pk for each in screenings(one.people["zhang"], first)] == [dossier.pk]
        assert screenings(one.people["wang"], first) == []
