"""The command `dossier watch`: an inbox is looked at again and again, and what has come in whole is screened."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

from pipeline import batch, file_names, wording
from pipeline.cli.option_values import day
from pipeline.cli.options.screen import ScreenOptions
from pipeline.cli.options.watch import WatchOptions
from pipeline.cli.said import say
from pipeline.cli.screening import plan_of, settings_of
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.intake import round_file
from pipeline.intake.inbox import default_out, entries
from pipeline.reports import office_file
from pipeline.watching.sight import states
from pipeline.watching.still import Changes, Sightings
from pipeline.watching.watcher import Watcher
from schemas.dossier import Screening
from schemas.errors import UsageError


def run(asked: WatchOptions) -> None:
    """Watch until somebody stops it; status 0 then."""
    _check(asked)
    out = asked.out or default_out(asked.inbox)
    sightings = Sightings(asked.quiet)
    screen = _Rounds(_as_screened(asked), out)
    watcher = Watcher(asked.inbox, out, screen, _tell, sightings, asked.every, screen.beside)
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


class _Rounds:
    """The inbox screened round by round: what is new, what clerks decided; all of it where what all rest on changed."""

    def __init__(self, asked: ScreenOptions, out: Path) -> None:
        self._asked, self._out = asked, out
        self._common: object = None
        self._decided = Decided()

    def beside(self) -> list[Path]:
        """The files besides the papers on which results rest, that a person may change while one watches."""
        return [*self._shared(), self._out / decisions_file.FILE]

    def _shared(self) -> list[Path]:
        of_round = self._asked.round or self._asked.inbox.resolve().parent / round_file.FILE
        rulebook = [Path(self._asked.rulebook)] if Path(self._asked.rulebook).suffix else []
        return [of_round, office_file.place_of(self._out, self._asked.office), *rulebook]

    def __call__(self, changes: Changes) -> Collection[str]:
        settings = settings_of(self._asked, self._out)
        common, decided = (settings.as_of, states(self._shared())), decisions_file.load(self._out)
        again = [one for one in changes.whole if decided.of(one) != self._decided.of(one)]
        # Where nothing has changed for all of them, only these are looked at: the others' papers lie on a slow share.
        settings = replace(
            settings, looked_at=changes.whole if common != self._common else frozenset((*changes.ready, *again))
        )
        progress = _RoundProgress(frozenset(changes.ready))
        done = batch.run(self._asked.inbox, self._out, settings, plan_of(self._asked), progress)
        self._common, self._decided = common, decided
        _tell(f"结果已更新，共 {len(done.screenings)} 个卷宗：{self._out / 'index.html'}")
        return changes.whole


class _RoundProgress:
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
    say(f"{datetime.now().astimezone():%H:%M:%S} {file_names.shown(line)}", err=True)
