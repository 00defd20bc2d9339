"""Sizes and bounds equal published tables, cell by cell (published.py says where each was read).

Which method makes which table: AICPA A-1 to A-4 the binomial (``--endless``), C-1 and the confidence factors the
Poisson distribution, EZ-Quant and AuditSampler the hypergeometric one; jfa's limits both.
"""

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from scipy.stats import binom

from pipeline.sampling.statistics.bounds import (
    binomial_bounds,
    clopper_pearson,
    confidence_factor,
    hypergeometric_bounds,
    stringer,
    stringer_poisson,
)
from pipeline.sampling.statistics.distributions import (
    binomial_size,
    hypergeometric_size,
    hypergeometric_size_at,
    monetary_size,
)
from pipeline.sampling.statistics.stratum import Stratum
from tests.builders import published_tables as published


def attribute_size(tolerable: int, expected: str, confidence: int) -> int | None:
    rate = Fraction(expected) / 100
    return binomial_size(tolerable / 100, Decimal(confidence), lambda size: math.ceil(size * rate))


def cells(table: dict[int, str]) -> list[tuple[int, str, int]]:
    return [
        (tolerable, expected, int(printed))
        for tolerable, column in table.items()
        for expected, printed in zip(published.EXPECTED, column.split(), strict=False)
        if printed != "?"
    ]


@pytest.mark.parametrize(
    ("confidence", "table"), [(95, published.A1), (90, published.A2)], ids=["table-A-1", "table-A-2"]
)
def test_attribute_sizes_equal_the_aicpa_tables(confidence: int, table: dict[int, str]) -> None:
    for tolerable, expected, printed in cells(table):
        wanted = published.MISPRINTED.get((tolerable, expected), printed) if confidence == 90 else printed
        assert attribute_size(tolerable, expected, confidence) == wanted, (tolerable, expected)


def test_the_two_printed_sizes_that_are_one_short_leave_more_risk_than_they_say() -> None:
    assert binom.cdf(4, 112, 0.07) > 0.1 >= binom.cdf(4, 113, 0.07)


def test_all_but_one_cell_of_the_aicpa_size_tables_are_held() -> None:
    held = [len(cells(table)) for table in (published.A1, published.A2)]
    printed = [sum(len(column.split()) for column in table.values()) for table in (published.A1, published.A2)]
    assert held == [printed[0], printed[1] - 1] == [194, 197]


@pytest.mark.parametrize(
    ("confidence", "table"), [(95, published.A3), (90, published.A4)], ids=["table-A-3", "table-A-4"]
)
def test_upper_limits_equal_the_aicpa_tables(confidence: int, table: dict[int, str]) -> None:
    for size, row in table.items():
        for deviations, printed in enumerate(row.split()):
            # What the tables call deviations are the contrary ones here: their upper limit is the agreeing ones' lower.
            agreeing = Stratum("", 1, size, size - deviations)
            upper = 1 - binomial_bounds([agreeing], Decimal(confidence)).lower
            assert math.ceil(round(upper * 1000, 6)) / 10 == float(printed), (size, deviations)
            assert float(upper) == pytest.approx(
                float(clopper_pearson(deviations, size, Decimal(confidence)).upper), abs=1e-12
            )


def test_monetary_unit_sizes_equal_the_aicpa_table_c_1() -> None:
    for (risk, ratio), row in published.C1.items():
        *sizes, taints = row.split()
        for percent, printed in zip(published.TOLERABLE, sizes, strict=True):
            tolerable = Fraction(percent) / 100
            size = monetary_size(tolerable, tolerable * Fraction(ratio), Decimal(100 - risk))
            assert size == int(printed), (risk, ratio, percent)
        # The sum of taints that is expected goes with the size of the last column, rounded up.
        expected = int(sizes[-1]) * Fraction(published.TOLERABLE[-1]) / 100 * Fraction(ratio)
        assert Fraction(math.ceil(expected * 100), 100) == Fraction(taints), (risk, ratio)


def test_confidence_factors_equal_the_aicpa_table_rounded_up() -> None:
    for errors, row in published.FACTORS.items():
        for risk, printed in zip(published.FACTOR_RISKS, row.split(), strict=True):
            factor = confidence_factor(errors, 100 - Decimal(risk))
            assert Fraction(math.ceil(factor * 100), 100) == Fraction(printed), (errors, risk)


def test_confidence_factors_equal_the_older_print_to_its_two_digits() -> None:
    for errors, row in published.OLD_FACTORS.items():
        for risk, printed in zip(published.OLD_FACTOR_RISKS, row.split(), strict=True):
            factor = confidence_factor(errors, 100 - Decimal(risk))
            rounded = {Fraction(math.ceil(factor * 100), 100), Fraction(round(factor * 100), 100)}
            assert Fraction(printed) in rounded, (errors, risk)


@pytest.mark.parametrize("risk", list(published.EXPANSION))
def test_expansion_factors_without_expected_error_give_the_exact_size(risk: str) -> None:
    exact = monetary_size(Fraction(1, 50), Fraction(0), 100 - Decimal(risk))
    assert exact == math.ceil(confidence_factor(0, 100 - Decimal(risk)) * 50)


