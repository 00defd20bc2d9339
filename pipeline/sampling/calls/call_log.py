"""Who was called when, and what did they say? calls.jsonl beside the call sheet, each line vouching for the last.

Every call is kept, also the one that nobody answered and the one that was noted wrongly: the last line about a unit
that tells an outcome is the one that counts. The call sheets of the folder are filled in from it at once, so that
``sample evaluate`` and anybody with Excel find the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline import file_names, hash_chain
from pipeline.hash_chain import Entry, NewEntry, Signature
from pipeline.results import files as result_files
from pipeline.sampling.calls.filled_sheet import with_calls
from pipeline.sampling.callsheet.readback import Filled, read_callsheets
from schemas.errors import UsageError

FILE, EVENT = "calls.jsonl", "call"
_LOCK = ".calls.lock"
_PATIENCE = 20.0
"""Seconds that one call waits for another that is being written."""
_LONGEST = 500
_REFUSED = "通话记录核对不一致（{}），没有追加。请先核对文件夹中的 calls.jsonl。"


@dataclass(frozen=True, slots=True)
class Call:
    """One call. ``outcome``: id of the work paper's outcome; empty where nobody answered, to be called again."""

    unit: str
    outcome: str = ""
    person: str = ""
    post: str = ""
    method: str = ""
    remarks: str = ""


def sheets_in(folder: Path) -> list[Path]:
    """The printed call sheets of a sample, the first and those of its extensions. UsageError where there are none."""
    found = sorted(file_names.reachable(folder).glob("callsheet*.xlsx"), key=lambda one: (len(one.name), one.name))
    if not found:
        raise UsageError(f"{folder.name} 中没有核实表 callsheet.xlsx。")
    return found


def noted(folder: Path, call: Call, signature: Signature) -> None:
    """One call put down, and the sheets filled in. UsageError for a unit that was not drawn, an unknown outcome."""
    try:
        with FileLock(file_names.reachable(folder / _LOCK), timeout=_PATIENCE):
            _check(read_callsheets(sheets_in(folder)), call)
            hash_chain.append(folder / FILE, [NewEntry(EVENT, asdict(call))], signature, _REFUSED)
            fill_in(folder)
    except Timeout as error:
        raise UsageError("另一个通话记录正在写入，请稍候再试。") from error


def fill_in(folder: Path) -> None:
    """The sheets as the log has it: what was typed into them by hand about other units stays."""
    counting = counting_calls(entries(folder))
    for path in sheets_in(folder):
        result_files.write(path, with_calls(path, counting))


def entries(folder: Path) -> Sequence[Entry]:
    """Every call of the sample, in order."""
    return hash_chain.read(folder / FILE)[0]


def counting_calls(told: Sequence[Entry]) -> Mapping[str, Call]:
    """Unit → the call that counts for it."""
    calls = [Call(**{key: str(entry[key]) for key in Call.__slots__}) for entry in told if entry["event"] == EVENT]
    return {call.unit: call for call in calls if call.outcome}


def attempts(told: Sequence[Entry]) -> Mapping[str, int]:
    """Unit → how often it was called."""
    return Counter(str(entry["unit"]) for entry in told if entry["event"] == EVENT)


def _check(filled: Filled, call: Call) -> None:
    if call.unit not in {answer.key for answer in filled.answers}:
        raise UsageError("这个对象不在样本中，不能记录。")
    if call.outcome and call.outcome not in {outcome.id for outcome in filled.paper.outcomes}:
        raise UsageError(f"没有“{call.outcome}”这种结果。")
    if any(len(text) > _LONGEST for text in (call.person, call.post, call.remarks)):
        raise UsageError(f"姓名、职务和备注各不超过 {_LONGEST} 字。")
