"""Wrong words of the language: bounds for whom, one of several, growth, absence, points, counts of papers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.builders.mutation import Mutation, Original, Path

_DEMANDS = ("count", "years", "valid_for")


def of_language(original: Original) -> Iterator[Mutation]:
    """Every mutation of the words that not every regulation needs."""
    for at, one in enumerate(original.book.get("conditions", ())):
        where, path = one.get("id") or one["measure"], ("conditions", at)
        yield from _of_condition(original, where, path)
    yield from _of_qualified(original)
    yield from _of_points(original)
    yield from _of_demands(original)


def _of_condition(original: Original, where: str, path: Path) -> Iterator[Mutation]:
    one = original.at(*path)
    if "at_most" in one:
        yield original.put("upper bound changed", where, (*path, "at_most"), one["at_most"] + 1)
        yield original.rename("direction flipped", where, (*path, "at_most"), "at_least", one["at_most"])
    for nth, bound in enumerate(one.get("bounds", ())):
        place = (*path, "bounds", nth)
        yield original.put(
            "bound for whom changed", f"{where} {bound['for']}", (*place, "at_least"), bound["at_least"] + 1
        )
        if len(one["bounds"]) > 1:
            yield original.cut("bound for whom dropped", f"{where} {bound['for']}", place)
        if bound["for"] != "others":
            yield original.put("for whom", where, (*place, "for"), "事业单位")
    if len(one.get("bounds", ())) == 2:
        low, high = (bound["at_least"] for bound in one["bounds"])
        swapped = [{**one["bounds"][0], "at_least": high}, {**one["bounds"][1], "at_least": low}]
        yield original.put("bounds swapped", where, (*path, "bounds"), swapped)
    yield from _of_ways(original, where, path)
    if "none_of" in one:
        yield original.put("words looked for", where, (*path, "none_of", "words"), ["欠缴税款"])
        years = one["none_of"].get("years")
        if years:
            yield original.put("years looked back", where, (*path, "none_of", "years"), years + 2)


def _of_ways(original: Original, where: str, path: Path) -> Iterator[Mutation]:
    one = original.at(*path)
    for nth, way in enumerate(one.get("any_of", ())):
        place = (*path, "any_of", nth)
        yield original.cut("way dropped", f"{where} {way['measure']}", place)
        yield original.put("bound changed", f"{where} {way['measure']}", (*place, "at_least"), way["at_least"] + 1)


def _of_qualified(original: Original) -> Iterator[Mutation]:
    given = original.book.get("qualified")
    if given:
        yield original.put("qualified: education", given["education"], ("qualified", "education"), "硕士")
        yield original.put("qualified: title", given["title"], ("qualified", "title"), "高级")
        yield original.put("qualified: join", given["join"], ("qualified", "join"), "and")


def _of_points(original: Original) -> Iterator[Mutation]:
    score = original.book.get("score")
    if not score:
        return
    yield original.put("threshold", "score", ("score", "at_least"), score["at_least"] + 5)
    for part, points in score.get("of_each", {}).items():
        yield original.put("threshold of a part", part, ("score", "of_each", part), points + 1)
    for at, _ in enumerate(score.get("direct", ())):
        yield original.cut("way around dropped", str(at), ("score", "direct", at))
    for at, item in enumerate(score["items"]):
        place: Path = ("score", "items", at)
        yield original.cut("item dropped", item["id"], place)
        for says, points in item.get("points", {}).items():
            yield original.put("points changed", f"{item['id']} {says}", (*place, "points", says), points + 1)
            yield original.cut("class dropped", f"{item['id']} {says}", (*place, "points", says))
        for nth, one in enumerate(item.get("classes", ())):
            yield original.put(
                "points changed", f"{item['id']} {nth}", (*place, "classes", nth, "points"), one["points"] + 1
            )
            yield original.cut("class dropped", f"{item['id']} {nth}", (*place, "classes", nth))


def _of_demands(original: Original) -> Iterator[Mutation]:
    for procedure, given in original.book["procedures"].items():
        for at, one in enumerate(given["materials"]):
            place: Path = ("procedures", procedure, "materials", at)
            for key in _DEMANDS:
                if key in one:
                    yield original.put(f"{key} changed", one["item"], (*place, key), one[key] + 1)
            for key in ("count", "valid_on"):
                if key in one:
                    yield original.cut(f"{key} dropped", one["item"], (*place, key))
