"""The register as a table on the terminal, and where the results lie."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline import wording
from pipeline.reports.register import completeness
from pipeline.results.batch import Batch
from schemas.dossier import Screening
from schemas.status import Disposition, Status, VerdictStatus

_COLOURS = {
    VerdictStatus.COMPLETE: "green",
    VerdictStatus.REVIEW: "yellow",
    VerdictStatus.SUPPLEMENT: "yellow",
    VerdictStatus.INELIGIBLE: "red",
    VerdictStatus.UNREADABLE: "red",
}
# Where nobody sees the width (a file, a pipe), lines may be as long as a full row needs.
_UNSEEN_WIDTH = 180


def show(batch: Batch, out: Path) -> None:
    """Print the register and the folder of the results."""
    console = Console() if sys.stdout.isatty() else Console(width=_UNSEEN_WIDTH)
    table = Table(box=SIMPLE_HEAD, title=f"初审汇总（以 {batch.as_of.isoformat()} 为准）", title_justify="left")
    for head in ("卷宗", "申请单位", "适用办法", "初审提示", "材料", "不符合", "不一致", "需核实"):
        table.add_column(head, overflow="fold")
    for screening in batch.screenings:
        table.add_row(*_row(screening))
    console.print(table)
    shared = sum(finding.status is not Status.PASS for finding in batch.findings)
    if shared:
        console.print(f"跨卷宗重复 {shared} 处，见汇总表。", highlight=False)
    # Not through the console: a path must not be broken into lines.
    typer.echo(f"结果在 {out}；请先打开 {out / 'index.html'} 或 {out / 'register.xlsx'}")


def _row(screening: Screening) -> list[Text]:
    verdict = screening.verdict.status
    return [
        Text(screening.id),
        Text(screening.contents.applicant),
        Text(screening.rulebook or "—"),
        Text(wording.VERDICTS[verdict], style=_COLOURS[verdict]),
        Text(completeness(screening)),
        Text(_count(screening, "condition", Status.FAIL)),
        Text(_count(screening, "crosscheck", Status.FAIL)),
        Text(_count(screening, "", Status.REVIEW)),
    ]


def _count(screening: Screening, kind: str, status: Status) -> str:
    counted = [
        finding
        for finding in screening.findings
        if finding.status is status
        and finding.disposition is not Disposition.NOTE
        and (not kind or wording.family(finding) == kind)
        and not finding.rule.startswith("condition.function.")
    ]
    return str(len(counted)) if counted else ""
