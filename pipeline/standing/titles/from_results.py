"""Which events come of a screening? Platforms that a person recognised, and lists that go public, from its results.

Only the name, the code, the county and the yearly figures are taken over, with the SHA-256 of screening.json: no
telephone, no staff, no clients.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import file_names
from pipeline.hash_chain import NewEntry
from pipeline.sampling.draw.populations import county_of
from pipeline.sampling.draw.screening_results import Results, read_results
from pipeline.standing.ledger.events import PlatformRef
from pipeline.standing.ledger.file import Ledger
from pipeline.standing.ledger.platforms import code_of
from schemas.errors import UsageError
from schemas.measures import FUNCTION_TITLES
from schemas.names import enterprise_key

FIGURES = ("revenue", "service_revenue", "total_assets", "total_profit", "tax_paid", "enterprises_served")


@dataclass(frozen=True, slots=True)
class Award:
    """What the person who recognises tells: number and day of the document, from when, until when it counts."""

    number: str
    day: date
    since: date | None = None
    until: date | None = None
    kind: str = ""
    round: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One dossier of the results as the ledger takes it over."""

    dossier: str
    platform: PlatformRef
    rulebook: str
    figures: Mapping[str, Mapping[str, object]]
    kind: str
    functions: str
    sha256: str


def candidates(folder: Path, dossiers: Sequence[str], codes: Mapping[str, str]) -> list[Candidate]:
    """The dossiers asked for. ``codes``: what a person says is a dossier's credit code, over what was read."""
    results = read_results(folder)
    unknown = [one for one in dossiers if one not in results.places]
    if unknown or not dossiers:
        said = f"结果中没有卷宗“{'、'.join(unknown)}”。" if unknown else "请用 --dossier 指明认定了哪些卷宗。"
        raise UsageError(f"{said}有：{'、'.join(results.places)}。")
    return [_candidate(results, dossier, codes.get(dossier, "")) for dossier in dict.fromkeys(dossiers)]


def _candidate(results: Results, dossier: str, code: str) -> Candidate:
    record = results.screening(dossier)
    data = file_names.reachable(results.places[dossier]).read_bytes()
    blanks = {key: str(blank.get("value") or "") for key, blank in record.get("application", {}).items()}
    name = str(record["dossier"]["applicant"])
    if not name:
        raise UsageError(f"卷宗“{dossier}”没有读到申请单位名称，请先更正（dossier decide … correct）再记入台账。")
    said = code or str(record["dossier"].get("credit_code", ""))
    figures = [one for one in record.get("figures", []) if not one.get("reading")]
    return Candidate(
        dossier,
        PlatformRef(name, code_of(said), county_of(blanks.get("registered_address", ""))),
        str(record["rulebook"]["id"]),
        _by_year(record),
        next((str(one["value"]) for one in figures if one["measure"] == "platform_type"), ""),
        _functions({str(one["measure"]).split(".")[1] for one in figures if _claimed(one)}),
        hashlib.sha256(data).hexdigest(),
    )


def _functions(claimed: Collection[str]) -> str:
    return "、".join(title for function, title in FUNCTION_TITLES.items() if function in claimed)


def _claimed(figure: Mapping[str, Any]) -> bool:
    measure = str(figure["measure"])
    return measure.startswith("function.") and measure.endswith(".claimed") and bool(figure["value"])


def _by_year(record: Mapping[str, Any]) -> dict[str, dict[str, object]]:
    rows = record.get("tables", {}).get("operations", [])
    return {
        str(row["year"]): {key: row[key] for key in FIGURES if row.get(key) is not None}
        for row in rows
        if row.get("year") is not None
    }


def recognised(found: Sequence[Candidate], told: Award, ledger: Ledger) -> list[NewEntry]:
    """One ``recognised`` event a dossier. UsageError where the ledger has one of them under this number already."""
    there = {
        (enterprise_key(event.subjects[0].name), event.text("number"))
        for event in ledger.events
        if event.kind == "recognised"
    }
    twice = [one.platform.name for one in found if (enterprise_key(one.platform.name), told.number) in there]
    if twice:
        raise UsageError(f"台账中已有文号 {told.number} 对{'、'.join(twice)}的认定。如有误，请先 standing void。")
    return [NewEntry("recognised", _facts(one, told)) for one in found]


def _facts(one: Candidate, told: Award) -> dict[str, object]:
    facts: dict[str, object] = {
        "platform": one.platform.as_json(),
        "rulebook": one.rulebook,
        "number": told.number,
        "day": told.day.isoformat(),
        "from": told.since.isoformat() if told.since else "",
        "until": told.until.isoformat() if told.until else "",
        "round": told.round,
        "type": told.kind or one.kind,
        "functions": one.functions,
        "dossier": one.dossier,
        "figures": one.figures,
        "screening_sha256": one.sha256,
    }
    return {key: fact for key, fact in facts.items() if fact}


def _listed(one: Candidate) -> dict[str, str]:
    told = {**one.platform.as_json(), "kind": one.kind, "functions": one.functions}
    return {key: text for key, text in told.items() if text}


def published(found: Sequence[Candidate], first: date, sites: Sequence[str], days: int | None) -> list[NewEntry]:
    """One ``publicity`` event for the whole list, a regulation apart."""
    made = []
    for rulebook in dict.fromkeys(one.rulebook for one in found):
        own = [_listed(one) for one in found if one.rulebook == rulebook]
        facts: dict[str, object] = {"platforms": own, "rulebook": rulebook, "first_day": first.isoformat()}
        facts |= {"sites": list(sites)} if sites else {}
        facts |= {"working_days": days} if days is not None else {}
        made.append(NewEntry("publicity", facts))
    return made
