"""Wrong checklists: items, papers, parts, and/or, flags."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from tests.builders.mutation import Mutation, Original, Path

_FLAGS = ("optional", "last_year", "same_month", "sealed", "seal_decides")
# Alternatives that the item does not name: it leaves its list open with 等, or practice takes one paper for another.
_UNNAMED = {
    *(("11.9", kind) for kind in ("service_record", "work_summary")),
    *((item, kind) for item in ("12.6", "17.5") for kind in ("service_agreement", "service_record")),
    ("9.12", "service_record"),
    ("8.3", "special_audit_report"),
    ("13.2", "special_audit_report"),
}
# The annex that prints the seal of this form is not in the text.
_UNPRINTED = {("17.1", "sealed")}


def of_materials(original: Original) -> Iterator[Mutation]:
    """Every mutation of an item of a checklist."""
    for name, procedure in original.book["procedures"].items():
        materials = procedure["materials"]
        for at, item in enumerate(materials):
            path = ("procedures", name, "materials", at)
            where = f"{name} {item['item']}"
            yield original.cut("item dropped", where, path)
            yield from _identity(original, where, path, materials)
            yield from _flags(original, where, path, item)
            yield from _papers(original, where, path, item)


def _identity(original: Original, where: str, path: Path, materials: list[dict[str, Any]]) -> Iterator[Mutation]:
    at = int(path[-1])
    item, other, far = materials[at], materials[(at + 1) % len(materials)], materials[(at + 5) % len(materials)]
    yield original.put("title of another", where, (*path, "title"), other["title"])
    if "article" not in item:
        swapped = copy.deepcopy(materials)
        swapped[at]["item"], swapped[at - 1]["item"] = materials[at - 1]["item"], item["item"]
        yield original.put("article moved", where, path[:-1], swapped)
    for mate in (other, far):
        paper = mate.get("paper", "quality_certificate")
        if "paper" in item and paper != item["paper"]:
            changed = {key: value for key, value in item.items() if key != "parts"} | {"paper": paper}
            yield original.put("another paper", f"{where} → {paper}", path, changed)


def _flags(original: Original, where: str, path: Path, item: dict[str, Any]) -> Iterator[Mutation]:
    for flag in _FLAGS:
        if item.get(flag):
            shown = (item["item"], flag) not in _UNPRINTED
            yield original.cut(f"{flag} dropped", where, (*path, flag), evidence=shown)
        else:
            kind = "made optional" if flag == "optional" else f"{flag} added"
            yield original.put(kind, where, (*path, flag), value=True)


def _papers(original: Original, where: str, path: Path, item: dict[str, Any]) -> Iterator[Mutation]:
    yield from _parts(original, where, path, item)
    yield from _seen(original, where, path, item)
    for key, other in (("any_of", "all_of"), ("all_of", "any_of")):
        if key not in item:
            continue
        flat = [one for way in item[key] for one in (way if isinstance(way, list) else [way])]
        yield original.rename("and/or flipped", where, (*path, key), other, flat)
        kind = "alternative dropped" if key == "any_of" else "paper of several dropped"
        for nth, one in enumerate(item[key]):
            named = not isinstance(one, str) or (item["item"], one) not in _UNNAMED
            yield original.cut(kind, f"{where} {nth}", (*path, key, nth), evidence=named)
            if isinstance(one, dict):
                yield from _parts(original, f"{where} {nth}", (*path, key, nth), one)
                yield from _seen(original, f"{where} {nth}", (*path, key, nth), one)


def _parts(original: Original, where: str, path: Path, item: dict[str, Any]) -> Iterator[Mutation]:
    if "parts" in item:
        yield original.cut("parts dropped", where, (*path, "parts"))
        yield from _each_part(original, where, path, item)


def _seen(original: Original, where: str, path: Path, paper: dict[str, Any]) -> Iterator[Mutation]:
    """What must be seen of a paper, though the text does not say so; a rulebook may leave these words out."""
    for key, other in (("rows", ["satisfied"]), ("proves", "total_profit")):
        if key in paper:
            yield original.put(f"{key} of another", where, (*path, key), other)
    if "each" in paper:
        yield original.put(
            "each of another", where, (*path, "each"), "partners" if paper["each"] == "staff" else "staff"
        )
    if "beside" in paper:
        yield original.put("beside not said", where, (*path, "beside", "asks"), "附公证机关出具的公证书")
    if "paper" in paper and "clean" not in paper:
        yield original.put("clean added", where, (*path, "clean"), value=True)
    if "levels" in paper:
        yield original.put("level changed", where, (*path, "levels"), ["市级"])
    if paper.get("paper") in ("superior_recognition", "qualification") and "levels" not in paper:
        yield original.put("levels added", where, (*path, "levels"), ["省级"])


def _each_part(original: Original, where: str, path: Path, paper: dict[str, Any]) -> Iterator[Mutation]:
    for nth, part in enumerate(paper["parts"] if len(paper["parts"]) > 1 else ()):
        yield original.cut("part dropped", f"{where} {part}", (*path, "parts", nth))
