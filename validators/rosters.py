"""Are the lists sound: nobody twice, no phone shared by many, nobody serving himself, numbers in a row?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice

from schemas.findings import Finding
from schemas.locator import Locator
from schemas.names import bare_name, enterprise_key, near_enterprise, person_key
from schemas.status import Reason, Status
from schemas.tables import Row, rows_of
from schemas.trust import NONE, Doubt
from validators import wording
from validators.case import Case
from validators.outcome import PASS, Explained, Outcome, review
from validators.proved import are_sure, is_one_twice, unless_proved, where_proved

# One phone for so many enterprises or more is shown to a person (contract §8).
SHARED = 3


@dataclass(frozen=True, slots=True)
class Suspects:
    """What a look through a list turned up: in words, with the places."""

    words: tuple[str, ...]
    evidence: tuple[Locator, ...]

    def __bool__(self) -> bool:
        """Whether anything was turned up."""
        return bool(self.words)

    def __add__(self, other: Suspects) -> Suspects:
        """Both together."""
        return Suspects(self.words + other.words, self.evidence + other.evidence)

    def said(self, outcome: Outcome, message: str) -> Explained:
        """What follows from it, with its words and places."""
        return Explained(outcome, message, "；".join(self.words), self.evidence)


def duplicate_enterprises(case: Case) -> Finding:
    """The same enterprise twice: fail; names that nearly agree: review."""
    rows = _rows(case, "enterprises")
    groups = _groups(rows, lambda row: enterprise_key(_text(row, "name")))
    twice, alike = _repeated(groups), _alike(rows)
    # Where rows fell apart, the same end of two names stands for two enterprises.
    apart = Doubt.UNEVEN in case.contents.list_doubts.get("enterprises", NONE)
    told = where_proved(not apart and any(is_one_twice(group, "name") for group in groups))
    outcome = told if twice else review(Reason.WEAK_MATCH) if alike else PASS
    parts = [
        *([f"同一企业重复出现：{wording.named(twice.words)}{unless_proved(told)}"] if twice else []),
        *([f"名称相近，疑为同一企业：{wording.named(alike.words)}"] if alike else []),
    ]
    wrong = f"服务企业名单{'；'.join(parts)}，{wording.CHECK}并按不重复的企业统计。"
    said = (twice + alike).said(outcome, wrong if parts else "服务企业名单中无重复企业。")
    return _finding("duplicate_enterprises", rows, said, "每家企业只列一次")


def duplicate_staff(case: Case) -> Finding:
    """The same name twice may be two people of one name: review."""
    rows = _rows(case, "staff")
    twice = _repeated(_groups(rows, lambda row: person_key(_text(row, "name"))))
    wrong = f"人员名单中同名：{wording.named(twice.words)}，请核实是否为同一人重复填写。"
    said = twice.said(
        review(Reason.WEAK_MATCH) if twice else PASS,
        wrong if twice else "人员名单中无同名人员。",
    )
    return _finding("duplicate_staff", rows, said, "每人只列一次")


def shared_phones(case: Case) -> Finding:
    """One phone for three or more enterprises: review."""
    rows = [row for row in _rows(case, "enterprises") if _digits(row)]
    by_phone: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        by_phone[_digits(row)].setdefault(enterprise_key(_text(row, "name")), row)
    shared = {phone: list(group.values()) for phone, group in by_phone.items() if len(group) >= SHARED}
    found = Suspects(
        tuple(f"{phone}（{wording.named(_text(row, 'name') for row in group)}）" for phone, group in shared.items()),
        tuple(row.places.get("phone", row.evidence) for group in shared.values() for row in group),
    )
    wrong = f"{SHARED} 家以上企业共用同一电话：{wording.named(found.words)}，{wording.CHECK}。"
    said = found.said(
        review(Reason.WEAK_MATCH) if found else PASS,
        wrong if found else "无三家以上企业共用同一电话。",
    )
    return _finding("shared_phones", rows, said, "各企业电话各不相同")


def self_served(case: Case) -> Finding:
    """The applicant in its own list: fail; an investor, or a name close to the applicant's: review."""
    rows = _rows(case, "enterprises")
    applicants = _applicant_names(case)
    keys = {enterprise_key(name) for name in applicants}
    investors = {enterprise_key(_text(row, "name")) for row in _rows(case, "investors")} - keys - {""}
    own = [row for row in rows if enterprise_key(_text(row, "name")) in keys]
    itself = _those(own)
    close = _those([row for row in rows if _is_close(_text(row, "name"), investors, applicants)])
    told = where_proved(any(are_sure(row, ["name"]) for row in own))
    outcome = told if itself else review(Reason.WEAK_MATCH) if close else PASS
    parts = [
        *([f"申请单位自身：{wording.named(itself.words)}{unless_proved(told)}"] if itself else []),
        *([f"投资方或与申请单位名称相近的企业：{wording.named(close.words)}"] if close else []),
    ]
    wrong = f"服务企业名单列有{'；'.join(parts)}，{wording.CHECK}是否应计入服务企业数。"
    said = (itself + close).said(outcome, wrong if parts else "服务企业名单中无申请单位及其投资方。")
    return _finding("self_served", rows, said, "服务对象不含申请单位及其投资方")


