"""What becomes of a whole inbox: every dossier screened, its results written, all of them compared?"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from extractors.kept import store
from pipeline import file_names, workers
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.evidence.pictures import NO_PICTURES, Pictures
from pipeline.evidence.render import drawn
from pipeline.intake import inbox as intake_inbox
from pipeline.intake.inbox import InboxEntry
from pipeline.letters import letter_docx
from pipeline.progress import Progress
from pipeline.reports import (
    index_html,
    recommendation_docx,
    recommendation_xlsx,
    register_docx,
    register_xlsx,
    report_html,
    tables_xlsx,
)
from pipeline.results import as_json
from pipeline.results import compare as results_compare
from pipeline.results import files as result_files
from pipeline.results.as_json import SCREENING
from pipeline.results.audience import Audience
from pipeline.results.batch import Batch, ReportContext
from pipeline.results.masking import masked, masked_batch, masked_decisions
from pipeline.rulebook.find import available, load
from pipeline.screen import AUTO, Settings, screened, unreadable
from pipeline.standing.history import steps_with
from pipeline.standing.overview import overview
from pipeline.workers import Lost, WorkPlan, journal
from pipeline.workers.journal import Step
from schemas import decisions
from schemas.decisions import AppliedDecision
from schemas.dossier import Contents, Screening
from schemas.errors import NotWritten, RulebookError, UsageError
from schemas.findings import BatchFinding
from schemas.forms import FormSpec
from schemas.status import VerdictStatus
from validators.batch import across as across_dossiers

Render = Callable[[ReportContext], bytes | None]
Across = Callable[[Sequence[Contents]], Sequence[BatchFinding]]
# A further report of a dossier is a line here; one that the dossier does not call for gives nothing.
REPORTS: Mapping[str, Render] = {
    "report.html": report_html.render,
    "tables.xlsx": tables_xlsx.render,
    "letter.docx": letter_docx.render,
    "letter-supplement.docx": letter_docx.render_supplement,
    "recommendation.docx": recommendation_docx.render,
    "recommendation.xlsx": recommendation_xlsx.render,
}
REGISTER = "register.xlsx"
_OF_THE_BATCH = ("batch.json", REGISTER, "register.docx", "index.html", decisions_file.FILE)


@dataclass(frozen=True, slots=True)
class Screened:
    """One dossier's screening and the files that tell of it."""

    screening: Screening
    files: Mapping[str, bytes]


Work = Callable[[InboxEntry], Screened]


def screen_one(settings: Settings, said: Decided, entry: InboxEntry) -> Screened:
    """One dossier from the inbox to the bytes of its reports; runs in a worker, writes nothing."""
    # Most of what is made lives as long as its dossier: looking it over every 700 objects only takes time.
    gc.set_threshold(50_000, 20, 20)
    store.use(settings.cache)
    steps = None if settings.standing is None else steps_with(settings.standing)
    screening, documents = screened(entry, settings, steps, told=said.told(entry.id))
    over = decisions.laid(said.decisions, entry.id, screening.findings)
    late = _untold(settings.since, screening, over)
    if settings.audience is not Audience.INTERNAL:
        # A picture of a page cannot be masked.
        over = masked_decisions(over, screening.contents, settings.audience)
        return replace(rendered(masked(screening, settings.audience), over=over, untold=late), screening=screening)
    made = workers.contained(partial(drawn, screening, documents), intake_inbox.files(entry, settings.limits))
    journal.begins(Step.DOSSIER)
    if isinstance(made, Lost):
        screening = replace(screening, note=f"{screening.note} 原件图片未能生成：{made.reason}。".strip())
    return rendered(screening, pictures=NO_PICTURES if isinstance(made, Lost) else made, over=over, untold=late)


def _untold(since: Path | None, screening: Screening, over: Mapping[str, AppliedDecision]) -> frozenset[str]:
    """What the earlier screening of this dossier could have told; nothing where it had no such dossier."""
    before = results_compare.earlier(since).get(screening.id) if since else None
    if before is None or not file_names.reachable(before).is_file():
        return frozenset()
    return frozenset(results_compare.untold(before, as_json.screening_json(screening, over)))


def rendered(
    screening: Screening,
    reports: Mapping[str, Render] = REPORTS,
    pictures: Pictures = NO_PICTURES,
    over: Mapping[str, AppliedDecision] | None = None,
    untold: frozenset[str] = frozenset(),
) -> Screened:
    """The screening with its reports; one that breaks is said in the note, and the others stand."""
    files: dict[str, bytes] = {}
    form = _recommendation(screening.rulebook)
    for name, render in reports.items():
        made = workers.contained(render, ReportContext(screening, pictures, over or {}, form, untold))
        if isinstance(made, Lost):
            screening = replace(screening, note=f"{screening.note} {name} 未能生成：{made.reason}。".strip())
        elif made is not None:
            files[name] = made
    files[SCREENING] = as_json.as_bytes(as_json.screening_json(screening, over))
    return Screened(screening, files)


