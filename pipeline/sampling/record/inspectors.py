"""Who inspects whom? Inspectors drawn at random for each drawn unit, those with an interest left out (双随机).

Unit by unit in the order of the draw, the inspectors with the fewest tasks so far come first, and among these the
order of SHA-256(seed ‖ 0x00 ‖ unit ‖ 0x00 ‖ inspector) decides: anyone can redo it from the roster and the seed.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import file_names
from pipeline.results import files as result_files
from pipeline.sampling.draw.draw import ticket
from pipeline.sampling.draw.frame import UNIT, sha256, table
from pipeline.sampling.record import log, roster_file
from pipeline.sampling.record.folder import LOG, SAMPLE
from pipeline.sampling.record.log import Signature
from pipeline.sampling.record.verify import verify
from schemas.errors import UsageError
from schemas.names import enterprise_key, person_key

INSPECTORS, ROSTER = "inspectors.csv", "inspectors-roster.csv"
_NAME, _RECUSE = "姓名", "回避"
LEAST = 2
"""双随机: at least two inspectors to a unit."""


@dataclass(frozen=True, slots=True)
class Inspector:
    """One inspector, and the units or applicants that they must not inspect."""

    name: str
    recused: frozenset[str]


def assign(
    units: Sequence[Mapping[str, str]], inspectors: Sequence[Inspector], each: int, seed: str, whom: str = "检查人员"
) -> list[list[str]]:
    """The inspectors of every unit, in the order of the units. UsageError where too few may inspect one."""
    tasks: Counter[str] = Counter()
    chosen: list[list[str]] = []
    for unit in units:
        key = unit[UNIT]
        free = [inspector for inspector in inspectors if not inspector.recused & _known_as(unit)]
        if len(free) < each:
            raise UsageError(f"“{key}”除回避的外只有 {len(free)} 名{whom}，不足 {each} 名。请补充名单。")
        ranked = sorted(
            free,
            key=lambda inspector: (tasks[inspector.name], ticket(seed, f"{key}\0{inspector.name}"), inspector.name),
        )
        team = [inspector.name for inspector in ranked[:each]]
        tasks.update(team)
        chosen.append(team)
    return chosen


def _known_as(unit: Mapping[str, str]) -> set[str]:
    """The names by which a roster may speak of the unit."""
    names = (unit[UNIT], unit.get("applicant", ""), unit.get("name", ""))
    return {enterprise_key(name) for name in names if name}


def draw_inspectors(folder: Path, roster: Path, each: int, seed: str, signature: Signature) -> list[list[str]]:
    """Assign inspectors to the drawn units of a sample, and log it. The sample must stand as it was drawn."""
    problems = verify(folder)
    if problems:
        raise UsageError(f"抽样文件夹核对不一致（{problems[0]}），不能分派检查人员。")
    if each < LEAST:
        raise UsageError(f"--each 至少为 {LEAST}（检查人员不得少于两人）。")
    inspectors = read_roster(roster)
    units = _units(folder)
    teams = assign(units, inspectors, each, seed)
    used = roster_csv(inspectors)
    assigned = teams_csv(units, teams)
    result_files.write(folder / ROSTER, used)
    result_files.write(folder / INSPECTORS, assigned)
    facts = {"seed": seed, "each": each, "roster_sha256": sha256(used), "inspectors_sha256": sha256(assigned)}
    log.append(folder / LOG, "inspectors", signature, {**facts, "teams": teams})
    return teams


def recheck(folder: Path) -> list[str]:
    """What does not agree when the last assignment is made again, in Chinese."""
    entries = [entry for entry in log.read(folder / LOG)[0] if entry["event"] == "inspectors"]
    if not entries:
        return []
    last = entries[-1]
    for name, key in ((ROSTER, "roster_sha256"), (INSPECTORS, "inspectors_sha256")):
        path = file_names.reachable(folder / name)
        if not path.is_file() or sha256(path.read_bytes()) != last.get(key):
            return [f"{name} 与记录的 SHA-256 不符（有改动或缺少）"]
    try:
        teams = assign(_units(folder), read_roster(folder / ROSTER), int(last["each"]), str(last["seed"]))
    except (UsageError, KeyError, ValueError):
        return ["检查人员的分派无法重做"]
    return [] if teams == last.get("teams") else ["检查人员的分派与重做的不同"]


def _units(folder: Path) -> list[dict[str, str]]:
    """The units to be inspected: drawn, certain and risk-based, without the reserves."""
    text = file_names.reachable(folder / SAMPLE).read_text(encoding="utf-8")
    return [row for row in csv.DictReader(io.StringIO(text, newline="")) if row["role"] != "reserve"]


def read_roster(path: Path) -> list[Inspector]:
    """The inspectors of a CSV or XLSX list with the columns 姓名 and 回避, in the order of their names."""
    rows = roster_file.rows(path, "检查人员名单")
    head = next((at for at, row in enumerate(rows) if _NAME in row), None)
    if head is None:
        raise UsageError(
            f"{path.name} 中没有“{_NAME}”一栏。检查人员名单应有“{_NAME}”和“{_RECUSE}”两栏（回避的单位用、隔开）。"
        )
    name, recuse = rows[head].index(_NAME), rows[head].index(_RECUSE) if _RECUSE in rows[head] else None
    recused: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rows[head + 1 :]:
        if key := person_key(_at(row, name)):
            recused[key] |= roster_file.enterprises(_at(row, recuse))
    return [Inspector(key, recused[key]) for key in sorted(recused)]


def _at(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def roster_csv(inspectors: Iterable[Inspector]) -> bytes:
    """The roster as it was used."""
    return table([_NAME, _RECUSE], ([inspector.name, "、".join(sorted(inspector.recused))] for inspector in inspectors))


def teams_csv(units: Sequence[Mapping[str, str]], teams: Sequence[Sequence[str]]) -> bytes:
    """inspectors.csv: each unit with its inspectors."""
    rows = (
        [unit[UNIT], unit.get("applicant") or unit.get("name", ""), *team]
        for unit, team in zip(units, teams, strict=True)
    )
    most = max((len(team) for team in teams), default=0)
    return table([UNIT, "name", *(f"inspector_{number}" for number in range(1, most + 1))], rows)
