"""The folder of results: which files it holds, and how they are written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from pipeline import file_names
from pipeline.intake import links
from pipeline.results import private
from pipeline.results.as_json import SCREENING
from schemas.errors import NotWritten, UsageError


def folders(dossiers: Sequence[str], files: Iterable[str] = ()) -> dict[str, str]:
    """The name of each dossier's folder, safe on every system, distinct, and none of the ``files`` beside them."""
    return file_names.folder_names(dossiers, files)


def write_dossier(out: Path, folder: str, files: Mapping[str, bytes], ours: Iterable[str]) -> None:
    """The dossier's results in its folder. Of ``ours``, all that we ever write there, what is not written is stale.

    screening.json goes first and comes last: a folder that has one is complete.
    """
    place = out / folder
    _no_link(place)
    for name in (SCREENING, *ours):
        stale = file_names.reachable(place / name)
        try:
            stale.unlink(missing_ok=True)
        except OSError as error:
            raise _not_written(place / name, error) from error
    for name in sorted(files, key=lambda name: name == SCREENING):
        write(place / name, files[name])


def check_place(out: Path, names: Iterable[str]) -> None:
    """Raises UsageError where these files could not be written there, before any work is done for them."""
    _no_link(out)
    way = next(way for way in (out, *out.absolute().parents) if os.path.lexists(file_names.reachable(way)))
    if not way.is_dir():
        raise UsageError(f"--out {out}：{way} 不是文件夹。请另选存放结果的文件夹。")
    if not os.access(file_names.reachable(way), os.W_OK | os.X_OK):
        raise UsageError(f"--out {out}：没有写入 {way} 的权限，或该磁盘是只读的。请另选存放结果的文件夹。")
    for name in names:
        if file_names.reachable(out / name).is_dir():
            raise UsageError(f"{out / name} 应是文件，但已有同名的文件夹。请将它改名或移走，或另选存放结果的文件夹。")


def write(path: Path, data: bytes) -> None:
    """The bytes under this name, all or none of them. Raises NotWritten where that cannot be."""
    with writing(path) as stream:
        stream.write(data)


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """What is written within stands under this name once all of it is there. Raises NotWritten where it cannot."""
    _no_link(path.parent)
    target = file_names.reachable(path)
    # One writer per folder: a fixed name leaves no litter behind after a crash.
    partial = target.with_name(f".{target.name}.part")
    try:
        private.make_folder(target.parent)
        partial.unlink(missing_ok=True)
        with private.opened_new(partial) as stream:  # a link that waits under this name is not followed
            yield stream
        partial.replace(target)
    except BaseException as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_written(path, error) from error
        raise


def write_beside(path: Path, data: bytes) -> Path:
    """The bytes under this name; an earlier file that differs (filled in, say) is left alone, and this one numbered."""
    place, count = path, 1
    while file_names.reachable(place).exists() and file_names.reachable(place).read_bytes() != data:
        count += 1
        place = path.with_name(f"{path.stem}-{count}{path.suffix}")
    write(place, data)
    return place


def _no_link(folder: Path) -> None:
    link = links.on_the_way(folder)
    if link is not None:
        raise UsageError(
            f"{folder} 在链接（快捷方式）{link} 之下，为安全起见不向其中写入。请用 --out 给出实际的文件夹。"
        )


_AGAIN = {
    errno.ENOSPC: "磁盘已满。请腾出空间后重新运行",
    errno.EDQUOT: "超出了磁盘配额。请腾出空间后重新运行",
    errno.EROFS: "该磁盘是只读的。请用 --out 另选可以写入的文件夹后重新运行",
    errno.ENAMETOOLONG: "文件名或路径过长。请用 --out 另选路径较短的文件夹后重新运行",
}


def _not_written(path: Path, error: OSError) -> NotWritten:
    """What keeps the file from being written, what to do about it, and whether other files fare better."""
    folder = path.parent
    blocking = next((way for way in (folder, *folder.parents) if way.exists() and not way.is_dir()), None)
    if path.is_dir():
        why = "已有同名的文件夹。请将它改名或移走后重新运行"
    elif blocking is not None:
        why = f"{blocking} 是文件，不是文件夹。请将它改名或移走，或用 --out 另选文件夹后重新运行"
    elif isinstance(error, PermissionError) and os.access(folder, os.W_OK):
        why = "如果该文件正在 Excel 或 Word 中打开，请关闭后重新运行"
    elif isinstance(error, PermissionError):
        why = "没有写入该文件夹的权限。请检查权限，或用 --out 另选文件夹后重新运行"
    else:
        why = _AGAIN.get(
            error.errno or 0, f"系统报错 {type(error).__name__}。请确认结果文件夹仍在、可以写入，然后重新运行"
        )
        return NotWritten(f"无法写入 {path}：{why}。", lasting=error.errno != errno.ENAMETOOLONG)
    return NotWritten(f"无法写入 {path}：{why}。", lasting=False)