def _recommendation(rulebook: str) -> FormSpec | None:
    """The form for the recommending bureau, where the regulation comes with the program and has one."""
    forms = load(rulebook).forms.values() if rulebook in available() else ()
    return next((form for form in forms if form.kind == "recommendation_form"), None)


def run(  # noqa: PLR0913, PLR0917  the last three are for tests and other front ends
    inbox: Path,
    out: Path,
    settings: Settings,
    plan: WorkPlan,
    progress: Progress,
    work: Work | None = None,
    across: Across = across_dossiers,
) -> Batch:
    """Screen the inbox into ``out``. UsageError or RulebookError before anything is written where the call is wrong."""
    entries = intake_inbox.entries(inbox, out)
    if not entries:
        raise UsageError(f"收件夹 {inbox} 中没有卷宗。每个卷宗应是其中的一个文件夹、压缩包或文档。")
    _check(inbox, settings, out)
    said = decisions_file.load(out)
    folders = result_files.folders([entry.id for entry in entries])
    done: dict[str, Screening] = {}
    progress.begin(len(entries))
    try:
        step = work or partial(screen_one, settings, said)
        again = partial(_told_again, progress)
        with closing(workers.outcomes(entries, step, plan, again)) as outcomes:
            for entry, outcome in outcomes:
                screened = _lost(entry, settings, outcome.reason) if isinstance(outcome, Lost) else outcome
                done[entry.id] = _written(out, folders[entry.id], screened)
                progress.done(done[entry.id])
    finally:
        progress.end()
    screenings = tuple(done[entry.id] for entry in entries)
    shared = tuple(across(_readable(screenings)))
    over = {one.id: decisions.laid(said.decisions, one.id, one.findings) for one in screenings}
    batch = Batch(settings.as_of, screenings, folders, shared, over, settings.audience)
    write_batch(out, masked_batch(batch, settings.audience))
    return batch


def _told_again(progress: Progress, entry: InboxEntry, why: str) -> None:
    progress.again(entry.id, why)


def write_batch(out: Path, batch: Batch) -> None:
    """What tells of the whole batch."""
    result_files.write(out / "batch.json", as_json.as_bytes(as_json.batch_json(batch)))
    result_files.write(out / REGISTER, register_xlsx.render(batch))
    result_files.write(out / "register.docx", register_docx.render(batch))
    result_files.write(out / "index.html", index_html.render(batch))


def _readable(screenings: Sequence[Screening]) -> list[Contents]:
    return [screening.contents for screening in screenings if screening.verdict.status is not VerdictStatus.UNREADABLE]


def _lost(entry: InboxEntry, settings: Settings, reason: str) -> Screened:
    return rendered(unreadable(entry, settings, f"{reason}。"))


def _written(out: Path, folder: str, screened: Screened) -> Screening:
    """The screening, once its files are written; where they cannot be, it says so and the batch goes on."""
    try:
        result_files.write_dossier(out, folder, screened.files, REPORTS)
    except UsageError as error:
        if isinstance(error, NotWritten) and error.lasting:
            raise  # what the other dossiers would tell could not be written either
        return replace(screened.screening, note=f"{screened.screening.note} {error}".strip())
    return screened.screening


def _check(inbox: Path, settings: Settings, out: Path) -> None:
    """Whatever can be wrong with the call, asked before the first dossier is read."""
    _check_apart(inbox, settings, out)
    if settings.rulebook != AUTO:
        book = load(settings.rulebook)
        if book.faults and not settings.unchecked:
            how = "请改正后再初审；确需照此初审的，请加 --unchecked，各份结果会注明未经核对"
            raise RulebookError("\n".join([*book.faults, f"规则文件与办法文本有 {len(book.faults)} 处不符。{how}。"]))
        if settings.procedure not in book.procedures:
            known = "、".join(book.procedures)
            raise UsageError(f"《{book.title}》没有“{settings.procedure}”程序。可用的有：{known}。")
    if settings.standing is not None:
        overview(settings.standing, settings.as_of)
    if settings.since is not None:
        results_compare.earlier(settings.since)
        if settings.since.resolve() == out.resolve():
            raise UsageError("--since 应是前次结果的文件夹，与本次的 --out 不同。请为本次结果另选文件夹。")
    result_files.check_place(out, _OF_THE_BATCH)
    _check_free(out / REGISTER)


def _check_apart(inbox: Path, settings: Settings, out: Path) -> None:
    """What applicants hand in is neither a rulebook nor a place for results, where decisions would be looked for."""
    whole, place = inbox.resolve(), out.resolve()
    if place == whole or whole in place.parents[1:]:
        raise UsageError(f"--out {out} 在申报材料之中。请为结果另选文件夹，不要放在卷宗里面。")
    if settings.rulebook != AUTO and whole in Path(settings.rulebook).resolve().parents:
        raise UsageError(f"办法文件 {settings.rulebook} 在收件夹之中。请把它移到收件夹以外再使用。")


def _check_free(register: Path) -> None:
    path = file_names.reachable(register)
    try:
        if path.exists():
            path.open("r+b").close()
    except OSError as error:
        raise UsageError(f"无法写入 {register}。如果该文件正在 Excel 中打开，请关闭后重新运行。") from error
