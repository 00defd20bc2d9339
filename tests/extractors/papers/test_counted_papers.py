"""拥有发明专利证书; 有效期内的荣誉: how many papers of a kind there are, at least."""

from datetime import date

import pytest

from extractors.papers.counted_papers import UNTOLD, UNTOLD_OTHERWISE, counted_papers
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from schemas.regulation.recipes import CountedPapers
from tests.builders.contents import HINTED, LOWER_BOUND, paper


def counted(*papers, valid=False):
    own = OwnWords(measures=(Measure("n", "数", "项", papers=CountedPapers(("qualification",), valid)),))
    with while_speaking(own):
        return [(one.value, one.reading, one.doubts) for one in counted_papers(papers, date(2026, 3, 15))]


def test_at_least_as_many_as_were_seen():
    assert counted(paper("qualification"), paper("qualification", "乙.pdf"), paper("lease")) == [(2, "", LOWER_BOUND)]


@pytest.mark.parametrize("papers", [[], [paper("lease")], [paper("qualification", doubts=HINTED)]])
def test_none_that_is_sure_says_nothing(papers):
    assert counted(*papers) == []


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("2026-03-15", [(1, "")]),
        ("2026-03-14", [(0, "")]),
        ("长期", [(1, "")]),
        (None, [(0, ""), (1, UNTOLD)]),
    ],
)
def test_of_those_that_must_hold(until, told):
    facts = {"holds_until": until} if until else {}
    assert [one[:2] for one in counted(paper("qualification", facts=facts), valid=True)] == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        pytest.param({"issuer_level": "省级", "given_on": "2023-03-15"}, [(1, "")], id="three-years-to-the-day"),
        pytest.param({"issuer_level": "省级", "given_on": "2023-03-14"}, [(0, "")], id="a-day-before"),
        pytest.param({"issuer_level": "省级", "given_on": "2024"}, [(1, "")], id="a-year-within"),
        pytest.param({"issuer_level": "省级", "given_on": "2023"}, [(0, ""), (1, UNTOLD_OTHERWISE)], id="partly"),
        pytest.param({"issuer_level": "市级", "given_on": "2025-03-15"}, [(0, "")], id="of-the-city"),
        pytest.param({"given_on": "2025-03-15"}, [(0, ""), (1, UNTOLD_OTHERWISE)], id="level-not-read"),
    ],
)
def test_of_those_of_a_level_and_of_late(facts, told):
    asked = CountedPapers(("qualification",), levels=("国家部委", "省级"), within=3)
    own = OwnWords(measures=(Measure("n", "数", "项", papers=asked),))
    with while_speaking(own):
        found = counted_papers([paper("qualification", facts=facts)], date(2026, 3, 15))
        assert [(one.value, one.reading) for one in found] == told
