"""What may be asked of ``dossier watch`` (contract §13)?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """监看收件夹：新收到和有改动的卷宗，等文件放稳后自动初审。按 Ctrl-C 停止。"""

    inbox: Annotated[Path, typer.Argument(metavar="收件夹", help="文件夹，可在共享盘上；同 dossier screen")]
    rulebook: Annotated[str, typer.Option(metavar="ID", help="同 dossier screen")] = "auto"
    procedure: Annotated[str, typer.Option(metavar="程序", help="application 认定申请；review 复核测评")] = (
        "application"
    )
    as_of: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="以哪一天为准；默认每次初审的当天")] = ""
    round: Annotated[Path | None, typer.Option(metavar="文件", help="round.yaml；默认用收件夹旁边的")] = None
    office: Annotated[Path | None, typer.Option(metavar="文件", help="office.yaml；默认用结果文件夹旁边的")] = None
    out: Annotated[Path | None, typer.Option(metavar="文件夹", help="结果存放处；默认在收件夹旁边")] = None
    quiet: Annotated[float, typer.Option(metavar="秒", help="文件的大小和时间多少秒不变、且能打开，才开始初审")] = 15.0
    every: Annotated[float, typer.Option(metavar="秒", help="每隔多少秒看一次收件夹")] = 5.0
    jobs: Annotated[int, typer.Option(metavar="N", show_default="处理器核数", help="同时处理几个卷宗")] = 0
    timeout: Annotated[int, typer.Option(metavar="秒", help="单个卷宗的时间上限")] = 1800
    unchecked: Annotated[bool, typer.Option("--unchecked", help="同 dossier screen")] = False
    upon: Annotated[Path | None, typer.Option(metavar="前轮结果", help="同 dossier screen")] = None
    standing: Annotated[Path | None, typer.Option(metavar="台账", help="同 dossier screen")] = None
    cache: Annotated[Path | None, typer.Option(metavar="文件夹", help="读取结果的存放处，同 dossier screen")] = None
