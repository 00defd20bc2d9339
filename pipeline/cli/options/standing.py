"""What may be asked of ``dossier standing …`` (contract §15)?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

_Folder = Annotated[Path, typer.Argument(metavar="台账", help="台账文件夹；其中的 events.jsonl 只增不改")]
_Name = Annotated[str, typer.Option("--name", metavar="姓名", help="记录人；默认当前系统用户")]
_At = Annotated[str, typer.Option("--at", metavar="时间", help="记录的时间（ISO 8601）；默认现在")]
_AsOf = Annotated[str, typer.Option("--as-of", metavar="YYYY-MM-DD", help="以哪一天为准；默认今天")]
_Dossiers = Annotated[list[str], typer.Option("--dossier", metavar="ID", help="卷宗编号；可多次给出，也可用、隔开")]
_Codes = Annotated[
    list[str] | None, typer.Option("--code", metavar="ID=代码", help="卷宗的统一社会信用代码（结果中没有读到时）")
]


class ShownAs(StrEnum):
    """How a table is given."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class AddTitlesOptions:
    """把一批认定的平台记入台账（取自初审结果）。"""

    folder: _Folder
    results: Annotated[Path, typer.Argument(metavar="结果", help="dossier screen 写出的文件夹")]
    dossiers: _Dossiers
    number: Annotated[str, typer.Option(metavar="文号", help="认定文件的文号")]
    day: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="认定文件的日期")]
    since: Annotated[str, typer.Option("--from", metavar="YYYY-MM-DD", help="称号从哪天算起（确认后填写）")] = ""
    until: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="文件写明的截止日；默认按办法计算")] = ""
    kind: Annotated[str, typer.Option("--type", metavar="类型", help="综合性、专业性等；默认按初审结果")] = ""
    batch: Annotated[str, typer.Option("--round", metavar="批次", help="申报批次：round.yaml 或批次名称")] = ""
    codes: _Codes = None
    name: _Name = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class PublishOptions:
    """记录拟认定名单的公示：哪些卷宗、从哪天起、在哪里。"""

    folder: _Folder
    results: Annotated[Path, typer.Argument(metavar="结果", help="dossier screen 写出的文件夹")]
    first_day: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="公示的第一天")]
    site: Annotated[list[str] | None, typer.Option(metavar="网站", help="在哪里公示；可多次给出")] = None
    working_days: Annotated[
        int | None, typer.Option(metavar="N", show_default="办法所定", help="几个工作日（办法没有写的，按通知填）")
    ] = None
    dossiers: Annotated[
        list[str] | None, typer.Option("--dossier", metavar="ID", help="卷宗编号；可多次给出，也可用、隔开")
    ] = None
    order: Annotated[
        Path | None,
        typer.Option("--order", metavar="评审汇总", help="填好“确认顺序”的评审汇总.xlsx：公示哪些卷宗、按什么顺序"),
    ] = None
    codes: _Codes = None
    name: _Name = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class ImportTitlesOptions:
    """把以前认定的平台名单记入台账；有疑问的逐条列出。"""

    folder: _Folder
    file: Annotated[Path, typer.Argument(metavar="名单", help="原有名单（XLSX、XLS、ET、ODS、CSV、DOCX）")]
    rulebook: Annotated[str, typer.Option(metavar="ID", help="哪一部办法认定的；默认看名单的标题")] = ""
    name: _Name = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class RecordOptions:
    """记录一件事：收到报送、检查、复核、投诉、处罚、失去称号、变更等。"""

    folder: _Folder
    about: Annotated[str, typer.Argument(metavar="代码", help="统一社会信用代码或单位全称；报送可写推荐单位（县区）")]
    event: Annotated[
        str,
        typer.Argument(
            metavar="事项",
            help="report 报送、inspection 检查、recheck 复核、complaint 投诉、penalty 处罚处分、lost 失去称号、"
            "changed 变更、publicity 公示、known 原有认定",
        ),
    ]
    day: Annotated[str, typer.Option(metavar="日期", help="检查、复核、决定等的日期")] = ""
    period: Annotated[str, typer.Option(metavar="期间", help="报送的是哪一期：2026Q1、2026H1、2026")] = ""
    received: Annotated[str, typer.Option(metavar="日期", help="报送收到的日期")] = ""
    result: Annotated[str, typer.Option(metavar="结果", help="检查：合格、整改、不合格；复核：确认、整改、撤销")] = ""
    inspector: Annotated[str, typer.Option(metavar="谁", help="检查由谁做：市局、县级、第三方")] = ""
    source: Annotated[str, typer.Option(metavar="来源", help="投诉来源；处罚的决定机关和文号")] = ""
    proven: Annotated[bool | None, typer.Option("--proven/--not-proven", help="是否已查实；未定的不写")] = None
    ground: Annotated[str, typer.Option(metavar="情形", help="失去称号的情形（条款号或 id）")] = ""
    number: Annotated[str, typer.Option(metavar="文号", help="决定或认定文件的文号")] = ""
    first_day: Annotated[str, typer.Option(metavar="日期", help="公示的第一天")] = ""
    working_days: Annotated[int | None, typer.Option(metavar="N", help="公示几个工作日（办法没有写的）")] = None
    site: Annotated[list[str] | None, typer.Option(metavar="网站", help="在哪里公示；可多次给出")] = None
    objections: Annotated[str, typer.Option(metavar="异议", help="公示后收到的异议；没有的写“无”")] = ""
    since: Annotated[str, typer.Option(metavar="日期", help="变更从哪天起")] = ""
    begins: Annotated[str, typer.Option("--from", metavar="日期", help="称号从哪天算起")] = ""
    until: Annotated[str, typer.Option(metavar="日期", help="称号的截止日")] = ""
    kind: Annotated[str, typer.Option("--type", metavar="类型", help="综合性、专业性等")] = ""
    new_name: Annotated[str, typer.Option(metavar="名称", help="变更后的名称")] = ""
    new_code: Annotated[str, typer.Option(metavar="代码", help="变更后的统一社会信用代码")] = ""
    county: Annotated[str, typer.Option(metavar="县区", help="变更后的县区")] = ""
    address: Annotated[str, typer.Option(metavar="地址", help="变更后的地址")] = ""
    representative: Annotated[str, typer.Option(metavar="姓名", help="变更后的法定代表人")] = ""
    batch: Annotated[str, typer.Option("--round", metavar="批次", help="申报或复核的批次")] = ""
    note: Annotated[str, typer.Option(metavar="说明", help="其他要说明的")] = ""
    rulebook: Annotated[str, typer.Option(metavar="ID", help="哪一部办法；平台只有一部时可不给")] = ""
    name: _Name = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class VoidOptions:
    """作废一条记录（原记录保留）。"""

    folder: _Folder
    number: Annotated[int, typer.Argument(metavar="号", help="要作废的记录号（show --events 可见）")]
    reason: Annotated[str, typer.Option(metavar="理由", help="为什么作废")] = ""
    name: _Name = ""
    at: _At = ""


