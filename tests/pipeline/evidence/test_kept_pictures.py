"""A strip that was drawn is drawn once, and no other strip, page or file is shown in its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractors.kept import store, version
from pipeline.evidence import kept_pictures
from schemas.document import Document, Page

PAGE = Page(2, kind="scan", width=595.0, height=842.0)
DOCUMENT = Document("一.pdf", "1" * 64, "application/pdf", (PAGE,))
JPEG = b"\xff\xd8\xff a strip"
STRIP = (0.0, 100.0)


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> None:
    store.use(tmp_path)
    kept_pictures.kept(DOCUMENT, PAGE, STRIP, JPEG)


def test_a_strip_that_was_drawn_is_there():
    assert kept_pictures.taken(DOCUMENT, PAGE, STRIP) == JPEG
    assert kept_pictures.taken(replace(DOCUMENT, path="二.pdf"), PAGE, STRIP) == JPEG


@pytest.mark.parametrize(
    ("document", "page", "strip"),
    [
        pytest.param(replace(DOCUMENT, sha256="2" * 64), PAGE, STRIP, id="another-file"),
        pytest.param(DOCUMENT, replace(PAGE, number=3), STRIP, id="another-page"),
        pytest.param(DOCUMENT, replace(PAGE, rotation=90), STRIP, id="turned"),
        pytest.param(DOCUMENT, replace(PAGE, kind="text"), STRIP, id="grey"),
        pytest.param(DOCUMENT, PAGE, (0.0, 101.0), id="another-strip"),
    ],
)
def test_what_is_not_the_same_strip_is_drawn(document: Document, page: Page, strip: tuple[float, float]):
    assert kept_pictures.taken(document, page, strip) is None


def test_a_program_that_draws_otherwise_draws_anew(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(version, "of_pictures", lambda: "another")
    assert kept_pictures.taken(DOCUMENT, PAGE, STRIP) is None


def test_what_is_no_picture_is_not_shown():
    kept_pictures.kept(DOCUMENT, PAGE, (0.0, 5.0), b"<svg onload=...>")
    assert kept_pictures.taken(DOCUMENT, PAGE, (0.0, 5.0)) is None


def test_without_a_folder_nothing_is_kept():
    store.use(None)
    assert kept_pictures.kept(DOCUMENT, PAGE, STRIP, JPEG) == JPEG
    assert kept_pictures.taken(DOCUMENT, PAGE, STRIP) is None
