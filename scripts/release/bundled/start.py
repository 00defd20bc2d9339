"""Starts the program that install.py has installed: the console where there is one, else the folder to drop papers in.

``start.py [FOLDER]``: FOLDER is screened at once, without a question. Uses nothing but the standard library.
"""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from pathlib import Path

from install import home, programs

NAME = "申报材料初审"


def has_console(dossier: str) -> bool:
    """Whether this installation has the console."""
    asked = subprocess.run([dossier, "console", "--help"], capture_output=True, check=False)
    return asked.returncode == 0


def inbox() -> Path:
    """The folder that papers are dropped into, made where it is not there yet."""
    documents = Path.home() / "Documents"
    folder = (documents if documents.is_dir() else Path.home()) / NAME / "收件夹"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def screened(dossier: str, folder: Path) -> int:
    """Screen the folder and show the results; the status is the command's."""
    status = subprocess.call([dossier, "screen", str(folder)])
    index = folder.resolve().parent / f"screening-{folder.resolve().name}" / "index.html"
    if index.is_file() and sys.stdout.isatty():
        webbrowser.open(index.as_uri())
    return status


def main() -> int:
    """The console, or the folder that was named, or one round of drop and screen."""
    dossier = str(programs(home()) / ("dossier.exe" if os.name == "nt" else "dossier"))
    if not Path(dossier).is_file():
        print(f"还没有安装。请先运行 {'安装.cmd' if os.name == 'nt' else 'install.sh'}。")
        return 1
    if len(sys.argv) > 1:
        return screened(dossier, Path(sys.argv[1]))
    if has_console(dossier):
        return subprocess.call([dossier, "console"])
    folder = inbox()
    print(f"请把申报材料放入 {folder}")
    print("每个卷宗是一个文件夹、一个压缩包或一份文档。", flush=True)
    if sys.stdin.isatty():
        input("放好后按回车键开始初审：")
    return screened(dossier, folder)


if __name__ == "__main__":
    sys.exit(main())
