"""Wrong conditions: number, measure, direction, article, sentence, clause that relaxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.measures import MEASURES
from tests.builders.mutation import Mutation, Original, Path

_FLIPPED = (("不少于", "不超过"), ("不低于", "不高于"), ("以上", "以下"), ("至少", "至多"))
_OTHER_UNIT = (("万元", "亿元"), ("家", "户次"), ("人次", "人"), ("%", "家"), ("次", "家"))
_MORE = ("逐年", "每年", "连续三年")


def of_conditions(original: Original) -> Iterator[Mutation]:
    """Every mutation of a bound, of the basic conditions and of the functions alike."""
    places = list(bounds(original))
    for at, (where, path) in enumerate(places):
        yield from _number(original, where, path)
        yield from _measure(original, where, path)
        other = places[(at + 1) % len(places)][1]
        yield from _sentence(original, where, path, original.at(*other)["asks"])
    cited = list(dict.fromkeys(one["article"] for one in original.book["conditions"]))
    for at, one in enumerate(original.book["conditions"]):
        path = ("conditions", at)
        yield original.cut("condition dropped", one["measure"], path)
        for step in (-1, 1):
            other = cited[(cited.index(one["article"]) + step) % len(cited)]
            if other != one["article"]:
                yield original.put("article moved", f"{one['measure']} → {other}", (*path, "article"), other)
        yield from _relaxation(original, one["measure"], path)


def bounds(original: Original) -> Iterator[tuple[str, Path]]:
    """Name and place of every bound."""
    for at, one in enumerate(original.book["conditions"]):
        yield one["measure"], ("conditions", at)
    for at, function in enumerate(original.book.get("functions", {}).get("each", ())):
        key = "any_of" if "any_of" in function else "all_of"
        ways: list[tuple[Path, list[dict[str, object]]]] = [((key,), function[key])]
        if key == "any_of":
            ways = [((key, way), path) for way, path in enumerate(function[key])]
        for inner, path in ways:
            for nth, one in enumerate(path):
                yield f"{function['id']}.{one['measure']}", ("functions", "each", at, *inner, nth)


def _number(original: Original, where: str, path: Path) -> Iterator[Mutation]:
    one = original.at(*path)
    if "equals" in one:
        yield original.put("bound changed", where, (*path, "equals"), "示例市")
    now = one.get("at_least")
    if now is not None:
        for value in sorted({now + 1, max(1, now // 2), now * 10} - {now}):
            yield original.put("bound changed", where, (*path, "at_least"), value)
        yield original.rename("direction flipped", where, (*path, "at_least"), "at_most", now)


def _measure(original: Original, where: str, path: Path) -> Iterator[Mutation]:
    """Each other measure of the same unit, and one of every other unit."""
    one = original.at(*path)
    scope = f"function.{where.partition('.')[0]}." if "." in where else ""
    if "at_least" not in one:
        return
    own = MEASURES[scope + one["measure"]]
    seen = {own.unit}
    for other in MEASURES.values():
        inside = other.id.startswith(scope) if scope else not other.id.startswith("function.")
        if not inside or other.kind != "number" or other is own:
            continue
        if other.unit == own.unit or other.unit not in seen:
            kind = "measure of the same unit" if other.unit == own.unit else "unit changed"
            name = other.id.removeprefix(scope)
            yield original.put(kind, f"{where} → {name}", (*path, "measure"), name)
        seen.add(other.unit)


def _sentence(original: Original, where: str, path: Path, other: str) -> Iterator[Mutation]:
    asks: str = original.at(*path)["asks"]
    place = (*path, "asks")
    yield original.put("asks: of another rule", where, place, other)
    for word in _MORE:
        yield original.put("asks: word added", where, place, word + asks)
    number = re.search(r"\d+", asks)
    if number:
        more = f"{asks[: number.start()]}{int(number[0]) + 7}{asks[number.end() :]}"
        yield original.put("asks: number", where, place, more)
    for old, new in _FLIPPED:
        if old in asks:
            yield original.put("asks: direction", where, place, asks.replace(old, new))
    unit = next((pair for pair in _OTHER_UNIT if re.search(rf"\d{pair[0]}", asks)), None)
    if unit:
        yield original.put("asks: unit", where, place, re.sub(rf"(?<=\d){unit[0]}", unit[1], asks))


def _relaxation(original: Original, where: str, path: Path) -> Iterator[Mutation]:
    clause = original.at(*path).get("may_relax")
    if not clause:
        return
    place = (*path, "may_relax")
    yield original.cut("clause dropped", where, place)
    yield original.cut("clause dropped", f"{where} to", (*place, "to"))
    yield original.put("bound changed", f"{where} to", (*place, "to"), clause["to"] + 1)
    yield original.put("article moved", f"{where} may_relax", (*place, "article"), original.at(*path)["article"])
    yield original.cut("kinds of applicant", where, (*place, "when"))
    yield original.put("kinds of applicant", where, (*place, "when", "organisation_type"), ["有限公司"])
