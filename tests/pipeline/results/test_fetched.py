"""Values that are fetched when they are asked for are a sequence like any other."""

from pipeline.results.fetched import Fetched, seen


def test_each_time_they_are_gone_through_they_are_fetched():
    asked: list[int] = []

    def fetch(at: int) -> str:
        asked.append(at)
        return "甲乙丙"[at]

    values = Fetched(fetch, 3)
    assert list(values) == list(values) == ["甲", "乙", "丙"]
    assert asked == [0, 1, 2] * 2
    assert (len(values), values[-1], values[1:], "乙" in values) == (3, "丙", ["乙", "丙"], True)


def test_seen_in_another_way():
    assert list(seen(("甲", "乙"), lambda value: value * 2)) == ["甲甲", "乙乙"]
