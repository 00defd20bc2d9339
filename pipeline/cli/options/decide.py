"""What may be asked of ``dossier decide``?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

_CHOICES = "accept 认可、overrule 改判、waive 豁免（提示）；correct 更正（值）；paper 指明材料（文件）；withdraw 撤回"


@dataclass(frozen=True, slots=True)
class DecideOptions:
    """核定：认可、改判、豁免一条提示，更正一个读错的值，或指明某些页是哪种材料。再次初审时保留，并写入各报告。"""

    out: Annotated[Path, typer.Argument(metavar="结果", help="dossier screen 写出结果的文件夹")]
    dossier: Annotated[str, typer.Argument(metavar="卷宗", help="卷宗编号")]
    what: Annotated[
        str,
        typer.Argument(
            metavar="对象", help="提示的 id，如 material.11.3b；值的 id，如 application.total_assets；或卷宗内的文件名"
        ),
    ]
    choice: Annotated[str, typer.Argument(metavar="结论", help=_CHOICES)]
    name: Annotated[str, typer.Option(metavar="姓名", help="核定人")] = ""
    reason: Annotated[str, typer.Option(metavar="理由", help="为什么")] = ""
    day: Annotated[str, typer.Option("--date", metavar="YYYY-MM-DD", help="核定日期；默认今天")] = ""
    value: Annotated[str | None, typer.Option(metavar="值", help="correct：原件上的值；空白写 ''")] = None
    kind: Annotated[str, typer.Option(metavar="材料", help="paper：材料名称或 id，如 审计报告；none 不属于清单")] = ""
    pages: Annotated[str, typer.Option(metavar="页", help="paper：哪几页，如 2-4；默认整个文件")] = ""
    file: Annotated[str, typer.Option(metavar="文件", help="correct：值在哪个文件（程序没有读到时）")] = ""
