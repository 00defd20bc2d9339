"""汇总: who is to be recommended in the office's columns, the papers of each dossier, how the batch stands today."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from console import events
from console.access.needs import DECIDING, READING, needs
from console.access.visible import dossiers_of, who
from console.acts import outcome
from console.acts.seat import Seat
from console.acts.settle import settled, version
from console.models import DossierWork, OfficeBatch, WorkState
from console.models.people import Role
from console.pages.download import DOCX, XLSX, ZIP, download
from console.pages.show import show
from console.queries.summary import of_day
from console.results import mirror, summary
from pipeline import file_names
from pipeline.timeless import archive
from schemas.decisions import TITLES, Choice
from schemas.errors import RulebookError, UsageError

PAPERS = {
    "opinion.docx": "初审意见表",
    "recommendation.docx": "推荐表",
    "recommendation.xlsx": "推荐表",
    "tables.xlsx": "读取的表格",
}
"""Files of a dossier's results that are given out, and what each is called."""
WORD, SHEET, REGISTER = "推荐汇总表.docx", "推荐汇总表.xlsx", "初审汇总表.xlsx"
_PACKED = {"初审意见表.zip": ("opinion.docx",), "推荐表.zip": ("recommendation.docx", "recommendation.xlsx")}


@needs(*READING)
def page(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The page."""
    mirror.refreshed(batch)
    person = who(request)
    day = of_day(person, batch, timezone.localdate())
    try:
        marks, office = summary.marks(day.dossiers), summary.office()
        chosen = [one for one in day.dossiers if marks.get(one.pk) is Choice.RECOMMEND]
        tables = summary.summaries(chosen, masked=person.roles <= {Role.READER}, of=office)
    except (UsageError, RulebookError) as error:
        messages.error(request, str(error))
        marks, tables = {}, []
    papers = {one.pk: _lying(one) for one in day.dossiers}
    return show(
        request,
        "summary/page.html",
        batch=batch,
        day=day,
        marks={pk: TITLES[mark] for pk, mark in marks.items()},
        recommended=sum(mark is Choice.RECOMMEND for mark in marks.values()),
        tables=tables,
        papers=papers,
        versions={one.pk: version(one.results, one) for one in day.dossiers if one.results is not None},
        proposed=WorkState.CLOSED_PROPOSED,
        names=PAPERS,
        whole=_sees_all(request, batch),
        forms=any("recommendation.docx" in lying for lying in papers.values()),
    )


@needs(*DECIDING)
def file(request: HttpRequest, batch: OfficeBatch, name: str) -> HttpResponse:
    """The 汇总表 in Word or Excel, the register of all dossiers, all papers of one kind."""
    dossiers = list(dossiers_of(who(request)).filter(batch=batch).select_related("round", "batch").order_by("order"))
    try:
        data = _made(request, batch, name, dossiers)
    except (UsageError, RulebookError) as error:
        messages.error(request, str(error))
        return redirect("summary", batch=batch.pk)
    events.noted(events.actor(request), "下载汇总", batch, file=name)
    return download(f"{batch.name}-{name}", data, {"docx": DOCX, "xlsx": XLSX, "zip": ZIP}[name.rpartition(".")[2]])


@needs(*DECIDING)
def paper(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, name: str) -> HttpResponse:
    """One paper of a dossier, as the screening wrote it."""
    del batch
    if name not in _lying(dossier) or dossier.results is None:
        raise Http404
    events.noted(events.actor(request), "下载文件", dossier, file=name)
    data = file_names.reachable(dossier.results / dossier.folder / name).read_bytes()
    kind = DOCX if name.endswith(".docx") else XLSX
    return download(f"{dossier.key}-{PAPERS[name]}.{name.rpartition('.')[2]}", data, kind)


@needs(*DECIDING, methods=("POST",))
def mark(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """拟推荐 or 不推荐."""
    form = {key: str(value) for key, value in request.POST.items()}
    given = form.get("version", "")
    try:
        if dossier.results is None:
            messages.error(request, "这个卷宗还没有初审结果。")
        else:
            seat = Seat(dossier.results, dossier.key, who(request), given.partition(".")[0], form)
            done = settled(events.actor(request), seat, dossier, given, outcome.marked)
            messages.success(request, f"{dossier.key} {done.told()}")
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("summary", batch=batch.pk)


def _made(request: HttpRequest, batch: OfficeBatch, name: str, dossiers: Sequence[DossierWork]) -> bytes:
    if name in _PACKED:
        return archive(
            {
                f"{one.key}-{PAPERS[paper]}.{paper.rpartition('.')[2]}": file_names.reachable(
                    one.results / one.folder / paper
                ).read_bytes()
                for one in dossiers
                for paper in _PACKED[name]
                if one.results is not None and paper in _lying(one)
            }
        )
    marks = summary.marks(dossiers)
    chosen = [one for one in dossiers if marks.get(one.pk) is Choice.RECOMMEND]
    if name == SHEET:
        return summary.as_workbook(summary.summaries(chosen, of=summary.office()))
    if name == WORD and (_sees_all(request, batch) or len(chosen) == len(dossiers)):
        return summary.as_word(chosen, summary.office())
    if name == REGISTER and _sees_all(request, batch):
        return summary.as_register(dossiers, summary.office())
    raise Http404


def _lying(dossier: DossierWork) -> list[str]:
    results = dossier.results
    if results is None:
        return []
    return [name for name in PAPERS if file_names.reachable(results / dossier.folder / name).is_file()]


def _sees_all(request: HttpRequest, batch: OfficeBatch) -> bool:
    """Whether no dossier of the batch is closed to this person: a table of all of them tells of each."""
    return dossiers_of(who(request)).filter(batch=batch).count() == batch.dossiers.count()
