"""Wrong functions: how many must be met, and/or, branches, names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.builders.mutation import Mutation, Original, Path

_BRANCHES = {"employees": "managers", "managers": "employees"}


def of_functions(original: Original) -> Iterator[Mutation]:
    """Every mutation of the functions and of their number."""
    rule = original.book.get("functions")
    if not rule:
        return
    yield original.cut("function dropped", "all", ("functions",))
    yield from _number(original, rule)
    for at, function in enumerate(rule["each"]):
        path, other = ("functions", "each", at), rule["each"][at - 1]
        yield original.cut("function dropped", function["id"], path)
        yield original.put("function of another name", function["id"], (*path, "id"), other["id"])
        yield original.put("article moved", function["id"], (*path, "article"), other["article"])
        yield from _ways(original, path, function)


def _number(original: Original, rule: dict[str, Any]) -> Iterator[Mutation]:
    kind, place = "number of functions", ("functions",)
    if "at_least" in rule:
        yield original.put(kind, "at_least", (*place, "at_least"), rule["at_least"] + 1)
        yield original.rename(kind, "claimed", (*place, "at_least"), "claimed", value=True)
    if "claimed" in rule:
        yield original.rename(kind, "at_least", (*place, "claimed"), "at_least", 1)
    if "by_type" in rule:
        yield original.rename(kind, "at_least", (*place, "by_type"), "at_least", 1)
        names, counts = list(rule["by_type"]), list(rule["by_type"].values())
        yield original.put(kind, "swapped", (*place, "by_type"), dict(zip(names, counts[::-1], strict=True)))
        for name in names:
            yield original.cut(kind, f"no {name}", (*place, "by_type", name))


def _ways(original: Original, path: Path, function: dict[str, Any]) -> Iterator[Mutation]:
    kind, name = "and/or flipped", function["id"]
    if "any_of" in function:
        flat = [one for way in function["any_of"] for one in way]
        yield original.rename(kind, name, (*path, "any_of"), "all_of", flat)
        yield original.put(kind, f"{name}, each alone", (*path, "any_of"), [[one] for one in flat])
        for way in range(len(function["any_of"])):
            yield original.cut("way dropped", f"{name} {way}", (*path, "any_of", way))
        return
    if len(function["all_of"]) > 1:
        yield original.rename(kind, name, (*path, "all_of"), "any_of", [[one] for one in function["all_of"]])
    for nth, one in enumerate(function["all_of"]):
        place = (*path, "all_of", nth)
        if len(function["all_of"]) > 1:
            yield original.cut("condition dropped", f"{name}.{one['measure']}", place)
        for key, value in one.get("when", {}).items():
            yield original.cut("branch dropped", f"{name} {nth}", (*place, "when"))
            yield original.put("branch of another", f"{name} {nth}", (*place, "when", key), _BRANCHES[value])
