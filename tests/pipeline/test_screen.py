"""One dossier: what becomes of its files, and what where no regulation is recognised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.intake.inbox import InboxEntry, Received
from pipeline.screen import read_all, screen
from schemas.days.reckoning import DayFrom, ReckoningDay
from schemas.days.rounds import Round
from schemas.document import BROKEN_PICTURE, DAMAGED_PAGE, TOO_MUCH_DRAWN, Document, Page, PageKind, Paragraph
from schemas.status import FileStatus, Reason, Status, VerdictStatus
from tests.builders.screening import SETTINGS, STEPS, extract, judge, read


def dossier(folder: Path, **files: str) -> InboxEntry:
    """A dossier with these files; the keyword is the name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return InboxEntry(folder.name, folder)


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        pytest.param("文字", FileStatus.READ, "", id="text"),
        pytest.param("encrypted", FileStatus.UNREADABLE, "未加密", id="refused-by-the-reader"),
        pytest.param("bug", FileStatus.UNREADABLE, "程序处理该文件时出错（KeyError）", id="reader-breaks"),
        pytest.param("deep", FileStatus.UNREADABLE, "程序处理该文件时出错（RecursionError）", id="nested-too-deep"),
        pytest.param("scan", FileStatus.UNREADABLE, "扫描件", id="only-pictures"),
        pytest.param("half", FileStatus.READ, "第 2 页", id="one-page-is-a-picture"),
        pytest.param(" ", FileStatus.UNREADABLE, "没有可读的文字", id="blank"),
    ],
)
def test_what_becomes_of_a_file(text: str, status: FileStatus, words: str) -> None:
    documents, (record,) = read_all([Received("a.txt", text.encode())], read)
    assert record.status is status
    assert words in record.note
    assert len(documents) == (status is FileStatus.READ)


@pytest.mark.parametrize(
    ("kind", "note", "why"),
    [
        pytest.param("unreliable_text", "", "文字层不可靠", id="a-text-layer-that-lies"),
        pytest.param("unreliable_text", DAMAGED_PAGE, "页面已损坏，无法打开", id="a-page-that-does-not-open"),
        pytest.param("scan", BROKEN_PICTURE, "页面上的图片无法打开", id="a-picture-that-does-not-open"),
        pytest.param("unreliable_text", TOO_MUCH_DRAWN, TOO_MUCH_DRAWN, id="a-page-that-takes-for-ever"),
        pytest.param("scan", "", "扫描件或图片", id="a-scan"),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_a_page_that_was_not_read_has_its_true_reason(kind: PageKind, note: str, why: str, alone: bool) -> None:
    other = [] if alone else [Page(2, (Paragraph("从业人数"),))]
    document = Document("a.pdf", "", "application/pdf", (Page(1, kind=kind, note=note), *other))
    _, (record,) = read_all([Received("a.pdf", b"1")], lambda _data, _path: document)
    assert why in record.note
    assert record.note.count("；需人工核对") == 0
    assert record.status is (FileStatus.UNREADABLE if alone else FileStatus.READ)


def test_an_unexpected_error_does_not_quote_the_file() -> None:
    _, (record,) = read_all([Received("a.txt", b"bug")], read)
    assert "13800000000" not in record.note


def test_files_in_the_order_people_count() -> None:
    _, records = read_all([Received("10.txt", b"a"), Received("2.txt", b"b"), Received(".x", skipped=True)], read)
    assert [(record.path, record.status) for record in records] == [
        ("2.txt", FileStatus.READ),
        ("10.txt", FileStatus.READ),
        (".x", FileStatus.SKIPPED),
    ]


def test_a_recognised_dossier_is_judged(tmp_path: Path) -> None:
    result = screen(dossier(tmp_path / "甲", 申报表="办法"), SETTINGS, STEPS)
    assert (result.rulebook, result.rulebook_title) == ("sample", "样例市平台认定办法")
    assert result.verdict.status is VerdictStatus.SUPPLEMENT


def test_an_unrecognised_dossier_asks_a_person(tmp_path: Path) -> None:
    result = screen(dossier(tmp_path / "甲", 申报表="别的文字"), SETTINGS, STEPS)
    (finding,) = result.findings
    assert (finding.rule, finding.status, finding.reason) == ("rulebook.unrecognised", Status.REVIEW, Reason.NOT_FOUND)
    assert result.verdict.status is VerdictStatus.REVIEW
    assert result.verdict.reasons == ("rulebook.unrecognised",)
    assert result.rulebook == ""


def test_a_given_rulebook_needs_no_recognition(tmp_path: Path) -> None:
    result = screen(dossier(tmp_path / "甲", 申报表="别的文字"), replace(SETTINGS, rulebook="sample"), STEPS)
    assert result.rulebook == "sample"


def test_a_procedure_the_rulebook_does_not_have(tmp_path: Path) -> None:
    result = screen(dossier(tmp_path / "甲", 申报表="办法"), replace(SETTINGS, procedure="review"), STEPS)
    assert result.verdict.reasons == ("rulebook.procedure",)


@pytest.mark.parametrize(
    ("files", "verdict"),
    [
        pytest.param({}, VerdictStatus.UNREADABLE, id="nothing"),
        pytest.param({"甲": "encrypted"}, VerdictStatus.UNREADABLE, id="one-file-that-does-not-open"),
        pytest.param({"甲": "scan"}, VerdictStatus.REVIEW, id="one-file-of-pictures"),
        pytest.param({"甲": "encrypted", "乙": "encrypted"}, VerdictStatus.REVIEW, id="two-whose-names-may-tell"),
        pytest.param({"甲": "encrypted", "乙": "文字"}, VerdictStatus.REVIEW, id="one-of-two-opens"),
    ],
)
def test_a_dossier_that_could_not_be_opened(tmp_path: Path, files: dict[str, str], verdict: VerdictStatus) -> None:
    assert screen(dossier(tmp_path / "卷", **files), SETTINGS, STEPS).verdict.status is verdict


def test_what_the_round_says_of_a_dossier_is_handed_on_and_its_day_judges(tmp_path: Path) -> None:
    said, days = [], []

    def extracted(dossier, as_of, forms, told):  # type: ignore[no-untyped-def]
        said.append((dossier.id, dossier.received, dossier.platform_type))
        reckoned = ReckoningDay(dossier.received, DayFrom.RECEIVED) if dossier.received else None
        return replace(extract(dossier, as_of, forms, told), reckoned=reckoned)

    def judged(contents, rulebook, procedure, as_of):  # type: ignore[no-untyped-def]
        days.append(as_of)
        return judge(contents, rulebook, procedure, as_of)

    known = Round(received={"甲": date(2025, 12, 30)}, platform_type={"甲": "综合性"})
    settings, steps = replace(SETTINGS, round=known), replace(STEPS, extract=extracted, judge=judged)
    results = [screen(dossier(tmp_path / name, 申报表="办法"), settings, steps) for name in ("甲", "乙")]
    # Read once more where the rulebook that was found brings words of its own.
    assert list(dict.fromkeys(said)) == [("甲", date(2025, 12, 30), "综合性"), ("乙", None, "")]
    assert days == [date(2025, 12, 30), SETTINGS.as_of]
    assert [result.reckoned.source for result in results] == [DayFrom.RECEIVED, DayFrom.AS_OF]
    assert results[0].as_of == SETTINGS.as_of
