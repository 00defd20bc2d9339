"""The same frame and seed give the same units for ever; a larger sample begins with the smaller."""

import hashlib
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sampling.draw.draw import Design, draw, sample_csv, stratum_sizes
from pipeline.sampling.draw.frame import SamplingFrame, Unit, frame
from pipeline.sampling.draw.strata import neyman, proportional, shares
from schemas.errors import UsageError

NAMES = [f"示例{number:02d}有限公司" for number in range(40)]


def made(**columns: list[str]) -> SamplingFrame:
    units = [Unit(name, {key: values[at] for key, values in columns.items()}) for at, name in enumerate(NAMES)]
    return frame("enterprises", list(columns), units)


def keys(population: SamplingFrame, design: Design, role: str = "picked") -> list[str]:
    return [pick.unit.key for pick in draw(population, design) if pick.role == role]


def test_the_rank_is_the_order_of_the_hash() -> None:
    def by_hand(name: str) -> str:
        return hashlib.sha256(b"2026-03" + b"\x00" + name.encode()).hexdigest()

    assert keys(made(), Design("2026-03", 7)) == sorted(NAMES, key=by_hand)[:7]


def test_a_draw_of_today_is_the_draw_of_any_day() -> None:
    # Worked out once; it must never change, whatever is upgraded.
    picks = draw(made(), Design("种子", 3, reserves=2))
    assert [pick.unit.key[2:4] for pick in picks] == ["05", "20", "32", "16", "06"]
    digest = hashlib.sha256(sample_csv(made(), picks)).hexdigest()
    assert digest == "e9413c28229cdfac8270469d126a9d37f266e2eec853fd21b13c06017cf30a2e"


@given(st.text(max_size=8), st.integers(1, 39), st.integers(1, 5))
def test_a_larger_sample_extends_a_smaller(seed: str, size: int, more: int) -> None:
    larger = min(40, size + more)
    assert keys(made(), Design(seed, larger))[:size] == keys(made(), Design(seed, size))


def test_reserves_are_the_next_in_rank() -> None:
    drawn = keys(made(), Design("s", 12, reserves=5))
    reserves = keys(made(), Design("s", 12, reserves=5), "reserve")
    assert drawn + reserves == keys(made(), Design("s", 17))


def test_another_seed_draws_others() -> None:
    assert keys(made(), Design("s", 12)) != keys(made(), Design("t", 12))


def test_each_unit_is_drawn_about_as_often() -> None:
    counts = Counter(key for seed in range(400) for key in keys(made(), Design(str(seed), 10)))
    # 100 expected each; 60 to 140 is beyond four standard deviations.
    assert all(60 < counts[name] < 140 for name in NAMES)


COUNTY = ["东区"] * 30 + ["西区"] * 8 + [""] * 2


def test_strata_share_by_size_and_hold_their_minimum() -> None:
    population = made(county=COUNTY)
    picks = draw(population, Design("s", 10, strata="county", minimum=1))
    assert Counter(pick.stratum for pick in picks) == {"东区": 7, "西区": 2, "未载明": 1}
    assert stratum_sizes(population, Design("s", 10, strata="county")) == {"东区": 30, "西区": 8, "未载明": 2}


@given(
    st.dictionaries(st.text("甲乙丙丁", min_size=1, max_size=3), st.integers(1, 50), min_size=1, max_size=6), st.data()
)
def test_shares_add_up_and_never_shrink(sizes: dict[str, int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, sum(sizes.values()) - 1))
    now = shares(sizes, total, 1, proportional(sizes))
    then = shares(sizes, total + 1, 1, proportional(sizes))
    assert sum(now.values()) == total
    assert all(now[name] <= then[name] <= sizes[name] for name in sizes)


def test_neyman_gives_more_to_what_varies_more() -> None:
    sizes = {"平": 50, "散": 50}
    values = {"平": [Decimal(10), Decimal(11)], "散": [Decimal(1), Decimal(100)]}
    got = shares(sizes, 20, 2, neyman(values, sizes))
    assert got["散"] > got["平"] >= 2


def test_without_any_variance_neyman_still_fills_the_sample() -> None:
    sizes = {"甲": 5, "乙": 5}
    assert sum(shares(sizes, 6, 0, {"甲": Fraction(0), "乙": Fraction(0)}).values()) == 6


FEES = [str(number) for number in range(40)]


def test_the_certain_are_all_taken_and_leave_the_part_drawn_from() -> None:
    design = Design("s", 5, certain=("fee>=38",))
    assert sorted(keys(made(fee=FEES), design, "certain")) == ["示例38有限公司", "示例39有限公司"]
    assert len(keys(made(fee=FEES), design)) == 5
    assert stratum_sizes(made(fee=FEES), design) == {"": 38}


def test_risk_based_picks_stay_apart_and_leave_the_draw_as_it_is() -> None:
    flags = ["可疑" if number < 4 else "" for number in range(40)]
    with_risk, without = Design("s", 12, risk=("risk",)), Design("s", 12)
    assert keys(made(risk=flags), with_risk) == keys(made(risk=flags), without)
    apart = set(keys(made(risk=flags), with_risk, "risk"))
    assert apart == set(NAMES[:4]) - set(keys(made(risk=flags), without))


def test_by_amount_large_amounts_are_certain_and_small_ones_rarer() -> None:
    amounts = ["1000000"] + ["10"] * 20 + ["1000"] * 18 + [""]
    design = Design("s", 6, by_amount="amount")
    assert sorted(keys(made(amount=amounts), design, "certain")) == [NAMES[0], NAMES[39]]
    counts = Counter(key for seed in range(200) for key in keys(made(amount=amounts), replace(design, seed=str(seed))))
    assert sum(counts[name] for name in NAMES[1:21]) < 60
    assert sum(counts.values()) == 1200


def test_by_amount_chances_go_by_size() -> None:
    amounts = ["100"] * 20 + ["300"] * 20
    counts = Counter(
        key for seed in range(500) for key in keys(made(amount=amounts), Design(str(seed), 8, by_amount="amount"))
    )
    small, large = sum(counts[name] for name in NAMES[:20]), sum(counts[name] for name in NAMES[20:])
    assert 2.4 < large / small < 3.3


@pytest.mark.parametrize(
    "design",
    [
        pytest.param(Design("s", 0), id="nothing-to-draw"),
        pytest.param(Design("s", 5, strata="没有"), id="no-such-column"),
        pytest.param(Design("s", 5, strata="fee"), id="too-many-strata"),
        pytest.param(Design("s", 5, certain=("fee>=多",)), id="no-number"),
        pytest.param(Design("s", 5, risk=("没有=1",)), id="no-such-column-in-a-condition"),
        pytest.param(Design("s", 5, allocation="neyman"), id="neyman-by-nothing"),
    ],
)
def test_designs_that_cannot_be_drawn_are_refused(design: Design) -> None:
    with pytest.raises(UsageError):
        draw(made(fee=FEES), design)
