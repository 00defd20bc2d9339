"""文书: the letters of a batch, one letter changed and led on its way, all of them in one file to print."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from console import events
from console.access.needs import DECIDING, READING, needs
from console.access.visible import dossiers_of, who
from console.acts import letters
from console.models import DossierWork, LetterKind, LetterRecord, LetterState, OfficeBatch
from console.pages.download import DOCX, download
from console.pages.show import show
from console.results import letter_rows
from pipeline import drafted_letters
from pipeline.letters.letter import Letter
from schemas.errors import UsageError

WAYS = ("当面送达", "邮寄送达", "电子送达", "公告送达")


@needs(*READING)
def listing(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """All letters, and the dossiers that have none yet."""
    mine = dossiers_of(who(request)).filter(batch=batch)
    found = LetterRecord.objects.filter(dossier__in=mine).select_related("dossier", "by", "checked_by")
    return show(
        request,
        "letters/list.html",
        batch=batch,
        letters=list(found.order_by("dossier__order", "pk")),
        kinds=LetterKind.choices,
        without=list(mine.exclude(letters__isnull=False).filter(verdict__in=("supplement", "ineligible"))),
        everything=list(mine.order_by("order")),
    )


@needs(*DECIDING, methods=("POST",))
def draft(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """Drafts for the chosen dossiers, of the kind that was asked for, or of the one that each calls for."""
    chosen = [int(one) for one in request.POST.getlist("dossier") if one.isdecimal()]
    dossiers = list(dossiers_of(who(request)).filter(batch=batch, pk__in=chosen).order_by("order"))
    made: list[LetterRecord] = []
    for dossier in dossiers:
        kind = request.POST.get("kind") or _called(dossier)
        try:
            made.append(letters.drafted(events.actor(request), who(request), dossier, kind))
        except UsageError as error:
            messages.error(request, str(error))
    if not dossiers:
        messages.error(request, "请先选择卷宗。")
    if len(made) == 1:
        return redirect("letter", batch=batch.pk, dossier=made[0].dossier_id, letter=made[0].pk)
    if made:
        messages.info(request, f"已草拟 {len(made)} 份。")
    return redirect("letters", batch=batch.pk)


@needs(*DECIDING, methods=("GET", "POST"))
def one(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, letter: int) -> HttpResponse:
    """The letter to change, row by row, and what may be done with it."""
    record = _found(dossier, letter)
    why = ""
    if request.method == "POST":
        try:
            letters.saved(events.actor(request), record, request.POST.dict())
            messages.info(request, "已保存。")
            return redirect("letter", batch=batch.pk, dossier=dossier.pk, letter=letter)
        except UsageError as error:
            why = str(error)
    try:
        now = letters.words(record)
    except UsageError as error:
        raise Http404 from error
    return show(
        request,
        "letters/one.html",
        status=409 if why else 200,
        batch=batch,
        dossier=dossier,
        record=record,
        letter=now,
        rows=letter_rows.rows(now, _fresh(record)),
        fields=letter_rows.FIELDS,
        tables=letter_rows.TITLES,
        head=letter_rows.HEAD,
        may_check=letters.may_check(who(request), record),
        changeable=record.state == LetterState.DRAFT,
        today=timezone.localdate().isoformat(),
        ways=WAYS,
        why=why,
    )


@needs(*DECIDING, methods=("POST",))
def act(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, letter: int) -> HttpResponse:
    """One step of the letter."""
    record = _found(dossier, letter)
    try:
        told = letters.stepped(events.actor(request), who(request), record, request.POST.dict())
        messages.info(request, told or f"现在是“{record.get_state_display()}”。")
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("letter", batch=batch.pk, dossier=dossier.pk, letter=letter)


@needs(*DECIDING)
def file(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, letter: int) -> HttpResponse:
    """The letter as Word has it."""
    del batch
    path = letters.path_of(_found(dossier, letter))
    if not path.is_file():
        raise Http404
    events.noted(events.actor(request), "下载文书", dossier, file=path.name)
    return download(path.name, path.read_bytes(), DOCX)


@needs(*DECIDING, methods=("POST",))
def together(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """All letters of the batch in one file to print."""
    try:
        gathered = drafted_letters.gather(letters.place(batch))
    except UsageError as error:
        messages.error(request, str(error))
        return redirect("letters", batch=batch.pk)
    events.noted(events.actor(request), "打印全部文书", batch, letters=len(gathered.letters))
    return download(gathered.path.name, gathered.path.read_bytes(), DOCX)


def _found(dossier: DossierWork, letter: int) -> LetterRecord:
    record = dossier.letters.select_related("dossier__batch").filter(pk=letter).first()
    if record is None:
        raise Http404
    return record


def _called(dossier: DossierWork) -> str:
    """The kind that the verdict calls for; only questions otherwise."""
    return dossier.verdict if dossier.verdict in ("supplement", "ineligible") else "query"


def _fresh(record: LetterRecord) -> Letter | None:
    """The draft of now, to put rows back from; None where there is nothing to say any more."""
    try:
        return letters.fresh(record.dossier, record.kind)
    except UsageError:
        return None
