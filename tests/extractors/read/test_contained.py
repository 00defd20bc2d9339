"""Files that hang on a PDF are files of the dossier, as those of a message are."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest

from extractors.read.contained import files_in
from pipeline.intake.archive import Limits
from tests.builders.archives import received
from tests.builders.pdf_pages import made, written


def with_attachments(*names: str) -> bytes:
    """A cover page with a file of each name."""
    pdf = pdfium.PdfDocument(made(written((72, 700, "见附件"))))
    for name in names:
        pdf.new_attachment(name).set_data("从业人数：12人".encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_files_on_a_pdf_are_named_plainly_and_told_apart():
    held = files_in(with_attachments("../../申报表.txt", "a/b/申报表.txt", "说明.txt"), "封面.pdf")
    assert len(held) == len({one.name for one in held}) == 3
    assert not any("/" in one.name or ".." in one.name for one in held)


def test_a_pdf_without_files_holds_none():
    assert files_in(with_attachments(), "封面.pdf") == []


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"%PDF-1.4"])
def test_a_broken_pdf_holds_none(data: bytes):
    assert files_in(data, "封面.pdf") == []


def test_the_files_lie_in_a_folder_of_its_name(tmp_path):
    taken = received(tmp_path, "封面.pdf", with_attachments("申报表.txt"))
    assert set(taken) == {"封面.pdf", "封面.pdf/申报表.txt"}


def test_files_within_a_file_beyond_what_is_allowed_are_told_once(tmp_path):
    taken = received(tmp_path, "封面.pdf", with_attachments("1.txt", "2.txt", "3.txt"), Limits(files=2))
    assert [(path, bool(one.problem)) for path, one in taken.items()] == [
        ("封面.pdf", False),
        ("封面.pdf/1.txt", False),
        ("封面.pdf/2.txt", True),
    ]
    assert taken["封面.pdf/2.txt"].may_hold_anything


@pytest.mark.parametrize(("depth", "told"), [(0, True), (1, False)])
def test_files_that_lie_too_deep_are_told(tmp_path, depth: int, told: bool):
    taken = received(tmp_path, "封面.pdf", with_attachments("甲.txt"), Limits(depth=depth))
    assert bool(taken["封面.pdf/甲.txt"].problem) is told


def test_a_file_that_holds_none_is_looked_into_once(monkeypatch):
    from extractors.read import contained
    from extractors.read.contained import hanging

    looked = []
    monkeypatch.setattr(hanging, "files_in", lambda _, path: looked.append(path) or [])
    monkeypatch.setattr(contained, "_EMPTY", set())
    for path in ("甲.pdf", "乙/甲.pdf"):
        assert contained.files_in(b"%PDF-1.7 \xe4", path) == []
    assert looked == ["甲.pdf"]


def test_what_is_held_is_found_every_time():
    from extractors.read import contained

    data = with_attachments("申报表.txt")
    assert [[one.name for one in contained.files_in(data, "封面.pdf")] for _ in range(2)] == [["申报表.txt"]] * 2
