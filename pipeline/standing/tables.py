"""How does the terminal show the ledger and what is due?"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.file_names import shown
from pipeline.standing import register
from pipeline.standing.overview import Overview
from pipeline.standing.reckon.dues import Due, Window
from pipeline.standing.reckon.states import STATES

# Where nobody sees the width (a file, a pipe), lines may be as long as a full row needs.
_UNSEEN_WIDTH = 240
_HIDDEN = ("类型", "认定日期", "疑问")
_SHOWN = tuple(head for head in register.HEADS if head not in _HIDDEN)


def show(seen: Overview, *, events: bool = False) -> None:
    """Print the register of the day, its counts, and hints; with the events of the platforms where asked."""
    console = _console()
    table = _table(f"台账（以 {seen.as_of} 为准）", _SHOWN)
    columns = [register.HEADS.index(head) for head in _SHOWN]
    for row in register.rows(seen):
        table.add_row(*(Text(shown(str(row[column]))) for column in columns))
    console.print(table)
    counts = Counter(how.id for _, how in seen.states())
    said = "，".join(f"{title} {counts[key]}" for key, title in STATES.items() if counts[key])
    console.print(f"共 {len(seen.holders)} 个平台：{said or '无'}。", highlight=False)
    doubtful = sum(bool(holder.doubts) for holder in seen.holders)
    if doubtful:
        console.print(f"有疑问的 {doubtful} 个，见 --out 工作簿的“疑问”栏或 --platform。", highlight=False)
    for one in seen.hints():
        said = f"提示（由人认定）：{one.holder.name}　{one.ground.article} {one.ground.asks}：{one.why}"
        console.print(shown(said), highlight=False, markup=False)
    if events:
        _events(seen, console)


def _events(seen: Overview, console: Console) -> None:
    table = _table("记录", ("号", "事项", "对象", "日期", "内容", "记录人", "记录时间"))
    for event in dict.fromkeys(event.no for holder in seen.holders for event in holder.events):
        found = next(one for one in seen.ledger.events if one.no == event)
        table.add_row(*(Text(shown(str(cell))) for cell in register.event_row(found)))
    console.print(table)
    for holder in seen.holders:
        for doubt in holder.doubts:
            console.print(shown(f"疑问：{doubt}"), highlight=False, markup=False)


def show_dues(seen: Overview, dues: Sequence[Due], window: Window) -> None:
    """Print what is due, overdue first by day."""
    console = _console()
    title = f"到期事项（以 {seen.as_of} 为准；{window.since} 至 {window.until}）"
    table = _table(title, register.DUE_HEADS)
    for row in register.grouped(register.due_rows(seen, dues)):
        table.add_row(*(Text(shown(str(cell))) for cell in row))
    console.print(table)
    late = sum(due.overdue(seen.as_of) > 0 for due in dues)
    earlier = f"{window.since} 以前的未列出（--since 可改）"
    console.print(f"共 {len(dues)} 项，其中已逾期 {late} 项；{earlier}。", highlight=False)


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=_UNSEEN_WIDTH)


def _table(title: str, heads: Sequence[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table
