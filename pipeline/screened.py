"""What is written of one dossier: its screening, and every report that tells of it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.kept import store
from pipeline import file_names, workers
from pipeline.decisions.file import Decided
from pipeline.evidence.pictures import NO_PICTURES
from pipeline.evidence.render import drawn
from pipeline.intake import inbox as intake_inbox
from pipeline.intake.inbox import InboxEntry
from pipeline.letters import letter_docx
from pipeline.on_use import on_use
from pipeline.reports import opinion_docx, recommendation_docx, recommendation_xlsx, report_html, tables_xlsx
from pipeline.results import as_json
from pipeline.results import compare as results_compare
from pipeline.results.as_json import SCREENING
from pipeline.results.audience import Audience
from pipeline.results.batch import ReportContext
from pipeline.results.masking import masked, masked_decisions
from pipeline.rulebook.find import available, load
from pipeline.screen import Before, Settings, Steps, our_steps, screened
from pipeline.workers import Lost, journal
from pipeline.workers.journal import Step
from schemas import decisions
from schemas.decisions import AppliedDecision
from schemas.document import Document
from schemas.dossier import Screening
from schemas.forms import FormSpec
from schemas.process import garbage, mishaps
from schemas.regulation.catalogue import while_speaking

if TYPE_CHECKING:
    from pipeline.standing import history
else:
    history = on_use("pipeline.standing.history")

Render = Callable[[ReportContext], bytes | None]
# A further report of a dossier is a line here; one that the dossier does not call for gives nothing.
REPORTS: Mapping[str, Render] = {
    "report.html": report_html.render,
    "opinion.docx": opinion_docx.render,
    "tables.xlsx": tables_xlsx.render,
    "letter.docx": letter_docx.render,
    "letter-supplement.docx": letter_docx.render_supplement,
    "recommendation.docx": recommendation_docx.render,
    "recommendation.xlsx": recommendation_xlsx.render,
}


@dataclass(frozen=True, slots=True)
class Screened:
    """One dossier's screening and the files that tell of it.

    ``chance``: something went wrong that may go well another time, so that the next run tries again.
    """

    screening: Screening
    files: Mapping[str, bytes]
    chance: bool = False


def screen_one(settings: Settings, said: Decided, entry: InboxEntry, before: Before | None = None) -> Screened:
    """One dossier from the inbox to the bytes of its reports; runs in a worker, writes nothing.

    ``before``: who knows what was judged of it before.
    """
    garbage.look_seldom()
    store.use(settings.cache)
    mishaps_before = mishaps.count()
    steps = _steps(settings)
    steps = steps if before is None else replace(steps, before=before)
    screening, documents = screened(entry, settings, steps, told=said.told(entry.id))
    with while_speaking(screening.own):
        return _told_of(settings, said, entry, screening, documents, mishaps_before)


def _steps(settings: Settings) -> Steps:
    """Those of the product, which ask the past of the applicant where a ledger is given."""
    if settings.standing is None:
        return our_steps()
    return history.steps_with(settings.standing)


def _told_of(  # noqa: PLR0913, PLR0917  one argument per thing that is told of
    settings: Settings,
    said: Decided,
    entry: InboxEntry,
    screening: Screening,
    documents: Sequence[Document],
    before: int,
) -> Screened:
    """The bytes of its reports."""
    over = decisions.laid(said.decisions, entry.id, screening.findings)
    late = _untold(settings.since, screening, over)
    if settings.audience is not Audience.INTERNAL:
        # A picture of a page cannot be masked.
        over = masked_decisions(over, screening.contents, settings.audience)
        shown = ReportContext(masked(screening, settings.audience), decisions=over, untold=late, office=settings.office)
        return replace(rendered(shown), screening=screening, chance=mishaps.count() > before)
    made = workers.contained(partial(drawn, screening, documents), intake_inbox.files(entry, settings.limits))
    journal.begins(Step.DOSSIER)
    if isinstance(made, Lost):
        mishaps.happened()
        screening = replace(screening, note=f"{screening.note} 原件图片未能生成：{made.reason}。".strip())
    pictures = NO_PICTURES if isinstance(made, Lost) else made
    done = rendered(ReportContext(screening, pictures, over, untold=late, office=settings.office))
    return replace(done, chance=mishaps.count() > before)


def _untold(since: Path | None, screening: Screening, over: Mapping[str, AppliedDecision]) -> frozenset[str]:
    """What the earlier screening of this dossier could have told; nothing where it had no such dossier."""
    before = results_compare.earlier(since).get(screening.id) if since else None
    if before is None or not file_names.reachable(before).is_file():
        return frozenset()
    return frozenset(results_compare.untold(before, as_json.screening_json(screening, over)))


def rendered(context: ReportContext, reports: Mapping[str, Render] = REPORTS) -> Screened:
    """The screening with its reports; one that breaks is said in the note, and the others stand."""
    files: dict[str, bytes] = {}
    context = replace(context, recommendation=_recommendation(context.screening.rulebook))
    for name, render in reports.items():
        made = workers.contained(render, context)
        if isinstance(made, Lost):
            mishaps.happened()
            note = f"{context.screening.note} {name} 未能生成：{made.reason}。".strip()
            context = replace(context, screening=replace(context.screening, note=note))
        elif made is not None:
            files[name] = made
    files[SCREENING] = as_json.as_bytes(as_json.screening_json(context.screening, context.decisions))
    return Screened(context.screening, files)


def _recommendation(rulebook: str) -> FormSpec | None:
    """The form for the recommending bureau, where the regulation comes with the program and has one."""
    forms = load(rulebook).forms.values() if rulebook in available() else ()
    return next((form for form in forms if form.kind == "recommendation_form"), None)
