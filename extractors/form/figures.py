"""Which quantities the application form states, and what its own arithmetic makes of them.

In:     the entries and tables of the form; the as-of date.
Out:    figures of the sources form, form.operations and arithmetic.
Raises: nothing. Text that is no number states no figure.
Source: contract §7, table of measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from extractors import values
from extractors.form.applicant import host_on_form, nature_on_form
from extractors.form.free_services import free_services
from extractors.form.registered_in import registered_in
from extractors.stated import figure
from schemas.application import Entry
from schemas.figures import Figure
from schemas.measures import MEASURES
from schemas.tables import Row
from schemas.trust import Doubt, is_sure

_CENT = Decimal("0.01")
OTHERS_TOO = "其他合作单位也计入"
_PARTS_OF_PREMISES = ("premises_owned_area", "premises_leased_area")
_AT_LEAST = frozenset({Doubt.LOWER_BOUND})
_ABOUT = frozenset({Doubt.ABOUT})


def form_figures(entries: Mapping[str, Entry], tables: Mapping[str, Sequence[Row]], as_of: date) -> list[Figure]:
    """Every figure of the form and of its tables."""
    return [
        *_cells(entries),
        *_dates_and_names(entries, as_of),
        *nature_on_form(entries),
        *host_on_form(tables.get("investors", ())),
        *_operations(tables.get("operations", ()), as_of),
        *_arithmetic(entries),
        *_investors(tables.get("investors", ())),
        *_partners(tables),
        *free_services(entries, tables.get("services", ())),
    ]


def _number(entries: Mapping[str, Entry], key: str) -> Decimal | None:
    entry = entries.get(key)
    return entry.value if entry is not None and isinstance(entry.value, Decimal) else None


def _numbers(entries: Mapping[str, Entry], keys: Sequence[str]) -> dict[str, Decimal]:
    """The numbers in those of these blanks that hold one."""
    return {key: number for key in keys if (number := _number(entries, key)) is not None}


def _stated_in(source: str) -> Iterator[str]:
    """The measures that stand in a blank or column of their own name."""
    return (measure.id for measure in MEASURES.values() if source in measure.stated_in)


def _cells(entries: Mapping[str, Entry]) -> Iterator[Figure]:
    for key in _stated_in("form"):
        number = _number(entries, key)
        if number is not None:
            entry = entries[key]
            yield _or_more(figure(key, "form", number, entry.text, [entry.evidence]))


def _dates_and_names(entries: Mapping[str, Entry], as_of: date) -> Iterator[Figure]:
    name = entries.get("applicant_name")
    if name is not None and isinstance(name.value, str):
        yield figure("applicant_name", "form", name.value, name.text, [name.evidence])
    founded = entries.get("registered_on")
    if founded is not None and isinstance(founded.value, str) and values.iso_date(founded.value):
        place = [founded.evidence]
        yield figure("registered_on", "form", founded.value, founded.text, place)
        years = years_between(founded.value, as_of)
        if years is not None:
            yield figure("operating_years", "form", years, founded.text, place)
    address = entries.get("registered_address")
    if address is not None and isinstance(address.value, str):
        yield from registered_in("form", address.value, address.text, address.evidence)


def years_between(founded: str, as_of: date) -> Decimal | None:
    """The years from a date to the as-of date, one decimal; a month counts from its first day."""
    parts = [int(part) for part in founded.split("-")]
    if len(parts) < 2:
        return None
    start = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    years = (Decimal((as_of - start).days) / Decimal("365.25")).quantize(Decimal("0.1"))
    # Rounding must not bring an anniversary forward: 1.96 years are 1.9 (contract §7).
    whole = as_of.year - start.year - ((as_of.month, as_of.day) < (start.month, start.day))
    return min(max(years, Decimal(whole)), Decimal(whole) + Decimal("0.9"))


def last_year(rows: Sequence[Row], as_of: date) -> Row | None:
    """The row of last year; else the latest full year before it; None where the rows name no years."""
    years = {row.values["year"]: row for row in rows if isinstance(row.values.get("year"), int)}
    wanted = as_of.year - 1
    full = [year for year in years if isinstance(year, int) and year <= wanted]
    return years[max(full)] if full else None


def _operations(rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    row = last_year(rows, as_of)
    if row is not None:
        yield from _of_year(row, "")
    elif all(row.values.get("year") is None for row in rows):
        # 秦皇岛附件3 has three rows and no column for the year: any of them may be the last year's.
        for number, unnamed in enumerate(rows, start=1):
            yield from _of_year(unnamed, f"以表中第{number}行为上年度")
    yield from _growth(rows, as_of)


def _of_year(row: Row, reading: str) -> Iterator[Figure]:
    """What one row of the yearly table states, as last year's."""
    for key in _stated_in("form.operations"):
        value = row.values.get(key)
        if isinstance(value, Decimal):
            place, year = row.places.get(key, row.evidence), row.values.get("year")
            of = year if isinstance(year, int) else None
            text = place.text or str(value)
            yield _or_more(figure(key, "form.operations", value, text, [place], reading=reading, year=of))


