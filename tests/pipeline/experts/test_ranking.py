"""The order of the marks: exact means, shared places, nothing ranked that has no mean."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pipeline.experts.ranking import ranked
from schemas.days.rounds import ExpertMarks

PLAIN = ExpertMarks()


def marks(*given_marks: object) -> dict[str, Decimal | None]:
    return {f"专家{at}": None if one is None else Decimal(str(one)) for at, one in enumerate(given_marks)}


def test_equal_means_share_a_place_and_the_next_one_is_left_out() -> None:
    found = ranked({"D1": marks(80, 90), "D2": marks(85, 85), "D3": marks(95, 90), "D4": marks(60, 61)}, PLAIN)
    assert [(one.dossier, one.rank, one.tied) for one in found] == [
        ("D3", 1, False),
        ("D1", 2, True),
        ("D2", 2, True),
        ("D4", 4, False),
    ]


def test_a_third_is_no_decimal_that_rounds_apart() -> None:
    found = ranked({"D1": marks(10, 10, 0), "D2": marks("6.7", "6.7", "6.6"), "D3": marks(0, 10, 10)}, PLAIN)
    assert [one.rank for one in found] == [1, 1, 1]
    assert found[0].mean == Fraction(20, 3)


def test_who_lacks_a_mark_has_no_place_and_the_others_stand_for_now() -> None:
    first, last = ranked({"D1": marks(90, None), "D2": marks(60, 70)}, PLAIN)
    assert (first.dossier, first.rank, first.settled) == ("D2", 1, False)
    assert (last.rank, last.mean, last.why) == (None, None, "专家1的评分未齐或有疑问")


def test_the_highest_and_lowest_are_left_out_only_where_the_round_says_so() -> None:
    totals = {"D1": marks(0, 80, 82, 100)}
    assert ranked(totals, PLAIN)[0].mean == Fraction(262, 4)
    assert ranked(totals, ExpertMarks(trim=1))[0].mean == 81
    short = ranked({"D1": marks(80, 90)}, ExpertMarks(trim=1))[0]
    assert (short.mean, short.why) == (None, "只有 2 名专家，不能各去掉 1 个最高分和最低分")


def test_disagreement_is_named_from_the_bound_on_and_never_without_one() -> None:
    assert ranked({"D1": marks(60, 80)}, ExpertMarks(disagreement=20))[0].disagree
    assert not ranked({"D1": marks(60, 79)}, ExpertMarks(disagreement=20))[0].disagree
    assert not ranked({"D1": marks(0, 100)}, PLAIN)[0].disagree


@given(st.lists(st.lists(st.integers(0, 5), min_size=2, max_size=3), min_size=1, max_size=6))
def test_a_better_mean_never_stands_behind_a_worse_one(given_marks: list[list[int]]) -> None:
    found = ranked({f"D{at}": marks(*each) for at, each in enumerate(given_marks)}, PLAIN)
    for one in found:
        assert one.mean is not None
        assert one.rank == 1 + sum(other.mean > one.mean for other in found if other.mean is not None)
