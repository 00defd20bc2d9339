"""What the lists themselves amount to: people counted, prices summed, enterprises told apart.

In:     the rows of each list, with what its frame says.
Out:    figures of the sources roster, roster.total and survey.
Raises: nothing. An empty list states no figure.
Source: contract §7; qualified staff are 大专及以上学历 or 中级及以上职称, each person once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extractors import values
from extractors.lists.listing import Listing
from extractors.lists.qualification import COMMON, qualified
from extractors.stated import figure
from extractors.vocabulary.headings import known
from schemas.figures import Figure
from schemas.names import enterprise_key, person_key
from schemas.regulation.own_words import spoken_words
from schemas.tables import Row
from schemas.trust import NONE, Doubt, Doubts

BOTH = "学历与职称须同时具备"
ONCE = "同名的按一人计"
UNCLEAR = "学历、职称写法待核实的人员计入"
NO_SOFTWARE = "软件不计入设备"
EACH = "价格为单价，乘以数量"
IN_YUAN = "价格单位为元"
BLANKS_CONTENT = "未评价的按满意计"
BLANKS_NOT_CONTENT = "未评价的按不满意计"
_CENT = Decimal("0.01")
_NUMERIC = r"\d０-９,，.\s〇零一二三四五六七八九十百千万亿两"


def roster_figures(tables: Mapping[str, Sequence[Row]], listings: Mapping[str, Sequence[Listing]]) -> list[Figure]:
    """Every figure that recounting and re-summing gives."""
    return [
        *_staff(tables.get("staff", ()), _limits(listings.get("staff", ()))),
        *_equipment(tables.get("equipment", ()), listings.get("equipment", ())),
        *_enterprises(tables.get("enterprises", ()), listings.get("enterprises", ())),
        *_survey(tables.get("survey", ())),
    ]


def _limits(listings: Sequence[Listing]) -> Doubts:
    return frozenset({Doubt.MAIN_PART}) if any(listing.partial for listing in listings) else NONE


def _staff(rows: Sequence[Row], limits: Doubts) -> Iterator[Figure]:
    if not rows:
        return
    once = _each_once(rows)
    for reading, counted in (("", rows), (ONCE, once if len(once) < len(rows) else ())):
        if counted:
            yield from _people(counted, limits, reading)


def _each_once(rows: Sequence[Row]) -> list[Row]:
    """The rows without those that may be somebody listed before: of the same name, and of no other age or school."""
    people: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        name, age, school = (str(row.values.get(key) or "") for key in ("name", "age", "school"))
        people.setdefault((person_key(name) or f"{id(row)}", age, school), row)
    return list(people.values())


def _people(rows: Sequence[Row], limits: Doubts, counted: str) -> Iterator[Figure]:
    total, places = len(rows), [rows[0].evidence, rows[-1].evidence]
    yield figure("staff_count", "roster", Decimal(total), f"名单共{total}人", places, reading=counted, doubts=limits)
    if not any("education" in row.values or "title" in row.values for row in rows):
        return
    for meant, count in _qualified(rows):
        reading = "；".join(part for part in (counted, meant) if part)
        text = f"名单{total}人中{count}人" + (f"（{reading}）" if reading else "")
        yield figure("qualified_staff_count", "roster", Decimal(count), text, places, reading=reading, doubts=limits)
        share = (Decimal(count) * 100 / total).quantize(_CENT)
        yield figure("qualified_staff_share", "roster", share, text, places, reading=reading, doubts=limits)


def _qualified(rows: Sequence[Row]) -> Iterator[tuple[str, int]]:
    """How many count as 专业人员: as the contract reads it, and by each other reading that gives another number."""
    meaning = spoken_words().qualified or COMMON
    judged = [
        qualified(str(row.values.get("education") or ""), str(row.values.get("title") or ""), meaning) for row in rows
    ]
    counted = Counter(person.intersection if meaning.join == "and" else person.union for person in judged)
    plain, unclear = counted[True], counted[None]
    both = sum(person.intersection is True for person in judged)
    yield "", plain
    if unclear:
        yield UNCLEAR, plain + unclear
    if not meaning.join and both != plain:
        yield BOTH, both


def _equipment(rows: Sequence[Row], listings: Sequence[Listing]) -> Iterator[Figure]:
    hardware = [row for row in rows if not _is_software(row)]
    for reading, chosen in (("", rows), (NO_SOFTWARE, hardware if len(hardware) < len(rows) else [])):
        if chosen:
            yield from _quantity(chosen, reading)
            yield from _cost(chosen, reading, listings)


def _is_software(row: Row) -> bool:
    return any(word in str(row.values.get("name") or "") for word in known()[1].software)


def _quantity(rows: Sequence[Row], reading: str) -> Iterator[Figure]:
    quantities = _numbers(rows, "quantity")
    if len(quantities) == len(rows):
        total, places = sum(quantities, Decimal(0)), [row.places.get("quantity", row.evidence) for row in rows]
        yield figure("equipment_count", "roster", total, f"{len(rows)}项合计{total}", places, reading=reading)


def _numbers(rows: Sequence[Row], column: str) -> list[Decimal]:
    """The numbers of the column in those rows that have one."""
    return [value for row in rows if isinstance(value := row.values.get(column), Decimal)]


def _cost(rows: Sequence[Row], reading: str, listings: Sequence[Listing]) -> Iterator[Figure]:
    """The sum of the prices: as the row's total; as 单价 a second reading; in 元 a third where no unit is told."""
    prices, quantities = _numbers(rows, "price"), _numbers(rows, "quantity")
    if len(prices) < len(rows):
        return
    places = [row.places.get("price", row.evidence) for row in rows]
    total = sum(prices, Decimal(0))
    readings = [(total, f"{len(rows)}项合计{total}万元", "")]
    if len(quantities) == len(rows):
        each = sum((price * quantity for price, quantity in zip(prices, quantities, strict=True)), Decimal(0))
        readings += [(each, f"单价乘数量合计{each}万元", EACH)] if each != total else []
    if listings and not any(_tells_unit(listing) for listing in listings):
        readings.append((total / 10000, f"{total}元", IN_YUAN))
    for value, text, another in readings:
        joined = "；".join(part for part in (reading, another) if part)
        yield figure("equipment_cost", "roster", value, text, places, reading=joined)


