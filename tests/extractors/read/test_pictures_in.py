"""The pictures of an Office file count on, and one that does not open gives no page."""

from extractors.read import pictures_in
from extractors.read.converted import libreoffice
from tests.extractors.read.test_metafiles import emf


def test_pictures_that_do_not_open_give_no_page(monkeypatch):
    monkeypatch.setenv(libreoffice.VARIABLE, "no-such-program")
    assert pictures_in.pages([b"\x89PNG cut", emf("x")], "表.docx", None) == [None, None]


def test_what_comes_after_the_most_is_left_unread():
    assert pictures_in.pages([b"\x89PNG cut"] * 2, "表.docx", None, pictures_in.MOST - 1) == [None, None]
    assert pictures_in.pages([b"any"], "表.docx", None, pictures_in.MOST) == [None]
