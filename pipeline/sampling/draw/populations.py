"""Which units do the results of a screening hold: dossiers, enterprises served, staff, vouchers?"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import combinations
from typing import Any

from pipeline.sampling.draw.frame import SamplingFrame, Unit, Values, frame
from pipeline.sampling.draw.screening_results import Record, Results
from pipeline.wording import VERDICTS
from schemas.measures import FUNCTION_TITLES
from schemas.names import bare_name, enterprise_key, near_enterprise, person_key
from schemas.tables import LISTS

Row = Mapping[str, Any]
NAMES = "names"
PLACE = ("file", "page", "sheet", "cell", "bbox", "text")
_COUNTY = re.compile(r"(?:市|州|盟|地区)([^省市州盟]{1,9}?(?:区|县|旗|市))")
_RISKS = {
    "crosscheck.duplicate_enterprises": "名单重复",
    "crosscheck.shared_phones": "多家同一电话",
    "crosscheck.self_served": "申请单位自身或投资方",
}


def population(results: Results, of: str, dossier: str = "") -> SamplingFrame:
    """The frame of one population. UsageError where the dossier is not there or its list is empty."""
    if of == "dossiers":
        return _dossiers(results)
    record = results.screening(results.only(dossier))
    rows = list(record.get("tables", {}).get(of, []))
    return _OF[of](record, rows)


def _dossiers(results: Results) -> SamplingFrame:
    units = [Unit(dossier, _dossier(results.screening(dossier))) for dossier in results.places]
    columns = (
        "applicant",
        "rulebook",
        "rulebook_title",
        "verdict",
        "county",
        "function",
        "organisation_type",
        "risk",
        "contact",
        "phone",
    )
    return frame("dossiers", columns, units)


def _dossier(record: Record) -> Values:
    blanks = {key: str(blank.get("value") or "") for key, blank in record.get("application", {}).items()}
    figures = record.get("figures", [])
    claimed = {figure["measure"].split(".")[1] for figure in figures if _claims(figure)}
    flagged = sum(
        finding["status"] in ("fail", "review", "error") and finding["disposition"] != "note"
        for finding in _findings(record)
    )
    return {
        "applicant": record["dossier"]["applicant"],
        "rulebook": record["rulebook"]["id"],
        "rulebook_title": str(record["rulebook"].get("title", "")),
        "verdict": VERDICTS.get(record["verdict"]["status"], record["verdict"]["status"]),
        "county": county_of(blanks.get("registered_address", "")),
        "function": "、".join(title for function, title in FUNCTION_TITLES.items() if function in claimed),
        "organisation_type": blanks.get("organisation_type", ""),
        "risk": "" if not flagged else "低" if flagged <= 2 else "中" if flagged <= 5 else "高",
        "contact": blanks.get("contact_name", ""),
        "phone": blanks.get("contact_phone") or blanks.get("mobile", ""),
    }


def county_of(address: str) -> str:
    """聊城市东昌府区样例大街 → 东昌府区; "" where the address names none."""
    match = _COUNTY.search(address)
    return match[1] if match else ""


def _claims(figure: Row) -> bool:
    measure = str(figure["measure"])
    return measure.startswith("function.") and measure.endswith(".claimed") and bool(figure["value"])


def _findings(record: Record) -> list[Row]:
    return list(record.get("findings", []))


def _enterprises(record: Record, rows: Sequence[Row]) -> SamplingFrame:
    flags = _flags(record)
    units = []
    for group in _same_enterprises([row for row in rows if enterprise_key(_text(row.get("name")))]):
        first = group[0]
        risk = dict.fromkeys(flag for row in group for flag in _flagged(row, flags))
        fees = [row.get("fee") for row in group]
        extra = {"fee_class": _fee_class(fees), "risk": "、".join(risk), NAMES: _names(group, "name")}
        # The key does not hang on the order of the list: of several names, the first by code points.
        key = min(enterprise_key(_text(row.get("name"))) for row in group)
        units.append(Unit(key, {**_values("enterprises", first), **extra, **_place(first)}))
    return frame("enterprises", (*_columns("enterprises"), "fee_class", "risk", NAMES, *PLACE), units)


def _same_enterprises(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows grouped by enterprise: one name but for its legal form, or but for a character with one phone or contact."""
    parent = list(range(len(rows)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    for one, other in _alike(rows):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[Row]] = defaultdict(list)
    for at, row in enumerate(rows):
        groups[root(at)].append(row)
    return list(groups.values())


def _alike(rows: Sequence[Row]) -> Iterable[tuple[int, int]]:
    """Pairs of rows that name one enterprise; only rows that share something are held against each other."""
    keys = [enterprise_key(_text(row.get("name"))) for row in rows]
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        buckets["name", bare_name(keys[at])].append(at)
        for column in ("phone", "contact"):
            if _text(row.get(column)):
                buckets[column, _text(row.get(column))].append(at)
    for (kind, _), members in buckets.items():
        for one, other in combinations(members, 2):
            if kind == "name" or near_enterprise(keys[one], keys[other]):
                yield one, other


def _flags(record: Record) -> list[tuple[str, str, str]]:
    """What the cross-checks found amiss: in which file, at which words, and what."""
    return [
        (str(place.get("file")), str(place.get("text")), _RISKS[finding["rule"]])
        for finding in _findings(record)
        if finding["rule"] in _RISKS and finding["status"] in ("fail", "review")
        for place in finding["evidence"]
        if place.get("text")
    ]


def _flagged(row: Row, flags: Iterable[tuple[str, str, str]]) -> Iterable[str]:
    words = {_text(row.get("name")), _text(row.get("phone")), _text(row["evidence"].get("text"))}
    return (what for file, text, what in flags if file == row["evidence"].get("file") and text in words)


def _fee_class(fees: Sequence[object]) -> str:
    stated = [fee for fee in fees if isinstance(fee, (int, float)) and not isinstance(fee, bool)]
    return "未载明" if not stated else "收费" if any(fee > 0 for fee in stated) else "免费"


def _staff(_: Record, rows: Sequence[Row]) -> SamplingFrame:
    """People of one name stay apart: namesakes are told by what else the list says of them."""
    named = [row for row in rows if person_key(_text(row.get("name")))]
    distinct = {(person_key(_text(row.get("name"))), *_values("staff", row).values()): row for row in reversed(named)}
    counts = Counter(key[0] for key in distinct)
    seen: Counter[str] = Counter()
    units = []
    for key in sorted(distinct):
        seen[key[0]] += 1
        name = key[0] if counts[key[0]] == 1 else f"{key[0]}#{seen[key[0]]}"
        units.append(Unit(name, {**_values("staff", distinct[key]), **_place(distinct[key])}))
    return frame("staff", (*_columns("staff"), *PLACE), units)


def _vouchers(_: Record, rows: Sequence[Row]) -> SamplingFrame:
    """Lines of one number and date are one voucher; its amount is their sum."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        key = f"{_text(row.get('number'))} {_text(row.get('date'))}".strip()
        groups[key or f"无号码 {_place(row)['cell'] or _place(row)['bbox']}"].append(row)
    units = []
    for key, group in groups.items():
        extra = {"amount": _summed(group), "fee_name": _names(group, "fee_name"), "lines": str(len(group))}
        units.append(Unit(key, {**_values("vouchers", group[0]), **extra, **_place(group[0])}))
    return frame("vouchers", (*_columns("vouchers"), "lines", *PLACE), units)


def _summed(group: Sequence[Row]) -> str:
    """The amounts added up; "" where one of them is no number."""
    try:
        return f"{sum((Decimal(_text(row.get('amount')) or 'x') for row in group), Decimal(0)):f}"
    except InvalidOperation:
        return ""


def _names(group: Sequence[Row], column: str) -> str:
    return "；".join(dict.fromkeys(_text(row.get(column)) for row in group if row.get(column)))


def _columns(name: str) -> tuple[str, ...]:
    return tuple(column.key for column in LISTS[name].columns)


def _values(name: str, row: Row) -> dict[str, str]:
    return {key: _text(row.get(key)) for key in _columns(name)}


def _place(row: Row) -> dict[str, str]:
    place = row.get("evidence") or {}
    return {key: "" if place.get(key) is None else _text(place.get(key)) for key in PLACE}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{Decimal(str(value)):f}"
    return json.dumps(value) if isinstance(value, list) else " ".join(str(value).split())


_OF: Mapping[str, Callable[[Record, Sequence[Row]], SamplingFrame]] = {
    "enterprises": _enterprises,
    "staff": _staff,
    "vouchers": _vouchers,
}
