"""What may be asked of ``dossier rulebook list|show|check|diff``?"""

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
