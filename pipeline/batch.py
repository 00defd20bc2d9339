"""What becomes of a whole inbox: every dossier screened, its results written, all of them compared?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from extractors.kept import store
from pipeline.again import results
from pipeline.again.rounds import with_earlier
from pipeline.again.task import RunTask, Work
from pipeline.call_check import check, check_known
from pipeline.decisions import file as decisions_file
from pipeline.decisions.log import LOG
from pipeline.intake import inbox as intake_inbox
from pipeline.intake import round_file
from pipeline.progress import Progress
from pipeline.reports import index_html, office_file, register_docx, register_xlsx
from pipeline.results import as_json, asked
from pipeline.results import files as result_files
from pipeline.results.asked import BATCH, ScreeningCall
from pipeline.results.batch import Batch
from pipeline.results.masking import masked_batch
from pipeline.results.one_writer import RESULTS, one_writer
from pipeline.rulebook.find import in_order
from pipeline.screen import Settings
from pipeline.screened import REPORTS, Screened, rendered, screen_one
from pipeline.workers import WorkPlan
from schemas.errors import UsageError
from schemas.findings import BatchFinding
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import together
from validators.across.judge import across as across_dossiers
from validators.across.traces import Traces

__all__ = ["OF_THE_BATCH", "REPORTS", "Screened", "again", "as_asked", "rendered", "run", "screen_one", "write_batch"]

Across = Callable[[Sequence[Traces]], Sequence[BatchFinding]]
REGISTER = "register.xlsx"
OF_THE_BATCH = (REGISTER, BATCH, "register.docx", "index.html")
_NONE = ("",)
"""No dossier has this id: none is asked for, and what lies there of all of them stands."""
_WAIT = 10.0
"""Seconds until a run gives up because another one writes into the same folder."""


def run(  # noqa: PLR0913, PLR0917  the last four are for tests and other front ends
    inbox: Path,
    out: Path,
    settings: Settings,
    plan: WorkPlan,
    progress: Progress,
    work: Work | None = None,
    across: Across = across_dossiers,
    only: Collection[str] = (),
) -> Batch:
    """Screen the inbox into ``out``: what is kept of an earlier run and still stands is not done again.

    ``only``: these dossiers; of the others what lies in ``out`` stands. UsageError or RulebookError before anything
    is written where the call is wrong.
    """
    entries = with_earlier(intake_inbox.entries(inbox, out), settings.upon)
    if not entries:
        raise UsageError(f"收件夹 {inbox} 中没有卷宗。每个卷宗应是其中的一个文件夹、压缩包或文档。")
    check_known(only, entries)
    check(inbox, settings, out, (*OF_THE_BATCH, decisions_file.FILE))
    folders = result_files.folders([entry.id for entry in entries], (*OF_THE_BATCH, decisions_file.FILE, LOG))
    store.use(settings.cache)
    if settings.looked_at is not None:
        places, only = results.places(out, folders, REPORTS), settings.looked_at or _NONE
        entries = [entry for entry in entries if entry.id in only or results.standing_brief(places[entry.id])]
    task = RunTask(entries, out, folders, settings, plan, progress, REPORTS, work, only)
    with one_writer(out, RESULTS, _WAIT):
        done = task.done()
        shared = tuple(across(done.traces))
        record = asked.as_record(_asked(inbox, settings), out)
        batch = Batch(
            settings.as_of,
            done.screenings,
            folders,
            shared,
            done.over,
            settings.audience,
            done.sound,
            record,
            settings.office,
        )
        words = together([done.own[one] for one in in_order(done.own) if one in done.own])
        with while_speaking(words):
            write_batch(out, masked_batch(batch, settings.audience))
    return batch


def again(out: Path, dossiers: Collection[str], cache: Path | None, progress: Progress) -> Batch:
    """These dossiers of a batch judged again as they were asked for, in this process where nothing need be read.

    UsageError where the results do not say what was asked for, or the inbox is not there any more.
    """
    told = asked.read(out)
    settings = as_asked(out, told, cache)
    return run(told.inbox, out, settings, WorkPlan(1, contained=True), progress, only=dossiers)


def as_asked(out: Path, told: ScreeningCall, cache: Path | None) -> Settings:
    """The settings that these results were made with, so that the same call gives the same bytes."""
    return Settings(
        told.as_of,
        told.rulebook,
        told.procedure,
        audience=told.audience,
        unchecked=told.unchecked,
        since=told.since,
        standing=told.standing,
        round=round_file.load(told.inbox, told.round_file),
        round_file=told.round_file,
        office=office_file.load(out, told.office_file),
        office_file=told.office_file,
        upon=told.upon,
        cache=cache,
    )


def write_batch(out: Path, batch: Batch) -> None:
    """What tells of the whole batch."""
    with result_files.writing(out / BATCH) as stream:
        stream.writelines(as_json.batch_in_pieces(batch))
    with result_files.writing(out / REGISTER) as stream:
        register_xlsx.write(batch, stream)
    result_files.write(out / "register.docx", register_docx.render(batch))
    with result_files.writing(out / "index.html") as stream:
        stream.writelines(index_html.in_pieces(batch))


def _asked(inbox: Path, settings: Settings) -> ScreeningCall:
    return ScreeningCall(
        inbox,
        settings.as_of,
        settings.rulebook,
        settings.procedure,
        settings.audience,
        settings.unchecked,
        settings.since,
        settings.standing,
        settings.round_file,
        settings.upon,
        settings.office_file,
    )
