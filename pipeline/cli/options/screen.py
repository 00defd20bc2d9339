"""What may be asked of ``dossier screen`` (contract §1)?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from pipeline.results.audience import Audience


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """初审一批卷宗。"""

    inbox: Annotated[Path, typer.Argument(metavar="收件夹", help="文件夹；其中每个文件夹、压缩包或文档是一个卷宗")]
    rulebook: Annotated[str, typer.Option(metavar="ID", help="办法的 id 或 YAML 文件；auto 按各卷宗的表格自动识别")] = (
        "auto"
    )
    procedure: Annotated[str, typer.Option(metavar="程序", help="application 认定申请；review 复核测评")] = (
        "application"
    )
    as_of: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="以哪一天为准计算年限、年度等；默认今天")] = ""
    round: Annotated[
        Path | None,
        typer.Option(metavar="文件", help="本轮申报的 round.yaml（通知、收件日期等）；默认用收件夹旁边的 round.yaml"),
    ] = None
    office: Annotated[
        Path | None,
        typer.Option(metavar="文件", help="本机关的 office.yaml（名称、代字、联系方式等）；默认用结果文件夹旁边的"),
    ] = None
    out: Annotated[Path | None, typer.Option(metavar="文件夹", help="结果存放处；默认在收件夹旁边")] = None
    jobs: Annotated[int, typer.Option(metavar="N", show_default="处理器核数", help="同时处理几个卷宗")] = 0
    executor: Annotated[str, typer.Option(metavar="SPEC", help="local 本机；dask://地址:端口 多机")] = "local"
    timeout: Annotated[int, typer.Option(metavar="秒", help="单个卷宗的时间上限")] = 1800
    audience: Annotated[
        Audience, typer.Option(help="结果给谁看：internal 经办人；applicant、public 隐去电话、证件号等")
    ] = Audience.INTERNAL
    unchecked: Annotated[
        bool, typer.Option("--unchecked", help="自己的规则文件与办法文本不符时仍然初审，各份结果会注明未经核对")
    ] = False
    since: Annotated[
        Path | None, typer.Option(metavar="前次结果", help="补正后再次初审：指出前次已有材料、前次未告知的事项")
    ] = None
    only: Annotated[
        list[str] | None, typer.Option(metavar="卷宗", help="只重新初审这些卷宗（可写多次），其余沿用已有结果")
    ] = None
    cache: Annotated[Path | None, typer.Option(metavar="文件夹", help="读取结果的存放处；默认在本用户的缓存文件夹")] = (
        None
    )
    no_cache: Annotated[bool, typer.Option("--no-cache", help="不使用、也不留存以前的读取结果，全部重新读取")] = False
    upon: Annotated[
        Path | None,
        typer.Option(metavar="前轮结果", help="补正的后一轮：前轮已收到、没有替换的材料一并读取，不再要求补交"),
    ] = None
    standing: Annotated[
        Path | None, typer.Option(metavar="台账", help="对照已认定平台的台账：有效期内重复申报、不得申报的期限等")
    ] = None
