"""What may be asked of ``dossier letter``?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class LetterAsked(StrEnum):
    """Which letter."""

    SUPPLEMENT = "supplement"
    INELIGIBLE = "ineligible"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class LetterOptions:
    """为任一卷宗写一份文书的草稿（不论初审提示为何），可修改其内容后再写；不写卷宗编号的，把全部文书合成一个文件供打印。"""

    out: Annotated[Path, typer.Argument(metavar="结果", help="dossier screen 写出结果的文件夹")]
    dossier: Annotated[str, typer.Argument(metavar="[卷宗]", help="卷宗编号；不写则合并全部文书")] = ""
    kind: Annotated[
        LetterAsked, typer.Option(help="supplement 补正通知书；ineligible 不符合条件告知书；query 核实函（只请说明）")
    ] = LetterAsked.SUPPLEMENT
    data: Annotated[Path | None, typer.Option(metavar="文件", help="改过的 letter.json，按其内容写文书")] = None
    folder: Annotated[Path | None, typer.Option("--out", metavar="文件夹", help="文书存放处；默认在结果旁边")] = None
    office: Annotated[
        Path | None, typer.Option(metavar="文件", help="本机关的 office.yaml；默认用结果文件夹旁边的")
    ] = None
    templates: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="本机关自己的文书模板（supplement.docx、ineligible.docx）")
    ] = None
    again: Annotated[bool, typer.Option("--again", help="放弃对 letter.json 的修改，重新草拟")] = False
    cache: Annotated[Path | None, typer.Option(metavar="文件夹", help="读取结果的存放处，同 dossier screen")] = None
