"""Where may an expert have an interest in a dossier? A hint for a person to decide, never a recusal by itself.

What is compared are names alone: the expert's employer with the units that the dossier names, the expert's own name
with the people it names (standing.md §7).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.experts.roster import Expert
from schemas.names import enterprise_key, person_key

Record = Mapping[str, Any]
_UNITS = {"investors": "投资方", "partners": "合作机构", "enterprises": "服务企业名单"}
_PEOPLE = {"staff": "人员名单"}
_ROLES = {"legal_representative": "法定代表人", "contact_name": "联系人"}


def hints(expert: Expert, record: Record) -> list[str]:
    """Why this expert may have an interest, in Chinese; empty where nothing speaks for it."""
    employer = enterprise_key(expert.employer)
    said = [
        f"工作单位与{where}“{name}”相同"
        for where, name in _units(record)
        if employer and enterprise_key(name) == employer
    ]
    return said + [f"与{where}所列人员同名" for where, name in _people(record) if person_key(name) == expert.name]


def _units(record: Record) -> Iterator[tuple[str, str]]:
    yield "申报单位", str(record["dossier"]["applicant"])
    yield from _listed(record, _UNITS)


def _people(record: Record) -> Iterator[tuple[str, str]]:
    application: Mapping[str, Any] = record.get("application", {})
    for key, where in _ROLES.items():
        yield where, str(application.get(key, {}).get("value") or "")
    yield from _listed(record, _PEOPLE)


def _listed(record: Record, tables: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each name of these lists once, with the list it stands in."""
    for key, where in tables.items():
        rows: Sequence[Record] = record.get("tables", {}).get(key, [])
        for name in dict.fromkeys(str(row.get("name") or "") for row in rows):
            yield where, name
