"""Are the lists sound: nobody twice, no phone shared by many, nobody serving himself, numbers in a row?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice

from schemas.findings import Finding
from schemas.names import bare_name, enterprise_key, near_enterprise, person_key
from schemas.status import Reason
from schemas.tables import Row
from schemas.trust import NONE, Doubt
from validators import wording
from validators.case import Case
from validators.lists.suspects import Suspects, finding, pairs, repeated, rows_in, text_of, those, unsettled
from validators.outcome import FAIL, PASS, Explained, review
from validators.proved import NOT_PROVED, are_sure, besides, surely_one

# One phone for so many enterprises or more is shown to a person (contract §8).
SHARED = 3
_COUNT_ONCE = f"{wording.CHECK}并按不重复的企业统计"
_MAY_COUNT = f"{wording.CHECK}是否应计入服务企业数"
_ONCE = "每家企业只列一次"
_OTHERS = "服务对象不含申请单位及其投资方"


def duplicate_enterprises(case: Case) -> Finding:
    """The same enterprise twice: fail, of those that are proved; names that nearly agree: review."""
    rows = rows_in(case, "enterprises")
    groups = _groups(rows, lambda row: enterprise_key(text_of(row, "name")))
    # Where rows fell apart, the same end of two names stands for two enterprises.
    apart = Doubt.UNEVEN in case.contents.list_doubts.get("enterprises", NONE)
    proved = [] if apart else [same for group in groups if (same := surely_one(group, "name"))]
    alike = _alike(rows)
    if proved:
        others = unsettled([*chain(*groups), *chain(*alike)], chain(*proved))
        twice = repeated(proved)
        more = besides(others, "名称相同或相近")
        wrong = f"服务企业名单同一企业重复出现：{wording.named(twice.words)}，{_COUNT_ONCE}{more}。"
        return finding("duplicate_enterprises", rows, twice.said(FAIL, wrong), _ONCE)
    return finding("duplicate_enterprises", rows, _perhaps_twice(groups, alike), _ONCE)


def _perhaps_twice(groups: Sequence[Sequence[Row]], alike: Sequence[tuple[Row, Row]]) -> Explained:
    """What is said where nothing is proved: names that seem to come again, and those that nearly agree."""
    twice, near = repeated(groups), pairs(alike)
    outcome = review(Reason.UNREADABLE) if twice else review(Reason.WEAK_MATCH) if near else PASS
    parts = [
        *([f"同一企业重复出现：{wording.named(twice.words)}{NOT_PROVED}"] if twice else []),
        *([f"名称相近，疑为同一企业：{wording.named(near.words)}"] if near else []),
    ]
    wrong = f"服务企业名单{'；'.join(parts)}，{_COUNT_ONCE}。"
    return (twice + near.called("名称相近：")).said(outcome, wrong if parts else "服务企业名单中无重复企业。")


def duplicate_staff(case: Case) -> Finding:
    """The same name twice may be two people of one name: review."""
    rows = rows_in(case, "staff")
    twice = repeated(_groups(rows, lambda row: person_key(text_of(row, "name"))))
    wrong = f"人员名单中同名：{wording.named(twice.words)}，请核实是否为同一人重复填写。"
    said = twice.said(
        review(Reason.WEAK_MATCH) if twice else PASS,
        wrong if twice else "人员名单中无同名人员。",
    )
    return finding("duplicate_staff", rows, said, "每人只列一次")


def shared_phones(case: Case) -> Finding:
    """One phone for three or more enterprises: review."""
    rows = [row for row in rows_in(case, "enterprises") if _digits(row)]
    by_phone: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        by_phone[_digits(row)].setdefault(enterprise_key(text_of(row, "name")), row)
    shared = {phone: list(group.values()) for phone, group in by_phone.items() if len(group) >= SHARED}
    found = Suspects(
        tuple(f"{phone}（{wording.named(text_of(row, 'name') for row in group)}）" for phone, group in shared.items()),
        tuple(row.places.get("phone", row.evidence) for group in shared.values() for row in group),
    )
    wrong = f"{SHARED} 家以上企业共用同一电话：{wording.named(found.words)}，{wording.CHECK}。"
    said = found.said(
        review(Reason.WEAK_MATCH) if found else PASS,
        wrong if found else "无三家以上企业共用同一电话。",
    )
    return finding("shared_phones", rows, said, "各企业电话各不相同")


def self_served(case: Case) -> Finding:
    """The applicant in its own list: fail; an investor, or a name close to the applicant's: review."""
    rows = rows_in(case, "enterprises")
    applicants = _applicant_names(case)
    keys = {enterprise_key(name) for name in applicants}
    investors = {enterprise_key(text_of(row, "name")) for row in rows_in(case, "investors")} - keys - {""}
    own = [row for row in rows if enterprise_key(text_of(row, "name")) in keys]
    close = [row for row in rows if _is_close(text_of(row, "name"), investors, applicants)]
    proved = [row for row in own if are_sure(row, ["name"])]
    if proved:
        more = besides(unsettled([*own, *close], proved), "疑为申请单位、其投资方或名称相近的企业")
        itself = those(proved)
        wrong = f"服务企业名单列有申请单位自身：{wording.named(itself.words)}，{_MAY_COUNT}{more}。"
        return finding("self_served", rows, itself.said(FAIL, wrong), _OTHERS)
    return finding("self_served", rows, _perhaps_itself(own, close), _OTHERS)