@pytest.mark.parametrize(("risk", "ratio"), [(risk, ratio) for risk, ratio in published.C1 if ratio in (".1", ".2")])
def test_expansion_factors_only_approximate_the_exact_size(risk: int, ratio: str) -> None:
    # size = factor(0) ÷ (tolerable − expected × expansion): the old rule of thumb, here within a tenth of C-1.
    if str(risk) in published.EXPANSION:
        exact = monetary_size(Fraction(1, 50), Fraction(1, 50) * Fraction(ratio), Decimal(100 - risk))
        spread = 1 - Fraction(ratio) * Fraction(published.EXPANSION[str(risk)])
        assert float(confidence_factor(0, Decimal(100 - risk)) * 50 / spread) == pytest.approx(exact, rel=0.1)


@pytest.mark.parametrize(("confidence", "population"), list(published.EZ_QUANT))
def test_hypergeometric_sizes_equal_ez_quant(confidence: int, population: int) -> None:
    for tolerable, printed in zip((8, 6, 4, 2), published.EZ_QUANT[confidence, population].split(), strict=True):
        assert hypergeometric_size(population, population * tolerable // 100, Decimal(confidence)) == int(printed)


@pytest.mark.parametrize(
    ("population", "expected", "tolerable", "confidence", "finite", "endless"), published.AUDIT_SAMPLER
)
def test_sizes_with_an_expected_rate_equal_audit_sampler(  # noqa: PLR0913, PLR0917  one row of the table
    population: int, expected: int, tolerable: int, confidence: int, finite: int, endless: int
) -> None:
    contrary = population * tolerable // 100
    assert hypergeometric_size_at(population, contrary, Decimal(confidence), Fraction(expected, 100)) == finite
    assert attribute_size(tolerable, str(expected), confidence) == endless


@pytest.mark.parametrize("confidence", list(published.SRA))
def test_monetary_sizes_equal_sra(confidence: str) -> None:
    for at, printed in enumerate(published.SRA[confidence].split(), start=1):
        assert monetary_size(Fraction(at, 20), Fraction(0), Decimal(confidence)) == int(printed)


@pytest.mark.parametrize("population", list(published.HYPERGEOMETRIC_LIMITS))
def test_upper_limits_of_a_finite_population_equal_jfa(population: int) -> None:
    for contrary, row in published.HYPERGEOMETRIC_LIMITS[population].items():
        for size, printed in zip(map(int, published.LIMIT_SIZES), row.split(), strict=False):
            bounds = hypergeometric_bounds([Stratum("", population, size, size - contrary)], Decimal(95))
            assert (1 - bounds.lower) * 100 == Fraction(printed), (size, contrary)


@pytest.mark.parametrize(("agreed", "answered", "population"), list(published.SAMPLINGBOOK_FINITE))
def test_two_sided_intervals_lie_within_samplingbook(agreed: int, answered: int, population: int) -> None:
    # samplingbook goes on to the first number that is ruled out (P below 2.5 %): a unit more on each side at most.
    low, high = published.SAMPLINGBOOK_FINITE[agreed, answered, population]
    bounds = hypergeometric_bounds([Stratum("", population, answered, agreed)], Decimal(95), two_sided=True)
    assert bounds.lower * population - low in (0, 1)
    assert high - bounds.upper * population in (0, 1)


@pytest.mark.parametrize(("agreed", "answered"), list(published.SAMPLINGBOOK_ENDLESS))
def test_two_sided_clopper_pearson_equals_samplingbook(agreed: int, answered: int) -> None:
    printed = published.SAMPLINGBOOK_ENDLESS[agreed, answered]
    bounds = clopper_pearson(agreed, answered, Decimal(95), two_sided=True)
    digits = len(printed[0]) - 2
    assert tuple(f"{float(bound):.{digits}f}" for bound in (bounds.lower, bounds.upper)) == printed


@pytest.mark.parametrize(
    ("taints", "size", "printed"),
    [
        # jfa, tests/testthat/test-evaluation.R and vignette sampling-workflow.
        pytest.param([], 60, 4.870291, id="nothing-found-among-60"),
        pytest.param([Fraction(500) / Fraction("1561.871")], 93, 3.756, id="500-of-1561.871-among-93"),
    ],
)
def test_stringer_bounds_equal_the_examples_of_jfa(taints: list[Fraction], size: int, printed: float) -> None:
    assert float(stringer(taints, size, Decimal(95))) * 100 == pytest.approx(printed, abs=0.0006)


def test_the_bound_with_confidence_factors_equals_a_worked_example() -> None:
    # coursehero.com/file/6455584 (L12-Notes-Part-13): 59 drawn from 2,500,000 at 10 % risk, taints 60, 30 and 10 %:
    # 97,882 + 40,678 + 17,797 + 5,932, worked with factors of one or two digits, and 10,699 found in what was certain.
    ours = stringer_poisson([Fraction(6, 10), Fraction(3, 10), Fraction(1, 10)], 59, Decimal(90)) * 2500000
    assert float(ours) == pytest.approx(97882 + 40678 + 17797 + 5932, rel=0.003)
    assert float(stringer_poisson([], 59, Decimal(90)) * 2500000) == pytest.approx(97882, rel=0.004)
