"""What may be asked of ``dossier compare``?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class CompareFormat(StrEnum):
    """How the comparison is given."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """比较同一卷宗前后两次初审：新交了什么，哪些已解决，哪些是新的，哪些上次就该告知。"""

    old: Annotated[Path, typer.Argument(metavar="前次结果", help="前一次初审的结果文件夹，或其中一个卷宗的文件夹")]
    new: Annotated[Path, typer.Argument(metavar="本次结果", help="补正后再次初审的结果文件夹")]
    form: Annotated[CompareFormat, typer.Option("--format", help="text 供人阅读；json 供程序读取")] = CompareFormat.TEXT
