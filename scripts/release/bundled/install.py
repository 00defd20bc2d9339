"""Installs the program from this folder, for this user, without a network: run by 安装.cmd or install.sh.

Uses nothing but the standard library.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent


def home() -> Path:
    """Where the program goes: the folder that DOSSIER_HOME names, else the user's own place for programs."""
    named = os.environ.get("DOSSIER_HOME", "")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "dossier-intake"
    place = os.environ.get("XDG_DATA_HOME", "")
    return (Path(place) if place.startswith("/") else Path.home() / ".local" / "share") / "dossier-intake"


def programs(place: Path) -> Path:
    """The folder of the programs that are installed there."""
    return place / "venv" / ("Scripts" if sys.platform == "win32" else "bin")


def unfit(platform: str, pythons: Sequence[str]) -> str:
    """What keeps this Python from running the program, empty where nothing does."""
    wanted = "、".join(pythons)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if sys.platform != platform:
        return f"本安装包是为另一种系统准备的（{platform}）。"
    if version not in pythons:
        return f"这里的 Python 是 {version}。本安装包需要 64 位的 Python {wanted}。"
    if not sys.maxsize >> 32:
        return f"这里的 Python 是 32 位的。本安装包需要 64 位的 Python {wanted}。"
    return ""


def damaged() -> list[str]:
    """The files that are not as they were when the bundle was made."""
    lines = (HERE.parent / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    wrong = []
    for line in lines:
        digest, name = line.split("  ", 1)
        path = HERE.parent / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            wrong.append(name)
    return wrong


def install(place: Path) -> None:
    """Make the environment anew and put the wheels into it, each held against its hash."""
    venv.create(str(place / "venv"), clear=True, with_pip=True)
    python = str(programs(place) / ("python.exe" if sys.platform == "win32" else "python"))
    offline = ["--no-index", "--find-links", str(HERE.parent / "wheels"), "--disable-pip-version-check"]
    exact = ["--no-deps", "--require-hashes", "-r", str(HERE / "requirements.txt")]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    command = [python, "-m", "pip", "--isolated", "install", "--quiet", "--no-warn-script-location"]
    subprocess.run([*command, *offline, *exact], check=True, env=clean)


def main() -> int:
    """Install, then let the program look the machine over; the status is the doctor's."""
    bundle: Mapping[str, str] = json.loads((HERE / "bundle.json").read_text(encoding="utf-8"))
    why = unfit(bundle["platform"], bundle["pythons"])
    if why:
        print(why)
        return 1
    print("核对安装包的文件 ……", flush=True)
    wrong = damaged()
    if wrong:
        print("安装包不完整或被改动，请重新复制：" + "、".join(wrong))
        return 1
    place = home()
    print(f"安装到 {place} ……（需要几分钟）", flush=True)
    try:
        place.mkdir(parents=True, exist_ok=True)
        install(place)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"没有装成（{type(error).__name__}）。请确认该文件夹可以写入、剩余空间不少于 3 GB；")
        print("Linux 上另须装有 python3-venv。也可以用环境变量 DOSSIER_HOME 另指一个文件夹。")
        return 1
    print("检查本机 ……", flush=True)
    status = subprocess.call([str(programs(place) / "dossier"), "doctor", str(place)])
    print(f"已安装。运行 {'启动.cmd' if sys.platform == 'win32' else 'start.sh'} 开始使用。")
    return status


if __name__ == "__main__":
    sys.exit(main())
