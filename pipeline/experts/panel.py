"""Which experts judge which dossier? Drawn by lot, those with an interest left out, logged (standing.md §7.3).

The draw is that of inspectors: the experts with the fewest dossiers first, among these by SHA-256 of the seed. One
folder has one seed: a further draw differs only by what people changed in the list, and the log keeps both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.experts.hints import hints
from pipeline.experts.roster import Expert, experts_csv
from pipeline.hash_chain import Entry, Signature
from pipeline.results import files as result_files
from pipeline.sampling.draw.frame import UNIT, sha256, table
from pipeline.sampling.draw.screening_results import Record, Results
from pipeline.sampling.record import log
from pipeline.sampling.record.inspectors import assign
from schemas.errors import UsageError

ROSTER, PANEL, LOG = "experts.csv", "panel.csv", "log.jsonl"
EVENT = "experts"


@dataclass(frozen=True, slots=True)
class Panel:
    """Who judges what. ``teams``: dossier → experts; ``hints``: (expert, dossier, why they may have an interest)."""

    seed: str
    each: int
    experts: tuple[Expert, ...]
    teams: Mapping[str, tuple[Expert, ...]]
    hints: tuple[tuple[str, str, str], ...]

    def dossiers_of(self, expert: Expert) -> list[str]:
        """The dossiers of one expert, in the order of the results."""
        return [dossier for dossier, team in self.teams.items() if expert in team]


def drawn(results: Results, dossiers: Sequence[str], experts: Sequence[Expert], each: int, seed: str) -> Panel:
    """The panel. UsageError where a dossier has fewer experts than asked for."""
    if each < 1:
        raise UsageError("--each 至少为 1。")
    records = {dossier: results.screening(dossier) for dossier in dossiers}
    units = [{UNIT: dossier, "applicant": str(record["dossier"]["applicant"])} for dossier, record in records.items()]
    by_name = {one.name: one for one in experts}
    teams = assign(units, [one.as_inspector() for one in experts], each, seed, "专家")
    chosen = {unit[UNIT]: tuple(by_name[name] for name in team) for unit, team in zip(units, teams, strict=True)}
    return Panel(seed, each, tuple(experts), chosen, tuple(_hints(records, chosen)))


def _hints(records: Mapping[str, Record], teams: Mapping[str, Sequence[Expert]]) -> list[tuple[str, str, str]]:
    return [
        (one.name, dossier, why)
        for dossier, team in teams.items()
        for one in team
        for why in hints(one, records[dossier])
    ]


def keep(folder: Path, panel: Panel, signature: Signature) -> str:
    """The draw in the folder and in its log; gives back the log's last hash. UsageError where the seed is another."""
    entries, problems = log.read(folder / LOG)
    earlier = [entry for entry in entries if entry["event"] == EVENT]
    if problems:
        raise UsageError(f"{folder} 中的抽取记录有改动（{problems[0]}），不能继续。请另选 --out。")
    if any(entry.get("seed") != panel.seed for entry in earlier):
        raise UsageError(
            f"{folder} 中已用种子“{earlier[0]['seed']}”抽取过专家。更正回避后重抽，请用同一种子（不给 --seed 即可）；"
            "确需另抽，请另选 --out 并说明理由。"
        )
    used, made = experts_csv(panel.experts), _panel_csv(panel)
    result_files.write(folder / ROSTER, used)
    result_files.write(folder / PANEL, made)
    return log.append(folder / LOG, EVENT, signature, _facts(panel, sha256(used), sha256(made)))


def earlier_seed(folder: Path) -> str:
    """The seed of the draw in this folder; empty where there was none."""
    entries: Sequence[Entry] = log.read(folder / LOG)[0]
    return next((str(entry["seed"]) for entry in entries if entry["event"] == EVENT), "")


def _facts(panel: Panel, roster_hash: str, panel_hash: str) -> dict[str, object]:
    return {
        "seed": panel.seed,
        "each": panel.each,
        "roster_sha256": roster_hash,
        "panel_sha256": panel_hash,
        "teams": {dossier: [one.name for one in team] for dossier, team in panel.teams.items()},
        "hints": [list(one) for one in panel.hints],
    }


def _panel_csv(panel: Panel) -> bytes:
    most = max((len(team) for team in panel.teams.values()), default=0)
    rows = ([dossier, *(one.name for one in team)] for dossier, team in panel.teams.items())
    return table([UNIT, *(f"expert_{number}" for number in range(1, most + 1))], rows)
