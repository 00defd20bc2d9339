"""The folder of results: which files it holds, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline import file_names
from pipeline.results.as_json import SCREENING
from schemas.errors import UsageError


def folders(dossiers: Sequence[str]) -> dict[str, str]:
    """The name of each dossier's folder, safe on every system and distinct."""
    chosen: dict[str, str] = {}
    for dossier in dossiers:
        chosen[dossier] = file_names.folder_name(dossier, chosen.values())
    return chosen


def write_dossier(out: Path, folder: str, files: Mapping[str, bytes], ours: Iterable[str]) -> None:
    """The dossier's results in its folder. Of ``ours``, all that we ever write there, what is not written is stale.

    screening.json goes first and comes last: a folder that has one is complete.
    """
    place = out / folder
    for name in (SCREENING, *ours):
        file_names.reachable(place / name).unlink(missing_ok=True)
    for name in sorted(files, key=lambda name: name == SCREENING):
        write(place / name, files[name])


def write(path: Path, data: bytes) -> None:
    """The bytes under this name, all or none of them."""
    target = file_names.reachable(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    # One writer per folder: a fixed name leaves no litter behind after a crash.
    partial = target.with_name(f".{target.name}.part")
    try:
        partial.write_bytes(data)
        partial.replace(target)
    except PermissionError as error:
        partial.unlink(missing_ok=True)
        raise UsageError(f"无法写入 {path}。如果该文件正在 Excel 或 Word 中打开，请关闭后重新运行。") from error
