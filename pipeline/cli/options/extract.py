"""What may be asked of ``dossier extract``?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ExtractFormat(StrEnum):
    """How extracted tables are given."""

    JSON = "json"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """查看程序从一个文件中读到了什么：段落、表格及其位置。"""

    file: Annotated[Path, typer.Argument(metavar="文件", help="DOCX、XLSX、PDF 等")]
    form: Annotated[ExtractFormat, typer.Option("--format", help="json 打印到标准输出；xlsx 写成工作簿")] = (
        ExtractFormat.JSON
    )
    out: Annotated[Path | None, typer.Option(metavar="文件", help="xlsx 写到哪里；默认在当前文件夹")] = None
