"""What is not said of a paper is not asked."""

from schemas.regulation.demands import Needed, Validity


def test_nothing_is_asked_unless_said():
    assert not Validity().on_day
    assert Validity().years == 0
    assert Needed("").whom is None
