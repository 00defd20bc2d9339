"""Nothing is complete where a file or a list was not read, or where one paper had to serve for two items."""

from dataclasses import replace

import pytest

from schemas.findings import Finding, MaterialResult
from schemas.locator import Locator
from schemas.status import FileStatus, MaterialStatus, Reason, Status
from schemas.trust import Doubt
from tests.builders.contents import FORM_FILE, case, contents, enterprise, figure, file, material, place, rulebook
from validators.causes import caused
from validators.completeness import files_read, lists_read, papers_apart
from validators.wording import pages, places


@pytest.mark.parametrize(
    ("record", "status"),
    [
        pytest.param(file(FORM_FILE), Status.PASS, id="read"),
        pytest.param(file("图.png", FileStatus.SKIPPED), Status.PASS, id="no-document"),
        pytest.param(file("锁.pdf", FileStatus.UNREADABLE), Status.REVIEW, id="unreadable"),
        pytest.param(file("扫.pdf", unread_pages=1), Status.REVIEW, id="a-page-unread"),
    ],
)
def test_every_file_and_page_is_read(record, status):
    found = files_read(case(contents(files=(record,))))
    assert (found.status, record.path in found.message) == (status, status is Status.REVIEW)


@pytest.mark.parametrize(
    ("doubts", "status"),
    [
        pytest.param(frozenset(), Status.PASS, id="sure"),
        pytest.param(frozenset({Doubt.MAIN_PART}), Status.PASS, id="the-main-part-read-to-its-end"),
        pytest.param(frozenset({Doubt.CUT_SHORT}), Status.REVIEW, id="seems-to-go-on"),
        pytest.param(frozenset({Doubt.UNEVEN}), Status.REVIEW, id="rows-do-not-come-out-even"),
    ],
)
def test_every_list_is_read_to_its_end(doubts, status):
    read = contents(tables={"enterprises": [enterprise(1)]}, list_doubts={"enterprises": doubts})
    assert lists_read(case(read)).status is status


def held(item: str, *names: str, status: MaterialStatus = MaterialStatus.PRESENT) -> MaterialResult:
    places = tuple(place(name) for name in names)
    return MaterialResult(item, f"材料{item}", status, optional=False, article="第九条", evidence=places)


@pytest.mark.parametrize(
    ("materials", "status"),
    [
        pytest.param([held("9.1", "甲.pdf"), held("9.2", "乙.pdf")], Status.PASS, id="each-its-own"),
        pytest.param([held("9.1", "甲.pdf", "乙.pdf"), held("9.2", "乙.pdf")], Status.PASS, id="a-part-of-another"),
        pytest.param([held("9.1", "甲.pdf"), held("9.2", "甲.pdf")], Status.REVIEW, id="one-for-two"),
        pytest.param([held("9.1", "甲.pdf"), held("9.13", "甲.pdf")], Status.PASS, id="the-other-is-optional"),
        pytest.param(
            [held("9.1", "甲.pdf"), held("9.2", "甲.pdf", status=MaterialStatus.PARTIAL)], Status.PASS, id="not-present"
        ),
    ],
)
def test_no_paper_serves_for_two_items(materials, status):
    items = [material("9.1", "lease"), material("9.2", "audit"), replace(material("9.13", "other"), optional=True)]
    assert papers_apart(case(contents(), rulebook(materials=items)), materials).status is status


def test_a_list_that_was_not_read_whole_is_told_with_its_pages() -> None:
    read = contents(tables={"enterprises": [enterprise(1)]}, list_doubts={"enterprises": frozenset({Doubt.CUT_SHORT})})
    paged = tuple(Locator("名单.pdf", page=number) for number in (3, 5))
    assert pages(paged) == "第 3–5 页"
    assert pages(paged[:1]) == "第 3 页"
    assert pages([place()]) == ""
    assert "表格未能可靠读出" in lists_read(case(read)).message


@pytest.mark.parametrize(
    ("rule", "reason", "follows"),
    [
        ("condition.enterprises_served", Reason.UNREADABLE, True),
        ("crosscheck.enterprises_served", Reason.UNREADABLE, True),
        ("form.enterprises.phone", Reason.UNREADABLE, True),
        ("form.staff.age", Reason.UNREADABLE, False),
        ("condition.staff_count", Reason.UNREADABLE, False),
        ("condition.enterprises_served", Reason.AMBIGUOUS_RULE, False),
    ],
)
def test_what_follows_from_an_unread_list_folds_under_it(rule: str, reason: Reason, follows: bool) -> None:
    found = Finding(rule, Status.REVIEW, "", "", reason=reason)
    assert (caused([found], [], {"enterprises"})[0].caused_by == "reading.lists") is follows


def test_in_a_list_that_was_not_read_whole_no_cell_is_marked() -> None:
    sure = figure("enterprises_served", 3, "roster")
    doubted = replace(sure, doubts=frozenset({Doubt.UNEVEN}))
    assert places([sure]) == sure.evidence
    assert places([doubted]) == ()
