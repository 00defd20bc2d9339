"""The command `dossier screen`: a batch of dossiers screened, its register on the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path

import typer

from extractors.kept.store import default_folder
from pipeline import batch
from pipeline.cli.option_values import day
from pipeline.cli.options.screen import ScreenOptions
from pipeline.cli.summary import show
from pipeline.intake import round_file
from pipeline.intake.inbox import default_out
from pipeline.progress import fitting
from pipeline.screen import AUTO, Settings
from pipeline.workers import WorkPlan, checked
from schemas.errors import UsageError
from schemas.status import VerdictStatus


def run(asked: ScreenOptions) -> None:
    """Screen the inbox; status 1 where a dossier could not be screened."""
    of_round = round_file.load(asked.inbox, asked.round)
    settings = Settings(
        day("--as-of", asked.as_of),
        of_round.rulebook or AUTO if asked.rulebook == AUTO else asked.rulebook,
        asked.procedure,
        audience=asked.audience,
        unchecked=asked.unchecked,
        since=asked.since,
        standing=asked.standing,
        round=of_round,
        round_file=asked.round,
        cache=None if asked.no_cache else asked.cache or default_folder(),
    )
    if asked.jobs < 0 or asked.timeout < 1:
        raise UsageError("--jobs 和 --timeout 须为正整数。")
    plan = WorkPlan(asked.jobs or os.cpu_count() or 1, checked(asked.executor), asked.timeout, contained=True)
    screen_inbox(asked.inbox, asked.out or default_out(asked.inbox), settings, plan, asked.only or ())


def screen_inbox(inbox: Path, out: Path, settings: Settings, plan: WorkPlan, only: Collection[str] = ()) -> None:
    """The batch screened with its progress shown, and what came of it."""
    try:
        screened = batch.run(inbox, out, settings, plan, fitting(sys.stderr), only=only)
    except KeyboardInterrupt:
        typer.echo(f"已中断。中断前完成的卷宗，结果在 {out}。", err=True)
        raise typer.Exit(1) from None
    show(screened, out)
    if any(screening.verdict.status is VerdictStatus.UNREADABLE for screening in screened.screenings):
        raise typer.Exit(1)
