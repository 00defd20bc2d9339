"""A second look at the same dossier: what is handed in anew, settled, new, or was not told before?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline import file_names
from pipeline.results import as_json
from schemas.errors import UsageError

_OPEN = ("fail", "review", "error")


@dataclass(frozen=True, slots=True)
class ComparedFinding:
    """One finding of a screening.json, as far as a second look needs it."""

    rule: str
    status: str
    message: str
    article: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two screenings of one dossier.

    ``settled``: open before, judged again and passed. ``decided``: a clerk has overruled or waived it since.
    ``unjudged``: open before, and this time nothing was said of it either way: nobody knows whether it is settled.
    ``late`` could have been told the first time: its files are the same as then.
    """

    dossier: str
    before: str
    after: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    settled: tuple[ComparedFinding, ...]
    left: tuple[ComparedFinding, ...]
    new: tuple[ComparedFinding, ...]
    late: tuple[ComparedFinding, ...]
    unjudged: tuple[ComparedFinding, ...]
    decided: tuple[ComparedFinding, ...]


def compare(old: Path, new: Path) -> list[Compared]:
    """Every dossier that both results have: two folders of one dossier each, or of two whole runs."""
    before, after = _screenings(old), _screenings(new)
    if len(before) == len(after) == 1:
        return [_compared(next(iter(before.values())), next(iter(after.values())))]
    both = [dossier for dossier in after if dossier in before]
    if not both:
        raise UsageError(f"{old} 与 {new} 没有相同的卷宗。请给出同一卷宗前后两次的结果。")
    return [_compared(before[dossier], after[dossier]) for dossier in both]


def as_record(compared: Compared) -> dict[str, object]:
    """The comparison for programs."""
    points = {
        key: [
            {"rule": point.rule, "status": point.status, "message": point.message} for point in getattr(compared, key)
        ]
        for key in ("settled", "left", "new", "late", "unjudged", "decided")
    }
    files = {key: list(getattr(compared, key)) for key in ("added", "changed", "removed")}
    return {
        "dossier": compared.dossier,
        "verdict": {"before": compared.before, "after": compared.after},
        "files": files,
        **points,
    }


def listed(folder: Path) -> list[Mapping[str, Any]]:
    """The dossiers as batch.json of these results lists them. UsageError where there are none."""
    if not (folder / "batch.json").is_file():
        raise UsageError(f"{folder} 中没有初审结果。请给出 dossier screen 前次写出的文件夹。")
    return list(_read(folder / "batch.json")["dossiers"])


def earlier(folder: Path) -> Mapping[str, Path]:
    """Dossier → its screening.json in these results. UsageError where there are none.

    Asked for every dossier of a run: batch.json is read again only where it has changed.
    """
    try:
        told = file_names.reachable(folder / "batch.json").stat()
    except OSError:
        return _earlier(folder, 0, 0)
    return _earlier(folder, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=2)
def _earlier(folder: Path, _changed: int, _size: int) -> Mapping[str, Path]:
    return {entry["id"]: folder / entry["folder"] / as_json.SCREENING for entry in listed(folder)}


def untold(before: Path, after: Mapping[str, Any]) -> tuple[str, ...]:
    """The rules that could have been told the first time: what they rest on had been handed in just so."""
    return tuple(point.rule for point in _compared(_read(before), after).late)


def _screenings(folder: Path) -> dict[str, dict[str, Any]]:
    """Dossier → what its screening.json says."""
    if (folder / as_json.SCREENING).is_file():
        record = _read(folder / as_json.SCREENING)
        return {record["dossier"]["id"]: record}
    if not (folder / "batch.json").is_file():
        raise UsageError(f"{folder} 中没有初审结果。请给出 dossier screen 写出的文件夹，或其中一个卷宗的文件夹。")
    entries = _read(folder / "batch.json")["dossiers"]
    return {entry["id"]: _read(folder / entry["folder"] / as_json.SCREENING) for entry in entries}


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(file_names.reachable(path).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} 无法读取。请重新初审后再比较。") from error


def _compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> Compared:
    files_before, files_after = _hashes(old), _hashes(new)
    open_before, open_after = dict(_open(old)), dict(_open(new))
    known = set(files_before.values())
    fresh = [rule for rule in open_after if rule not in open_before]
    unchanged = set(files_before) & set(files_after)
    gone = bool(_gone(files_before, files_after))
    late = [rule for rule in fresh if _was_there(new, rule, files_after, known, gone=gone)]
    over = [rule for rule in open_before if rule not in open_after]
    passed, let_go = _passed(new), _of_a_clerk(new)
    return Compared(
        new["dossier"]["id"],
        old["verdict"]["status"],
        new["verdict"]["status"],
        tuple(path for path in files_after if path not in files_before and files_after[path] not in known),
        tuple(path for path in files_after if path in unchanged and files_after[path] != files_before[path]),
        tuple(_gone(files_before, files_after)),
        tuple(open_before[rule] for rule in over if rule in passed and rule not in let_go),
        tuple(point for rule, point in open_after.items() if rule in open_before),
        tuple(open_after[rule] for rule in fresh if rule not in late),
        tuple(open_after[rule] for rule in late),
        tuple(open_before[rule] for rule in over if rule not in passed and rule not in let_go),
        tuple(open_before[rule] for rule in over if rule in let_go),
    )


def _passed(screening: Mapping[str, Any]) -> set[str]:
    """The rules that were judged, and of which nothing is left to say."""
    said: dict[str, set[str]] = {}
    for finding in screening["findings"]:
        said.setdefault(finding["rule"], set()).add(finding["status"])
    return {rule for rule, statuses in said.items() if statuses == {"pass"}}


def _of_a_clerk(screening: Mapping[str, Any]) -> set[str]:
    return {finding["rule"] for finding in screening["findings"] if _let_go(finding)}


def _hashes(screening: Mapping[str, Any]) -> dict[str, str]:
    return {file["path"]: file["sha256"] for file in screening["files"] if file["status"] != "skipped"}


def _open(screening: Mapping[str, Any]) -> Iterator[tuple[str, ComparedFinding]]:
    for finding in screening["findings"]:
        if finding["status"] in _OPEN and finding["disposition"] != "note" and not _let_go(finding):
            yield (
                finding["rule"],
                ComparedFinding(finding["rule"], finding["status"], finding["message"], finding["article"]),
            )


def _let_go(finding: Mapping[str, Any]) -> bool:
    """Whether a clerk had overruled or waived it, and no second person is waited for: then no letter asked for it."""
    decision: Mapping[str, Any] = finding.get("decision") or {"decision": "accept"}
    return decision["decision"] != "accept" and not decision["stale"] and not decision.get("needs_second")


def _gone(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Files whose content is not there any more, whatever its name."""
    hashes = set(after.values())
    return [path for path, sha256 in before.items() if path not in after and sha256 not in hashes]


def _was_there(new: Mapping[str, Any], rule: str, files: Mapping[str, str], known: set[str], *, gone: bool) -> bool:
    """Whether every file that the point rests on had been handed in, just so, the first time.

    What is missing rests on no file: it was missing then too, unless something has been taken away or replaced since.
    """
    places = [place["file"] for finding in new["findings"] if finding["rule"] == rule for place in finding["evidence"]]
    if not places:
        return not gone and known <= set(files.values())
    return all(files.get(path) in known for path in places)
