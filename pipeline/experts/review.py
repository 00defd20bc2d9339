"""An expert review from the draw to the order of the marks: which steps, and what is logged of each?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline import file_names
from pipeline.experts import outcome, papers
from pipeline.experts.panel import EVENT, LOG, Panel, drawn, keep
from pipeline.experts.ranking import ranked
from pipeline.experts.roster import read_experts
from pipeline.experts.scores import ExpertScores, Unclear, read_scores
from pipeline.hash_chain import Entry, Signature
from pipeline.results import files as result_files
from pipeline.sampling.draw.screening_results import Record, read_results
from pipeline.sampling.record import log
from schemas.days.rounds import Round
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class ReviewWish:
    """What is asked for: of which results, which dossiers (none named: all), whom to draw from, how many each."""

    results: Path
    roster: Path
    dossiers: Sequence[str]
    each: int
    seed: str
    out: Path


def start(wish: ReviewWish, told: Round, signature: Signature) -> tuple[Panel, list[Path]]:
    """Draw the panel, log it, print its papers. UsageError for what cannot be done."""
    results = read_results(wish.results)
    unknown = [one for one in wish.dossiers if one not in results.places]
    if unknown:
        raise UsageError(f"结果中没有卷宗“{'、'.join(unknown)}”。有：{'、'.join(results.places)}。")
    panel = drawn(results, wish.dossiers or list(results.places), read_experts(wish.roster), wish.each, wish.seed)
    keep(wish.out, panel, signature)
    return panel, papers.write(wish.out, results, panel, told.experts)


def conclude(
    folder: Path, results: Path, sheets: Sequence[Path], told: Round, signature: Signature
) -> outcome.ReviewOutcome:
    """Read the sheets back, put the dossiers in order, write 评审汇总.xlsx, log it."""
    entry = _drawn(folder)
    found = read_results(results)
    read = [read_scores(path) for path in sheets]
    _of_this_draw(entry, read, sheets)
    teams: Mapping[str, Sequence[str]] = entry["teams"]
    records = {dossier: found.screening(dossier) for dossier in teams}
    totals, unclear = _together(teams, read)
    orders = {
        book: ranked({dossier: totals[dossier] for dossier in teams if _book(records[dossier]) == book}, told.experts)
        for book in dict.fromkeys(_book(record) for record in records.values())
    }
    opinions = {(dossier, one.expert): text for one in read for dossier, text in one.opinions.items()}
    made = outcome.ReviewOutcome(records, orders, opinions, unclear, told.quota)
    data = outcome.render(made)
    result_files.write(folder / outcome.FILE, data)
    hashes = {path.name: hashlib.sha256(file_names.reachable(path).read_bytes()).hexdigest() for path in sheets}
    facts = {"sheets_sha256": hashes, "outcome_sha256": hashlib.sha256(data).hexdigest()}
    log.append(folder / LOG, "ranked", signature, facts)
    return made


def _drawn(folder: Path) -> Entry:
    entries, problems = log.read(folder / LOG)
    if problems:
        raise UsageError(f"{folder} 中的抽取记录有改动（{problems[0]}），不能汇总。")
    made = [entry for entry in entries if entry["event"] == EVENT]
    if not made:
        raise UsageError(f"{folder} 中没有专家抽取记录。请先运行 dossier experts draw。")
    return made[-1]


def _of_this_draw(entry: Entry, read: Sequence[ExpertScores], sheets: Sequence[Path]) -> None:
    """UsageError for a sheet of another draw, or for two of one expert: which one counts is not ours to say."""
    drawn_experts = {name for team in entry["teams"].values() for name in team}
    for one, path in zip(read, sheets, strict=True):
        if one.seed != entry["seed"] or one.expert not in drawn_experts:
            raise UsageError(f"{path.name} 不是这次抽取的专家评分表。请核对文件。")
    whose = [(one.expert, one.rulebook) for one in read]
    twice = next((expert for expert, book in whose if whose.count((expert, book)) > 1), "")
    if twice:
        raise UsageError(f"有两份 {twice} 的评分表。请只给出作数的一份。")


def _together(
    teams: Mapping[str, Sequence[str]], read: Sequence[ExpertScores]
) -> tuple[dict[str, dict[str, Decimal | None]], list[Unclear]]:
    """Each team's totals; an expert whose sheet is not there, or lacks the dossier, is asked for it."""
    given = {(dossier, one.expert): total for one in read for dossier, total in one.totals.items()}
    wrong = [each for one in read for each in one.unclear if one.expert in teams.get(each.dossier, ())]
    absent = [
        Unclear(dossier, expert, "没有收到评分表，或表中没有这个卷宗", "")
        for dossier, team in teams.items()
        for expert in team
        if (dossier, expert) not in given
    ]
    return {dossier: {expert: given.get((dossier, expert)) for expert in team} for dossier, team in teams.items()}, [
        *wrong,
        *absent,
    ]


def _book(record: Record) -> str:
    return str(record["rulebook"]["id"])
