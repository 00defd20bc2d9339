"""The command `dossier watch`: an inbox is looked at again and again, and what has come in whole is screened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import typer

from pipeline import batch, file_names, wording
from pipeline.cli.option_values import day
from pipeline.cli.options.screen import ScreenOptions
from pipeline.cli.options.watch import WatchOptions
from pipeline.cli.screening import plan_of, settings_of
from pipeline.decisions import file as decisions_file
from pipeline.intake import round_file
from pipeline.intake.inbox import default_out, entries
from pipeline.reports import office_file
from pipeline.watching.still import Changes, Sightings
from pipeline.watching.watcher import Watcher
from schemas.dossier import Screening
from schemas.errors import UsageError


def run(asked: WatchOptions) -> None:
    """Watch until somebody stops it; status 0 then."""
    _check(asked)
    out = asked.out or default_out(asked.inbox)
    sightings = Sightings(asked.quiet)
    screen = _Screen(_as_screened(asked), out)
    watcher = Watcher(asked.inbox, out, screen, _tell, sightings, asked.every, lambda: _beside(asked, out))
    _tell(f"正在监看 {asked.inbox}，结果写入 {out}。按 Ctrl-C 停止。")
    try:
        watcher.run()
    except KeyboardInterrupt:
        _tell("已停止监看。未做完的卷宗，下次运行时接着做。")


def _check(asked: WatchOptions) -> None:
    """Raises UsageError or RulebookError where the call itself is wrong: later nobody may be there to read it."""
    if asked.jobs < 0 or asked.timeout < 1 or asked.quiet < 0 or asked.every <= 0:
        raise UsageError("--jobs、--timeout、--quiet、--every 须为正数。")
    day("--as-of", asked.as_of)
    entries(asked.inbox)
    settings_of(_as_screened(asked), asked.out or default_out(asked.inbox))


def _as_screened(asked: WatchOptions) -> ScreenOptions:
    """The same call of ``dossier screen``."""
    known = {one.name for one in fields(ScreenOptions)}
    return ScreenOptions(**{one.name: getattr(asked, one.name) for one in fields(asked) if one.name in known})


def _beside(asked: WatchOptions, out: Path) -> list[Path]:
    """The files besides the papers on which results depend, that a person may change while one watches."""
    of_round = asked.round or asked.inbox.resolve().parent / round_file.FILE
    rulebook = [Path(asked.rulebook)] if Path(asked.rulebook).suffix else []
    return [of_round, office_file.place_of(out, asked.office), out / decisions_file.FILE, *rulebook]


class _Screen:
    """One round: the inbox screened but for what is still coming in."""

    def __init__(self, asked: ScreenOptions, out: Path) -> None:
        self._asked, self._out = asked, out

    def __call__(self, changes: Changes) -> Collection[str]:
        settings = replace(settings_of(self._asked, self._out), waiting=frozenset(changes.waiting))
        progress = _Told(frozenset(changes.ready))
        done = batch.run(self._asked.inbox, self._out, settings, plan_of(self._asked), progress)
        listed = [one.id for one in done.screenings]
        _tell(f"结果已更新，共 {len(listed)} 个卷宗：{self._out / 'index.html'}")
        return [one for one in listed if one not in changes.waiting]


class _Told:
    """What comes of the dossiers that are new or changed; the others were told of before."""

    def __init__(self, ready: frozenset[str]) -> None:
        self._ready = ready

    def begin(self, total: int) -> None:
        """So many dossiers, most of which stand as they are."""

    def done(self, screening: Screening) -> None:
        """One line for each that is new or changed."""
        if screening.id in self._ready:
            note = f"（{screening.note}）" if screening.note else ""
            _tell(f"{screening.id} {wording.VERDICTS[screening.verdict.status]}{note}")

    def again(self, dossier: str, why: str) -> None:
        """This dossier is begun anew."""
        _tell(f"{dossier}：{why}")

    def end(self) -> None:
        """No more will come."""


def _tell(line: str) -> None:
    typer.echo(f"{datetime.now().astimezone():%H:%M:%S} {file_names.shown(line)}", err=True)
