"""A blank of a rulebook's own that is no number."""

import pytest

from extractors.form.own_measures import own_measures
from schemas.application import Blank
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnBlank, OwnWords
from tests.builders.contents import entry


def stated(kind, value, read=("form",)):
    own = OwnWords(
        measures=(Measure("own", "甲", "", kind=kind, stated_in=read),), blanks=(OwnBlank(Blank("own", "甲")),)
    )
    with while_speaking(own):
        return [one.value for one in own_measures({"own": entry("own", value)})]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("truth", "是", [True]),
        ("truth", "否", [False]),
        ("truth", "不详", []),
        ("text", "五星", ["五星"]),
        ("text", None, []),
        ("date", "2025-03-01", ["2025-03-01"]),
        ("date", "去年", []),
        ("number", "12", []),
    ],
)
def test_a_word_a_truth_a_day(kind, text, value):
    assert stated(kind, text) == value


def test_what_is_not_read_from_the_form_is_not():
    assert stated("text", "五星", read=()) == []
