"""The register as a table on the terminal, and where the results lie."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.again.whole_run import RunSummary
from pipeline.cli.said import say
from pipeline.file_names import shown
from schemas.status import VerdictStatus

_COLOURS = {
    VerdictStatus.COMPLETE: "green",
    VerdictStatus.REVIEW: "yellow",
    VerdictStatus.SUPPLEMENT: "yellow",
    VerdictStatus.INELIGIBLE: "red",
    VerdictStatus.UNREADABLE: "red",
}
_HEADS = ("卷宗", "申请单位", "适用办法", "初审提示", "材料", "不符合", "不一致", "需核实")
_VERDICT = _HEADS.index("初审提示")
# Where nobody sees the width (a file, a pipe), lines may be as long as a full row needs.
_UNSEEN_WIDTH = 180
MOST = 200
"""Dossiers that are listed one by one; of more the terminal tells how many there are of each kind."""


def show(summary: RunSummary, out: Path) -> None:
    """Print the register and the folder of the results."""
    console = Console() if sys.stdout.isatty() else Console(width=_UNSEEN_WIDTH)
    if len(summary.lines) > MOST:
        counts = Counter(line.cells[_VERDICT] for line in summary.lines)
        told = "，".join(f"{words} {count} 个" for words, count in counts.most_common())
        console.print(f"初审汇总（以 {summary.as_of} 为准）：共 {len(summary.lines)} 个卷宗；{told}。", highlight=False)
    else:
        console.print(_table(summary))
    if summary.shared:
        console.print(f"跨卷宗重复 {summary.shared} 处，见汇总表。", highlight=False)
    # Not through the console: a path must not be broken into lines.
    say(f"结果在 {out}；请先打开 {out / 'index.html'} 或 {out / 'register.xlsx'}")


def _table(summary: RunSummary) -> Table:
    table = Table(box=SIMPLE_HEAD, title=f"初审汇总（以 {summary.as_of} 为准）", title_justify="left")
    for head in _HEADS:
        table.add_column(head, overflow="fold")
    for line in summary.lines:
        colour = _COLOURS[VerdictStatus(line.verdict)]
        cells = [shown(cell) for cell in line.cells]
        table.add_row(*(Text(cell, style=colour if at == _VERDICT else "") for at, cell in enumerate(cells)))
    return table
