"""What may be asked of ``dossier cache show`` and ``clear``?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

_FOLDER = typer.Option(metavar="文件夹", help="读取结果的存放处；默认在本用户的缓存文件夹，或 DOSSIER_CACHE 所指")


@dataclass(frozen=True, slots=True)
class ShowCacheOptions:
    """以前读取的结果存放在哪里、各有多少。"""

    cache: Annotated[Path | None, _FOLDER] = None


@dataclass(frozen=True, slots=True)
class ClearCacheOptions:
    """删除以前读取的结果。申报材料、初审结果和核定都不受影响，下次初审时重新读取。"""

    cache: Annotated[Path | None, _FOLDER] = None