def _or_more(stated: Figure) -> Figure:
    """A number that its own words call the least (90余, 10人以上) as what it is: it meets a bound, and misses none."""
    if Doubt.ABOUT not in stated.doubts or not values.at_least(stated.text):
        return stated
    return replace(stated, doubts=stated.doubts - _ABOUT | _AT_LEAST)


def _growth(rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    """Whether each of the last three years is above the one before; nothing with fewer than three years."""
    served: dict[int, tuple[Decimal, Row]] = {}
    for row in rows:
        year, count = row.values.get("year"), row.values.get("enterprises_served")
        if isinstance(year, int) and isinstance(count, Decimal):
            served[year] = (count, row)
    years = _last_three(list(served), as_of)
    if len(years) < 3:
        return
    counts = [served[year][0] for year in years]
    rising = all(after > before for before, after in pairwise(counts))
    places = [row.places.get("enterprises_served", row.evidence) for _, row in (served[year] for year in years)]
    text = "，".join(f"{year}年{count}" for year, count in zip(years, counts, strict=True))
    yield figure("enterprise_growth", "form.operations", rising, text, places)


def _last_three(years: Sequence[int], as_of: date) -> list[int]:
    """The three years before the as-of date; where one is missing, the latest three that are there."""
    wanted = [as_of.year - 3, as_of.year - 2, as_of.year - 1]
    if set(wanted) <= set(years):
        return wanted
    return sorted(year for year in years if year < as_of.year)[-3:]


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(_CENT)


def _arithmetic(entries: Mapping[str, Entry]) -> Iterator[Figure]:
    """Ratios and sums that the form states and that its other blanks give too."""
    for measure in MEASURES.values():
        # What a rulebook works out itself is worked out unrounded (quotients).
        if len(measure.made_of) == 2 and measure.quotient is None:
            yield from _ratio(entries, measure.id, *measure.made_of)
    areas = _numbers(entries, _PARTS_OF_PREMISES)
    # A part that was left blank is none; one that holds something which is no number may be any.
    told = all(key in areas or _is_left_blank(entries.get(key)) for key in _PARTS_OF_PREMISES)
    if len(areas) == 2 or (areas and told and _number(entries, "premises_area") is not None):
        text = "＋".join(map(str, areas.values()))
        total, places = sum(areas.values(), Decimal(0)), [entries[key].evidence for key in areas]
        yield figure("premises_area", "arithmetic", total, text, places)


def _is_left_blank(entry: Entry | None) -> bool:
    return entry is None or (entry.value is None and is_sure(entry.doubts) and values.is_blank(entry.text))


def _ratio(entries: Mapping[str, Entry], measure: str, whole: str, part: str) -> Iterator[Figure]:
    above, below = _number(entries, part), _number(entries, whole)
    if above is not None and below is not None and below > 0:
        places = [entries[part].evidence, entries[whole].evidence]
        yield figure(measure, "arithmetic", _share(above, below), f"{above}÷{below}", places)


def _investors(rows: Sequence[Row]) -> Iterator[Figure]:
    shares = [(row, row.values["share"]) for row in rows if isinstance(row.values.get("share"), Decimal)]
    if shares and len(shares) == len(rows):
        total = sum((share for _, share in shares if isinstance(share, Decimal)), Decimal(0))
        text = "＋".join(str(share) for _, share in shares)
        places = [row.places.get("share", row.evidence) for row, _ in shares]
        yield figure("investor_share", "arithmetic", total, text, places)


def _partners(tables: Mapping[str, Sequence[Row]]) -> Iterator[Figure]:
    listed = tables.get("partners", ())
    if not listed:
        # Heads without a name below may be of a table that goes on elsewhere: that is not to say there are none.
        return
    signed = [row for row in listed if row.values.get("agreement") is True]
    for reading, counted in (("", signed), (OTHERS_TOO, listed)):
        names = list(dict.fromkeys(str(row.values["name"]) for row in counted))
        places = [row.evidence for row in counted or listed[:1]]
        # 集聚服务机构 may mean those with an agreement, or all that work with the platform (contract §11).
        if not reading or len(counted) > len(signed):
            yield figure("partner_institutions", "form", Decimal(len(names)), "、".join(names), places, reading=reading)
