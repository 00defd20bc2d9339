"""What may be asked of ``dossier decide``?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

_CHOICES = (
    "accept 认可、overrule 改判、waive 豁免（提示）；recommend 拟推荐、decline 不推荐（对象写 outcome）；"
    "confirm 另一人复核；correct 更正（值）；paper 指明材料（文件）；"
    "add 另提一项（对象写 own）；withdraw 撤回；undo 撤销最近一次改动；history 查看经过"
)


@dataclass(frozen=True, slots=True)
class DecideOptions:
    """核定：认可、改判、豁免一条提示，更正一个读错的值，指明某些页是哪种材料，或另提一项。随即重新判断该卷宗。"""

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
    file: Annotated[
        str, typer.Option(metavar="文件", help="correct：值在哪个文件（程序没有读到时）；add：在哪个文件")
    ] = ""
    text: Annotated[str, typer.Option(metavar="问题", help="add：发现的问题，写入报告和文书")] = ""
    article: Annotated[str, typer.Option(metavar="条款", help="add：依据的条款，如 第七条（五）")] = ""
    disposition: Annotated[
        str, typer.Option(metavar="处理", help="add：supplement 请补正、ineligible 不符合条件、verify 请核实")
    ] = "supplement"
    box: Annotated[str, typer.Option(metavar="左,上,右,下", help="add：页面上的方框，单位同结果中的 bbox（磅）")] = ""
    later: Annotated[bool, typer.Option("--later", help="只写下核定，暂不重新判断；下次初审时采用")] = False
    cache: Annotated[Path | None, typer.Option(metavar="文件夹", help="读取结果的存放处，同 dossier screen")] = None