def roster_numbering(case: Case) -> Finding:
    """The numbers of the list run from 1 without gap or repeat; a row without number may fill a gap."""
    rows = [row for row in _rows(case, "enterprises") if "no" in row.values]
    numbered = [(number, row) for row in rows if (number := _whole(row.values["no"])) is not None]
    times = Counter(number for number, _ in numbered)
    repeats = sorted(number for number, count in times.items() if count > 1)
    gaps = _gaps(times, unnumbered=len(rows) - len(numbered))
    found = Suspects(
        (
            *([f"序号重复：{wording.named(map(str, repeats))}"] if repeats else []),
            *([f"序号缺失：{gaps}"] if gaps else []),
        ),
        tuple(row.places.get("no", row.evidence) for number, row in numbered if number in repeats),
    )
    wrong = f"服务企业名单{'；'.join(found.words)}，请核实名单是否完整。"
    said = found.said(review(Reason.CONFLICT) if found else PASS, wrong if found else "服务企业名单序号连续。")
    return _finding("roster_numbering", [row for _, row in numbered], said, "序号连续、不重复")


def service_revenue_within_revenue(case: Case) -> Finding:
    """服务收入 is part of 营业收入 and cannot exceed it in any year."""
    rows = [row for row in _rows(case, "operations") if None not in _revenues(row)]
    over = [row for row in rows if (_revenues(row)[0] or 0) > (_revenues(row)[1] or 0)]
    found = Suspects(
        tuple(
            f"{_text(row, 'year')} 年服务收入 {_text(row, 'service_revenue')} 万元，"
            f"营业收入 {_text(row, 'revenue')} 万元"
            for row in over
        ),
        tuple(row.places.get("service_revenue", row.evidence) for row in over),
    )
    told = where_proved(any(are_sure(row, ["service_revenue", "revenue"]) for row in over))
    wrong = f"服务收入大于营业收入：{wording.named(found.words)}{unless_proved(told)}，{wording.CHECK}。"
    said = found.said(told if found else PASS, wrong if found else "各年服务收入均未超过营业收入。")
    return _finding("service_revenue_within_revenue", rows, said, "服务收入不大于营业收入")


def _rows(case: Case, table: str) -> list[Row]:
    frame = case.contents.tables.get(table)
    return [] if frame is None else rows_of(frame)


def _text(row: Row, column: str) -> str:
    value = row.values.get(column)
    return "" if value is None else str(value).strip()


def _digits(row: Row) -> str:
    return re.sub(r"\D", "", _text(row, "phone"))


