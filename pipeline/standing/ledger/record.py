"""How does one event that a person tells become a line of the ledger? Whom it is about, and whether it is whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from extractors.values.dates import iso_date
from pipeline.hash_chain import NewEntry
from pipeline.rulebook.find import load
from pipeline.standing.ledger.events import KINDS, RECHECKED, RESULTS, PlatformRef
from pipeline.standing.ledger.file import Ledger
from pipeline.standing.ledger.platforms import People, code_of
from schemas.days.periods import period
from schemas.errors import UsageError
from schemas.names import enterprise_key
from schemas.regulation.standing import WHO
from schemas.rulebook import Rulebook

# Kind → what must be told; the option that tells it, in the words of the message.
_MUST: Mapping[str, Mapping[str, str]] = {
    "known": {"day": "--day（认定文件日期）"},
    "publicity": {},
    "report": {"period": "--period（如 2026Q1、2026H1、2026）", "received": "--received（收到日期）"},
    "inspection": {"day": "--day（检查日期）", "result": "--result（合格、整改、不合格）", "inspector": "--inspector"},
    "recheck": {"day": "--day（复核日期）", "result": "--result（确认、整改、撤销）"},
    "complaint": {"day": "--day（收到日期）", "source": "--source（来源）"},
    "penalty": {"day": "--day（决定日期）", "source": "--source（决定机关和文号）"},
    "lost": {"day": "--day（决定日期）", "ground": "--ground（依据）", "number": "--number（决定文号）"},
    "changed": {"since": "--since（变更日期）"},
}
_DATES = ("day", "received", "first_day", "since", "from", "until")
_INSPECTORS = {
    "bureau": ("bureau", "市局", "市级", "认定机关", "省级"),
    "recommender": ("recommender", "county", "县级", "区县", "推荐单位"),
    "third_party": ("third_party", "第三方", "第三方机构"),
}
_CHANGES = ("name", "code", "county", "address", "legal_representative")


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """What a person tells: about whom (code, name or county), which kind, the facts, under which regulation."""

    about: str
    kind: str
    facts: Mapping[str, object] = field(default_factory=dict)
    rulebook: str = ""


def entry(told: ReportedEvent, ledger: Ledger) -> NewEntry:
    """The line. UsageError where something is missing, unknown or cannot be."""
    if told.kind not in _MUST:
        kinds = "、".join(f"{kind}（{KINDS[kind]}）" for kind in _MUST)
        raise UsageError(f"没有“{told.kind}”这种事项。可用的有：{kinds}。")
    facts = {key: fact for key, fact in told.facts.items() if fact not in (None, "", [], ())}
    missing = [said for key, said in _MUST[told.kind].items() if key not in facts]
    if missing:
        raise UsageError(f"记录{KINDS[told.kind]}须写明 {'、'.join(missing)}。")
    facts |= {key: _day(key, str(facts[key])) for key in _DATES if key in facts}
    who, book = _subject(told, ledger)
    facts |= _checked(told.kind, facts, book)
    return NewEntry(told.kind, {**who, "rulebook": book.id, **facts})


def void(number: int, reason: str, ledger: Ledger) -> NewEntry:
    """The line that takes an event back."""
    if not reason.strip():
        raise UsageError("作废须写明理由（--reason）。")
    if number in ledger.voided:
        raise UsageError(f"第 {number} 号记录已经作废（{ledger.voided[number]}）。")
    if number not in {event.no for event in ledger.events}:
        raise UsageError(f"台账中没有第 {number} 号记录，或它本身是一条作废记录。")
    return NewEntry("void", {"of": number, "reason": reason.strip()})


def late_days(facts: Mapping[str, object], today: date) -> list[str]:
    """The days that lie after today, for a person to look at."""
    days = [date.fromisoformat(_day(key, str(facts[key]))) for key in ("day", "received") if facts.get(key)]
    return [f"{day} 晚于今天（{today}），请核对" for day in days if day > today]


def _day(key: str, said: str) -> str:
    read = iso_date(said)
    if read is None or len(read) != len("2026-03-15"):
        raise UsageError(f"--{key.replace('_', '-')} “{said}”不是日期。请写成 2026-03-15 这样。")
    return read


def _subject(told: ReportedEvent, ledger: Ledger) -> tuple[dict[str, object], Rulebook]:
    """Whom it is about as facts, and the regulation under which the title is held."""
    people = People(ledger.events)
    found = people.find(told.about)
    if found is not None:
        own = dict.fromkeys(event.rulebook for event in found.events if event.rulebook)
        return {"platform": found.subject.as_json()}, _rulebook(told, own)
    if told.kind == "known":
        return {"platform": _newcomer(told)}, _rulebook(told, [])
    own = _of_county(told.about, people) if told.kind == "report" else {}
    if own:
        return {"county": told.about}, _rulebook(told, own)
    raise UsageError(f"台账中没有“{told.about}”。{_near(told.about, people)}")


def _newcomer(told: ReportedEvent) -> dict[str, str]:
    code = code_of(told.about)
    name = str(told.facts.get("name") or ("" if code else told.about))
    return PlatformRef(name, code, str(told.facts.get("county") or "")).as_json()


def _of_county(county: str, people: People) -> dict[str, None]:
    """The regulations under which platforms of the county hold titles; none where nobody lies there."""
    there = [one for one in people.platforms if county and one.subject.county == county]
    return dict.fromkeys(event.rulebook for one in there for event in one.events if event.rulebook)


def _near(said: str, people: People) -> str:
    key = enterprise_key(said)
    near = [one.subject.name for one in people.platforms if key and key in enterprise_key(one.subject.name)]
    return f"相近的有：{'、'.join(near[:5])}。" if near else "请写统一社会信用代码或全称；报送可写推荐单位（县区）。"


def _rulebook(told: ReportedEvent, known: Sequence[str] | Mapping[str, None]) -> Rulebook:
    if told.rulebook:
        return load(told.rulebook)
    if len(known) == 1:
        return load(next(iter(known)))
    raise UsageError(f"请用 --rulebook 指明是哪一部办法{'：' + '、'.join(known) if known else ''}。")


def _checked(kind: str, facts: Mapping[str, object], book: Rulebook) -> dict[str, object]:
    """The facts put into their one spelling; UsageError where one cannot be."""
    check = {
        "report": _report,
        "inspection": _inspection,
        "recheck": _recheck,
        "lost": _lost,
        "changed": _changed,
        "publicity": _publicity,
    }.get(kind)
    return check(facts, book) if check else {}


def _report(facts: Mapping[str, object], _: Rulebook) -> dict[str, object]:
    read = period(str(facts["period"]))
    if read is None:
        said = facts["period"]
        raise UsageError(f"--period “{said}”不是期间。请写成 2026Q1（季度）、2026H1（半年）或 2026（年度）。")
    return {"period": read.id}


def _inspection(facts: Mapping[str, object], _: Rulebook) -> dict[str, object]:
    said = str(facts["inspector"])
    who = next((key for key, words in _INSPECTORS.items() if said in words), None)
    if who is None:
        known = "、".join(f"{key}（{WHO[key]}）" for key in _INSPECTORS)
        raise UsageError(f"--inspector “{said}”应为 {known} 之一。")
    return {"inspector": who, "result": _one_of(facts, RESULTS)}


def _recheck(facts: Mapping[str, object], _: Rulebook) -> dict[str, object]:
    return {"result": _one_of(facts, RECHECKED)}


def _one_of(facts: Mapping[str, object], known: Sequence[str]) -> str:
    if facts["result"] not in known:
        raise UsageError(f"--result “{facts['result']}”应为 {'、'.join(known)} 之一。")
    return str(facts["result"])


def _lost(facts: Mapping[str, object], book: Rulebook) -> dict[str, object]:
    section = book.standing
    ground = section.ground(str(facts["ground"])) if section else None
    if section is None or ground is None:
        grounds = section.lost if section else ()
        known = "；".join(f"{one.id} {one.article} {one.asks}" for one in grounds)
        raise UsageError(f"--ground “{facts['ground']}”不是《{book.title}》所列的情形。可用的有：{known}。")
    return {"ground": ground.id}


def _changed(facts: Mapping[str, object], _: Rulebook) -> dict[str, object]:
    if not any(key in facts for key in _CHANGES):
        raise UsageError("变更须至少写明一项：--new-name、--new-code、--county、--address、--representative。")
    return {}


def _publicity(facts: Mapping[str, object], _: Rulebook) -> dict[str, object]:
    if "first_day" not in facts and "objections" not in facts:
        raise UsageError("公示须写明 --first-day（开始日期），或 --objections（公示后收到的异议，没有的写“无”）。")
    return {}
