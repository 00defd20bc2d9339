"""A finished dossier is known by what it rests on, and only as long as its files lie there as they were written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from extractors.kept import store
from pipeline.again import results
from pipeline.again.results import ResultPlace
from pipeline.intake.inbox import InboxEntry
from pipeline.screen import unreadable
from tests.builders.screening import SETTINGS

FILES = {"screening.json": b"{}", "report.html": b"<html>"}


@pytest.fixture
def place(tmp_path: Path) -> ResultPlace:
    store.use(tmp_path / "kept")
    (tmp_path / "结果" / "甲").mkdir(parents=True)
    for name, data in FILES.items():
        (tmp_path / "结果" / "甲" / name).write_bytes(data)
    made = results.places(tmp_path / "结果", {"甲": "甲"}, ["report.html", "letter.docx"])["甲"]
    results.keep(made, "print", SCREENING, FILES)
    return made


SCREENING = unreadable(InboxEntry("甲", Path("甲")), SETTINGS, "打不开。")


def test_a_finished_dossier_stands(place: ResultPlace):
    found = results.unchanged(place, "print")
    assert found is not None
    assert found.note == SCREENING.note
    assert results.unchanged(place, "another") is None
    assert results.unchanged(place, "") is None


def test_what_lies_there_is_known_by_itself(place: ResultPlace):
    assert results.standing(place) is not None
    (place.folder / "screening.json").write_bytes(b"{ }")
    assert results.standing(place) is None
    (place.folder / "screening.json").unlink()
    assert results.standing(place) is None


@pytest.mark.parametrize("name", ["report.html", "letter.docx"])
def test_a_file_of_ours_that_is_not_as_it_was(place: ResultPlace, name: str):
    (place.folder / name).write_bytes(b"another")
    assert results.unchanged(place, "print") is None
    assert results.standing(place) is None


def test_a_file_of_the_clerks_own_is_nothing(place: ResultPlace):
    (place.folder / "批注.txt").write_bytes(b"own")
    assert results.unchanged(place, "print") is not None


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_a_files_place_is_not_that_file(place: ResultPlace, tmp_path: Path):
    (tmp_path / "elsewhere").write_bytes(FILES["report.html"])
    (place.folder / "report.html").unlink()
    (place.folder / "report.html").symlink_to(tmp_path / "elsewhere")
    assert results.unchanged(place, "print") is None


def test_the_same_words_in_another_folder_are_not_these(place: ResultPlace, tmp_path: Path):
    other = tmp_path / "另一"
    other.mkdir()
    for name, data in FILES.items():
        (other / name).write_bytes(data)
    assert results.standing(ResultPlace(other, place.ours)) is None


def test_without_a_fingerprint_or_a_folder_nothing_is_noted(place: ResultPlace):
    results.keep(place, "", SCREENING, FILES)
    assert results.unchanged(place, "") is None
    store.use(None)
    results.keep(place, "print", SCREENING, FILES)
    assert results.unchanged(place, "print") is None


def test_results_that_were_moved_are_known_where_they_lie_now(place: ResultPlace, tmp_path: Path):
    place.folder.parent.rename(tmp_path / "别处")
    moved = results.places(tmp_path / "别处", {"甲": "甲"}, ["report.html", "letter.docx"])["甲"]
    assert results.standing(moved) is None
    assert results.unchanged(moved, "print") is not None
    assert results.standing(moved) is not None
