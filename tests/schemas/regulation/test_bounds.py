"""Whom and how far: what is not said holds for everybody, at all times."""

from schemas.regulation.bounds import OTHERS, Absence, Whom


def test_one_of_others_names_nobody():
    others = Whom(OTHERS, others=True)
    assert (others.regions, others.kinds, others.states) == ((), (), None)


def test_without_years_nothing_is_too_long_ago():
    assert Absence(("credit_report",), ("严重失信",)).years is None
