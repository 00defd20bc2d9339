"""Sizes and bounds equal published tables, cell by cell.

AICPA: Audit Guide: Audit Sampling (2017), Appendix A, Tables A-1 to A-4 (binomial attribute sampling), Appendix C,
Table C-1 (monetary-unit sizes). EZ-Quant 2.0.6 (DCAA): hypergeometric sizes. AuditSampler: hypergeometric sizes.
Stringer: the example of the documentation of R's jfa. The figures were compared as the tests of jfa quote them.
"""

import math
from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.sampling.distributions import (
    binomial_size,
    clopper_pearson,
    hypergeometric_size,
    monetary_size,
    stringer,
)

EXPECTED = "0 .25 .5 .75 1 1.25 1.5 1.75 2 2.25 2.5 2.75 3 3.25 3.5 3.75 4 5 6 7 8 9 10 12.5 15 17.5".split()
A1 = {
    2: "149 236 313 386 590 1030",
    3: "99 157 157 208 257 303 392 562 846 1466",
    4: "74 117 117 117 156 156 192 227 294 390 513 722 1098 1936",
    5: "59 93 93 93 93 124 124 153 181 208 234 286 361 458 624 877 1348",
    6: "49 78 78 78 78 78 103 103 127 127 150 173 195 238 280 341 421 1580",
    7: "42 66 66 66 66 66 66 88 88 88 109 109 129 148 167 185 221 478 1832",
    8: "36 58 58 58 58 58 58 77 77 77 77 95 95 112 112 129 146 240 532",
    9: "32 51 51 51 51 51 51 51 68 68 68 68 84 84 84 100 100 158 266 585",
    10: "29 46 46 46 46 46 46 46 46 61 61 61 61 61 76 76 89 116 179 298 649",
    15: "19 30 30 30 30 30 30 30 30 30 30 30 30 30 40 40 40 40 50 68 85 110 150 576",
    20: "14 22 22 22 22 22 22 22 22 22 22 22 22 22 22 22 22 30 30 37 37 44 50 88 193 720",
}
# Cells where jfa notes that the printed table is off (rounded, or its own tail above 10 %) are left out: -.
A2 = {
    2: "114 194 194 265 398 708 1463",
    3: "76 129 129 129 176 221 265 390 590 974",
    4: "57 96 96 96 96 132 132 166 198 262 353 471 730 1258",
    5: "45 77 77 77 77 77 105 105 132 132 158 209 258 306 - 583 873",
    6: "38 64 64 64 64 64 64 88 88 88 110 132 132 153 194 235 274 1019",
    7: "32 55 55 55 55 55 55 55 75 75 75 94 94 - - 131 149 318 -",
    8: "28 48 48 48 48 48 48 48 48 65 65 65 65 82 82 98 98 160 349 -",
    9: "25 42 42 42 42 42 42 42 42 42 58 58 58 58 73 73 73 115 182 385 -",
    10: "22 38 38 38 38 38 38 38 38 38 38 52 52 52 52 52 65 78 116 199 424",
    15: "15 25 25 25 25 25 25 25 25 25 25 25 25 25 25 25 25 34 43 52 60 77 100 368",
    20: "11 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 25 25 25 32 38 63 126 457",
}


@pytest.mark.parametrize(("confidence", "table"), [(95, A1), (90, A2)], ids=["table-A-1", "table-A-2"])
def test_attribute_sizes_equal_the_aicpa_tables(confidence: int, table: dict[int, str]) -> None:
    for tolerable, column in table.items():
        for expected, printed in zip(EXPECTED, column.split(), strict=False):
            rate = Fraction(expected) / 100
            if printed != "-":
                size = binomial_size(tolerable / 100, Decimal(confidence), lambda n, rate=rate: math.ceil(n * rate))
                assert size == int(printed), (tolerable, expected)


A3 = {
    20: "14.0 21.7 28.3 34.4 40.2 45.6 50.8 55.9 60.7 65.4 69.9",
    25: "11.3 17.7 23.2 28.2 33.0 37.6 42.0 46.3 50.4 54.4 58.4",
    30: "9.6 14.9 19.6 23.9 28.0 31.9 35.8 39.4 43.0 46.6 50.0",
    35: "8.3 12.9 17.0 20.7 24.3 27.8 31.1 34.4 37.5 40.6 43.7",
    40: "7.3 11.4 15.0 18.3 21.5 24.6 27.5 30.4 33.3 36.0 38.8",
    45: "6.5 10.2 13.4 16.4 19.2 22.0 24.7 27.3 29.8 32.4 34.8",
    50: "5.9 9.2 12.1 14.8 17.4 19.9 22.4 24.7 27.1 29.4 31.6",
    60: "4.9 7.7 10.2 12.5 14.7 16.8 18.8 20.8 22.8 24.8 26.7",
    70: "4.2 6.6 8.8 10.8 12.7 14.5 16.3 18.0 19.7 21.4 23.1",
    80: "3.7 5.8 7.7 9.5 11.1 12.7 14.3 15.9 17.4 18.9 20.3",
    100: "3.0 4.7 6.2 7.6 9.0 10.3 11.5 12.8 14.0 15.2 16.4",
    150: "2.0 3.2 4.2 5.1 6.0 6.9 7.8 8.6 9.5 10.3 11.1",
    200: "1.5 2.4 3.2 3.9 4.6 5.2 5.9 6.5 7.2 7.8 8.4",
    500: "0.6 1.0 1.3 1.6 1.9 2.1 2.4 2.7 2.9 3.2 3.4",
}
A4 = {
    20: "10.9 18.1 24.5 30.5 36.1 41.5 46.8 51.9 56.8 61.6 66.2",
    30: "7.4 12.4 16.8 21.0 24.9 28.8 32.5 36.2 39.7 43.2 46.7",
    50: "4.6 7.6 10.3 12.9 15.4 17.8 20.2 22.5 24.7 27.0 29.2",
    60: "3.8 6.4 8.7 10.8 12.9 15.0 16.9 18.9 20.8 22.7 24.6",
    100: "2.3 3.9 5.3 6.6 7.9 9.1 10.3 11.5 12.7 13.9 15.0",
    200: "1.2 2.0 2.7 3.4 4.0 4.6 5.3 5.9 6.5 7.1 7.6",
    500: "0.5 0.8 1.1 1.4 1.6 1.9 2.1 2.4 2.6 2.9 3.1",
}


