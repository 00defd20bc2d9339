"""What may be asked of ``dossier rulebook list|show|check|diff|new|rehearse|words|schema``?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

_Which = Annotated[str, typer.Argument(metavar="办法", help="办法的 id（见 list），或自己的 YAML 文件的路径")]


@dataclass(frozen=True, slots=True)
class ListRulebooksOptions:
    """列出随程序提供的办法。"""


@dataclass(frozen=True, slots=True)
class ShowRulebookOptions:
    """打印一部办法的条件、功能、材料清单，每项都有条款号。"""

    which: _Which


@dataclass(frozen=True, slots=True)
class CheckRulebookOptions:
    """检查规则文件：条款是否存在，数字是否在条款里，有没有漏掉的要求。有问题时退出码为 1。"""

    which: _Which
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="文本", help="办法正文（UTF-8 文本文件）；不给时在规则文件旁边寻找同名的 .txt"),
    ] = None


@dataclass(frozen=True, slots=True)
class DiffRulebooksOptions:
    """比较两部办法：改变的数字，增加和减少的条件与材料。"""

    old: _Which
    new: _Which


@dataclass(frozen=True, slots=True)
class NewRulebookOptions:
    """从办法正文和空白附表起草规则文件：照抄能确定的，标出要确认的，其余在核对页上询问。"""

    text: Annotated[Path, typer.Argument(metavar="办法正文", help="DOCX、PDF、TXT 等，文本文件的编码不限")]
    annexes: Annotated[
        list[Path] | None, typer.Argument(metavar="[附件]…", help="空白申报表等附件（正文已含附件的不必再给）")
    ] = None
    out: Annotated[
        Path | None, typer.Option("--out", metavar="目录", help="草案写到哪个目录；不给时在正文旁边新建“草案-…”")
    ] = None
    name: Annotated[
        str, typer.Option("--id", metavar="ID", help="规则文件的名称（id），例如 my-city；不给时用正文的文件名")
    ] = ""
    answers: Annotated[
        Path | None,
        typer.Option("--answers", metavar="文件", help="核对页保存的 answers.yaml；不给时用目录里的那一份"),
    ] = None


@dataclass(frozen=True, slots=True)
class RehearseRulebookOptions:
    """演练：做一份齐全的卷宗，再为每条规则做一份只差一点的卷宗，逐份初审，看每条规则是否单独起作用。"""

    which: _Which
    out: Annotated[
        Path | None, typer.Option("--out", metavar="目录", help="卷宗和结果写到哪个目录；不给时在当前目录新建“演练-…”")
    ] = None
    golden: Annotated[
        Path | None,
        typer.Option("--golden", metavar="文件", help="以前的演练结果 rehearsal.json，指出不同之处；不给时用目录里的"),
    ] = None
    only: Annotated[
        str,
        typer.Option(
            "--only", metavar="规则", help="只演练这些规则，写规则 id 的开头，例如 condition.staff 或 material."
        ),
    ] = ""


@dataclass(frozen=True, slots=True)
class WordsOptions:
    """列出规则文件里可以写的键、量、材料、名单和空格，每个都有中文含义，可直接复制。"""

    find: Annotated[str, typer.Argument(metavar="[查找]", help="只列出含有这个词的，例如 满意度 或 staff")] = ""


@dataclass(frozen=True, slots=True)
class SchemaOptions:
    """打印规则文件（或表格文件）的 JSON Schema，供编辑器补全和检查。"""

    form: Annotated[bool, typer.Option("--form", help="打印表格文件的，而不是规则文件的")] = False
