"""The vocabulary of drafts is of measures and kinds that there are."""

from __future__ import annotations

from extractors.vocabulary.papers import vocabulary
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.checks.vocabulary import rule_words


def test_what_is_said_of_a_measure_is_asked_of_a_known_one():
    assert set(draft_words().said) <= set(rule_words().measures)


def test_hints_are_of_kinds_of_paper():
    kinds = {kind for one, others in draft_words().hints.items() for kind in (one, *others)}
    assert kinds <= set(vocabulary().kinds)


def test_a_certain_wording_is_one_that_the_check_takes_for_the_measure():
    for name in ("total_assets", "satisfaction", "enterprises_served"):
        said = {"total_assets": "资产总额", "satisfaction": "用户满意度", "enterprises_served": "服务中小企业"}[name]
        assert draft_words().said[name].fullmatch(said)
        assert rule_words().measures[name].fit(said)