@pytest.mark.parametrize(("confidence", "table"), [(95, A3), (90, A4)], ids=["table-A-3", "table-A-4"])
def test_upper_limits_equal_the_aicpa_tables(confidence: int, table: dict[int, str]) -> None:
    for size, row in table.items():
        for deviations, printed in enumerate(row.split()):
            upper = clopper_pearson(deviations, size, Decimal(confidence)).upper
            assert math.ceil(upper * 1000) / 10 == float(printed), (size, deviations)


C1 = {  # (risk %, expected ÷ tolerable): sizes for tolerable 50 30 10 8 6 5 4 3 2 1 0.5 %
    (5, "0"): "6 10 30 38 50 60 75 100 150 300 600",
    (5, ".1"): "8 13 37 46 62 74 92 123 184 368 736",
    (5, ".2"): "10 16 47 58 78 93 116 155 232 463 925",
    (5, ".3"): "12 20 60 75 100 120 150 200 300 600 1199",
    (5, ".4"): "17 27 81 102 135 162 203 270 405 809 1618",
    (5, ".5"): "24 39 116 145 193 231 289 385 577 1154 2308",
    (10, "0"): "5 8 24 29 39 47 58 77 116 231 461",
    (10, ".2"): "7 12 35 43 57 69 86 114 171 341 682",
    (10, ".5"): "16 27 80 100 134 160 200 267 400 799 1597",
    (20, "0"): "4 6 17 21 27 33 41 54 81 161 322",
    (50, "0"): "2 3 7 9 12 14 18 24 35 70 139",
}


def test_monetary_unit_sizes_equal_the_aicpa_table_c_1() -> None:
    tolerables = [Fraction(one) / 100 for one in "50 30 10 8 6 5 4 3 2 1 .5".split()]
    for (risk, ratio), row in C1.items():
        for tolerable, printed in zip(tolerables, row.split(), strict=True):
            size = monetary_size(tolerable, tolerable * Fraction(ratio), Decimal(100 - risk))
            assert size == int(printed), (risk, ratio, tolerable)


@pytest.mark.parametrize(
    ("confidence", "printed"),
    [
        (90, "27 36 54 102 28 37 55 108 28 38 57 113"),
        (95, "35 47 69 129 36 48 71 138 36 49 73 147"),
        (99, "53 70 101 183 54 72 107 204 55 74 112 223"),
    ],
)
def test_hypergeometric_sizes_equal_ez_quant(confidence: int, printed: str) -> None:
    sizes = [
        hypergeometric_size(population, population * tolerable // 100, Decimal(confidence))
        for population in (500, 1000, 5000)
        for tolerable in (8, 6, 4, 2)
    ]
    assert sizes == [int(one) for one in printed.split()]


@pytest.mark.parametrize(
    ("population", "tolerable", "confidence", "allowed", "printed"),
    [
        (500, 8, 90, 1, 46),
        (500, 6, 90, 1, 61),
        (500, 4, 90, 1, 90),
        (500, 5, 90, 2, 99),
        (500, 8, 95, 1, 55),
        (500, 6, 95, 1, 73),
        (500, 4, 95, 2, 140),
        (5000, 8, 95, 1, 58),
        (5000, 6, 95, 1, 77),
        (5000, 4, 95, 2, 154),
        (15000, 6, 95, 1, 78),
        (36000, 4, 95, 2, 156),
    ],
)
def test_hypergeometric_sizes_equal_audit_sampler(
    population: int, tolerable: int, confidence: int, allowed: int, printed: int
) -> None:
    contrary = population * tolerable // 100
    assert hypergeometric_size(population, contrary, Decimal(confidence), allowed) == printed


@pytest.mark.parametrize(
    ("taints", "size", "printed"),
    [
        pytest.param([], 60, 4.870291, id="nothing-found-among-60"),
        pytest.param([Fraction(500) / Fraction("1561.871")], 93, 3.756, id="500-of-1561.871-among-93"),
    ],
)
def test_stringer_bounds_equal_the_examples_of_jfa(taints: list[Fraction], size: int, printed: float) -> None:
    assert float(stringer(taints, size, Decimal(95))) * 100 == pytest.approx(printed, abs=0.0006)
