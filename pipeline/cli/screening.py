"""How is a batch screened from the command line, with its progress shown and its register at the end?"""

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
from pipeline.cli.progress_bar import fitting
from pipeline.cli.register_table import show
from pipeline.cli.said import say
from pipeline.cli.summary import summary_of
from pipeline.intake import round_file
from pipeline.reports import office_file
from pipeline.results.as_json import SCREENING
from pipeline.results.batch import Batch
from pipeline.rulebook.of_bureau import AUTO
from pipeline.screen import Settings
from pipeline.workers import WorkPlan, checked

__all__ = ["files_of", "plan_of", "screen_inbox", "screened_as_asked", "settings_of", "summary_of"]


def screened_as_asked(asked: ScreenOptions, out: Path) -> Batch:
    """The batch, screened or taken over where it stands, and shown."""
    return screen_inbox(asked.inbox, out, settings_of(asked, out), plan_of(asked), asked.only or ())


def settings_of(asked: ScreenOptions, out: Path) -> Settings:
    """How its dossiers are screened, with what stands in the files that the call names or that lie beside it."""
    of_round = round_file.load(asked.inbox, asked.round)
    return Settings(
        day("--as-of", asked.as_of),
        of_round.rulebook or AUTO if asked.rulebook == AUTO else asked.rulebook,
        asked.procedure,
        audience=asked.audience,
        unchecked=asked.unchecked,
        since=asked.since or asked.upon,
        upon=asked.upon,
        standing=asked.standing,
        round=of_round,
        round_file=asked.round,
        office=office_file.load(out, asked.office),
        office_file=asked.office,
        cache=None if asked.no_cache else asked.cache or default_folder(),
    )


def plan_of(asked: ScreenOptions) -> WorkPlan:
    """With how many processes, and where."""
    return WorkPlan(asked.jobs or os.cpu_count() or 1, checked(asked.executor), asked.timeout, contained=True)


def files_of(screened: Batch) -> list[str]:
    """Everything that a run writes, below the folder of results, whether this one called for it or not."""
    each = (SCREENING, *batch.REPORTS)
    return [*batch.OF_THE_BATCH, *(f"{folder}/{name}" for folder in screened.folders.values() for name in each)]


def screen_inbox(inbox: Path, out: Path, settings: Settings, plan: WorkPlan, only: Collection[str] = ()) -> Batch:
    """The batch screened with its progress shown, and what came of it."""
    try:
        screened = batch.run(inbox, out, settings, plan, fitting(sys.stderr), only=only)
    except KeyboardInterrupt:
        say(f"已中断。中断前完成的卷宗，结果在 {out}。", err=True)
        raise typer.Exit(1) from None
    show(summary_of(screened), out)
    return screened
