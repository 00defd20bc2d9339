"""No pattern of the program takes for ever on a long text: twice the length, twice the time.

Every pattern that a module holds, or a vocabulary makes when it is loaded, is held against long runs of what it may
stumble over. Only growth is asserted, in time of this process; how long a run takes is nobody's business here.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import extractors
import pipeline
import schemas
import validators

SIGNS = [
    *"一十万0.,，、-—(（〔至年市省甲a@_□√和①\n　:：/*",
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
SHORT, LONG = 1_000, 4_000
SUSPICIOUS = 0.001
"""Seconds for a short text, below which its growth is not looked at: far more than one pass takes."""
GROWTH = 9
"""Four times the length may take so many times as long: a square would take 16, a line 4."""


def held(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns within a value of a module."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 4 and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from held(getattr(value, field.name, None), depth + 1)
    elif depth < 4 and isinstance(value, (dict, list, tuple, set, frozenset)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from held(one, depth + 1)


def loaded(value: object, module: str) -> object:
    """What a function that keeps its answer (a vocabulary) has to say; other values as they are."""
    if not hasattr(value, "cache_info") or getattr(value, "__module__", "") != module:
        return value
    try:
        return value()  # type: ignore[operator]
    except TypeError:  # it asks for something
        return None


def endless(pattern: re.Pattern[str]) -> bool:
    """Whether anything in it may be repeated without bound."""
    return bool(re.search(r"[*+]|\{\d*,\}", re.sub(r"\\.|\[(?:\\.|[^\]])*\]", "", pattern.pattern)))


def patterns() -> dict[re.Pattern[str], str]:
    """Each pattern with the place it stands at."""
    found: dict[re.Pattern[str], str] = {}
    for package in (schemas, extractors, validators, pipeline):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            # Worked on data of our own, or on rulebooks, never on what an applicant hands in.
            if module.name.startswith(("pipeline.demo", "pipeline.cli")):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                for pattern in filter(endless, held(loaded(value, module.name))):
                    found.setdefault(pattern, f"{module.name}.{name}")
    return found


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


def grows(pattern: re.Pattern[str]) -> str:
    """The sign whose run makes the time grow faster than its length; empty where none does."""
    for sign in SIGNS:
        short, long = ((sign * size)[:size] + "!" for size in (SHORT, LONG))
        before = seconds(pattern, short)
        if before > SUSPICIOUS and seconds(pattern, long) > GROWTH * before:
            return repr(sign)
    return ""


def test_no_pattern_takes_longer_than_its_text_is_long() -> None:
    every = patterns()
    assert len(every) > 80
    slow = {f"{place} {pattern.pattern[:80]}": sign for pattern, place in every.items() if (sign := grows(pattern))}
    assert slow == {}


@pytest.mark.parametrize("pattern", [r"\s*x", r"[、和及与以]+$", r"\d+年"])
def test_a_pattern_that_does_is_found(pattern: str) -> None:
    assert grows(re.compile(pattern))


def test_a_pattern_with_a_bound_is_not() -> None:
    assert not grows(re.compile(r"(?<!\s)\s*+x"))
    assert not grows(re.compile(r"[^，]{2,14}?(?:方面|领域)"))
