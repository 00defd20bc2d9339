"""Does a sample stand as it was drawn? Everything is worked out again from the frame and the seed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline import file_names
from pipeline.sampling.draw.draw import draw, sample_csv
from pipeline.sampling.draw.frame import SamplingFrame, from_csv, sha256
from pipeline.sampling.record import log
from pipeline.sampling.record.folder import FRAME, LOG, SAMPLE, design_of
from pipeline.sampling.record.log import Entry
from schemas.errors import UsageError

_ROLES = {"picks": "picked", "reserves": "reserve", "certain": "certain", "risk": "risk"}


def verify(folder: Path, noted: str = "") -> list[str]:
    """What does not agree, in Chinese; nothing where all does.

    ``noted`` is the hash of a line that was the log's last one when it was noted down: it must still be there.
    """
    if not (folder / LOG).is_file():
        raise UsageError(f"{folder} 中没有抽样记录 {LOG}。请给出 dossier sample draw 写出的文件夹。")
    entries, problems = log.read(folder / LOG)
    if noted and all(entry.get("hash") != noted.strip().lower() for entry in entries):
        problems.append(f"{LOG} 中没有事先记下的校验值（末尾被截短，或整份记录被换过）")
    frames = [entry for entry in entries if entry["event"] == "frame"]
    draws = [entry for entry in entries if entry["event"] == "draw"]
    if len(frames) != 1 or not draws:
        return [*problems, f"{LOG} 中没有抽样框或抽取的记录（记录不完整）"]
    frame, data, faults = _frame(folder, frames[0])
    problems += faults
    if frame is None:
        return problems
    for entry in draws:
        problems += _draw(entry, frame, sha256(data))
    return problems + _sample(folder, draws[-1])


def last_hash(folder: Path) -> str:
    """The hash of the log's last line: whoever noted it down sees whether lines were cut off at the end."""
    entries, _ = log.read(folder / LOG)
    return str(entries[-1].get("hash", "")) if entries else ""


def _frame(folder: Path, entry: Entry) -> tuple[SamplingFrame | None, bytes, list[str]]:
    data = _bytes(folder / FRAME)
    if data is None:
        return None, b"", [f"缺少 {FRAME}"]
    problems = []
    if sha256(data) != entry.get("frame_sha256"):
        problems.append(f"{FRAME} 与记录的 SHA-256 不符（有改动）")
    try:
        frame = from_csv(str(entry.get("of", "")), data)
    except ValueError:
        return None, data, [*problems, f"{FRAME} 不是抽样框的格式，无法重抽"]
    keys = [unit.key for unit in frame.units]
    if keys != sorted(set(keys)):
        problems.append(f"{FRAME} 不是规定的顺序，或有重复的单位")
    if len(keys) != entry.get("population"):
        problems.append(f"{FRAME} 有 {len(keys)} 个单位，记录为 {entry.get('population')} 个")
    return frame, data, problems


def _draw(entry: Entry, frame: SamplingFrame, frame_hash: str) -> list[str]:
    where = f"{LOG} 第 {entry.get('no')} 行"
    try:
        design = design_of(entry)
        picks = draw(frame, design)
    except (KeyError, TypeError, ValueError, ArithmeticError, UsageError):
        return [f"{where}的抽取方式无法重做"]
    problems = []
    if design.seed != entry.get("seed"):
        problems.append(f"{where}的种子与抽取方式中的不一致")
    if entry.get("frame_sha256") != frame_hash:
        problems.append(f"{where}所用的抽样框与现有 {FRAME} 不同")
    for name, role in _ROLES.items():
        again = [pick.unit.key for pick in picks if pick.role == role]
        logged = entry.get(name)
        if logged != again:
            problems.append(f"{where}记录的 {name} 与重抽的不同：{_differing(logged, again)}")
    if sha256(sample_csv(frame, picks)) != entry.get("sample_sha256"):
        problems.append(f"{where}的 {SAMPLE} 校验值与重抽的不同")
    return problems


def _differing(logged: object, again: Sequence[str]) -> str:
    listed = [str(key) for key in logged] if isinstance(logged, list) else []
    more = [key for key in listed if key not in again]
    fewer = [key for key in again if key not in listed]
    parts = []
    if more:
        parts.append(f"多出 {'、'.join(more[:5])}")
    if fewer:
        parts.append(f"少了 {'、'.join(fewer[:5])}")
    return "；".join(parts) or "次序不同"


def _sample(folder: Path, entry: Entry) -> list[str]:
    data = _bytes(folder / SAMPLE)
    if data is None:
        return [f"缺少 {SAMPLE}"]
    return [] if sha256(data) == entry.get("sample_sha256") else [f"{SAMPLE} 与记录的 SHA-256 不符（有改动）"]


def _bytes(path: Path) -> bytes | None:
    target = file_names.reachable(path)
    return target.read_bytes() if target.is_file() else None