def _whole(value: object) -> int | None:
    """The number, where it is a whole one."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _revenues(row: Row) -> tuple[Decimal | None, Decimal | None]:
    """服务收入 and 营业收入, None where not a number."""
    part, whole = row.values.get("service_revenue"), row.values.get("revenue")
    return part if isinstance(part, Decimal) else None, whole if isinstance(whole, Decimal) else None


def _gaps(times: Mapping[int, int], unnumbered: int) -> str:
    """The numbers that are left out, in words; nothing where rows without number may bear them."""
    last = max(times, default=0)
    missing = last - sum(1 <= number <= last for number in times)
    if missing <= unnumbered:
        return ""
    shown = islice((number for number in range(1, last + 1) if number not in times), 8)
    return f"{'、'.join(map(str, shown))}{f' 等 {missing} 个' if missing > 8 else ''}"


def _groups(rows: Sequence[Row], key: Callable[[Row], str]) -> list[list[Row]]:
    """The rows that share a key with another."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if key(row):
            groups[key(row)].append(row)
    return [group for group in groups.values() if len(group) > 1]


def _repeated(repeated: Sequence[Sequence[Row]]) -> Suspects:
    """The names that two rows or more bear."""
    return Suspects(
        tuple(f"{_text(group[0], 'name')}（{len(group)} 次{_numbers(group)}）" for group in repeated),
        tuple(row.places.get("name", row.evidence) for group in repeated for row in group),
    )


def _numbers(group: Iterable[Row]) -> str:
    numbers = [str(row.values["no"]) for row in group if row.values.get("no") is not None]
    return f"，序号 {'、'.join(numbers)}" if numbers else ""


def _alike(rows: Sequence[Row]) -> Suspects:
    """Pairs of names that differ only in legal form, or by one character with the same phone or contact."""
    named = {enterprise_key(_text(row, "name")): row for row in rows if _text(row, "name")}
    apart: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
    for key, row in named.items():
        apart["legal_form", bare_name(key)][key] = row
        for column, value in (("contact", person_key(_text(row, "contact"))), ("phone", _digits(row))):
            if value:
                apart["one_character", f"{column} {value}"][key] = row
    pairs = {
        (a, b) for (how, _), group in apart.items() for a, b in combinations(group, 2) if near_enterprise(a, b) == how
    }
    found = [(named[a], named[b]) for a, b in sorted(pairs)]
    return Suspects(
        tuple(f"{_text(one, 'name')}／{_text(other, 'name')}" for one, other in found),
        tuple(row.places.get("name", row.evidence) for pair in found for row in pair),
    )


def _applicant_names(case: Case) -> list[str]:
    """As the dossier and its form name the applicant; a licence may be in another's name."""
    on_forms = [str(figure.value) for figure in case.of("applicant_name") if figure.source == "form"]
    stated = [case.contents.applicant, *on_forms]
    return [name for name in dict.fromkeys(stated) if name]


def _is_close(name: str, investors: Container[str], applicants: Sequence[str]) -> bool:
    """Whether a name is an investor's, or the applicant's but for its legal form."""
    return enterprise_key(name) in investors or any(near_enterprise(name, own) == "legal_form" for own in applicants)


def _those(hits: Sequence[Row]) -> Suspects:
    return Suspects(
        tuple(_text(row, "name") + _numbers([row]) for row in hits),
        tuple(row.places.get("name", row.evidence) for row in hits),
    )


def _finding(rule: str, rows: Sequence[Row], said: Explained, expected: str) -> Finding:
    """The finding; without rows there was nothing to look through."""
    name = f"crosscheck.{rule}"
    if not rows:
        return Finding(name, Status.NOT_APPLICABLE, "", "未见有关名单或数据，无从核对。", expected)
    outcome = said.outcome
    evidence = tuple(dict.fromkeys(said.evidence))
    return Finding(name, outcome.status, "", said.message, expected, said.actual, evidence, reason=outcome.reason)
