"""What may be asked of ``dossier demo``?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """写出一个虚构的小收件夹并初审，展示结果。"""

    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="演示材料和结果放在哪里")] = Path("demo")
