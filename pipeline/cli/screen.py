"""The command `dossier screen`: a batch of dossiers screened, its register on the terminal."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractors.kept import store
from extractors.kept.store import default_folder
from pipeline.again import whole_run
from pipeline.again.whole_run import RunCall, RunSummary
from pipeline.cli.option_values import day
from pipeline.cli.options.screen import ScreenOptions
from pipeline.cli.register_table import show
from pipeline.cli.said import say
from pipeline.intake.inbox import default_out
from pipeline.on_use import on_use
from schemas.errors import UsageError
from schemas.status import VerdictStatus

if TYPE_CHECKING:
    from pipeline.cli import screening
else:
    screening = on_use("pipeline.cli.screening")

_APART = frozenset({"inbox", "out", "jobs", "executor", "timeout", "only", "cache", "no_cache", "as_of", "rulebook"})
"""Options that make no result another one, or that are told apart from the others."""


def run(asked: ScreenOptions) -> None:
    """Screen the inbox, unless all of it has been done before; status 1 where a dossier could not be screened."""
    if asked.jobs < 0 or asked.timeout < 1:
        raise UsageError("--jobs 和 --timeout 须为正整数。")
    out = asked.out or default_out(asked.inbox)
    whole = _is_whole(asked)
    store.use(asked.cache or default_folder() if whole else None)
    call = _call(asked, out)
    before = whole_run.fingerprint(call) if whole else ""
    summary = whole_run.unchanged(out, before)
    if summary is None:
        summary = _screened(asked, out, call, before)
    else:
        say("自上次初审以来没有变化，沿用已有结果。", err=True)
        show(summary, out)
    if any(line.verdict == VerdictStatus.UNREADABLE for line in summary.lines):
        raise typer.Exit(1)


def _is_whole(asked: ScreenOptions) -> bool:
    """Whether a whole inbox of this machine is asked for, all of which its fingerprint can tell."""
    here = asked.executor == "local" and asked.inbox.is_dir() and not _names_a_rulebook(_round_of(asked))
    return here and not (asked.only or asked.no_cache or asked.upon)


def _screened(asked: ScreenOptions, out: Path, call: RunCall, before: str) -> RunSummary:
    screened = screening.screened_as_asked(asked, out)
    summary = screening.summary_of(screened)
    if before and screened.sound and whole_run.fingerprint(call) == before:
        whole_run.keep(out, before, screening.files_of(screened), summary)
    return summary


def _round_of(asked: ScreenOptions) -> Path:
    return asked.round or asked.inbox.resolve().parent / "round.yaml"


def _names_a_rulebook(path: Path) -> bool:
    """Whether round.yaml may name a rulebook's file, which only reading it would tell."""
    try:
        return b"rulebook" in path.read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _call(asked: ScreenOptions, out: Path) -> RunCall:
    said = {one.name: getattr(asked, one.name) for one in fields(asked) if one.name not in _APART}
    words = [f"{name}={value}" for name, value in said.items()]
    named = [asked.standing] if asked.standing else []
    named += [_round_of(asked), asked.office or out.absolute().parent / "office.yaml", out / "decisions.yaml"]
    if asked.since is not None:
        named += [asked.since / "batch.json", *sorted(asked.since.glob("*/screening.json"))]
    words.append(day("--as-of", asked.as_of).isoformat())
    return RunCall(asked.inbox, out, tuple(words), asked.rulebook, tuple(named))
