"""What may be asked of ``dossier experts …`` (docs/standing.md)?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

_By = Annotated[str, typer.Option("--by", metavar="姓名", help="经办人，记入抽取记录；默认当前系统用户")]
_At = Annotated[str, typer.Option("--at", metavar="时间", help="记入抽取记录的时间（ISO 8601）；默认现在")]
_Results = Annotated[Path, typer.Argument(metavar="初审结果", help="dossier screen 写出的文件夹")]
_Round = Annotated[
    Path | None,
    typer.Option("--round", metavar="文件", show_default="结果旁边的 round.yaml", help="本轮的约定：experts、quota"),
]


@dataclass(frozen=True, slots=True)
class DrawExpertsOptions:
    """为每个卷宗随机抽取专家，应回避的除外；写出评审卷、评分表和专家组名单。"""

    results: _Results
    roster: Annotated[
        Path, typer.Option(metavar="名单", help="专家名单（XLSX 或 CSV，有姓名、职务/职称、工作单位、回避各栏）")
    ]
    each: Annotated[int, typer.Option(metavar="N", help="每个卷宗几名专家")]
    dossiers: Annotated[
        list[str] | None, typer.Option("--dossier", metavar="ID", show_default="全部", help="哪些卷宗；可多次给出")
    ] = None
    seed: Annotated[str, typer.Option(metavar="文字", help="种子；不给时由程序产生并记入记录")] = ""
    out: Annotated[Path | None, typer.Option(metavar="文件夹", show_default="初审结果旁边", help="写到哪里")] = None
    round: _Round = None
    by: _By = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class RankOptions:
    """读回各专家的评分表，算出平均分、分差和名次，写出评审汇总，由经办人确认顺序。"""

    folder: Annotated[Path, typer.Argument(metavar="评审文件夹", help="experts draw 写出的文件夹")]
    results: _Results
    sheets: Annotated[list[Path], typer.Argument(metavar="评分表", help="各专家填好的评分表")]
    round: _Round = None
    by: _By = ""
    at: _At = ""