def _perhaps_itself(own: Sequence[Row], close: Sequence[Row]) -> Explained:
    """What is said where nothing is proved: rows that seem to be the applicant, and those close to it."""
    itself, near = those(own), those(close)
    outcome = review(Reason.UNREADABLE) if own else review(Reason.WEAK_MATCH) if close else PASS
    parts = [
        *([f"申请单位自身：{wording.named(itself.words)}{NOT_PROVED}"] if itself else []),
        *([f"投资方或与申请单位名称相近的企业：{wording.named(near.words)}"] if near else []),
    ]
    wrong = f"服务企业名单列有{'；'.join(parts)}，{_MAY_COUNT}。"
    return (itself + near.called("投资方或名称相近：")).said(
        outcome, wrong if parts else "服务企业名单中无申请单位及其投资方。"
    )


def roster_numbering(case: Case) -> Finding:
    """The numbers of the list run from 1 without gap or repeat; a row without number may fill a gap."""
    rows = [row for row in rows_in(case, "enterprises") if "no" in row.values]
    numbered = [(number, row) for row in rows if (number := _whole(row.values["no"])) is not None]
    times = Counter(number for number, _ in numbered)
    repeats = sorted(number for number, count in times.items() if count > 1)
    gaps = _gaps(times, unnumbered=len(rows) - len(numbered))
    if repeats and _each_counts_anew(numbered):
        repeats, gaps = [], ""
    found = Suspects(
        (
            *([f"序号重复：{wording.named(map(str, repeats))}"] if repeats else []),
            *([f"序号缺失：{gaps}"] if gaps else []),
        ),
        tuple(row.places.get("no", row.evidence) for number, row in numbered if number in repeats),
    )
    wrong = f"服务企业名单{'；'.join(found.words)}，请核实名单是否完整。"
    said = found.said(review(Reason.CONFLICT) if found else PASS, wrong if found else "服务企业名单序号连续。")
    return finding("roster_numbering", [row for _, row in numbered], said, "序号连续、不重复")


def _each_counts_anew(numbered: Sequence[tuple[int, Row]]) -> bool:
    """Whether the rows lie on several sheets, and those of each count from 1 without gap or repeat."""
    sheets: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, row in numbered:
        sheets[row.evidence.file, row.evidence.sheet].append(number)
    return len(sheets) > 1 and all(sorted(held) == list(range(1, len(held) + 1)) for held in sheets.values())


def _digits(row: Row) -> str:
    return re.sub(r"\D", "", text_of(row, "phone"))


def _whole(value: object) -> int | None:
    """The number, where it is a whole one."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


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


def _alike(rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Pairs of names that differ only in legal form, or by one character with the same phone or contact."""
    named = {enterprise_key(text_of(row, "name")): row for row in rows if text_of(row, "name")}
    apart: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
    for key, row in named.items():
        apart["legal_form", bare_name(key)][key] = row
        for column, value in (("contact", person_key(text_of(row, "contact"))), ("phone", _digits(row))):
            if value:
                apart["one_character", f"{column} {value}"][key] = row
    pairs = {
        (a, b) for (how, _), group in apart.items() for a, b in combinations(group, 2) if near_enterprise(a, b) == how
    }
    return [(named[a], named[b]) for a, b in sorted(pairs)]


def _applicant_names(case: Case) -> list[str]:
    """As the dossier and its form name the applicant; a licence may be in another's name."""
    on_forms = [str(figure.value) for figure in case.of("applicant_name") if figure.source == "form"]
    stated = [case.contents.applicant, *on_forms]
    return [name for name in dict.fromkeys(stated) if name]


def _is_close(name: str, investors: Container[str], applicants: Sequence[str]) -> bool:
    """Whether a name is an investor's, or the applicant's but for its legal form."""
    return enterprise_key(name) in investors or any(near_enterprise(name, own) == "legal_form" for own in applicants)
