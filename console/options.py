"""What may be asked of ``dossier console``?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer


@dataclass(frozen=True, slots=True)
class ConsoleOptions:
    """在浏览器中办理：收件、初审、核对、发文、补正、抽查、汇总。"""

    data: Annotated[Path, typer.Argument(metavar="文件夹", help="办理资料放在哪里（须是本机磁盘）")] = Path(
        "console-data"
    )
    address: Annotated[
        str, typer.Option(metavar="地址:端口", help="在哪个地址上打开；不给时按设置，未设置的是 127.0.0.1:8470")
    ] = ""
    host: Annotated[list[str] | None, typer.Option(metavar="名称", help="浏览器中可以使用的其他主机名，可重复")] = None
    tls_certificate: Annotated[
        Path | None, typer.Option("--tls-certificate", metavar="文件", help="证书（PEM），与 --tls-key 一并给出")
    ] = None
    tls_key: Annotated[Path | None, typer.Option("--tls-key", metavar="文件", help="证书的私钥（PEM）")] = None
    backup: Annotated[
        Path | None, typer.Option("--backup", metavar="文件夹", help="写一份备份到这个文件夹，然后结束")
    ] = None
    restore: Annotated[
        Path | None, typer.Option("--restore", metavar="备份", help="把这份备份恢复到空的办理资料文件夹，然后结束")
    ] = None
    no_browser: Annotated[bool, typer.Option("--no-browser", help="启动后不打开浏览器")] = False
    work: Annotated[bool, typer.Option("--work", help="只运行后台任务（随网页一同自动启动）")] = False
