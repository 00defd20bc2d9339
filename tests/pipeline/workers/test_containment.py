"""What becomes of an error nobody foresaw, and of those that are the caller's."""

from __future__ import annotations

import pytest

from pipeline.workers import Lost, contained
from schemas.errors import RulebookError, UsageError


def _raises(error: Exception) -> None:
    raise error


def test_a_result_is_handed_on() -> None:
    assert contained(len, "ab") == 2


@pytest.mark.parametrize("error", [ValueError("13800000000"), MemoryError(), RecursionError("13800000000")])
def test_an_error_is_told_by_its_kind(error: Exception) -> None:
    lost = contained(_raises, error)
    assert isinstance(lost, Lost)
    assert type(error).__name__ in lost.reason
    assert "13800000000" not in lost.reason


@pytest.mark.parametrize("error", [UsageError("无法识别。"), RulebookError("第 1 行。")])
def test_what_is_the_callers_is_raised(error: Exception) -> None:
    with pytest.raises(type(error)):
        contained(_raises, error)
