"""Of papers of which there is one, the one handed in last counts; proofs add up; what cannot be cut out stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.papers.superseded import latest
from schemas.document import Document, Page
from schemas.dossier import FileRecord, ReadDossier
from schemas.locator import Locator
from schemas.papers import Paper
from schemas.status import FileStatus
from schemas.trust import Doubt

OLD, NEW = "一/装订.pdf", "补/新.pdf"


def paper(kind: str, file: str, pages: tuple[int, int] | None = None, **more: object) -> Paper:
    return Paper(kind, file, Locator(file), pages=pages, **more)  # type: ignore[arg-type]


def dossier(pages: int = 5) -> ReadDossier:
    documents = [
        Document(OLD, "1", "application/pdf", tuple(Page(number) for number in range(1, pages + 1))),
        Document(NEW, "2", "application/pdf", (Page(1),)),
    ]
    files = [FileRecord(one.path, one.sha256, "application/pdf", len(one.pages), FileStatus.READ) for one in documents]
    return ReadDossier("甲", documents, files, earlier=frozenset({OLD}))


def left(found: ReadDossier) -> dict[str, list[int]]:
    return {one.path: [page.number for page in one.pages] for one in found.documents}


def test_the_pages_of_an_older_form_are_not_read_any_more():
    papers = [paper("application_form", OLD, (1, 2)), paper("lease", OLD, (3, 5)), paper("application_form", NEW)]
    found = latest(dossier(), papers)
    assert left(found) == {OLD: [3, 4, 5], NEW: [1]}
    assert found.files[0].note == f"第 1–2 页“申报表、申请表”已由本轮“{NEW}”替换，未再采用"
    assert found.files[1].note == ""


def test_a_file_that_held_nothing_else_is_not_read_at_all():
    found = latest(dossier(), [paper("declaration", OLD), paper("declaration", NEW)])
    assert left(found) == {NEW: [1]}
    assert "已由本轮" in found.files[0].note


def test_what_cannot_be_cut_out_stays_beside_the_new_one():
    found = latest(dossier(), [paper("declaration", OLD), paper("lease", OLD), paper("declaration", NEW)])
    assert left(found) == {OLD: [1, 2, 3, 4, 5], NEW: [1]}
    assert found.files[0].note == ""


@pytest.mark.parametrize("kind", ["staff_certificates", "service_agreement", "audit_report", "honour_certificate"])
def test_proofs_and_yearly_reports_add_up(kind: str):
    found = latest(dossier(), [paper(kind, OLD, (1, 2)), paper(kind, NEW)])
    assert left(found) == {OLD: [1, 2, 3, 4, 5], NEW: [1]}


def test_a_paper_that_a_file_name_only_hints_at_replaces_nothing():
    hinted = replace(paper("application_form", NEW), doubts=frozenset({Doubt.NAMED_ONLY}))
    assert left(latest(dossier(), [paper("application_form", OLD, (1, 2)), hinted]))[OLD] == [1, 2, 3, 4, 5]


def test_two_of_one_kind_in_the_same_round_are_both_there():
    both = [paper("application_form", OLD, (1, 2)), paper("application_form", OLD, (3, 4))]
    assert left(latest(dossier(), both))[OLD] == [1, 2, 3, 4, 5]


def test_a_sheet_of_a_workbook_goes_alone():
    book = Document(OLD, "1", "application/xlsx", (Page(1, sheet="人员"), Page(2, sheet="设备")))
    given = replace(dossier(), documents=[book, dossier().documents[1]])
    papers = [
        paper("staff_list", OLD, sheet="人员"),
        paper("equipment_list", OLD, sheet="设备"),
        paper("staff_list", NEW),
    ]
    assert [page.sheet for page in latest(given, papers).documents[0].pages] == ["设备"]
