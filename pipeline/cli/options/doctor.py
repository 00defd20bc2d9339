"""What may be asked of ``dossier doctor``?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer


@dataclass(frozen=True, slots=True)
class DoctorOptions:
    """检查本机能否初审：Python、内存、识别模型、字体、LibreOffice、写入权限等，并说明该怎么办。"""

    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="打算存放结果的文件夹；默认当前文件夹")] = Path()
    json: Annotated[bool, typer.Option("--json", help="打印 JSON，供程序读取")] = False
    cache: Annotated[Path | None, typer.Option(metavar="文件夹", help="读取结果的存放处，同 dossier screen")] = None
    address: Annotated[str, typer.Option(metavar="地址:端口", help="网页工作台打算使用的地址")] = "127.0.0.1:8470"
