"""The address of a list: what it says can be kept in a link, and what it may not say is not said."""

from dataclasses import dataclass
from typing import ClassVar

from console.queries.address import AddressFilter


@dataclass(frozen=True, slots=True)
class Shelf(AddressFilter):
    """A list of no page: words to look for, and one of two states."""

    q: str = ""
    state: str = ""
    known: ClassVar = {"state": {"open", "done"}}


def test_what_a_filter_says_is_read_back_the_same():
    asked = Shelf(q="李 & 王", state="open")

    assert asked.said() == "?q=%E6%9D%8E+%26+%E7%8E%8B&state=open"
    assert Shelf.of({"q": "李 & 王", "state": "open", "page": "2"}) == asked


def test_a_state_that_the_list_does_not_know_is_not_said():
    assert Shelf.of({"state": "gone"}) == Shelf()


def test_one_thing_otherwise_leaves_the_rest_and_an_empty_one_goes():
    asked = Shelf(q="a", state="open")

    assert asked.said(state="done", page=2) == "?q=a&state=done&page=2"
    assert asked.said(state="") == "?q=a"


def test_words_are_cut_at_sixty_letters():
    assert Shelf.of({"q": "长" * 61}).q == "长" * 60
    assert Shelf.of({"q": " 长 "}).q == "长"
