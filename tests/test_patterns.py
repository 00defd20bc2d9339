"""No pattern of the program takes for ever on a long text: twice the length, twice the time.

Every pattern there is (``held_patterns``) is held against long runs of what any of them may stumble over, and of what
the pattern itself repeats. Only growth is asserted, in time of this process; how long a run takes is nobody's business.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
import yaml

from tests.builders.held_patterns import DATA, every_pattern
from tests.builders.stumbling import runs

SIGNS = [
    *"一十万0.,，、-—(（〔至年市省甲a@_□√和①\n　:：/* ",
    "(年",
    "1,",
    "1.",
    "甲公司",
    "1年",
    "、）",
    " -",
    "( ",
    "a.",
    "a-",
    "年至",
]
SHORT = (18, 22, 26, 30, 36, 44, 54, 66, 120, 250, 1_000)
LONG = 4_000
"""Pieces of a text. The short ones are for what takes so long as to double with every piece."""
SUSPICIOUS = 0.001
"""Seconds below which the growth of a text's time is not looked at: far more than one pass takes."""
EARLY, LATE = 2.4, 1.6
"""The time may grow by these powers of the length, where a line is 1, a square 2; a bounded repeat begins as one."""


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The time of this process, the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        pattern.fullmatch(text)
        for _ in pattern.finditer(text):
            pass
        times.append(time.process_time() - start)
        if times[-1] < SUSPICIOUS:
            break
    return min(times)


def too_fast(pattern: re.Pattern[str], begin: str, piece: str) -> bool:
    """Whether the time grows faster than the length of a run does."""
    before, taken = 0, 0.0
    for size in (*SHORT, LONG):
        needed = seconds(pattern, begin + piece * size + "\0")
        bound = (size / before) ** (LATE if size == LONG else EARLY) if before else 1.0
        if before and needed > SUSPICIOUS and needed > bound * max(taken, SUSPICIOUS):
            return True
        before, taken = size, needed
    return False


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What it is held against, where anything in it may go on without end."""
    own = runs(pattern)
    if own:
        yield from (("", sign) for sign in SIGNS)
        yield from own


def grows(pattern: re.Pattern[str]) -> str:
    """The run that makes the time grow faster than its length; empty where none does."""
    return next((repr(begin + piece)[:60] for begin, piece in texts(pattern) if too_fast(pattern, begin, piece)), "")


def test_no_pattern_takes_longer_than_its_text_is_long() -> None:
    every = every_pattern()
    slow = {f"{place} {pattern.pattern[:80]}": sign for pattern, place in every.items() if (sign := grows(pattern))}
    assert slow == {}


def test_patterns_of_modules_of_functions_and_of_data_are_all_among_them() -> None:
    places = " ".join(every_pattern().values())
    for package in ("schemas/", "extractors/", "validators/", "pipeline/", "console/", "schemas/strict_yaml.py"):
        assert package in places
    # A data file's pattern stands there alone or is put together with others.
    sources = "\0".join(pattern.pattern for pattern in every_pattern())
    lost = [word for word in _scalars() if _LIKE_A_PATTERN.search(word) and word not in sources]
    assert lost == []


_LIKE_A_PATTERN = re.compile(r"\(\?|\\[dsSwDb]|\.\*|\.\{|\]\{|\]\*|\]\+")


def _scalars() -> Iterator[str]:
    for path in sorted((DATA / "vocabulary").glob("*.yaml")):
        for event in yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                yield event.value.strip()


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"\s*x", id="a-square"),
        pytest.param(r"[、和及与以]+$", id="a-square-at-the-end"),
        pytest.param(r"\d+年", id="a-square-of-digits"),
        pytest.param(r"(?:\d+万?)*家", id="doubled-by-every-digit"),
        pytest.param(r"\d\s*日?\s*起?\s*至", id="a-cube"),
        pytest.param(r"\[([^\]]*)\]", id="what-never-closes"),
    ],
)
def test_a_pattern_that_does_is_found(pattern: str) -> None:
    assert grows(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern", [r"(?<!\s)\s*+x", r"[^，]{2,14}?(?:方面|领域)", r"(?<![\d万])(?:\d++万?)*+家", r"\[[^\]]{0,255}\]"]
)
def test_a_pattern_with_a_bound_is_not(pattern: str) -> None:
    assert not grows(re.compile(pattern))
