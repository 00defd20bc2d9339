"""How many must be asked, as a clerk types it."""

import json

import pytest

from tests.builders.commands import sample


def test_plan_prints_the_keys_of_the_contract_and_nothing_else() -> None:
    result = sample(["plan", "--population", "60", "--at-least", "80"])
    assert json.loads(result.stdout) == {
        "population": 60,
        "at_least": 80,
        "confidence": 95,
        "expected": 0,
        "size": 12,
        "method": "hypergeometric",
    }
    assert "76.6%" in result.stderr


def test_plan_tells_two_stages_where_asked() -> None:
    result = sample(["plan", "--population", "150", "--at-least", "80", "--two-stages"])
    assert json.loads(result.stdout)["stages"] == [
        {"size": 13, "contrary_at_most": 0},
        {"size": 13, "contrary_at_most": 1},
    ]


def test_plan_without_an_end_needs_no_population() -> None:
    result = sample(["plan", "--endless", "--at-least", "95", "--expected-rate", "1"])
    assert json.loads(result.stdout) == {
        "population": None,
        "at_least": 95,
        "confidence": 95,
        "expected": 1,
        "size": 93,
        "method": "binomial",
        "expected_rate": 1,
    }


def test_plan_for_amounts() -> None:
    result = sample(["plan", "--total", "1,000,000", "--tolerable", "50000", "--expected-error", "10000"])
    assert json.loads(result.stdout)["size"] == 93


@pytest.mark.parametrize(
    "call",
    [
        ["plan"],
        ["plan", "--population", "60", "--at-least", "许多"],
        ["plan", "--at-least", "80"],
        ["plan", "--population", "60", "--endless", "--at-least", "80"],
        ["plan", "--endless", "--at-least", "80", "--expected", "1", "--expected-rate", "1"],
        ["plan", "--population", "60", "--at-least", "80", "--confidence", "100"],
    ],
)
def test_a_wrong_call_ends_with_two_and_one_line(call: list[str]) -> None:
    result = sample(call)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
