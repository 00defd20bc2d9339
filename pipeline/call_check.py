"""What can be wrong with a call, asked before the first dossier is read?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import file_names
from pipeline.intake.inbox import InboxEntry
from pipeline.on_use import on_use
from pipeline.results import compare as results_compare
from pipeline.results import files as result_files
from pipeline.rulebook.find import load
from pipeline.rulebook.of_bureau import AUTO, bureau_rulebooks
from pipeline.screen import Settings
from schemas.errors import RulebookError, UsageError
from schemas.rulebook import Rulebook

if TYPE_CHECKING:
    from pipeline.standing import overview
else:
    overview = on_use("pipeline.standing.overview")


def check(inbox: Path, settings: Settings, out: Path, names: Sequence[str]) -> None:
    """Raises UsageError or RulebookError where anything is. ``names``: the files of the batch, the register first."""
    _check_apart(inbox, settings, out)
    for name in bureau_rulebooks() if settings.rulebook == AUTO else (settings.rulebook,):
        _check_held(load(name), settings)
    if settings.rulebook != AUTO:
        book = load(settings.rulebook)
        if settings.procedure not in book.procedures:
            known = "、".join(book.procedures)
            raise UsageError(f"《{book.title}》没有“{settings.procedure}”程序。可用的有：{known}。")
    if settings.standing is not None:
        overview.overview(settings.standing, settings.as_of)
    if settings.since is not None:
        results_compare.earlier(settings.since)
        if settings.since.resolve() == out.resolve():
            raise UsageError("--since 应是前次结果的文件夹，与本次的 --out 不同。请为本次结果另选文件夹。")
    result_files.check_place(out, names)
    _check_free(out / names[0])


def _check_held(book: Rulebook, settings: Settings) -> None:
    """A rulebook of one's own holds against its text, or somebody said that it need not."""
    if book.faults and not settings.unchecked:
        how = "请改正后再初审；确需照此初审的，请加 --unchecked，各份结果会注明未经核对"
        raise RulebookError("\n".join([*book.faults, f"规则文件与办法文本有 {len(book.faults)} 处不符。{how}。"]))


def _check_apart(inbox: Path, settings: Settings, out: Path) -> None:
    """What applicants hand in is neither a rulebook nor a place for results, where decisions would be looked for."""
    whole, place = inbox.resolve(), out.resolve()
    if place == whole or whole in place.parents[1:]:
        raise UsageError(f"--out {out} 在申报材料之中。请为结果另选文件夹，不要放在卷宗里面。")
    cache = settings.cache.resolve() if settings.cache else None
    if cache and any(cache == folder or folder in cache.parents for folder in (whole, place)):
        raise UsageError(f"--cache {settings.cache} 在收件夹或结果文件夹之中。请另选存放读取结果的文件夹。")
    if settings.rulebook != AUTO and whole in Path(settings.rulebook).resolve().parents:
        raise UsageError(f"办法文件 {settings.rulebook} 在收件夹之中。请把它移到收件夹以外再使用。")


def _check_free(register: Path) -> None:
    path = file_names.reachable(register)
    try:
        if path.exists():
            path.open("r+b").close()
    except OSError as error:
        raise UsageError(f"无法写入 {register}。如果该文件正在 Excel 中打开，请关闭后重新运行。") from error


def check_known(only: Collection[str], entries: Iterable[InboxEntry]) -> None:
    """Raises UsageError where a dossier is asked for that the inbox does not hold."""
    known = {entry.id for entry in entries}
    unknown = [dossier for dossier in only if dossier not in known]
    if unknown:
        raise UsageError(f"收件夹中没有卷宗 {'、'.join(unknown)}。--only 后写卷宗编号，可写多次。")
