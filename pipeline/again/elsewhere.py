"""What is different where a dossier is screened on another machine?

Its paths must lead to the same places from there, what was read is kept in that machine's own folder, and the result
comes back as bytes: how long its parts are, the screening, then each file as it is.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.kept import codec, version
from extractors.kept.store import default_folder
from pipeline import file_names
from pipeline.again import screenings
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry
from pipeline.screen import Settings
from pipeline.screened import Screened, screen_one
from pipeline.workers import Carried
from schemas.dossier import Screening
from schemas.errors import UsageError

_SIZE = 4
"""Bytes that say how long the head is."""


@dataclass(frozen=True, slots=True)
class ScreenedElsewhere:
    """``screen_one``, asked for by a machine that has this version of the program."""

    settings: Settings
    decided: Decided
    version: str

    def __call__(self, entry: InboxEntry) -> Screened:
        """UsageError where this machine has another version, or does not see the inbox."""
        if self.version != version.of_program():
            raise UsageError("各机器上安装的 dossier-intake 版本不一致。请全部更新到同一版本后重试。")
        if not file_names.reachable(entry.path).exists():
            raise UsageError(f"承担处理的机器上没有 {entry.path}。收件夹须放在各机器以同一路径可见的共享文件夹中。")
        kept = default_folder() if self.settings.cache else None
        return screen_one(replace(self.settings, cache=kept), self.decided, entry)


def screened_elsewhere(settings: Settings, decided: Decided) -> ScreenedElsewhere:
    """The work of this run, with paths that do not depend on the folder in which somebody stands."""
    named = {
        name: path.absolute()
        for name in ("since", "standing", "upon", "round_file")
        if (path := getattr(settings, name)) is not None
    }
    own = Path(settings.rulebook)
    rulebook = str(own.absolute()) if own.is_file() else settings.rulebook
    return ScreenedElsewhere(replace(settings, rulebook=rulebook, **named), decided, version.of_program())


def from_everywhere(entry: InboxEntry) -> InboxEntry:
    """The dossier by a path that is the same from every machine."""
    return replace(entry, path=entry.path.absolute(), earlier=tuple(path.absolute() for path in entry.earlier))


@dataclass(frozen=True, slots=True)
class _ResultLengths:
    """What stands before the bytes of a result: how long each part of them is."""

    screening: int
    files: tuple[tuple[str, int], ...]
    chance: bool


def packed(screened: Screened) -> bytes:
    """The result as bytes."""
    body = screenings.packed(screened.screening, Screening)
    lengths = tuple((name, len(data)) for name, data in screened.files.items())
    head = codec.packed(_ResultLengths(len(body), lengths, screened.chance), _ResultLengths)
    return b"".join((len(head).to_bytes(_SIZE), head, body, *screened.files.values()))


def unpacked(data: bytes) -> Screened:
    """The result again. Raises ValueError where the bytes say something else."""
    stream = io.BytesIO(data)
    try:
        parts = codec.unpacked(stream.read(int.from_bytes(stream.read(_SIZE))), _ResultLengths)
        screening = screenings.unpacked(stream.read(max(0, parts.screening)), Screening)
    except codec.Foreign as error:
        raise ValueError("another form") from error
    files = {name: stream.read(max(0, length)) for name, length in parts.files}
    if any(len(files[name]) != length for name, length in parts.files) or stream.read(1):
        raise ValueError("cut short, or too long")
    return Screened(screening, files, parts.chance)


CARRIED: Carried[Screened] = Carried(packed, unpacked)
