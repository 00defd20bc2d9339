"""Of several editions of a regulation the one in force on the day is meant."""

from dataclasses import replace
from datetime import date

from pipeline.rulebook.editions import edition_on, editions
from schemas.rulebook import InForce
from tests.builders.contents import rulebook

OLD = replace(rulebook(), id="old", in_force=InForce("一", date(2017, 1, 1), None))
NEW = replace(rulebook(), id="new", follows="old", in_force=InForce("一", date(2026, 4, 1), None))
LATEST = replace(rulebook(), id="latest", follows="new", in_force=InForce("一", None, None))


def test_the_oldest_comes_first_whichever_is_asked():
    for one in (OLD, NEW, LATEST):
        assert [book.id for book in editions(one, [LATEST, OLD, NEW])] == ["old", "new", "latest"]


def test_one_that_nobody_follows_stands_alone():
    assert editions(OLD, [rulebook()]) == [OLD]


def test_editions_that_name_each_other_end():
    ring = [replace(OLD, follows="new"), NEW]
    assert {one.id for one in editions(ring[0], ring)} == {"old", "new"}


def test_the_one_that_has_begun_last():
    chain = [OLD, NEW, LATEST]
    assert edition_on(chain, date(2026, 3, 31)).id == "old"
    assert edition_on(chain, date(2026, 4, 1)).id == "new"
    assert edition_on(chain, date(2016, 12, 31)) is None
