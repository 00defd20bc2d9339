"""A clerk says which paper is which: what the pages were taken for gives way, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractors.dossier import extract
from schemas.clerk_input import ClerkInput, CorrectionStatus, Naming, print_on
from schemas.document import Document, Page, Paragraph
from schemas.dossier import Contents, FileRecord, ReadDossier
from schemas.status import FileStatus
from schemas.trust import Doubt
from tests.builders.contents import AS_OF
from tests.builders.documents import PDF, document

DAY = date(2026, 3, 20)
SCAN = Document(
    "扫描件3.pdf",
    "c" * 64,
    PDF,
    (
        Page(
            1, (Paragraph("营业执照"), Paragraph("统一社会信用代码 91350100M000100Y4X 类型 有限责任公司")), kind="text"
        ),
        Page(2, kind="scan"),
        Page(3, (Paragraph("资产总计 694,458.00"),), kind="text"),
    ),
)
MUTE = Document("扫描件4.pdf", "b" * 64, PDF, (Page(1, kind="scan"), Page(2, kind="scan")))
OTHER = document(["收费标准", "咨询服务每次一百元。"], path="收费.docx")
FILES = (
    FileRecord(SCAN.path, "c" * 64, PDF, 3, FileStatus.READ),
    FileRecord(MUTE.path, "b" * 64, PDF, 2, FileStatus.READ, unread_pages=2),
    FileRecord(OTHER.path, "d" * 64, "application/docx", 1, FileStatus.READ),
    FileRecord("打不开.pdf", "e" * 64, PDF, 0, FileStatus.UNREADABLE),
)


def naming(file: str = SCAN.path, kind: str = "audit_report", **more: object) -> Naming:
    return Naming(file, kind, "经办人示例", DAY, "翻看原件", **more)  # type: ignore[arg-type]


def read(*namings: Naming) -> Contents:
    return extract(ReadDossier("甲", [SCAN, MUTE, OTHER], FILES), AS_OF, None, ClerkInput((), namings))


def papers(contents: Contents, file: str = SCAN.path) -> list[tuple[str, tuple[int, int] | None]]:
    return [(paper.kind, paper.pages) for paper in contents.papers if paper.file == file]


def test_pages_are_what_the_clerk_says_and_the_others_what_they_were() -> None:
    assert papers(read()) == [("business_licence", (1, 3))]
    after = read(naming(pages=(2, 3)))
    told = [one for one in after.papers if one.by.startswith("经办人指明")]
    assert [(one.kind, one.pages, one.evidence.page, one.shown) for one in told] == [("audit_report", (2, 3), 2, True)]
    assert Doubt.UNREAD_PART in told[0].doubts
    assert papers(after) == [("business_licence", (1, 1)), ("audit_report", (2, 3))]


def test_a_page_that_may_be_anything_is_only_what_the_clerk_says() -> None:
    assert [place.page for place in read().unidentified if place.file == MUTE.path] == [1, 2]
    after = read(naming(MUTE.path, "lease", pages=(2, 2)))
    assert [place.page for place in after.unidentified if place.file == MUTE.path] == [1]
    assert papers(after, MUTE.path) == [("lease", (2, 2))]


def test_a_paper_wrongly_recognised_gives_way() -> None:
    after = read(naming(kind="legal_person_certificate", pages=(1, 1)))
    assert [kind for kind, _ in papers(after)].count("business_licence") == 0
    assert after.amended[0].read == "营业执照"
    assert not papers(read(naming(kind="none")), SCAN.path)


def test_a_file_that_does_not_open_may_be_named() -> None:
    after = read(naming("打不开.pdf", "lease"))
    assert [(one.kind, one.doubts) for one in after.papers if one.file == "打不开.pdf"] == [
        ("lease", {Doubt.UNREAD_PART})
    ]
    assert not [place for place in after.unidentified if place.file == "打不开.pdf"]


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        (naming(evidence=print_on("c" * 64, None, "")), CorrectionStatus.APPLIED),
        (naming(evidence=print_on("f" * 64, None, "")), CorrectionStatus.STALE),
        (naming("没有.pdf"), CorrectionStatus.ABSENT),
        (naming(pages=(3, 4)), CorrectionStatus.ABSENT),
        (naming(pages=(3, 3)), CorrectionStatus.APPLIED),
        (naming(kind="novel"), CorrectionStatus.UNFIT),
    ],
)
def test_what_no_longer_fits_is_left_aside_and_said(told: Naming, standing: CorrectionStatus) -> None:
    after = read(told)
    assert [one.standing for one in after.amended] == [standing]
    if standing is not CorrectionStatus.APPLIED:
        assert replace(after, amended=()).papers == read().papers
