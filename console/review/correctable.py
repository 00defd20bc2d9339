"""Which values does a point rest on that a clerk may correct, under the ids that ``dossier decide … correct`` takes?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from console.results.read_back import Json, ReadBack, place_of
from console.review.places import NumberedPlace, PointPlaces
from schemas.application import BLANKS
from schemas.clerk_input import in_words, title_of
from schemas.findings import Finding
from schemas.locator import Locator
from schemas.tables import LISTS

_MOST = 24


@dataclass(frozen=True, slots=True)
class CorrectableValue:
    """One value: its id, what it is, what was read, and the number of its place (0: none of the point's)."""

    what: str
    title: str
    read: str
    unit: str
    place: int


@dataclass(frozen=True, slots=True)
class StandingCorrection:
    """One value that a clerk corrected: its id, what it is, the value, what was read, who, and whether it counts."""

    what: str
    title: str
    value: str
    read: str
    name: str
    applied: bool


def corrections(values: Iterable[CorrectableValue], read: ReadBack) -> list[StandingCorrection]:
    """Those of these values that were corrected."""
    asked = {value.what for value in values}
    return [
        StandingCorrection(
            one["what"], title_of(one["what"]), one["value"], one["read"], one["name"], one["standing"] == "applied"
        )
        for one in read.raw["corrections"]
        if one["what"] in asked
    ]


def correctable(finding: Finding, read: ReadBack, found: PointPlaces) -> list[CorrectableValue]:
    """Those of a finding, each once."""
    numbers = {place.at.position: place for place in found.places}
    seen: dict[str, CorrectableValue] = {}
    for value, place in _values(finding, read):
        number = numbers.get(place.position) if place else None
        seen.setdefault(value.what, _at(value, number))
    return list(seen.values())[:_MOST]


def _at(value: CorrectableValue, place: NumberedPlace | None) -> CorrectableValue:
    return CorrectableValue(value.what, value.title, value.read, value.unit, place.number if place else 0)


def _values(finding: Finding, read: ReadBack) -> Iterator[tuple[CorrectableValue, Locator | None]]:
    kind, _, rest = finding.rule.partition(".")
    if kind in ("condition", "crosscheck"):
        yield from _figures(rest, read)
    if kind == "form":
        part, _, key = rest.partition(".")
        if part == "application" and key in BLANKS:
            yield _blank(key, read)
    yield from _cells(finding, read)


def _figures(measure: str, read: ReadBack) -> Iterator[tuple[CorrectableValue, Locator | None]]:
    for figure in read.raw["figures"]:
        if figure["measure"] != measure or figure["reading"]:
            continue
        if figure["source"] == "form" and measure in BLANKS:
            yield _blank(measure, read)
            continue
        what = f"figures.{measure}.{figure['source']}"
        place = place_of(figure["evidence"][0]) if figure["evidence"] else None
        yield CorrectableValue(what, title_of(what), in_words(figure["value"]), figure["unit"], 0), place


def _blank(key: str, read: ReadBack) -> tuple[CorrectableValue, Locator | None]:
    entry: Json | None = read.raw["application"].get(key)
    what = f"application.{key}"
    unit = BLANKS[key].unit or ""
    text = str(entry["text"]).strip().removesuffix(unit).rstrip() if entry else ""
    place = place_of(entry["evidence"]) if entry else None
    return CorrectableValue(what, title_of(what), text, unit, 0), place


def _cells(finding: Finding, read: ReadBack) -> Iterator[tuple[CorrectableValue, Locator | None]]:
    """The cells of lists that the finding's places are; a column that it names alone, else those that say its words."""
    _, _, named = finding.rule.removeprefix("form.").partition(".")
    places = {place.position: place for place in finding.evidence}
    for table, rows in read.raw["tables"].items():
        columns = {column.key: column for column in LISTS[table].columns}
        for at, row in enumerate(rows, 1):
            place = places.get(place_of(row["evidence"]).position)
            if place is None:
                continue
            for key, value in row.items():
                if key in columns and (key == named or (not named and in_words(value) == (place.text or ""))):
                    what = f"tables.{table}.{at}.{key}"
                    yield CorrectableValue(what, title_of(what), in_words(value), columns[key].unit or "", 0), place
