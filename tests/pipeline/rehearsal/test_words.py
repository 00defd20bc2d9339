"""The words of rehearsals are of kinds of paper, measures and blanks that there are."""

from __future__ import annotations

from extractors.values.cities import divisions_of
from extractors.vocabulary.papers import vocabulary
from pipeline.demo.texts import load
from pipeline.rehearsal.words import rehearsal_words
from schemas.application import BLANKS
from schemas.measures import FUNCTION_TITLES, MEASURES


def test_every_kind_of_paper_that_is_named_is_known_and_drawn():
    drawn = {*load().papers["papers"], "form", "report", "survey", "staff", "equipment", "enterprises"}
    assert set(rehearsal_words().papers) <= set(vocabulary().kinds)
    assert set(rehearsal_words().papers.values()) <= drawn
    assert set(rehearsal_words().prefer) <= set(vocabulary().kinds)


def test_every_measure_of_a_function_has_its_sentence():
    measured = {name.rpartition(".")[2] for name, one in MEASURES.items() if name.startswith("function.") and one.unit}
    assert set(rehearsal_words().sentences) == measured
    assert set(rehearsal_words().activities) == set(FUNCTION_TITLES)


def test_fields_and_places_are_known():
    assert set(rehearsal_words().fields) <= set(BLANKS)
    assert all(len(divisions_of(one)) == 1 for one in (rehearsal_words().everywhere, *rehearsal_words().elsewhere))
