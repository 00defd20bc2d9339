"""What was asked for when these results were made? Written into batch.json, so that a part of them can be made again.

Paths are written as they lie from the results: a folder that is moved or copied together with its inbox finds it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import file_names
from pipeline.results.audience import Audience
from pipeline.rulebook.of_bureau import AUTO
from schemas.errors import UsageError

BATCH = "batch.json"
_PATHS = ("since", "upon", "standing", "round_file", "office_file")


@dataclass(frozen=True, slots=True)
class ScreeningCall:
    """The call that made the results, without where they lie."""

    inbox: Path
    as_of: date
    rulebook: str
    procedure: str
    audience: Audience = Audience.INTERNAL
    unchecked: bool = False
    since: Path | None = None
    standing: Path | None = None
    round_file: Path | None = None
    upon: Path | None = None
    office_file: Path | None = None


def as_record(asked: ScreeningCall, out: Path) -> dict[str, object]:
    """What stands in batch.json: ``inbox``, and ``asked`` for the rest."""
    own = Path(asked.rulebook)
    rest = {
        "rulebook": _from(out, own) if own.suffix and own.is_file() else asked.rulebook,
        "procedure": asked.procedure,
        "unchecked": asked.unchecked,
        **{name: _from(out, path) if (path := getattr(asked, name)) else None for name in _PATHS},
    }
    return {"inbox": _from(out, asked.inbox), "asked": rest}


def read(out: Path) -> ScreeningCall:
    """What was asked for when the results in this folder were made. UsageError where they do not say."""
    return _read(out)[0]


def rulebook_of(out: Path, dossier: str) -> str:
    """The rulebook that was asked for; where each dossier was to be recognised, the one that this was filed under."""
    asked, record = _read(out)
    if asked.rulebook != AUTO:
        return asked.rulebook
    filed = (str(one.get("rulebook", "")) for one in record.get("dossiers", ()) if one.get("id") == dossier)
    return next(filed, "") or AUTO


def _read(out: Path) -> tuple[ScreeningCall, Mapping[str, Any]]:
    """What was asked for, and all that batch.json says. UsageError where it cannot be read."""
    path = out / BATCH
    try:
        record: Mapping[str, Any] = json.loads(file_names.reachable(path).read_text(encoding="utf-8"))
        return _asked(record, out), record
    except FileNotFoundError:
        raise UsageError(f"{out} 中没有初审结果。请给出 dossier screen 写出的文件夹。") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} 没有写明收件夹，或无法读取。请重新运行 dossier screen。") from error


def _asked(record: Mapping[str, Any], out: Path) -> ScreeningCall:
    rest = record["asked"]
    own = out / str(rest["rulebook"])
    given = {name: out / rest[name] if rest.get(name) else None for name in _PATHS}
    return ScreeningCall(
        inbox=Path(os.path.normpath(out / str(record["inbox"]))),
        as_of=date.fromisoformat(record["as_of"]),
        rulebook=str(own) if own.suffix and own.is_file() else str(rest["rulebook"]),
        procedure=str(rest["procedure"]),
        audience=Audience(record.get("audience", Audience.INTERNAL)),
        unchecked=bool(rest.get("unchecked")),
        **given,
    )


def _from(out: Path, path: Path) -> str:
    """The path as it lies from the results; whole where it is on another drive."""
    try:
        return Path(os.path.relpath(path, out)).as_posix()
    except ValueError:
        return path.absolute().as_posix()
