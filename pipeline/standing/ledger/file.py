"""The folder 台账: how is events.jsonl read, added to by several processes at once, and shown to be whole?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline import file_names, hash_chain
from pipeline.hash_chain import NewEntry, Signature
from pipeline.standing.ledger.events import Event, events_of, taken_back
from schemas.errors import UsageError

LOG = "events.jsonl"
_LOCK = "events.lock"
_WAIT = 30.0
_REFUSED = "台账核对不一致（{}），没有写入。请先运行 dossier standing verify。"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The events that stand, what was taken back and why, and the hash of the last line."""

    events: tuple[Event, ...]
    voided: dict[int, str]
    count: int
    last_hash: str
    withdrawn: tuple[Event, ...] = ()
    """The events that were taken back, as they had been written."""


def read(folder: Path) -> Ledger:
    """The ledger. UsageError where there is none, or where it was changed: nothing is worked out from such a one."""
    path = folder / LOG
    if not file_names.reachable(path).is_file():
        raise UsageError(
            f"{folder} 中没有台账 {LOG}。请先用 dossier standing import（原有名单）或 add（初审结果）建立台账。"
        )
    return _book(path)


def verify(folder: Path, noted: str = "") -> tuple[list[str], str]:
    """What is wrong with the chain, in Chinese, and the hash of its last line."""
    path = folder / LOG
    if not file_names.reachable(path).is_file():
        raise UsageError(f"{folder} 中没有台账 {LOG}。")
    entries, problems = hash_chain.read(path)
    if noted and all(entry.get("hash") != noted.strip().lower() for entry in entries):
        problems.append(f"{LOG} 中没有事先记下的校验值（末尾被截短，或整份台账被换过）")
    return problems, str(entries[-1].get("hash", "")) if entries else ""


def write(folder: Path, made: Callable[[Ledger], Sequence[NewEntry]], signature: Signature) -> list[int]:
    """Add the lines that ``made`` works out from the ledger as it is now; gives back their numbers.

    Reading, working out and adding happen under one lock: no other process comes between.
    """
    path = folder / LOG
    file_names.reachable(folder).mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(file_names.reachable(folder / _LOCK), timeout=_WAIT):
            book = _book(path)
            lines = list(made(book))
            hash_chain.append(path, lines, signature, _REFUSED)
    except Timeout:
        raise UsageError(f"{folder} 正由另一程序写入，等候 {_WAIT:.0f} 秒仍未结束。请稍后再试。") from None
    except PermissionError as error:
        raise UsageError(f"无法写入 {path}。请检查文件夹权限，或关闭打开该文件的程序。") from error
    return list(range(book.count + 1, book.count + len(lines) + 1))


def _book(path: Path) -> Ledger:
    entries, problems = hash_chain.read(path)
    if problems:
        raise UsageError(_REFUSED.replace("没有写入", "没有继续").format(problems[0]))
    events, voided = events_of(entries)
    last = str(entries[-1]["hash"]) if entries else ""
    return Ledger(tuple(events), voided, len(entries), last, tuple(taken_back(entries)))