def _tells_unit(listing: Listing) -> bool:
    """Whether the list says in which unit its prices are: by a head, by a line, or in each cell."""
    return bool(listing.units.get("price") or listing.units.get("*")) or "price" in listing.with_units


def _enterprises(rows: Sequence[Row], listings: Sequence[Listing]) -> Iterator[Figure]:
    if not rows:
        return
    names = [(enterprise_key(str(row.values.get("name") or "")), row) for row in rows]
    distinct = len({key for key, _ in names if key})
    ends = [rows[0].evidence, rows[-1].evidence]
    text = f"名单{len(rows)}行，不重复{distinct}家"
    yield figure("enterprises_served", "roster", Decimal(distinct), text, ends)
    for listing in listings:
        for line in listing.stated_total:
            stated = _stated(line.text)
            if stated is not None:
                yield figure("enterprises_served", "roster.total", stated, line.text, [line.place])
    yield from _satisfaction(rows)
    yield from _free_share(rows)


def _stated(text: str) -> Decimal | None:
    """The number in 上一年度共服务企业 N 家."""
    match = re.search(rf"(?<![{_NUMERIC}])([{_NUMERIC}]++)余?\s*+(?:家|户|个)", text)
    return values.number(match.group(1)) if match else None


def _satisfaction(rows: Sequence[Row]) -> Iterator[Figure]:
    """满意 ÷ 已评价; rows without a mark are counted once as content, once as not (contract §11)."""
    rated = [row for row in rows if isinstance(row.values.get("satisfied"), bool)]
    if not rated:
        return
    content, blank = sum(row.values["satisfied"] is True for row in rated), len(rows) - len(rated)
    places = [row.places.get("satisfied", row.evidence) for row in rated]
    text = f"名单{len(rows)}行中已评价{len(rated)}家，满意{content}家"
    readings = [("", content, len(rated))]
    readings += (
        [(BLANKS_CONTENT, content + blank, len(rows)), (BLANKS_NOT_CONTENT, content, len(rows))] if blank else []
    )
    for reading, part, whole in readings:
        share = (Decimal(part) * 100 / whole).quantize(_CENT)
        yield figure("satisfaction", "roster", share, text, places, reading=reading)


def _free_share(rows: Sequence[Row]) -> Iterator[Figure]:
    """Rows with fee 0 ÷ rows with a fee stated: a lower bound, since low fees cannot be told."""
    stated = [row for row in rows if isinstance(row.values.get("fee"), Decimal)]
    if not stated:
        return
    free = sum(row.values["fee"] == 0 for row in stated)
    share = (Decimal(free) * 100 / len(stated)).quantize(_CENT)
    places = [row.places.get("fee", row.evidence) for row in stated]
    text = f"免费{free}家，填写收费{len(stated)}家"
    yield figure("free_service_share", "roster", share, text, places, doubts=frozenset({Doubt.LOWER_BOUND}))


def _survey(rows: Sequence[Row]) -> Iterator[Figure]:
    rated = [row for row in rows if row.values.get("rating") in ("very_satisfied", "satisfied", "dissatisfied")]
    if not rated:
        return
    content = sum(row.values["rating"] != "dissatisfied" for row in rated)
    share = (Decimal(content) * 100 / len(rated)).quantize(_CENT)
    places = [row.places.get("rating", row.evidence) for row in rated]
    yield figure("satisfaction", "survey", share, f"很满意、基本满意{content}家，已评价{len(rated)}家", places)