@dataclass(frozen=True, slots=True)
class ShowLedgerOptions:
    """某一天的台账：每个平台的状态、期限、最近的报送和疑问。"""

    folder: _Folder
    as_of: _AsOf = ""
    platform: Annotated[str, typer.Option(metavar="代码", help="只看一个平台，连同它的全部记录")] = ""
    out: Annotated[Path | None, typer.Option(metavar="FILE.xlsx", help="写成工作簿")] = None
    form: Annotated[ShownAs, typer.Option("--format", help="text 供人阅读；json 供程序读取")] = ShownAs.TEXT


@dataclass(frozen=True, slots=True)
class DueOptions:
    """到期事项：什么事、由谁办、哪天前、依据哪一条。"""

    folder: _Folder
    until: Annotated[str, typer.Option(metavar="YYYY-MM-DD", show_default="三个月后", help="看到哪一天")] = ""
    as_of: _AsOf = ""
    since: Annotated[str, typer.Option(metavar="YYYY-MM-DD", show_default="一年前", help="逾期未办的从哪天起列")] = ""
    every: Annotated[bool, typer.Option("--all", help="已办的也列出")] = False
    form: Annotated[ShownAs, typer.Option("--format", help="text 供人阅读；json 供程序读取")] = ShownAs.TEXT


@dataclass(frozen=True, slots=True)
class StandingLettersOptions:
    """写出这一天需要的文书：公示、认定名单、复核通知、催报、检查汇总、期满提醒、撤销告知和公告、有效名单。"""

    folder: _Folder
    out: Annotated[Path, typer.Option(metavar="文件夹", help="文书写到哪里")]
    as_of: _AsOf = ""
    office: Annotated[
        Path | None, typer.Option(metavar="文件", help="本机关的 office.yaml；默认用台账文件夹旁边的")
    ] = None
    propose: Annotated[
        list[str] | None,
        typer.Option(metavar="代码=情形", help="拟撤销（取消）告知书：由人提出，写明平台和条款或情形 id"),
    ] = None


@dataclass(frozen=True, slots=True)
class VerifyLedgerOptions:
    """核对台账：每一条都是原样，前后相接。一致退出码为 0，否则为 1。"""

    folder: _Folder
    noted: Annotated[str, typer.Option("--hash", metavar="校验值", help="事先记下的末行校验值：核对台账没有被截短")] = (
        ""
    )
