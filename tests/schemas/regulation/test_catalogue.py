"""Words of a rulebook are known while it is spoken of, and not a moment longer."""

import pytest

from schemas.application import BLANKS, Blank
from schemas.measures import MEASURES, Measure
from schemas.regulation.catalogue import spoken, while_speaking
from schemas.regulation.own_words import NO_WORDS, OwnBlank, OwnWords

OWN = OwnWords(
    measures=(Measure("rd_cost", "研发费用", "万元"),),
    blanks=(OwnBlank(Blank("rd_cost", "研发费用", "number", "万元")),),
)


def test_a_word_is_known_within_and_not_behind():
    ours = list(MEASURES)
    with while_speaking(OWN):
        assert MEASURES["rd_cost"].title == BLANKS["rd_cost"].title == "研发费用"
        assert list(MEASURES) == [*ours, "rd_cost"]
        assert len(MEASURES) == len(ours) + 1
    assert "rd_cost" not in MEASURES
    assert list(MEASURES) == ours


def test_it_is_gone_after_an_error_too():
    with pytest.raises(RuntimeError), while_speaking(OWN):
        raise RuntimeError
    assert spoken() is None


def test_a_rulebook_within_another_has_its_own_words_only():
    with while_speaking(OWN):
        with while_speaking(NO_WORDS):
            assert "rd_cost" not in MEASURES
        assert "rd_cost" in MEASURES


def test_ours_are_ours_whoever_is_spoken_of():
    with while_speaking(OWN):
        assert "rd_cost" not in MEASURES.ours
