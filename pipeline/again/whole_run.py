"""Has the very same run been done before, to its end, and does everything that it wrote lie there untouched?

Asked before anything heavy is loaded: a run over an inbox of which nothing has changed takes no longer than it takes to
look at it. Whatever has changed, or was done less well than another time, leaves it to the run itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extractors.kept import codec, store, version
from extractors.read.converted import libreoffice
from pipeline import file_names
from pipeline.again import trees

_RUNS = "runs"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One dossier's line on the terminal: its cells, and its verdict, which colours them."""

    cells: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run tells at its end. ``shared``: how many findings about several dossiers; ``as_of`` an ISO date."""

    as_of: str
    lines: tuple[RegisterLine, ...]
    shared: int


@dataclass(frozen=True, slots=True)
class _FinishedRun:
    """Name below the folder of results → SHA-256, empty where the file is not there; and the summary."""

    files: Mapping[str, str]
    summary: RunSummary


@dataclass(frozen=True, slots=True)
class RunCall:
    """What was asked: the two folders, everything else that was said, and the files and folders that it names."""

    inbox: Path
    out: Path
    said: tuple[str, ...]
    rulebook: str
    named: tuple[Path, ...]


def fingerprint(call: RunCall) -> str:
    """That of all that the results of this call depend on; empty where it cannot be told."""
    try:
        children = [
            (child.name, trees.of_tree(child))
            for child in sorted(call.inbox.iterdir())
            if not file_names.skipped(child.name) and child.resolve() != call.out.resolve()
        ]
        named = [trees.of_tree(path) for path in call.named if path.exists()]
    except (OSError, trees.Unseen):
        return ""
    return store.key_of(
        version.of_program(),
        libreoffice.stamp(),
        str(call.inbox.absolute()),
        str(call.out.absolute()),
        call.said,
        call.rulebook,
        trees.of_rulebook(call.rulebook),
        children,
        [str(path) for path in call.named],
        named,
    )


def unchanged(out: Path, of: str) -> RunSummary | None:
    """What that run told, where it was done before and everything that it wrote is as it was; else None."""
    kept = store.current()
    body = kept.get(_RUNS, of) if kept and of else None
    if body is None:
        return None
    with suppress(codec.Foreign, OSError):
        done = codec.unpacked(body, _FinishedRun)
        if _hashes(out, done.files) == dict(done.files):
            return done.summary
    return None


def keep(out: Path, of: str, names: Iterable[str], summary: RunSummary) -> None:
    """Note that this run came to its end, having written these files, or seen to it that they are not there."""
    kept = store.current()
    if kept is not None and of:
        with suppress(OSError, codec.Foreign):
            kept.put(_RUNS, of, codec.packed(_FinishedRun(_hashes(out, names), summary), _FinishedRun))


def _hashes(out: Path, names: Iterable[str]) -> dict[str, str]:
    found = {}
    for name in names:
        path = file_names.reachable(out / name)
        if path.is_symlink():
            raise OSError(name)
        found[name] = trees.of_file(path) if path.exists() else ""
    return found
