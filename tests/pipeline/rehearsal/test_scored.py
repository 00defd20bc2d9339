"""Dossiers that miss the points."""

from __future__ import annotations

from decimal import Decimal

from pipeline.rehearsal.amounts import complete
from pipeline.rehearsal.scored import inside, lowered, possibly, short_of_points
from pipeline.rulebook.find import load
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.conditions import Condition

BOOK = load("innovative-sme-2022")


def test_the_sum_and_each_part_are_missed():
    with while_speaking(BOOK.own):
        found = {one.id: one for one in short_of_points(BOOK, complete(BOOK))}
    assert set(found) == {"", "创新能力", "成长性", "专业化"}
    assert "60" in found[""].said


def test_the_complete_dossier_has_enough():
    with while_speaking(BOOK.own):
        amounts = complete(BOOK)
        assert possibly(BOOK.score, amounts) >= BOOK.score.at_least
        assert possibly(BOOK.score, lowered(BOOK, BOOK.score.items, amounts)) < BOOK.score.at_least


def test_a_rulebook_without_points_misses_none():
    assert list(short_of_points(load("zhengzhou"), complete(load("zhengzhou")))) == []


def test_a_value_within_a_stretch():
    assert inside(Condition("a", "", "", at_least=Decimal(20), at_most=Decimal(30))) == 25
    assert inside(Condition("a", "", "", at_least=Decimal(20))) == 21
    assert inside(Condition("a", "", "", at_most=Decimal(20))) == 10
    assert inside(Condition("a", "", "", at_most=Decimal(0))) < 0
