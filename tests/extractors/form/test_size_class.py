"""The size of an enterprise, as far as its industry and its numbers are known."""

import pytest

from extractors.form.size_class import size_class
from schemas.application import Blank
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnBlank, OwnWords
from tests.builders.contents import entry, figure

OWN = OwnWords(blanks=(OwnBlank(Blank("industry", "所属行业")),))


def sizes(industry, *figures):
    with while_speaking(OWN):
        entries = {"industry": entry("industry", industry)} if industry else {}
        return [one.value for one in size_class(entries, figures)]


def test_both_numbers_decide():
    assert sizes("制造业", figure("staff_count", 300), figure("revenue", 2000)) == ["中型"]


@pytest.mark.parametrize("industry", [None, "某业"])
def test_without_an_industry_nothing_is_said(industry):
    assert sizes(industry, figure("staff_count", 300), figure("revenue", 2000)) == []


def test_without_one_of_the_numbers_nothing_is_said():
    assert sizes("制造业", figure("staff_count", 300)) == []


def test_two_places_that_differ_make_two_readings():
    stated = (figure("staff_count", 300), figure("staff_count", 299, "roster"), figure("revenue", 2000))
    assert sizes("制造业", *stated) == ["中型", "小型"]
