"""Is everything there that comes with the program?"""

from __future__ import annotations

from importlib import import_module

from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.rulebook.find import load_all
from schemas.data_files import data_folder
from schemas.errors import RulebookError

_AGAIN = "程序文件不完整或被改动。请运行安装程序重新安装。"
_NATIVE = ("cv2", "lxml.etree", "numpy", "onnxruntime", "pandas", "pi_heif", "pypdfium2", "python_calamine", "rapidocr")
"""Libraries of machine code, which fail where a system library is missing or a virus scanner holds them."""


def libraries() -> MachineCheck:
    """Whether the libraries load."""
    title = "程序库"
    missing = [f"{name}（{type(error).__name__}）" for name, error in map(_loaded, _NATIVE) if error is not None]
    if missing:
        advice = f"{_AGAIN}Windows 上请先安装微软的 Visual C++ 2015–2022 x64 运行库；杀毒软件隔离了文件的，请恢复。"
        return MachineCheck("libraries", title, Fitness.FAILED, f"不能载入：{'、'.join(missing)}", advice)
    return MachineCheck("libraries", title, Fitness.OK, f"{len(_NATIVE)} 个都能载入")


def rulebooks() -> MachineCheck:
    """Whether the rulebooks that come with the program can be read."""
    title = "认定办法"
    try:
        found = load_all()
    except (OSError, RulebookError) as error:
        return MachineCheck(
            "rulebooks", title, Fitness.FAILED, f"不能读取（{type(error).__name__}）：{data_folder()}", _AGAIN
        )
    if not found:
        return MachineCheck("rulebooks", title, Fitness.FAILED, f"{data_folder()} 中没有", _AGAIN)
    return MachineCheck("rulebooks", title, Fitness.OK, f"{len(found)} 部：{'、'.join(book.id for book in found)}")


def _loaded(name: str) -> tuple[str, Exception | None]:
    try:
        import_module(name)
    except Exception as error:  # noqa: BLE001  a library may fail to load in any way; that it did is what is told
        return name, error
    return name, None
