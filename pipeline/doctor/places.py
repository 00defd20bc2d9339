"""Can be written where results, what was read and temporary files go, and is the console's port free?"""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from pathlib import Path

from extractors.kept.store import KeptStore
from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.results.files import check_place
from schemas.errors import UsageError

_ROOM = 2 << 30
"""Bytes that should be free: results and what was read of a hundred scanned dossiers take about as many."""

_GIB = 1 << 30
_HIGHEST_PORT = 65535


def results(folder: Path) -> MachineCheck:
    """The folder in which results are to lie: whether one may write there, and how much room there is."""
    title = "结果存放处"
    try:
        check_place(folder, ())
    except UsageError as error:
        return MachineCheck("results", title, Fitness.FAILED, str(folder), str(error))
    return _room("results", title, folder)


def temporary() -> MachineCheck:
    """The folder for temporary files."""
    title = "临时文件夹"
    try:
        with tempfile.TemporaryFile(prefix="dossier-doctor-") as stream:
            stream.write(b"\0")
    except OSError as error:
        advice = "请检查该文件夹的权限和剩余空间，或用环境变量 TMPDIR（Windows 上为 TEMP）另指一处。"
        return MachineCheck("temporary", title, Fitness.FAILED, f"不能写入（{type(error).__name__}）", advice)
    return _room("temporary", title, Path(tempfile.gettempdir()))


def cache(folder: Path) -> MachineCheck:
    """The folder in which what was read is kept."""
    title = "读取结果的存放处"
    if not KeptStore(folder).usable():
        advice = "可以照常初审，但每次都要重新读取。请检查权限（须为本用户所有），或用 DOSSIER_CACHE 另指一个文件夹。"
        return MachineCheck("cache", title, Fitness.LIMITED, f"{folder} 不能使用", advice)
    return _room("cache", title, folder)


def port(address: str) -> MachineCheck:
    """Whether the console could be served at this address (``127.0.0.1:8470``)."""
    title = "网页工作台的端口"
    host, _, number = address.rpartition(":")
    if not host or not number.isdecimal() or not 0 < int(number) <= _HIGHEST_PORT:
        return MachineCheck("port", title, Fitness.FAILED, address, "地址应写成 127.0.0.1:8470 这样的形式。")
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
            if os.name != "nt":  # there it would let two programs share one port
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host.strip("[]"), int(number)))
    except OSError:
        advice = "该端口已被占用（可能工作台已在运行），或不允许使用。请关闭占用的程序，或用 --address 另选端口。"
        return MachineCheck("port", title, Fitness.LIMITED, f"{address} 不能使用", advice)
    return MachineCheck("port", title, Fitness.OK, f"{address} 可以使用")


def _room(name: str, title: str, folder: Path) -> MachineCheck:
    """Whether the disk of a folder that can be written to has room left."""
    there = next(way for way in (folder.absolute(), *folder.absolute().parents) if way.exists())
    free = shutil.disk_usage(there).free
    found = f"{folder} 可以写入，剩余 {free / _GIB:.1f} GB"
    if free < _ROOM:
        return MachineCheck(name, title, Fitness.LIMITED, found, "剩余空间不多，请先腾出一些。")
    return MachineCheck(name, title, Fitness.OK, found)
