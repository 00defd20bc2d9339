"""A form on a hidden sheet is not the one handed in; a blank beside a picture is not left blank."""

from dataclasses import replace

import pytest

from extractors.content.tables import GridCell
from extractors.form.answers import FormPiece
from extractors.form.unseen import unseen_pages, with_unread
from schemas.application import Entry
from schemas.locator import Locator
from schemas.trust import NONE, Doubt
from tests.builders.documents import document

LABEL, BESIDE = Locator("表.xlsx", cell="A1"), Locator("表.xlsx", cell="B1")
BLANK = Entry("staff_count", None, "人", "", LABEL)


@pytest.mark.parametrize(("hidden", "unseen"), [((True, False), {1}), ((False, False), set()), ((True, True), set())])
def test_hidden_sheets_are_passed_over_unless_there_is_no_other(hidden, unseen):
    made = document(("旧",), ("新",))
    pages = tuple(replace(page, hidden=state) for page, state in zip(made.pages, hidden, strict=True))
    assert unseen_pages(replace(made, pages=pages)) == unseen


@pytest.mark.parametrize(
    ("doubts", "entry", "place"),
    [
        pytest.param({Doubt.NOT_READ}, BLANK, "B1", id="a-picture-beside"),
        pytest.param({Doubt.CROSSED_OUT}, BLANK, "B1", id="words-struck-beside"),
        pytest.param(NONE, BLANK, "A1", id="nothing-beside"),
        pytest.param({Doubt.NOT_READ}, replace(BLANK, text="12"), "A1", id="filled-in"),
    ],
)
def test_where_a_blank_stands(doubts, entry, place):
    spot = GridCell("", None, BESIDE.doubted(frozenset(doubts)), 0, 1)
    assert with_unread(entry, FormPiece("从业人数", LABEL, spot)).evidence.cell == place


def test_a_blank_in_the_cell_of_its_label_whose_words_were_struck():
    place = LABEL.doubted(frozenset({Doubt.CROSSED_OUT}))
    assert Doubt.CROSSED_OUT in with_unread(BLANK, FormPiece("注册资本", place)).evidence.doubts
