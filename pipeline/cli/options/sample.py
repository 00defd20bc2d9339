"""What may be asked of ``dossier sample …`` (contract §10)?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

_By = Annotated[str, typer.Option("--by", metavar="姓名", help="经办人，记入抽样记录；默认当前系统用户")]
_At = Annotated[str, typer.Option("--at", metavar="时间", help="记入抽样记录的时间（ISO 8601）；默认现在")]
_Confidence = Annotated[str, typer.Option(metavar="%", help="置信度（百分数）")]
_Results = Annotated[Path, typer.Argument(metavar="初审结果", help="dossier screen 写出的文件夹")]
_Folder = Annotated[Path, typer.Argument(metavar="抽样文件夹", help="sample draw 写出的文件夹")]
_Dossier = Annotated[str, typer.Option(metavar="ID", help="哪个卷宗；结果中只有一个时可不给")]
_Seed = Annotated[str, typer.Option(metavar="文字", help="种子；不给时由程序产生并记入记录")]


class Of(StrEnum):
    """What is drawn."""

    DOSSIERS = "dossiers"
    ENTERPRISES = "enterprises"
    STAFF = "staff"
    VOUCHERS = "vouchers"


class Allocation(StrEnum):
    """How a sample is shared out over strata."""

    PROPORTIONAL = "proportional"
    NEYMAN = "neyman"


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """计算要核实多少个单位。标准输出为 JSON，说明写到标准错误。"""

    population: Annotated[int, typer.Option(metavar="N", show_default=False, help="总体有多少个单位")] = 0
    at_least: Annotated[str, typer.Option(metavar="%", help="要证明的比率（百分数），如满意率 80")] = ""
    confidence: _Confidence = "95"
    expected: Annotated[int, typer.Option(metavar="K", help="预计最多几个不符（不满意）")] = 0
    expected_rate: Annotated[
        str, typer.Option(metavar="%", show_default=False, help="预计的不符率（百分数）；允许的不符个数随样本增加")
    ] = ""
    endless: Annotated[
        bool, typer.Option("--endless", help="总体没有尽头（二项分布，与 AICPA 属性抽样表一致）；不给 --population")
    ] = False
    two_stages: Annotated[bool, typer.Option("--two-stages", help="另给出两阶段方案")] = False
    total: Annotated[str, typer.Option(metavar="金额", help="按金额抽样：总金额")] = ""
    tolerable: Annotated[str, typer.Option(metavar="金额", help="按金额抽样：可容忍的错误金额")] = ""
    expected_error: Annotated[str, typer.Option(metavar="金额", help="按金额抽样：预计的错误金额")] = "0"


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """抽取样本，写出抽样框、样本、抽样记录和核实表。"""

    results: _Results
    of: Annotated[Of, typer.Option("--of", help="从什么中抽取")] = Of.ENTERPRISES
    dossier: _Dossier = ""
    size: Annotated[int | None, typer.Option(metavar="N", show_default="按办法的满意率计算", help="随机抽取多少个")] = (
        None
    )
    seed: _Seed = ""
    strata: Annotated[str, typer.Option(metavar="栏", help="按抽样框的哪一栏分层")] = ""
    reserves: Annotated[
        int | None, typer.Option(metavar="N", show_default="不给 --size 时与样本同数，否则 0", help="候补多少个")
    ] = None
    out: Annotated[Path | None, typer.Option(metavar="文件夹", show_default="初审结果旁边", help="写到哪里")] = None
    minimum: Annotated[int, typer.Option(metavar="N", help="每层至少几个")] = 0
    allocation: Annotated[Allocation, typer.Option(help="各层如何分配")] = Allocation.PROPORTIONAL
    spread: Annotated[str, typer.Option(metavar="栏", help="neyman 分配所用的数值栏")] = ""
    by_amount: Annotated[str, typer.Option(metavar="栏", help="按该栏金额决定抽中机会（凭证用 amount）")] = ""
    certain: Annotated[
        list[str] | None, typer.Option(metavar="条件", help="必查：栏>=数、栏=值、栏（有内容）；可多次给出")
    ] = None
    risk: Annotated[list[str] | None, typer.Option(metavar="条件", help="重点核实（非随机），写法同 --certain")] = None
    at_least: Annotated[str, typer.Option(metavar="%", show_default="办法的满意率", help="要证明的比率（百分数）")] = ""
    confidence: _Confidence = "95"
    by: _By = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class VerifyOptions:
    """按抽样框和种子重抽一遍，核对样本和记录。一致退出码为 0，否则为 1 并说明哪里不同。"""

    folder: _Folder
    noted: Annotated[
        str, typer.Option("--hash", metavar="校验值", help="事先公布或记下的记录末行校验值：核对记录没有被截短")
    ] = ""


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """读回填好的核实表，说明结果能证明什么。标准输出为 JSON，另写一份 DOCX 评价表。"""

    callsheets: Annotated[
        list[Path],
        typer.Argument(
            metavar="核实表", help="填好的核实表（XLSX、XLS、ET、ODS、CSV、DOCX）；扩大过样本的，几份一并给出"
        ),
    ]
    at_least: Annotated[str, typer.Option(metavar="%", show_default="抽样时所定", help="要证明的比率（百分数）")] = ""
    confidence: _Confidence = "95"
    endless: Annotated[
        bool, typer.Option("--endless", help="把总体看作没有尽头（二项分布，与 AICPA 属性抽样评价表一致）")
    ] = False
    two_stages: Annotated[
        bool, typer.Option("--two-stages", help="按事先定好的两阶段方案（plan --two-stages）作结论")
    ] = False
    expected: Annotated[int, typer.Option(metavar="K", help="两阶段方案的 --expected")] = 0
    out: Annotated[
        Path | None, typer.Option(metavar="文件", show_default="核实表旁边的 evaluation.docx", help="评价表写到哪里")
    ] = None
    by: _By = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class InspectorsOptions:
    """双随机：为抽中的对象随机分派检查人员，应回避的除外。"""

    folder: _Folder
    roster: Annotated[Path, typer.Option(metavar="名单", help="检查人员名单（XLSX 或 CSV，有“姓名”“回避”两栏）")]
    each: Annotated[int, typer.Option(metavar="N", help="每个对象几名检查人员")] = 2
    seed: _Seed = ""
    by: _By = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class DigitsOptions:
    """凭证金额首位数字检验（仅作线索；金额少或受限时不做）。标准输出为 JSON。"""

    results: _Results
    dossier: _Dossier = ""
