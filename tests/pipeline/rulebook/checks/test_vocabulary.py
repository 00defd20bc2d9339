"""The words of data/vocabulary/rule_words.yaml speak of things that the program knows."""

from extractors.vocabulary.papers import vocabulary
from pipeline.rulebook.checks.vocabulary import rule_words
from schemas.measures import FUNCTION_TITLES, MEASURES
from schemas.tables import LISTS


def test_every_measure_function_and_list_is_known():
    words = rule_words()
    short = {one.rpartition(".")[2] for one in MEASURES}
    assert set(words.measures) <= short
    assert set(words.functions) == set(FUNCTION_TITLES)
    assert set(words.lists) <= set(LISTS)
    assert {one.counts for one in words.lists.values()} <= set(MEASURES)
    assert set(words.conditions) <= set(MEASURES)


def test_every_kind_of_paper_has_its_words_and_every_part_is_one_of_its_kind():
    words, kinds = rule_words(), vocabulary().kinds
    assert set(words.papers) == set(kinds)
    assert {kind for family in words.alike for kind in family} | words.yearly | words.where_they_apply <= set(kinds)
    for kind, parts in words.parts.items():
        assert set(parts) == {part.id for part in kinds[kind].parts}, kind
